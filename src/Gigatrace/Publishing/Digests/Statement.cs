using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Digests;

/// <summary>One thing that is said, by claims of one text or by a finding, as digests tell it.</summary>
public sealed record Statement
{
    public required string Subject { get; init; }

    public required string Predicate { get; init; }

    public ClaimValue? Value { get; init; }

    public string? Unit { get; init; }

    public string? Object { get; init; }

    public string? Kind { get; init; }

    public string? Basis { get; init; }

    public string? Qualifier { get; init; }

    public string? Product { get; init; }

    public string? Region { get; init; }

    public ImmutableArray<string> Models { get; init; } = [];

    public When? When { get; init; }

    public Modality Modality { get; init; }

    public string? Attribution { get; init; }

    /// <summary>A machine wrote every passage that says so.</summary>
    public bool AiGenerated { get; init; }

    /// <summary>Ids of the claims that say so, best first; never empty.</summary>
    public required ImmutableArray<string> Claims { get; init; }

    /// <summary>Where in its text it is first said, from 0 at the beginning to 1 at the end; 0 where it is not of one text.</summary>
    public double Position { get; init; }

    /// <summary>Which story of a round-up says so; 0 outside one.</summary>
    public int Story { get; init; }

    /// <summary>It was meant, and its time is past or the plant is given up: told as something that was to be.</summary>
    public bool IsPast { get; init; }

    /// <summary>Null for a predicate that has no word.</summary>
    public string? Word => Value is ClaimValue.Text text ? text.Word : null;

    public static Statement Of(Finding finding, Claim? best) => new()
    {
        Subject = finding.Subject, Predicate = finding.Predicate, Value = finding.Value, Unit = finding.Unit, Object = finding.Object, Kind = finding.Kind, Basis = finding.Basis, Qualifier = finding.Qualifier,
        Product = best?.Product, Region = best?.Region, Models = finding.Models, When = finding.Valid, Modality = finding.Modality, AiGenerated = best?.AiGenerated == true, Claims = finding.Supports,
    };

    /// <summary>What one document says, in its order, a thing once however often it is said: as people wrote it, before what a machine did.</summary>
    /// <param name="claims">Of that document.</param>
    public static ImmutableArray<Statement> All(Document document, IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Past(
        [
            .. claims.Select(claim => (Claim: claim, Story: StoryOf(document, claim))).GroupBy(one => (one.Story, Key(one.Claim)))
                .Select(group => Of(document, group.Key.Story, [.. group.Select(one => one.Claim).OrderBy(claim => claim.AiGenerated).ThenBy(claim => claim.Modality).ThenBy(claim => claim.Start).ThenBy(claim => claim.Id, StringComparer.Ordinal)]))
                .OrderBy(statement => statement.Position),
        ], document.Published?.Latest ?? document.Published?.Earliest);
    }

    /// <summary>The same, each knowing whether its time is past.</summary>
    /// <param name="day">The day of the text or the question; null where there is none.</param>
    internal static ImmutableArray<Statement> Past(ImmutableArray<Statement> all, DateOnly? day)
    {
        var over = all.Where(one => one is { Modality: Modality.Actual, Predicate: "status" or "milestone", Word: "cancelled" or "closed" }).Select(one => (one.Story, one.Subject)).ToHashSet();
        return [.. all.Select(one => one.Modality == Modality.Planned && (over.Contains((one.Story, one.Subject)) || (IsTarget(one) && one.When?.Latest < day)) ? one with { IsPast = true } : one)];
    }

    /// <summary>Its time is when it is to be so. Of an order or a grant it is as often the day on which it was agreed.</summary>
    private static bool IsTarget(Statement one) => one.Predicate is "milestone" or "status" or "capacity" or "vehicles" or "jobs" or "market_share";

    private static Statement Of(Document document, int story, IReadOnlyList<Claim> claims) =>
        Of(claims) with { Position = (double)claims.Min(claim => claim.Start) / Math.Max(1, document.Text.CodePoints), Story = story };

    /// <summary>What claims say that say the same, in the words of the first.</summary>
    internal static Statement Of(IReadOnlyList<Claim> claims)
    {
        var first = claims[0];
        return new Statement
        {
            Subject = first.Subject, Predicate = first.Predicate, Value = first.Value, Unit = first.Unit, Object = first.Object, Kind = first.Kind, Basis = first.Basis, Qualifier = first.Qualifier,
            Product = first.Product, Region = first.Region, Models = [.. claims.SelectMany(claim => claim.Models).Distinct(StringComparer.Ordinal)],
            When = first.When ?? claims.Select(claim => claim.When).FirstOrDefault(when => when is not null), Modality = first.Modality, Attribution = first.Attribution,
            AiGenerated = first.AiGenerated, IsPast = first.Modality == Modality.Planned && Bases.SpeaksOfThePast(first.Quote), Claims = [.. claims.Select(claim => claim.Id)],
        };
    }

    /// <summary>Two claims with one key say the same. A milestone is one whether meant or come; what is denied is another thing than what is so.</summary>
    private static (string, string, ClaimValue?, string?, bool) Key(Claim claim) => (claim.Subject, claim.Predicate, claim.Value, claim.Object, claim.Modality == Modality.Denied);

    private static int StoryOf(Document document, Claim claim)
    {
        if (document.Stories.IsEmpty || claim.Start > document.Text.CodePoints) return 0;
        return document.PassageAt(document.Text.FromCodePoint(claim.Start))?.Story ?? 0;
    }
}
