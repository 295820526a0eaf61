using System.Collections.Frozen;
using System.Collections.Immutable;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Checks;

/// <summary>How grave a problem is; the graver is the larger.</summary>
public enum Severity
{
    Off,
    Hint,
    Warning,
    Error,
}

/// <summary>Something that may be wrong with a statement of a note.</summary>
/// <param name="Id">Stable: configurations, comments and baselines name it.</param>
/// <param name="Name">One word or two, in small letters with hyphens.</param>
/// <param name="Severity">Where the settings say nothing else.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Help">What to do about it, one sentence or two.</param>
public sealed record CheckRule(string Id, string Name, Severity Severity, string Summary, string Help)
{
    /// <summary>Below the folder of the documentation.</summary>
    public string Page => $"rules/{Id}.md";

    /// <summary>Sorted by id.</summary>
    public static ImmutableArray<CheckRule> All { get; } =
    [
        new("GT001", "superseded", Severity.Warning, "Something newer took the place of what the note says.", "Write the newer state, or date the old one: \"in 2021 it was planned with 9 GWh\" stays true."),
        new("GT002", "stale", Severity.Warning, "The note repeats an older state, though newer evidence was there when it was written.", "Write the newer state, or date the old one."),
        new("GT003", "contradicted", Severity.Error, "The evidence says otherwise, and both cannot be so.", "Look at the evidence. Where the note is right, `gigatrace claim add` gives the ledger its source; where the evidence was read wrongly, `gigatrace judge reject` takes the claim out."),
        new("GT004", "unsupported", Severity.Off, "The ledger knows the subject, but nothing in it says this.", "Read the source of the statement into the ledger, or give the statement one."),
        new("GT005", "less-precise", Severity.Hint, "The ledger has a finer form of what the note says.", "Write the finer form where it matters."),
        new("GT006", "unknown", Severity.Warning, "A link leads to no note, or a plant is named that the ledger does not know beside those it knows.", "Correct the name, or make the note that the link is to lead to."),
    ];

    private static readonly FrozenDictionary<string, CheckRule> ById = All.ToFrozenDictionary(rule => rule.Id, StringComparer.OrdinalIgnoreCase);

    /// <param name="name">Its id or its name, in any case.</param>
    public static CheckRule? Find(string name) => ById.GetValueOrDefault(name) ?? All.FirstOrDefault(rule => rule.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal static CheckRule Of(ObjectionKind kind) => kind switch
    {
        ObjectionKind.Superseded => All[0],
        ObjectionKind.Stale => All[1],
        ObjectionKind.Contradicted => All[2],
        ObjectionKind.Unsupported => All[3],
        _ => All[4],
    };

    internal static CheckRule Unknown => All[5];
}
