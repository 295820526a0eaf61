using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Checks;

/// <summary>One value of a note put right.</summary>
/// <param name="Span">What is replaced.</param>
/// <param name="Text">In its place, written as the note writes it.</param>
/// <param name="Note">The mark of the footnote, without brackets: the same for the same evidence.</param>
/// <param name="Source">What the footnote says.</param>
internal sealed record Fix(Span Span, string Text, string Note, string Source);

/// <summary>
/// What can be put right for certain in a note: a number, a state or a year that stands alone in a cell, or a present figure in a sentence, where something newer
/// that has happened took its place. The value alone is replaced; its source is added as a footnote.
/// </summary>
internal static partial class Fixes
{
    private static readonly string[] States = ["planned", "announced", "proposed", "under construction", "in construction", "being built", "building", "operating", "running", "in operation", "paused", "on hold"];

    /// <summary>Null where it is not certain what to write, or where.</summary>
    public static Fix? Of(Document document, Problem problem)
    {
        if (problem.Objection is not { Kind: ObjectionKind.Superseded or ObjectionKind.Stale, Said: var said, Holds: { Weak: false, Undated: false, Modality: Modality.Actual, Inferred: null } holds } || said.Inferred is not null || problem.Silenced != Silenced.No) return null;
        var at = document.Text.FromCodePoint(said.Claim.Start);
        if (!document.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || document.PassageAt(at) is not { Kind: not PassageKind.Heading } passage || at < FrontMatterEnd(document.Text.Value)) return null;
        if (Found(document.Text, passage, said, holds) is not var (span, text) || IsWithin(document.Text.Value, span)) return null;
        return new Fix(span, text, "gt-" + holds.Id[..6], $"“{holds.Claim.Quote.ReplaceLineEndings(" ")}” {Evidence.Of(holds.Claim, null).Source}, {holds.Claim.Url ?? holds.Claim.Path}");
    }

