using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>One company, plant or person has to do with another.</summary>
/// <param name="Kind">supplies, owns, funds or runs.</param>
/// <param name="Findings">The findings that say so; empty for an owner of former times and for who runs a plant.</param>
/// <param name="Claims">The claims that it rests on, best first; empty for who runs a plant where only its name says so.</param>
internal sealed record Link(string Kind, string From, string To, ImmutableArray<string> Findings, ImmutableArray<string> Claims)
{
    /// <summary>For a supply: talks, agreed, supplying, ended.</summary>
    public string? State { get; init; }

    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>GWh a year, percent, or money.</summary>
    public ClaimValue? Value { get; init; }

    public string? Unit { get; init; }

    public string? Qualifier { get; init; }

    /// <summary>For money: loan, grant, equity, other.</summary>
    public string? Form { get; init; }

    /// <summary>When it was, or since when.</summary>
    public When? When { get; init; }

    /// <summary>Until when; null where it holds.</summary>
    public When? Until { get; init; }

    public Modality Modality { get; init; }
}

/// <summary>Everything that ties two together on one day, each tie once.</summary>
internal static class Links
{
    public static ImmutableArray<string> Kinds { get; } = ["supplies", "owns", "funds", "runs"];

    /// <summary>By kind, then by both names, then by time. What was denied, or names but one side, is left out.</summary>
    public static ImmutableArray<Link> Of(View view) =>
    [
        .. Supplies(view).Concat(Owns(view)).Concat(Funds(view)).Concat(Runs(view)).OrderBy(link => Kinds.IndexOf(link.Kind)).ThenBy(link => link.From, StringComparer.Ordinal).ThenBy(link => link.To, StringComparer.Ordinal)
            .ThenBy(link => (link.When?.Latest ?? link.When?.Earliest ?? DateOnly.MinValue, link.When?.Edtf, link.Value?.ToString(), link.Form)),
    ];

    private static IEnumerable<Link> Supplies(View view) =>
        from row in view.State.Plants.SelectMany(plant => plant.Customers.Select(figure => (plant.Name, Figure: figure)))
            .Concat(view.State.Companies.SelectMany(company => company.Customers.Where(figure => figure.Of is null).Select(figure => (company.Name, Figure: figure))))
        where row.Figure is { Object: not null, State: not "denied" }
        select Of(view, "supplies", row.Name, row.Figure.Object!, row.Figure) with { State = row.Figure.State, Models = row.Figure.Models };

    /// <summary>Who owned whom from when to when; and owners who are meant, or of whom nothing says since when.</summary>
    private static IEnumerable<Link> Owns(View view)
    {
        var subjects = view.State.Plants.Select(plant => (plant.Name, Rows: plant.Ownership.Where(row => row.Of == plant.Name), Owners: plant.Owners.Where(figure => figure.Of == plant.Name)))
            .Concat(view.State.Companies.Select(company => (company.Name, Rows: company.Ownership.Where(row => row.Of == company.Name), Owners: company.Owners.AsEnumerable())));
        foreach (var (name, rows, owners) in subjects)
        {
            foreach (var row in rows)
            {
                var figure = row.To is null ? owners.FirstOrDefault(owner => owner.Object == row.Owner) : null;
                yield return new Link("owns", row.Owner, name, figure is null ? [] : [figure.Finding], row.Claims) { Value = row.Share, Unit = row.Share is null ? null : "percent", When = row.From, Until = row.To };
            }

            foreach (var owner in owners.Where(owner => owner.Object is not null && !rows.Any(row => row.Owner == owner.Object))) yield return Of(view, "owns", owner.Object!, name, owner);
        }
    }

    private static IEnumerable<Link> Funds(View view) =>
        from row in view.State.Plants.SelectMany(plant => plant.Funding.Select(figure => (plant.Name, Figure: figure))).Concat(view.State.Companies.SelectMany(company => company.Funding.Select(figure => (company.Name, Figure: figure))))
        where row.Figure is { Object: not null, Modality: not Modality.Denied }
        select Of(view, "funds", row.Figure.Object!, row.Name, row.Figure) with { Form = row.Figure.Kind };

    /// <summary>The name of a plant tells who runs it; a text may tell otherwise.</summary>
    private static IEnumerable<Link> Runs(View view)
    {
        var operators = view.State.Findings.Where(finding => finding.Predicate is "operator").ToLookup(finding => (finding.Subject, finding.Object));
        return from plant in view.State.Plants
               where plant.Operator is not null
               let said = operators[(plant.Name, plant.Operator)].FirstOrDefault()
               select new Link("runs", plant.Operator!, plant.Name, said is null ? [] : [said.Id], said?.Supports ?? []);
    }

    private static Link Of(View view, string kind, string from, string to, Figure figure) => new(kind, from, to, [figure.Finding], view.Finding(figure.Finding)?.Supports ?? [])
    {
        Value = figure.Value, Unit = figure.Unit, Qualifier = figure.Qualifier, When = figure.When, Modality = figure.Modality,
    };
}
