using System.Collections.Immutable;
using System.Globalization;

namespace Gigatrace.Identity;

/// <summary>What is known of one name when it is compared.</summary>
/// <param name="Name">As written.</param>
/// <param name="Listed">The common name by the lexicon; null where it is not on the list.</param>
/// <param name="Person">Names a person: its parts may stand in another order.</param>
/// <param name="Parents">Cores of everyone who owned it, by the lexicon or by claims.</param>
/// <param name="Places">Keys of the places where it has plants.</param>
internal sealed record NameForm(string Name, NameText Text, string? Listed, bool Person, IReadOnlySet<string> Parents, IReadOnlySet<string> Places)
{
    public static NameForm Of(UsedName used, NameTable table)
    {
        var text = table.Words.Read(used.Name, used.Person);
        return new NameForm(used.Name, text, used.Person ? null : table.FindWithoutForm(used.Name), used.Person, used.Parents, used.Places) { Partners = used.Person ? [] : [.. PartnersOf(used.Name, table)] };
    }

    /// <summary>"A-B", a venture that is called by its two partners: the cores of both, in one order, a line feed between them; for each hyphen with a name on either side.</summary>
    public ImmutableArray<string> Partners { get; private init; } = [];

    private static IEnumerable<string> PartnersOf(string name, NameTable table)
    {
        for (var at = name.IndexOf('-', StringComparison.Ordinal); at >= 0; at = name.IndexOf('-', at + 1))
        {
            if (at == 0 || at + 1 == name.Length || !char.IsLetterOrDigit(name[at - 1]) || !char.IsUpper(name[at + 1])) continue;
            string[] cores = [CoreOf(name[..at]), CoreOf(name[(at + 1)..])];
            if (Array.TrueForAll(cores, core => core.Length > 0)) yield return string.Join('\n', cores.Order(StringComparer.Ordinal));
        }

        string CoreOf(string part) => table.Words.Core(table.FindWithoutForm(part) ?? part);
    }
}

/// <summary>One reason to take two names for one, or for two, and its weight.</summary>
internal sealed record ComparisonRow(string Id, double Weight, Func<NamePair, bool> Holds, Func<NamePair, string> Why)
{
    /// <summary>Follows from the two names alone, and so can never change.</summary>
    public bool ByName { get; init; } = true;
}

/// <summary>Two names compared: the rows that hold, their sum, and what they say.</summary>
internal sealed record Comparison(double Score, ImmutableArray<string> Rows, string Why)
{
    public bool Same => Score >= NameComparison.Same;

    public bool Unsure => Score is >= NameComparison.Unsure and < NameComparison.Same;

    public bool IsAcronym => Rows is ["acronym", ..];
}

/// <summary>The table of comparisons: when two names of organisations or persons mean one entity.</summary>
internal static class NameComparison
{
    /// <summary>From here on two names are one.</summary>
    public const double Same = 0.8;

    /// <summary>From here on a person should look.</summary>
    public const double Unsure = 0.5;

