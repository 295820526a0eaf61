using Gigatrace.Claims;

namespace Gigatrace.Identity;

internal enum FactKind
{
    /// <summary>A claim has the name as its subject.</summary>
    Subject,

    /// <summary>A claim has the name as its other side.</summary>
    Object,

    /// <summary>Said of it is what only persons, plants or companies have, or what mostly plants have.</summary>
    OfPerson,
    OfPlant,
    OfMostlyPlants,
    OfCompany,

    /// <summary>Detail: the name of an owner.</summary>
    Owner,

    /// <summary>Detail: a part that a claim on it says; empty where it says none.</summary>
    Part,

    /// <summary>Detail: a part as said, a tab, and a day on which it is known to run.</summary>
    Runs,

    /// <summary>Detail: a part of a site as said ("site" the whole; empty where only the name can say it), a tab, and a figure that a claim gives it.</summary>
    Figure,

    /// <summary>Detail: a place at the end of the name, a tab, and the broader place that a text names behind it: "Smyrna, Tennessee".</summary>
    Within,
}

/// <summary>
/// Something that a claim says and by which names and sites are grouped. Claims are grouped by the facts that are known on a day and by
/// nothing else, so the grouping changes only on a day on which a fact first becomes known.
/// </summary>
internal readonly record struct Fact(FactKind Kind, string Name, string Detail)
{
    private static readonly string[] OfPersons = ["role"];
    private static readonly string[] OfPlants = ["status", "milestone", "vehicles", "operator"];
    private static readonly string[] OfMostlyPlants = ["capacity", "investment", "jobs"];
    private static readonly string[] OfCompanies = ["founded", "parent", "partnership", "market_share", "rank", "headquarters", "competitor", "insolvency"];

    /// <summary>What a claim says of its subject; of its other side only that it is named.</summary>
    public static IEnumerable<Fact> Of(Claim claim, NameTable table, Places places)
    {
        var name = claim.Subject;
        var part = PartSaid(claim) ?? "";
        yield return new Fact(FactKind.Subject, name, "");
        if (Saying(claim.Predicate) is { } kind) yield return new Fact(kind, name, "");
        if (claim.Object is { Length: > 0 } owner && claim is { Predicate: "parent" or "acquired", Modality: Modality.Actual }) yield return new Fact(FactKind.Owner, name, owner);
        yield return new Fact(FactKind.Part, name, part);
        if (RunsFrom(claim) is { } day) yield return new Fact(FactKind.Runs, name, $"{part}\t{day:yyyy-MM-dd}");
        if ((part.Length > 0 || claim.Part is "site" || name is [.., ' ', >= '2' and <= '9']) && Parts.FigureOf(claim) is { } figure) yield return new Fact(FactKind.Figure, name, $"{(claim.Part is "site" ? "site" : part)}\t{figure}");
        foreach (var within in Within(claim, table, places)) yield return new Fact(FactKind.Within, name, within);
        if (claim.Object is { Length: > 0 } other) yield return new Fact(FactKind.Object, other, "");
    }

    /// <summary>A part that the claim says beside its subject's name: "2" to "9".</summary>
    public static string? PartSaid(Claim claim) => claim.Part is [>= '2' and <= '9'] ? claim.Part : null;

    /// <summary>The day by which the plant runs, if the claim is right; null where it does not say so.</summary>
    private static DateOnly? RunsFrom(Claim claim)
    {
        if (claim.Modality != Modality.Actual || claim.Value is not ClaimValue.Text { Word: var word }) return null;
        var runs = claim.Predicate is "status" ? word is "operating" : claim.Predicate is "milestone" && word is "production_start" or "inauguration" or "full_production";
        return runs ? claim.When?.Latest ?? claim.When?.Earliest ?? claim.Published?.Latest : null;
    }

    private static FactKind? Saying(string predicate) =>
        Array.IndexOf(OfPersons, predicate) >= 0 ? FactKind.OfPerson
        : Array.IndexOf(OfPlants, predicate) >= 0 ? FactKind.OfPlant
        : Array.IndexOf(OfMostlyPlants, predicate) >= 0 ? FactKind.OfMostlyPlants
        : Array.IndexOf(OfCompanies, predicate) >= 0 ? FactKind.OfCompany : null;

    private static IEnumerable<string> Within(Claim claim, NameTable table, Places places)
    {
        if (!claim.Quote.Contains(", ", StringComparison.Ordinal)) yield break;
        foreach (var place in PlantName.Readings(claim.Subject, table, places).Select(plant => plant.Place).Distinct(StringComparer.Ordinal))
        {
            for (var at = Find(0); at >= 0; at = Find(at + 1))
            {
                if (Broad(claim.Quote.AsSpan(at + place.Length + 2), places) is { } broad) yield return $"{place}\t{NameTable.Key(broad)}";
            }

            int Find(int from) => claim.Quote.IndexOf(place + ", ", from, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>The longest name of a region or country, of three words at most, that a text begins with.</summary>
    private static string? Broad(ReadOnlySpan<char> text, Places places)
    {
        string? found = null;
        for (var (end, words) = (0, 0); end <= text.Length && words < 3; end++)
        {
            if (end < text.Length && (char.IsLetter(text[end]) || text[end] is '-' or '\'' or '’')) continue;
            if (end > 0 && places.Find(text[..end].ToString()) is [{ Level: not PlaceLevel.Local }, ..]) found = text[..end].ToString();
            if (end < text.Length && text[end] != ' ') break;
            words++;
        }

        return found;
    }
}
