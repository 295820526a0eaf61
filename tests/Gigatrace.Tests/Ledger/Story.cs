using Gigatrace.Claims;
using Gigatrace.Identity;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

/// <summary>Documents and what they say, in one line each; makers and most places are made up.</summary>
internal sealed class Story
{
    private static readonly PlaceInfo[] Gazetteer =
    [
        new("Albania", PlaceLevel.Country, null, "Albania"), new("Peru", PlaceLevel.Country, null, "Peru"), new("Utopia", PlaceLevel.Region, "Utopia", "Peru"),
        new("Durres", PlaceLevel.Local, "Durres County", "Albania"), new("Vlora", PlaceLevel.Local, "Vlora County", "Albania"),
        new("Ica", PlaceLevel.Local, "Utopia", "Peru"), new("Springwell", PlaceLevel.Local, "Elsewhere", "Ireland"), new("Springwell", PlaceLevel.Local, "Utopia", "Peru"),
    ];

    private readonly List<Claim> _claims = [];
    private Claim _document = Blank("d0", null, "Daily", SourceKind.News);

    public List<Judgement> Judgements { get; } = [];

    public Dictionary<string, DateOnly> Recorded { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Claim> Claims => _claims;

    public static Knowledge Knowledge { get; } = new(
        new NameTable(
        [
            ["Voltara", "cell_maker", "Voltara Energy|Grune Voltara", "Grune Group [2019/..]"],
            ["Grune Group", "investor", "=Grune", ""],
            ["Lumen Cars", "car_maker", "=LMN", ""],
            ["Lumen Power", "cell_maker", "", "Lumen Cars"],
        ]),
        new Places(name => Gazetteer.Where(place => NameTable.Key(place.Name) == NameTable.Key(name)).ToArray()));

    /// <summary>A new document. Dates are EDTF; null for an undated one.</summary>
    public Story On(string? published, string publisher, SourceKind kind = SourceKind.News)
    {
        _document = Blank($"d{_claims.Count}-{publisher}", published, publisher, kind);
        return this;
    }

    /// <summary>A claim of the present document. A number, a (low, high) range or a word is its value.</summary>
    public Story Says(
        string subject, string predicate, object? value = null, string? unit = null, string? other = null, string? when = null, Modality modality = Modality.Actual,
        string? basis = null, string? qualifier = null, string? part = null, string? region = null, string? product = null, string? level = null, string? kind = null,
        string? quote = null, bool ai = false)
    {
        var claim = _document with
        {
            Id = $"{_claims.Count:00}",
            Subject = subject,
            Predicate = predicate,
            Value = ValueOf(value),
            Unit = unit ?? (predicate is "capacity" ? "GWh/yr" : predicate is "market_share" or "stake" ? "percent" : null),
            Object = other,
            When = Time(when),
            Modality = modality,
            Basis = basis,
            Qualifier = qualifier,
            Part = part,
            Region = region,
            Product = product,
            Level = level,
            Kind = kind,
            AiGenerated = ai,
            Quote = quote ?? $"words of {_document.Doc} on {subject}, {predicate} {value} {other} {when}",
        };
        _claims.Add(claim);
        return this;
    }

    public Story Judge(Verdict verdict, string first, string? second = null, bool withdrawn = false)
    {
        Judgements.Add(new Judgement($"j{Judgements.Count}", verdict, first, second, "because", "Ann", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Judgements.Count), withdrawn));
        return this;
    }

    public State State(string? asOf = null) => Reconcile.Run(_claims, Judgements, asOf is null ? null : DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Recorded, Knowledge);

    public PlantState Plant(string name, string? asOf = null) => State(asOf).Plants.Single(plant => plant.Name == name);

    /// <summary>One line for each disagreement: kind, subject, predicate, the claim that holds and those against it.</summary>
    public IEnumerable<string> Disagreements(string? asOf = null) =>
        State(asOf).Disagreements.Select(row => $"{row.Kind.ToString().ToLowerInvariant()} {row.Subject} {row.Predicate} {row.Holds} | {string.Join(' ', row.Against)}");

    public static When? Time(string? edtf) => edtf is null ? null : When.TryParse(edtf, out var when) ? when : throw new ArgumentException(edtf, nameof(edtf));

    public static ClaimValue? ValueOf(object? value) => value switch
    {
        null => null,
        int number => new ClaimValue.Number(number),
        double number => new ClaimValue.Number((decimal)number),
        (int low, int high) => new ClaimValue.Range(low, high),
        _ => new ClaimValue.Text(value.ToString()!),
    };

    private static Claim Blank(string doc, string? published, string publisher, SourceKind kind) => new()
    {
        Id = "", DocumentId = doc, Doc = doc, Path = doc + ".txt", Publisher = publisher, SourceKind = kind, Published = Time(published), Subject = "", Predicate = "", Quote = "", Start = 0, End = 1, Rule = "test",
    };
}
