using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Exchange;

/// <summary>What a person typed of a claim; null for what was not typed.</summary>
public sealed record TypedClaim
{
    public string? Subject { get; init; }

    public string? Part { get; init; }

    public string? Predicate { get; init; }

    /// <summary>A number, two with a dash between them, or a word.</summary>
    public string? Value { get; init; }

    public string? Unit { get; init; }

    public string? Object { get; init; }

    public string? Kind { get; init; }

    public string? Basis { get; init; }

    public string? Qualifier { get; init; }

    public string? Product { get; init; }

    public string? Level { get; init; }

    public string? Region { get; init; }

    /// <summary>EDTF or its shorthand.</summary>
    public string? When { get; init; }

    public string? Modality { get; init; }

    public string? Attribution { get; init; }
}

/// <summary>Where a claim that a person enters stands: nothing is held without its words.</summary>
/// <param name="Address">A web address, or a citation in words.</param>
public sealed record TypedSource(string Quote, string Address, string? Publisher, When? Published, SourceKind Kind);

/// <summary>Claims that people enter: each is a document of its own, whose text is the words it rests on and where they stand.</summary>
public static class EnteredClaims
{
    public const string Rule = "entered";

    private const string Corrected = "corrected.";

    /// <summary>The document and its claim, or what is wrong, a sentence each.</summary>
    public static (Document? Document, Claim? Claim, ImmutableArray<string> Problems) Add(TypedClaim typed, TypedSource source)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(source);
        var blank = new Claim { Id = "", DocumentId = "", Doc = "", Path = "", Subject = "", Predicate = "", Quote = source.Quote.Trim(), Start = 0, End = 0, Rule = Rule };
        var (claim, problems) = Over(blank, typed);
        return problems.IsEmpty ? Sealed(claim, source) : (null, null, problems);
    }

    /// <summary>The same claim with another content; source and quote stay.</summary>
    public static (Document? Document, Claim? Claim, ImmutableArray<string> Problems) Correct(Claim old, TypedClaim typed)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(typed);
        var (claim, problems) = Over(old with { Rule = Corrected + old.Id }, typed);
        if (problems.IsEmpty && claim == old with { Rule = claim.Rule }) problems = ["nothing of it is changed"];
        return problems.IsEmpty ? Sealed(claim, new TypedSource(old.Quote, old.Url ?? old.Path, old.Publisher, old.Published, old.SourceKind)) : (null, null, problems);
    }

    /// <summary>The id of the claim that this one corrects; null for any other.</summary>
    public static string? Corrects(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Rule.StartsWith(Corrected, StringComparison.Ordinal) ? claim.Rule[Corrected.Length..] : null;
    }

    private static (Claim, ImmutableArray<string>) Over(Claim claim, TypedClaim typed)
    {
        var problems = new List<string>();
        var predicate = typed.Predicate ?? claim.Predicate;
        var made = claim with
        {
            Subject = typed.Subject?.Trim() ?? claim.Subject,
            Part = typed.Part ?? claim.Part,
            Predicate = predicate,
            Value = typed.Value is null ? claim.Value : Value(typed.Value.Trim(), Predicates.Find(predicate)),
            Unit = typed.Unit ?? claim.Unit ?? (Predicates.Find(predicate)?.Unit is { } unit and not "currency" ? unit : null),
            Object = typed.Object?.Trim() ?? claim.Object,
            Kind = typed.Kind ?? claim.Kind,
            Basis = typed.Basis ?? claim.Basis,
            Qualifier = typed.Qualifier ?? claim.Qualifier,
            Product = typed.Product ?? claim.Product,
            Level = typed.Level ?? claim.Level,
            Region = typed.Region ?? claim.Region,
            When = typed.When is null ? claim.When : Time(typed.When, problems),
            Modality = typed.Modality is null ? claim.Modality : Meant(typed.Modality, problems),
            Attribution = typed.Attribution ?? claim.Attribution,
            AsWritten = typed.Value is null ? claim.AsWritten : null,
        };
        if (made.Subject.Length == 0) problems.Add("it needs a subject");
        if (made.Quote.Length == 0) problems.Add("it needs a quote: the words that say so");
        problems.AddRange(Vocabularies.Problems(made));
        return (made, [.. problems]);
    }

    private static (Document, Claim, ImmutableArray<string>) Sealed(Claim claim, TypedSource source)
    {
        var text = $"{claim.Quote}\n\n{source.Address}\n";
        var url = Uri.TryCreate(source.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? source.Address : null;
        var bare = NewDocument.Of("entered", "entered", text, source.Publisher, source.Published?.Edtf, ClaimLines.Write(claim with { Id = "", DocumentId = "", Doc = "", Path = "", Url = null, Publisher = null, Published = null, SourceKind = SourceKind.Unknown, Start = 0, End = 0 }));
        var document = bare with
        {
            Name = $"entered-{bare.Id}", Path = $"entered/{bare.Id}.txt", Url = url, Publisher = source.Publisher, Published = source.Published, SourceKind = source.Kind,
            Title = url is null && source.Address != claim.Path ? source.Address : null, Passages = [new Passage { Span = new Span(0, claim.Quote.Length), Kind = PassageKind.Paragraph }],
        };
        return (document, RowClaims.Identified(RowClaims.Sealed(claim, document, new Span(0, claim.Quote.Length))), []);
    }

    private static ClaimValue Value(string typed, Predicate? predicate)
    {
        if (predicate?.Type == Ledger.ValueType.Word) return new ClaimValue.Text(typed);
        if (Number(typed) is { } one) return new ClaimValue.Number(one);
        var dash = typed.Length == 0 ? -1 : typed.AsSpan(1).IndexOfAny('-', '–') + 1;
        return dash > 0 && Number(typed[..dash]) is { } low && Number(typed[(dash + 1)..]) is { } high ? new ClaimValue.Range(low, high) : new ClaimValue.Text(typed);
    }

    private static decimal? Number(string typed) => decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static When? Time(string typed, List<string> problems)
    {
        if (When.FromLoose(typed) is { } when) return when;
        problems.Add($"\"{typed}\" is no time; write 2025-06-03, 2025-06, 2025, 2025-Q2, 2025-early or ../2030 (by 2030)");
        return null;
    }

    private static Modality Meant(string typed, List<string> problems)
    {
        if (Modalities.Find(typed) is { } modality) return modality;
        problems.Add($"\"{typed}\" is no modality; there are {string.Join(", ", Vocabularies.Words("", "modality")!.Value)}");
        return Modality.Actual;
    }
}
