using System.Collections.Frozen;
using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>How claims on one topic are turned into what holds.</summary>
public enum Settles
{
    /// <summary>One answer at a time, which changes with time: the latest valid one holds.</summary>
    State,

    /// <summary>What is (a state) and what is meant (the latest known plan) side by side.</summary>
    PlanOrState,

    /// <summary>Something that happens once; its date is what is claimed.</summary>
    Event,

    /// <summary>Many answers, each a fact of its own.</summary>
    Set,

    /// <summary>Many sums, each a fact of its own; texts that tell of one sum are found by amount, giver, kind and date.</summary>
    Sum,

    /// <summary>A plant's status: steps that it climbs, and states aside of them.</summary>
    Ladder,
}

public enum ValueType
{
    /// <summary>A number or range in the predicate's unit.</summary>
    Number,
    Word,

    /// <summary>No value: the object or the date is what is said.</summary>
    None,
}

/// <summary>A predicate of the claim vocabulary.</summary>
/// <param name="Many">Several answers can hold at once.</param>
/// <param name="Unit">The claims' unit; "currency" for an ISO code; null where there is none.</param>
/// <param name="Topic">What, beside the subject, tells its topics apart: basis, product, level, region, period, object, value, unit, kind.</param>
/// <param name="Doc">One line for a person.</param>
public sealed record Predicate(string Name, bool Many, ValueType Type, string? Unit, ImmutableArray<string> Topic, Settles Settles, string Doc);

/// <summary>The claim vocabulary, from <c>knowledge/predicates.tsv</c>.</summary>
public static class Predicates
{
    /// <summary>The predicate of what a table's column says that is none of the others.</summary>
    public const string Entry = "entry";

    /// <summary>In the order of the file.</summary>
    public static ImmutableArray<Predicate> All { get; } = [.. new KnowledgeSource().Table("predicates.tsv").Select(Make)];

    private static readonly FrozenDictionary<string, Predicate> Table = All.ToFrozenDictionary(predicate => predicate.Name, StringComparer.Ordinal);

    public static Predicate? Find(string name) => Table.GetValueOrDefault(name);

    private static Predicate Make(string[] row) => new(
        row[0],
        row[1] is "many",
        Enum.Parse<ValueType>(row[2], ignoreCase: true),
        row[3].Length == 0 ? null : row[3],
        [.. row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Enum.Parse<Settles>(row[5].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
        row[6]);
}