    private static readonly ComparisonRow[] Rows =
    [
        new("exact", 1.0, p => p.Exact, _ => "the same name"),
        new("alias", 1.0, p => p.Alias, p => $"both are names of {p.A.Listed} in the lexicon"),
        new("listed-apart", -2.0, p => p.ListedApart, p => $"the lexicon holds {p.First(p.A.Listed!, p.B.Listed!)} and {p.Second(p.A.Listed!, p.B.Listed!)} apart"),
        new("owner", -1.0, p => p.Owner, _ => "one owns the other") { ByName = false },
        new("acronym", 0.8, p => p.Acronym > 3, _ => "one is the other's first letters"),
        new("short-acronym", 0.6, p => p.Acronym == 3, _ => "one is the other's first three letters"),
        new("parent-before", 0.85, p => p.ParentBefore, _ => "one is the other with its owner's name before it") { ByName = false },
        new("partners", 0.9, p => p.SamePartners, _ => "a venture of the same two partners"),
        new("legal-form", 0.9, p => p.ByWords && p.LegalFormOnly, _ => "they differ in the legal form only"),
        new("spelling", 0.9, p => p.ByWords && p.Spelling, _ => "the same words, spelled in another way"),
        new("joined", 0.85, p => p.ByWords && p.Joined, _ => "the same letters, with other spaces"),
        new("other-order", 0.9, p => p.ByWords && p.OtherOrder && p.A.Person, _ => "the same parts of a name in another order"),
        new("turned", 0.8, p => p.ByWords && p.OtherOrder && !p.A.Person, _ => "the same words in another order"),
        new("other-form", -0.2, p => p.ByWords && p.OtherForm, p => $"the legal forms are of different kinds: {p.Forms}"),
        new("typo", 0.6, p => p.ByWords && p.Typo, p => $"they differ by a slip: {string.Join(", ", p.Words.Typos)}"),
        new("initials", 0.6, p => p.ByWords && p.Initials, _ => "initials stand for names"),
        new("further-name", 0.6, p => p.ByWords && p.FurtherName, p => $"one has a further name: {p.Extra}"),
        new("general-word", 0.6, p => p.ByWords && p.OneHas(WordKind.General), p => $"they differ in a general word only: {p.Extra}"),
        new("region-word", 0.5, p => p.ByWords && p.OneHas(WordKind.Region, WordKind.General), p => $"one names a part of the world: {p.Extra}"),
        new("venture-word", 0.5, p => p.ByWords && p.OneHas(WordKind.Venture, WordKind.General), p => $"one is called a venture: {p.Extra}"),
        new("business-word", 0.35, p => p.ByWords && p.OneHas(WordKind.Business, WordKind.General, WordKind.Region), p => $"one names a line of business: {p.Extra}"),
        new("other-number", 0.5, p => p.ByWords && p.OtherNumber, p => $"they differ in a number only: {p.Alone(WordKind.Number)}"),
        new("number", -1.0, p => p.ByWords && p.Differ(WordKind.Number), p => $"the numbers differ: {p.Alone(WordKind.Number)}"),
        new("place", -1.0, p => p.ByWords && p.Differ(WordKind.Place), p => $"a place tells them apart: {p.Alone(WordKind.Place)}"),
        new("other-word", -1.0, p => p.ByWords && p.OtherWord, p => $"a word tells them apart: {p.AloneWords}"),
        new("same-place", 0.2, p => p.MayAdd && p.A.Places.Overlaps(p.B.Places), _ => "both have a plant at one place") { ByName = false },
        new("same-parent", 0.2, p => p.MayAdd && p.A.Parents.Overlaps(p.B.Parents), _ => "both belong to one owner") { ByName = false },
    ];

    public static Comparison Compare(NameForm a, NameForm b) => Compare(new NamePair(a, b), Rows);

    /// <summary>Whether anything that is learned later of places and owners could join the two, or leave them open.</summary>
    public static bool CouldEver(NameForm a, NameForm b)
    {
        var pair = new NamePair(a, b);
        return pair.HasParentsShape || Compare(pair, Rows.Where(row => row.ByName)).Score > 0;
    }

    private static Comparison Compare(NamePair pair, IEnumerable<ComparisonRow> rows)
    {
        double score = 0;
        var ids = ImmutableArray.CreateBuilder<string>();
        var why = new List<string>();
        foreach (var row in rows)
        {
            // The places and parents of two names that share nothing say nothing.
            if (row.Id is "same-place" or "same-parent" && score <= 0) continue;
            if (!row.Holds(pair)) continue;
            score += row.Weight;
            ids.Add(row.Id);
            why.Add($"{row.Why(pair)} ({row.Weight.ToString("+0.##;-0.##", CultureInfo.InvariantCulture)})");
        }

        return new Comparison(Math.Round(score, 6), ids.ToImmutable(), why.Count == 0 ? "they share nothing that counts (0)" : string.Join("; ", why));
    }
}
