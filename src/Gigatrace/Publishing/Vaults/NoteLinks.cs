using System.Text;

namespace Gigatrace.Publishing.Vaults;

/// <summary>Words as Markdown for Obsidian: what would be a mark is escaped, names of things that have a note are links to it.</summary>
/// <param name="targets">By printed name, what a link to its note says.</param>
internal sealed class NoteLinks(IReadOnlyDictionary<string, string> targets)
{
    private const string Marks = "\\`*_[]<>#$|~^{}";

    /// <summary>By their first word, the names that begin with it, the longest first.</summary>
    private readonly Dictionary<string, string[]> _byFirst = targets.Keys.GroupBy(FirstWord, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.OrderByDescending(name => name.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>A link to whatever is called so; its name alone where it has no note.</summary>
    /// <param name="inTable">A bar would end the cell.</param>
    public string To(string name, bool inTable)
    {
        if (!targets.TryGetValue(name, out var target)) return Escaped(name);
        var shown = name.Replace('[', '(').Replace(']', ')').Replace('|', '/');
        return target == shown ? $"[[{target}]]" : $"[[{target}{(inTable ? "\\|" : "|")}{shown}]]";
    }

    /// <summary>The same as the value of a property: plain text that is quoted there.</summary>
    public string Property(string name) => targets.ContainsKey(name) ? To(name, inTable: false) : name;

    /// <summary>
    /// Words with a link for each name that stands alone in them: "Nissan" is no link in "Nissan Leaf" or "Groupe Nissan", which are other things.
    /// </summary>
    /// <param name="plain">Names that are no links here: the note's own, and those of the country and place that it is in.</param>
    public string Linked(string text, IReadOnlySet<string> plain)
    {
        var linked = new StringBuilder(text.Length + 16);
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            if (StartsWord(text, at) && NameAt(text, at) is { } name)
            {
                linked.Append(Escaped(text[from..at])).Append(plain.Contains(name) ? Escaped(name) : To(name, inTable: true));
                from = at += name.Length;
            }
            else at++;
        }

        return linked.Append(Escaped(text[from..])).ToString();
    }

    /// <summary>On one line, with a stroke before each sign that Markdown or Obsidian would take for a mark.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign is '\r' or '\n' or '\t' or '\u2028' or '\u2029' or '\u0085') escaped.Append(' ');
            else if (char.IsControl(sign)) continue;
            else if (Marks.Contains(sign, StringComparison.Ordinal) || (sign is '%' or '=' or '!' && at + 1 < text.Length && text[at + 1] is '%' or '=' or '[')) escaped.Append('\\').Append(sign);
            else escaped.Append(sign);
        }

        return escaped.ToString();
    }

    private string? NameAt(string text, int at)
    {
        if (!_byFirst.TryGetValue(FirstWord(text[at..Math.Min(text.Length, at + 80)]), out var names)) return null;
        return Array.Find(names, name => string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && EndsWord(text, at + name.Length)) is { } found && !IsCapital(WordBefore(text, at)) && !IsCapital(WordBehind(text, at + found.Length)) ? found : null;
    }

    private static string FirstWord(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return text[..end];
    }

    private static bool StartsWord(string text, int at) => char.IsLetterOrDigit(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '’' or '\''));

    private static bool EndsWord(string text, int end) => end >= text.Length || !(char.IsLetterOrDigit(text[end]) || (text[end] is '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));

    /// <summary>The sign that the word before begins with, where only a space is between; so below.</summary>
    private static char WordBefore(string text, int at)
    {
        if (at < 2 || text[at - 1] != ' ' || !char.IsLetterOrDigit(text[at - 2])) return ' ';
        var start = at - 2;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        return text[start];
    }

    private static char WordBehind(string text, int end) => end + 1 < text.Length && text[end] == ' ' ? text[end + 1] : ' ';

    private static bool IsCapital(char sign) => char.IsUpper(sign) || char.IsDigit(sign);
}
