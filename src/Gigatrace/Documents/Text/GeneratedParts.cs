using System.Globalization;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A part of a note that this program wrote, between two comments that Obsidian hides.</summary>
/// <param name="Whole">From the first sign of the mark that begins it to the last of the one that ends it.</param>
/// <param name="Content">What stands between the two lines.</param>
/// <param name="Sum">What <see cref="GeneratedParts.Sum"/> gave for the content when it was written; null where the mark has none.</param>
internal readonly record struct GeneratedPart(string Name, Span Whole, Span Content, string? Sum);

/// <summary>
/// The parts of a note that <c>export vault</c> wrote: <c>%% gigatrace:begin facts %%</c>, lines, <c>%% gigatrace:end facts 1c9d2a07 %%</c>, each mark on a line of
/// its own. What is in them was said elsewhere, so it is never read as said by the note.
/// </summary>
/// <param name="Parts">In text order.</param>
/// <param name="Fault">The first mark that has no other, by its offset, and what is wrong with it; null where all is well.</param>
/// <param name="Hidden">What is not the person's: the parts and, where a mark is missing, everything that it may have stood for.</param>
internal sealed record GeneratedParts(IReadOnlyList<GeneratedPart> Parts, (int At, string Why)? Fault, IReadOnlyList<Span> Hidden)
{
    /// <summary>The property by which a note says that it is this program's: what kind of thing it is on.</summary>
    public const string Key = "gigatrace";

    private const string Mark = "%% gigatrace:";

    private static readonly GeneratedParts None = new([], null, []);