    /// <summary>The note with all that can be put right; the same text where nothing can.</summary>
    public static string Apply(string text, IReadOnlyCollection<Fix> fixes)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        foreach (var fix in fixes.OrderByDescending(fix => fix.Span.Start)) text = $"{text[..fix.Span.Start]}{fix.Text}[^{fix.Note}]{text[fix.Span.End..]}";
        var missing = fixes.DistinctBy(fix => fix.Note).Where(fix => !text.Contains($"[^{fix.Note}]:", StringComparison.Ordinal)).OrderBy(fix => fix.Note, StringComparer.Ordinal).ToArray();
        if (missing.Length == 0) return text;
        var lines = string.Concat(missing.Select(fix => $"[^{fix.Note}]: {fix.Source}{end}"));
        return text.TrimEnd('\r', '\n') + end + end + lines;
    }

    private static (Span, string)? Found(SourceText text, Passage passage, Entry said, Entry holds)
    {
        if (said.Claim.Predicate is "status" || holds.Claim.Predicate is "status") return State(text, passage, said, holds);
        if (said.Claim is { Predicate: "milestone", When: not null }) return Date(text, passage, said, holds);
        return said.Value is ClaimValue.Number { Amount: var old } && holds.Value is ClaimValue.Number { Amount: var now } && said.Claim.Unit == holds.Claim.Unit && holds.Claim.Qualifier is null ? Number(text, passage, said, old, now) : null;
    }

    private static (Span, string)? State(SourceText text, Passage passage, Entry said, Entry holds)
    {
        if (Ladder.StepOf(holds.Claim) is not ("operating" or "under_construction" or "paused" or "cancelled" or "closed") || said.Claim.Predicate is not "status") return null;
        var cells = passage.Cells.Where(cell => States.Contains(text.Quote(cell).ToLowerInvariant())).ToArray();
        if (cells is not [var cell]) return null;
        var word = Phrases.Word(Ladder.StepOf(holds.Claim));
        return (cell, char.IsUpper(text.Value[cell.Start]) ? char.ToUpperInvariant(word[0]) + word[1..] : word);
    }

    /// <summary>A year for a year, a day for a day, alone in a cell.</summary>
    private static (Span, string)? Date(SourceText text, Passage passage, Entry said, Entry holds)
    {
        if (holds.Claim.When is not { Earliest: { } day, Latest: { } last } || said.Claim.When is not { Edtf: var edtf }) return null;
        var cells = passage.Cells.Where(cell => text.Quote(cell) == edtf).ToArray();
        if (cells is not [var cell]) return null;
        if (edtf.Length == 4 && day.Year == last.Year) return (cell, day.Year.ToString(CultureInfo.InvariantCulture));
        return edtf.Length == 10 && day == last ? (cell, Phrases.Day(day)) : null;
    }

    /// <summary>What is planned is not put right by another number, unless the number stands in a cell of its own.</summary>
    private static (Span, string)? Number(SourceText text, Passage passage, Entry said, decimal old, decimal now)
    {
        var cells = passage.Cells.Where(cell => Figure().IsMatch(text.Quote(cell)) && Written(text.Quote(cell)) == old).ToArray();
        var place = cells is [var only] ? only : passage.Cells.IsEmpty && said.Modality == Modality.Actual ? Around.SpanOf(text, said.Claim) : default;
        if (place.IsEmpty) return null;
        var numbers = Numbers().Matches(text.Quote(place)).Where(match => Amount(match.Value) == old).ToArray();
        if (numbers is not [var number]) return null;
        var value = new Span(place.Start + number.Index, place.Start + number.Index + number.Length);
        // In a cell the mark of the footnote comes behind the unit.
        return cells.Length == 0 ? (value, Like(number.Value, now)) : (place, text.Value[place.Start..value.Start] + Like(number.Value, now) + text.Value[value.End..place.End]);
    }

    /// <summary>The only number of a text; null where there is none, or more than one.</summary>
    private static decimal? Written(string text) => Numbers().Matches(text) is [var only] ? Amount(only.Value) : null;

    private static decimal? Amount(string written) => decimal.TryParse(written.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static string Like(string written, decimal amount) => Json.Plain(amount).ToString(written.Contains(',', StringComparison.Ordinal) || (amount >= 10_000 && !written.All(char.IsDigit)) ? "#,0.####" : "0.####", CultureInfo.InvariantCulture);

    /// <summary>In code, a link or a comment nothing is replaced.</summary>
    private static bool IsWithin(string text, Span span) => Kept().Matches(text).Any(match => match.Index < span.End && span.Start < match.Index + match.Length);

    private static int FrontMatterEnd(string text) => text.StartsWith("---", StringComparison.Ordinal) && text.IndexOf("\n---", 3, StringComparison.Ordinal) is > 0 and var end ? end + 4 : 0;

    [GeneratedRegex(@"^\D{0,2}\d[\d,.]*\s*(GWh|GWh/yr|GWh a year|jobs|people)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(,\d{3})+(\.\d+)?|(?<![\d.,])\d+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?<fence>```+|~~~+)[^\n]*\n.*?(^\k<fence>[^\n]*$|\z)|`[^`\n]+`|<!--.*?(-->|\z)|%%.*?(%%|\z)|\[\[[^\]\n]*\]\]|\[[^\[\]\n]*\]\([^()\n]*\)|<[^<>\n]+>|https?://\S+", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Kept();
}

/// <summary>A note put right.</summary>
/// <param name="Path">As the file was given.</param>
public sealed record Mended(string Path, string Before, string After, int Values)
{
    private const int Context = 3;

    /// <summary>Of all notes of which something can be put right, by path.</summary>
    public static ImmutableArray<Mended> Of(Checked found, IEnumerable<Note> notes)
    {
        ArgumentNullException.ThrowIfNull(found);
        var problems = found.Told.ToLookup(problem => problem.Path, StringComparer.Ordinal);
        return [.. notes.Select(note => Of(note, problems[note.Document.Path])).OfType<Mended>().OrderBy(mended => mended.Path, StringComparer.Ordinal)];
    }

    private static Mended? Of(Note note, IEnumerable<Problem> problems)
    {
        var fixes = problems.Select(problem => Fixes.Of(note.Document, problem)).OfType<Fix>().DistinctBy(fix => fix.Span).ToArray();
        var before = note.Document.Text.Value;
        return fixes.Length == 0 ? null : new Mended(note.Document.Path, before, Fixes.Apply(before, fixes), fixes.Length);
    }

    /// <summary>A unified diff: values are replaced within their lines and footnotes come at the end, so that lines stay side by side.</summary>
    public string Diff()
    {
        var (old, now) = (Before.Split('\n'), After.Split('\n'));
        // What follows the last line break is no line.
        if (old[^1].Length == 0) old = old[..^1];
        if (now[^1].Length == 0) now = now[..^1];
        var text = new System.Text.StringBuilder($"--- a/{Path}\n+++ b/{Path}\n");
        int[] changed = [.. Enumerable.Range(0, Math.Max(old.Length, now.Length)).Where(at => at >= old.Length || at >= now.Length || old[at] != now[at])];
        for (var at = 0; at < changed.Length;)
        {
            var last = at;
            while (last + 1 < changed.Length && changed[last + 1] - changed[last] <= 2 * Context) last++;
            Hunk(text, old, now, Math.Max(0, changed[at] - Context), changed[last] + Context + 1);
            at = last + 1;
        }

        return text.ToString();
    }

    private static void Hunk(System.Text.StringBuilder text, string[] old, string[] now, int from, int to)
    {
        var (oldTo, nowTo) = (Math.Min(to, old.Length), Math.Min(to, now.Length));
        text.Append(CultureInfo.InvariantCulture, $"@@ -{from + 1},{oldTo - from} +{from + 1},{nowTo - from} @@\n");
        for (var at = from; at < nowTo || at < oldTo; at++)
        {
            if (at < oldTo && at < nowTo && old[at] == now[at])
            {
                text.Append(' ').Append(old[at]).Append('\n');
                continue;
            }

            if (at < oldTo) text.Append('-').Append(old[at]).Append('\n');
            if (at < nowTo) text.Append('+').Append(now[at]).Append('\n');
        }
    }
}
