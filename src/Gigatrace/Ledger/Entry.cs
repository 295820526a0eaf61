using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Ledger;

/// <summary>How good a source is, best first: the ranks of <c>knowledge/sources.tsv</c>.</summary>
internal enum Tier
{
    /// <summary>A filing, a register, or the company's or authority's own release.</summary>
    Primary = 1,
    News,
    Blog,
    Unknown,
    Note,
    AiGenerated,

    /// <summary>A note that is being checked: whatever else was said counts before it.</summary>
    Checked,
}

/// <summary>A claim as reconciling sees it: whom it is about by today's grouping, since when it is known, and how good its source is.</summary>
internal sealed record Entry
{
    public required Claim Claim { get; init; }

    public required Predicate Predicate { get; init; }

    /// <summary>The entity's printed name.</summary>
    public required string Subject { get; init; }

    /// <summary>The other side's printed name.</summary>
    public string? Object { get; init; }

    public string? Inferred { get; init; }

    /// <summary>Of a parent: its own owners and theirs, by the lexicon.</summary>
    public IReadOnlyCollection<string> Above { get; init; } = [];

    public string? Basis { get; init; }

    /// <summary>The first day on which it counts: publication, or recording where the document has no date.</summary>
    public required DateOnly Known { get; init; }

    /// <summary>Its document has no date.</summary>
    public required bool Undated { get; init; }

    public string Id => Claim.Id;

    public Modality Modality => Claim.Modality;

    public ClaimValue? Value => Claim.Value;

    public Tier Tier { get; private init; }

    /// <summary>A private note or machine-written text: alone it never moves a state or a plan.</summary>
    public bool Weak { get; private init; }

    /// <summary>Whose word it is: the publisher or its house, of a copy that of its original; a document without a publisher is its own.</summary>
    public string Publisher { get; private init; } = "";

    /// <summary>The day the statement holds for, as late as it can be; the day it was published where the text gives none. Never later than known for what is so.</summary>
    public DateOnly Valid { get; private init; }

    /// <summary>A text that itself dates an older state or plan, or says that it was one: it disagrees with nothing.</summary>
    public bool Historic { get; private init; }

    /// <summary>Two entries are equal when they are of one claim.</summary>
    public bool Equals(Entry? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public static Entry Of(Claim claim, Predicate predicate, string subject, string? other, string? inferred, DateOnly? recorded, Signed? original = null, SourceSettings? sources = null)
    {
        sources ??= SourceSettings.Default;
        var rank = sources.RankOf(claim);
        var published = claim.Published?.Latest ?? claim.Published?.Earliest;
        return new Entry
        {
            Claim = claim,
            Predicate = predicate,
            Subject = subject,
            Object = other,
            Inferred = inferred,
            Basis = claim.Basis ?? Bases.Of(claim),
            Known = published ?? recorded ?? DateOnly.MinValue,
            Undated = published is null,
            Tier = (Tier)rank.Rank,
            Weak = !rank.Moves,
            Publisher = sources.VoiceOf(original is null ? claim.Publisher : original.Publisher) ?? "document " + (original?.Id ?? claim.DocumentId),
            Valid = ValidOf(claim, published),
            Historic = IsHistoric(claim, claim.Published?.Earliest),
        };
    }

    /// <summary>The same as said by a note that is being checked: it moves nothing and is nobody's word.</summary>
    /// <param name="day">The day that is asked for. A note that speaks from it has no date of its own, so it may have been written before its targets were over.</param>
    public Entry AsChecked(DateOnly day) => this with { Historic = Historic && !(Claim.Predicate is "milestone" && Claim.Published?.Earliest == day), Tier = Tier.Checked, Weak = true, Publisher = "\u0000checked" };

    /// <summary>The first day on which a claim counts; null where its document has no date and nothing says when it was recorded.</summary>
    /// <param name="recorded">The day its document was recorded.</param>
    public static DateOnly? KnownOn(Claim claim, DateOnly? recorded) => claim.Published?.Latest ?? claim.Published?.Earliest ?? recorded;

    private static DateOnly ValidOf(Claim claim, DateOnly? published)
    {
        var when = claim.When?.Latest ?? claim.When?.Earliest;
        if (claim.Modality != Modality.Actual) return when ?? published ?? DateOnly.MinValue;
        return when is { } day && !(published < day) ? day : published ?? when ?? DateOnly.MinValue;
    }

    private static bool IsHistoric(Claim claim, DateOnly? published)
    {
        var dated = claim.When?.Latest is { } said && published is { } day &&
            (claim.Modality == Modality.Actual && !IsStretch(claim.When) ? said.AddDays(180) < day : said < day);
        return dated || (claim.Modality != Modality.Actual && !claim.IsRow && Bases.SpeaksOfThePast(claim.Quote));
    }

    /// <summary>From one day to another: its end is said, so it is over after it.</summary>
    private static bool IsStretch(When when) => when is { Earliest: not null, Latest: not null } && when.Edtf.Contains('/', StringComparison.Ordinal);
}

/// <summary>Independent sources: a publisher counts once, and so do copies of one text.</summary>
internal static class Sources
{
    public static int Count(IEnumerable<Entry> entries)
    {
        var publishers = new HashSet<string>(StringComparer.Ordinal);
        var quotes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries.OrderBy(entry => entry.Known).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            var quote = Vocabulary.Fold(entry.Claim.Quote);
            if (quotes.TryGetValue(quote, out var first) && first != entry.Publisher) continue;
            quotes.TryAdd(quote, entry.Publisher);
            publishers.Add(entry.Publisher);
        }

        return publishers.Count;
    }

    /// <summary>Best source first, then the first to say it.</summary>
    public static ImmutableArray<Entry> BestFirst(IEnumerable<Entry> entries) =>
        [.. entries.OrderBy(entry => entry.Tier).ThenBy(entry => entry.Known).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
}