    /// <summary>Properties that <c>export vault</c> writes; those it shares with the person, <c>aliases</c> and <c>tags</c>, are not among them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        Key, "name", "operator", "owners", "place", "region", "country", "part", "status", "status_since", "inferred_status", "installed_gwh", "planned_gwh", "ceiling_gwh", "committed_gwh",
        "start", "start_date", "headquarters", "founded", "plants", "customers", "chemistry", "market_share", "disagreements", "as_of",
    ];

    /// <param name="from">Where the text behind the front matter starts.</param>
    public static GeneratedParts Read(string text, int from)
    {
        if (text.IndexOf(Mark, from, StringComparison.Ordinal) < 0) return None;
        var (parts, hidden) = (new List<GeneratedPart>(), new List<Span>());
        (string Name, Span Line)? open = null;
        (int At, string Why)? fault = null;
        foreach (var (line, words) in Marks(text, from))
        {
            switch (words)
            {
                case ["begin", var name] when open is null:
                    open = (name, line);
                    break;
                case ["end", var name, .. { Length: <= 1 } sum] when open is { } begun && begun.Name == name:
                    var part = new GeneratedPart(name, new Span(begun.Line.Start, line.End), new Span(NextLine(text, begun.Line.End), line.Start), sum.Length == 0 ? null : sum[0]);
                    if (parts.Exists(other => other.Name == name)) fault ??= (begun.Line.Start, $"there are two parts '{name}'");
                    parts.Add(part);
                    hidden.Add(part.Whole);
                    open = null;
                    break;
                case ["begin", _]:
                    fault ??= (open!.Value.Line.Start, $"the part '{open.Value.Name}' begins here and does not end");
                    hidden.Add(new Span(open.Value.Line.Start, line.Start));
                    open = (words[1], line);
                    break;
                case ["end", var name, ..]:
                    fault ??= (line.Start, open is null ? $"the part '{name}' ends here and does not begin" : $"the part '{open.Value.Name}' ends as '{name}'");
                    hidden.Add(new Span(open?.Line.Start ?? (hidden.Count == 0 ? from : hidden[^1].End), line.End));
                    open = null;
                    break;
                default:
                    fault ??= (line.Start, "a mark of gigatrace that cannot be read");
                    hidden.Add(line);
                    break;
            }
        }

        if (open is { } last)
        {
            fault ??= (last.Line.Start, $"the part '{last.Name}' begins here and does not end");
            hidden.Add(new Span(last.Line.Start, text.Length));
        }

        return new GeneratedParts(parts, fault, hidden);
    }

    /// <summary>A sum of what a part says: white space, the dashes of a table's second row and where links lead do not count, since editors change them by themselves.</summary>
    public static string Sum(ReadOnlySpan<char> content)
    {
        var hash = 2166136261u;
        for (var at = 0; at < content.Length; at++)
        {
            var sign = content[at];
            if (char.IsWhiteSpace(sign) || (sign == '-' && at > 0 && content[at - 1] == '-')) continue;
            hash = (hash ^ sign) * 16777619u;
            if (sign != '[' || at == 0 || content[at - 1] != '[' || content[at..].IndexOf("]]", StringComparison.Ordinal) is not (> 0 and var length)) continue;
            var bar = content.Slice(at, length).IndexOf('|');
            at += bar > 0 ? bar : length - 1;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// What of a note is the person's: lines outside of the parts that are not blank, and properties that are not of ours. It stays the same when the parts are written anew.
    /// </summary>
    /// <param name="end">Where the front matter ends; 0 where there is none.</param>
    public static string Own(string text, int end, IReadOnlyList<Span> hidden)
    {
        var own = new System.Text.StringBuilder();
        var ours = false;
        foreach (var line in text[..end].Split('\n'))
        {
            if (line.Length > 0 && line[0] is not (' ' or '\t' or '-' or '#' or '\r')) ours = Keys.Contains(line.Split(':')[0].Trim(' ', '"', '\'')) || line.StartsWith("aliases:", StringComparison.Ordinal) || line.StartsWith("tags:", StringComparison.Ordinal);
            if (!ours || line.StartsWith('#')) Add(line);
        }

        var from = end;
        foreach (var part in hidden)
        {
            foreach (var line in text[from..Math.Max(from, part.Start)].Split('\n')) Add(line);
            from = Math.Max(from, part.End);
        }

        foreach (var line in text[from..].Split('\n')) Add(line);
        return own.ToString();

        void Add(string line)
        {
            if (line.AsSpan().Trim() is { Length: > 0 } said) _ = own.Append(said).Append('\n');
        }
    }

    /// <summary>The program writes into the note, so that its lines move.</summary>
    public static bool AreIn(string text) => text.Contains(Mark, StringComparison.Ordinal);

    public static string Begin(string name) => $"{Mark}begin {name} %%";

    public static string End(string name, ReadOnlySpan<char> content) => $"{Mark}end {name} {Sum(content)} %%";

    /// <summary>The part says what it said when it was written; one without a sum must be empty.</summary>
    public static bool IsAsWritten(string text, GeneratedPart part)
    {
        var content = text.AsSpan(part.Content.Start, part.Content.Length);
        return part.Sum is null ? content.IsWhiteSpace() : part.Sum == Sum(content);
    }

    /// <summary>Every line that is a mark: its place from the first sign to the last, and its words.</summary>
    private static IEnumerable<(Span Line, string[] Words)> Marks(string text, int from)
    {
        for (var at = text.IndexOf(Mark, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + Mark.Length, StringComparison.Ordinal))
        {
            var start = at;
            while (start > from && text[start - 1] is ' ' or '\t' or '>') start--;
            if (start > from && text[start - 1] is not ('\n' or '\r')) continue;
            var end = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var length ? at + length : text.Length;
            var close = text.AsSpan(at + Mark.Length, end - at - Mark.Length).IndexOf("%%", StringComparison.Ordinal);
            var words = close < 0 || !text.AsSpan(at + Mark.Length + close + 2, end - at - Mark.Length - close - 2).IsWhiteSpace() ? [] : text.Substring(at + Mark.Length, close).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return (new Span(at, end), words);
        }
    }

    private static int NextLine(string text, int end) => end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : Math.Min(end + 1, text.Length);
}
