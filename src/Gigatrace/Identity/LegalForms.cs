using Gigatrace.Claims;

namespace Gigatrace.Identity;

/// <param name="Form">The common short spelling.</param>
/// <param name="Where">start, end or both.</param>
/// <param name="Kind">stock, limited, partnership, person, and company and group, which say little.</param>
internal sealed record LegalForm(string Form, string Where, string Kind)
{
    public bool TakenAtStart { get; init; }
}

/// <summary>Legal forms of companies, in every way they are written (<c>knowledge/names/forms.tsv</c>).</summary>
internal sealed class LegalForms
{
    private readonly Dictionary<string, LegalForm> _forms = new(StringComparer.Ordinal);
    private readonly string[] _attached;
    private readonly string[] _longForms;
    private readonly Dictionary<string, int> _formsFrom;
    private readonly Dictionary<string, int> _formsTo;

    public LegalForms(KnowledgeSource source)
    {
        foreach (var row in source.Table("names/forms.tsv"))
        {
            foreach (var written in row[3].Split('|')) _forms.TryAdd(written, new LegalForm(row[0], row[1], row[2]));
        }

        _attached = [.. _forms.Keys.Where(form => form[0] >= '\u2E80').OrderByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal)];
        _longForms = [.. _forms.Keys.Where(form => form.Length >= 9 && !form.Contains(' ', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        _formsFrom = Longest(_forms.Keys, words => words[0]);
        _formsTo = Longest(_forms.Keys, words => words[^1]);
    }

    /// <summary>Cuts legal forms off the end, the start and, where they are long enough to be nothing else, out of the middle.</summary>
    public List<LegalForm> Take(ref string[] tokens, ref string[] others)
    {
        var range = (Start: 0, End: tokens.Length);
        var found = new List<LegalForm>();
        var kept = new List<int>(tokens.Length);
        while (range.End - range.Start > 1 && (AtEnd(tokens, range, out var form, out var length) || AtStart(tokens, range, found.Count > 0, out form, out length)))
        {
            range = form.TakenAtStart ? (range.Start + length, range.End) : (range.Start, range.End - length);
            found.Add(form with { TakenAtStart = false });
        }

        for (var at = range.Start; at < range.End; at++)
        {
            if (at > range.Start && Inside(tokens, at, range.End) is { } inside)
            {
                found.Add(inside.Form);
                at += inside.Length - 1;
            }
            else
            {
                kept.Add(at);
            }
        }

        var (plain, expanded) = (tokens, others);
        tokens = [.. kept.Select(at => WithoutAttached(plain[at], found))];
        others = [.. kept.Select(at => WithoutAttached(expanded[at], []))];
        return found;
    }

    private bool AtEnd(string[] tokens, (int Start, int End) range, out LegalForm form, out int length)
    {
        for (length = Math.Min(_formsTo.GetValueOrDefault(tokens[range.End - 1]), range.End - range.Start - 1); length > 0; length--)
        {
            if (_forms.TryGetValue(Text(tokens, range.End - length, length), out form!) && form.Where is not "start") return true;
        }

        length = 1;
        return IsMisspelled(tokens[range.End - 1], out form);
    }

    /// <summary>Two letters that mostly stand at the end count at the start only where no form stands there: AO Smith Corporation.</summary>
    private bool AtStart(string[] tokens, (int Start, int End) range, bool hasForm, out LegalForm form, out int length)
    {
        for (length = Math.Min(_formsFrom.GetValueOrDefault(tokens[range.Start]), range.End - range.Start - 1); length > 0; length--)
        {
            if (!_forms.TryGetValue(Text(tokens, range.Start, length), out form!) || form.Where is "end" || (hasForm && form.Where is "both" && length == 1 && tokens[range.Start].Length == 2)) continue;
            form = form with { TakenAtStart = true };
            return true;
        }

        form = null!;
        return false;
    }

    private (LegalForm Form, int Length)? Inside(string[] tokens, int at, int end)
    {
        for (var length = Math.Min(_formsFrom.GetValueOrDefault(tokens[at]), end - at); length > 0; length--)
        {
            var words = Text(tokens, at, length);
            if (words.Length >= 4 && _forms.TryGetValue(words, out var form) && form.Kind is not ("group" or "company")) return (form, length);
        }

        return null;
    }

    private bool IsMisspelled(string token, out LegalForm form)
    {
        form = null!;
        if (token.Length < 9 || Array.Find(_longForms, written => Edits.Between(token, written, 2) <= 2) is not { } meant) return false;
        form = _forms[meant];
        return true;
    }

    /// <summary>Chinese, Japanese and Korean write the form without a space.</summary>
    private string WithoutAttached(string token, List<LegalForm> found)
    {
        if (token[0] < '\u2E80' && token[^1] < '\u2E80') return token;
        for (var again = true; again;)
        {
            again = false;
            foreach (var form in _attached)
            {
                if (token.Length <= form.Length || !(token.EndsWith(form, StringComparison.Ordinal) || token.StartsWith(form, StringComparison.Ordinal))) continue;
                token = token.EndsWith(form, StringComparison.Ordinal) ? token[..^form.Length] : token[form.Length..];
                found.Add(_forms[form]);
                again = true;
                break;
            }
        }

        return token;
    }

    /// <summary>By one word of an entry, how many words the longest such entry has: what no entry begins with need not be looked for.</summary>
    public static Dictionary<string, int> Longest(IEnumerable<string> entries, Func<string[], string> word) =>
        entries.Select(entry => entry.Split(' ')).GroupBy(word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(words => words.Length), StringComparer.Ordinal);

    public static string Text(string[] tokens, int start, int length) => length == 1 ? tokens[start] : string.Join(' ', tokens, start, length);
}
