using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Digests;

/// <summary>What happened, or is to happen, at a time that a text names.</summary>
public sealed record Happened(When When, string What, ImmutableArray<Statement> Statements)
{
    private const int Most = 20;

    /// <summary>The year is not said: "9 December".</summary>
    public string Time => When.Edtf.StartsWith("XXXX", StringComparison.Ordinal) ? Spoken.Time(When)[4..] : Phrases.Time(When);

    /// <summary>In order of time; what is said of one subject at one time is one line.</summary>
    internal static ImmutableArray<Happened> All(IReadOnlyList<Statement> all, Naming naming) =>
    [
        .. all.Where(one => one.When is not null && !(one.Predicate is "status" && all.Any(other => other.Predicate is "milestone" && other.Subject == one.Subject && other.When == one.When)))
            .GroupBy(one => (one.When, one.Subject)).Select(group => Of([.. group], naming))
            .OrderBy(line => line.When.Earliest ?? line.When.Latest ?? DateOnly.MaxValue).ThenBy(line => line.When.Latest ?? DateOnly.MaxValue).ThenBy(line => line.When.Edtf, StringComparer.Ordinal).ThenBy(line => line.What, StringComparer.Ordinal)
            .Take(Most),
    ];

    private static Happened Of(ImmutableArray<Statement> group, Naming naming) =>
        new(group[0].When!, $"{naming.Of(group[0].Subject)} {Bullets.Verbs([.. group.Select(one => one with { When = null }).GroupBy(Wordings.Family).Select(family => Wordings.Of([.. family], naming))])}", group);
}
