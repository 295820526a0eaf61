namespace Gigatrace.Identity;

/// <summary>What is known of one name when it is compared.</summary>
/// <param name="Name">As written.</param>
/// <param name="Key">Folded (<see cref="NameTable.Key"/>).</param>
/// <param name="Core">The key without legal forms at its end.</param>
/// <param name="Stem">The core without a general word at its end: energy, battery, motors.</param>
/// <param name="Listed">The common name by the lexicon; null where it is not on the list.</param>
/// <param name="Person">Names a person: its parts may stand in another order.</param>
/// <param name="Parents">Cores of everyone who owned it, by the lexicon or by claims.</param>
/// <param name="Places">Keys of the places where it has plants.</param>
internal sealed record NameForm(string Name, string Key, string Core, string Stem, string? Listed, bool Person, IReadOnlySet<string> Parents, IReadOnlySet<string> Places)
{
    /// <summary>First letters of three or more words; empty else.</summary>
    public string Acronym { get; } = Key.Count(c => c == ' ') >= 2 ? string.Concat(Key.Split(' ').Where(word => word is not ("of" or "and" or "the" or "de" or "for")).Select(word => word[0])) : "";

    public string Sorted { get; } = string.Join(' ', Key.Split(' ').Order(StringComparer.Ordinal));
}

/// <summary>One reason to take two names for one, and its weight.</summary>
internal sealed record ComparisonRow(string Id, double Weight, Func<NameForm, NameForm, bool> Holds, Func<NameForm, NameForm, string> Why);

/// <summary>Two names compared: the sum of the rows that hold, and what they say.</summary>
internal sealed record Comparison(double Score, string Why)
{
    public bool Same => Score >= NameComparison.Same;

    public bool Unsure => Score is >= NameComparison.Unsure and < NameComparison.Same;
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
        new("exact", 1.0, (a, b) => a.Key == b.Key, (_, _) => "the same name"),
        new("alias", 1.0, (a, b) => a.Listed is not null && a.Listed == b.Listed, (a, _) => $"both are names of {a.Listed} in the lexicon"),
        new("listed-apart", -2.0, (a, b) => a.Listed is not null && b.Listed is not null && a.Listed != b.Listed, (a, b) => $"the lexicon holds {a.Listed} and {b.Listed} apart"),
        new("owner", -1.0, (a, b) => a.Parents.Contains(b.Core) || b.Parents.Contains(a.Core), (_, _) => "one owns the other"),
        new("legal-form", 0.9, (a, b) => a.Key != b.Key && a.Core == b.Core && !a.Person, (_, _) => "they differ in the legal form only"),
        new("other-order", 0.9, (a, b) => a.Person && b.Person && a.Key != b.Key && a.Sorted == b.Sorted, (_, _) => "the same parts of a name in another order"),
        new("acronym", 0.8, (a, b) => IsAcronym(a, b) || IsAcronym(b, a), (_, _) => "one is the other's first letters"),
        new("parent-before", 0.85, (a, b) => IsParentBefore(a, b) || IsParentBefore(b, a), (_, _) => "one is the other with its owner's name before it"),
        new("general-word", 0.5, (a, b) => a.Core != b.Core && a.Stem == b.Stem && !a.Person, (_, _) => "they differ in a general word only"),
        new("same-place", 0.3, (a, b) => a.Places.Overlaps(b.Places), (_, _) => "both have a plant at one place"),
        new("same-parent", 0.3, (a, b) => a.Parents.Overlaps(b.Parents), (_, _) => "both belong to one owner"),
    ];

    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "ag", "se", "sa", "sas", "spa", "srl", "nv", "bv", "ab", "oy", "oyj", "asa", "as", "plc", "ltd", "limited", "llc", "inc", "incorporated", "corp",
        "corporation", "co", "company", "gmbh", "kg", "kgaa", "kft", "zrt", "sro", "pte", "pty", "lp", "holding", "holdings", "group", "groupe", "kk",
    };

    private static readonly HashSet<string> GeneralWords = new(StringComparer.Ordinal)
    {
        "energy", "battery", "batteries", "power", "motor", "motors", "automotive", "technology", "technologies", "tech", "cells", "industries",
    };

    public static Comparison Compare(NameForm a, NameForm b)
    {
        double score = 0;
        var why = new List<string>();
        foreach (var row in Rows)
        {
            // The places and parents of two names that share nothing say nothing.
            if (row.Id is "same-place" or "same-parent" && score <= 0) continue;
            if (!row.Holds(a, b)) continue;
            score += row.Weight;
            why.Add(row.Why(a, b));
        }

        return new Comparison(score, string.Join("; ", why));
    }

    /// <summary>The most that two names could ever reach, whatever owners and places become known.</summary>
    public static Comparison MayBeOne(NameForm a, NameForm b)
    {
        if (a.Listed is not null && b.Listed is not null && a.Listed != b.Listed) return new Comparison(0, "");
        var score = Rows.Where(row => row.Id is not ("owner" or "same-place" or "same-parent") && row.Holds(a, b)).Sum(row => row.Weight);
        if (IsEndOf(a, b) || IsEndOf(b, a)) score += 0.85;
        return new Comparison(score > 0 ? score + 0.6 : score, "");
    }

    public static NameForm Form(string name, NameTable table, bool person, IReadOnlySet<string> parents, IReadOnlySet<string> places)
    {
        var key = NameTable.Key(name);
        var core = Without(key, LegalForms);
        return new NameForm(name, key, core, Without(core, GeneralWords), person ? null : table.Find(name), person, parents, places);
    }

    /// <summary>Keys under which names that could be one are brought together, so that not all are compared with all.</summary>
    public static IEnumerable<string> Blocks(NameForm form)
    {
        yield return "=" + form.Stem;
        if (form.Listed is { } listed) yield return "@" + listed;
        if (form.Person) yield return "p" + form.Sorted;
        if (form.Acronym.Length > 2) yield return "a" + form.Acronym;
        if (!form.Key.Contains(' ', StringComparison.Ordinal) && form.Key.Length is > 2 and < 7) yield return "a" + form.Key;
        for (var at = form.Core.IndexOf(' ', StringComparison.Ordinal); at > 0; at = form.Core.IndexOf(' ', at + 1)) yield return "=" + Without(form.Core[(at + 1)..], GeneralWords);
    }

    /// <summary>The key of a name without legal forms at its end.</summary>
    public static string Core(string name) => Without(NameTable.Key(name), LegalForms);

    private static string Without(string key, HashSet<string> words)
    {
        for (var at = key.LastIndexOf(' '); at > 0; at = key.LastIndexOf(' '))
        {
            if (!words.Contains(key[(at + 1)..])) break;
            key = key[..at];
        }

        return key;
    }

    private static bool IsAcronym(NameForm shorter, NameForm longer) =>
        shorter.Key.Length > 2 && shorter.Key == longer.Acronym && shorter.Name.Count(char.IsUpper) == shorter.Name.Count(char.IsLetter);

    private static bool IsParentBefore(NameForm shorter, NameForm longer) =>
        IsEndOf(shorter, longer) &&
        shorter.Parents.Contains(Without(longer.Core[..^(shorter.Core.Length + 1)], LegalForms));

    private static bool IsEndOf(NameForm shorter, NameForm longer) => longer.Core.Length > shorter.Core.Length && longer.Core.EndsWith(" " + shorter.Core, StringComparison.Ordinal);
}
