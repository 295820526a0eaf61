using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Checks;

/// <summary>A note that is checked: its text, and what it claims.</summary>
/// <param name="Relative">Its path below the vault, with forward slashes.</param>
public sealed partial record Note(Document Document, ImmutableArray<Claim> Claims, string Relative)
{
    private static readonly SourceKind[] Published = [SourceKind.News, SourceKind.Blog, SourceKind.Release, SourceKind.Filing, SourceKind.Register];

    /// <summary>A saved article speaks for its publisher, not for whoever keeps it: it is not checked, and may be evidence.</summary>
    public bool IsClipping => IsClippingOf(Document.SourceKind, Document.Publisher ?? Document.Url);

    /// <param name="from">Who published it, or where; null where it does not say.</param>
    public static bool IsClippingOf(SourceKind kind, string? from) => from is not null && Array.IndexOf(Published, kind) >= 0;

    /// <summary>
    /// Its claims, each with the day from which the note speaks: that of its last change, else the day of the check. Each passage of it speaks for itself: what a
    /// note says in one line does not excuse another.
    /// </summary>
    public IReadOnlyList<Claim> Dated(DateOnly day)
    {
        var said = Later(Document.Published, Document.Updated) ?? When.Day(day);
        return [.. Claims.Where(claim => !IsImplied(claim) && !IsSource(claim)).Select(claim => claim with
        {
            DocumentId = $"{claim.DocumentId}#{PassageOf(claim)}",
            Published = said,
            SourceKind = SourceKind.Note,
            When = claim.When ?? Event(claim)?.When ?? (Ahead(claim, said) is { } year ? When.By(When.Year(year)) : null),
            Modality = claim.Modality == Modality.Actual && (Ahead(claim, said) is not null || claim.When is { Earliest: null, Latest: { } last } && last > said.Latest) ? Modality.Planned : claim.Modality,
        })];
    }

    /// <summary>A footnote at the end of a note names a source, whose words are not the note's.</summary>
    private bool IsSource(Claim claim)
    {
        var (text, at) = (Document.Text.Value, Document.Text.FromCodePoint(claim.Start));
        var from = Around.LineStart(text, at);
        return text.AsSpan(from).StartsWith("[^", StringComparison.Ordinal) && text.AsSpan(from, at - from).Contains("]:", StringComparison.Ordinal);
    }

    private int PassageOf(Claim claim)
    {
        var at = Document.Text.FromCodePoint(claim.Start);
        for (var i = 0; i < Document.Passages.Length; i++)
        {
            if (Document.Passages[i].Span is var span && span.Start <= at && at < span.End) return i;
        }

        return -1;
    }

    /// <summary>"50 GWh by 2030": the year to come that the words name of a figure without a time; null where they name none.</summary>
    private static int? Ahead(Claim claim, When said) =>
        claim.When is null && ByYear().Match(claim.Quote) is { Success: true } match && int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var year && year > said.Latest?.Year ? year : null;

    /// <summary>Words by which a works is still to be built: "will make cells" may be said of one that is being built.</summary>
    [GeneratedRegex(@"\b(plan\w*|announce\w*|(to|will|would|wants to|intends to) (be )?(buil[dt]|erect\w*|set up|open)|project\w*|not (yet )?(open\w*|built|begun))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plan();

    [GeneratedRegex(@"\bsince\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Since();

    [GeneratedRegex(@"\b(by|until|from) (the end of |early |mid-|late )?(?<year>20\d\d)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ByYear();

    /// <summary>"Paused in September 2023": the dated event by which the same words give a state, which was so then; null where there is none, and for what has been so "since".</summary>
    private Claim? Event(Claim status) => status.Predicate is not "status" || status.Modality != Modality.Actual ? null
        : Beside(status).FirstOrDefault(claim => claim is { Modality: Modality.Actual, When: not null } && !Since().IsMatch(claim.Quote) && Ledger.Ladder.StepOf(claim) == Ledger.Ladder.StepOf(status));

    /// <summary>"First cells at the end of 2026": that something is meant says by itself nothing of where the plant stands.</summary>
    private bool IsImplied(Claim status) => status is { Predicate: "status", Modality: Modality.Planned } &&
        (status.Rule is "status.implied" || !Plan().IsMatch(status.Quote) || (!status.Quote.Contains("plan", StringComparison.OrdinalIgnoreCase) && Beside(status).Any(claim => claim.Modality == Modality.Planned)));

    /// <summary>Milestones of the same plant in the same words.</summary>
    private IEnumerable<Claim> Beside(Claim status) => Claims.Where(claim => claim.Predicate is "milestone" && claim.Subject == status.Subject && claim.Start < status.End && status.Start < claim.End);

    private static When? Later(When? one, When? other) => one?.Latest is null ? other?.Latest is null ? null : other : other?.Latest > one.Latest ? other : one;
}
