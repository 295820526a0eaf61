using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Cards;

/// <summary>Who supplies, owns and funds whom.</summary>
public static class NetworkCard
{
    /// <summary>What can be asked for by itself.</summary>
    public static ImmutableArray<string> Kinds => Links.Kinds;

    /// <param name="names">Only what one of these printed names is a side of; empty for all.</param>
    /// <param name="kind">One of <see cref="Kinds"/>; null for all. Who runs which plant is no table where it is not asked for: the plants' names say so.</param>
    /// <param name="part">Null for all.</param>
    public static Report Make(View view, ImmutableArray<string> names, string? kind, bool evidence, Part? part = null)
    {
        var all = Links.Of(view).Where(link => (names.IsEmpty || names.Contains(link.From) || names.Contains(link.To)) && (kind is null || link.Kind == kind)).ToImmutableArray();
        var links = (part ?? Part.All).Of(all);
        return new Report
        {
            Of = all.Length,
            Title = $"{(names.IsEmpty ? "Who has to do with whom" : $"Who has to do with {names[0]}")}, as of {Phrases.Day(view.Day)}",
            Tables = [.. Tables(view, links, kind).Where(table => kind is null || !table.Rows.IsEmpty)],
            Items = [.. links.Select(link => ToJson(view, link, evidence))],
            Graph = GraphOf(view, links),
            Nothing = names.IsEmpty ? "nothing is known of who supplies, owns or funds whom" : $"nothing is known of who has to do with {names[0]}",
        };
    }

    private static IEnumerable<Table> Tables(View view, ImmutableArray<Link> links, string? kind)
    {
        var plants = view.State.Plants.ToDictionary(plant => plant.Name, StringComparer.Ordinal);
        yield return Table("Supplies", "supplies", "supplier", "customer", new Column("state", Whole: true) { Says = true }, link => link.State ?? "", new Column("models"), link => string.Join(", ", link.Models));
        yield return Table("Owns", "owns", "owner", "of", new Column("share", Right: true, Whole: true), Amount, new Column("to", Whole: true), link => Phrases.Time(link.Until));
        yield return Table("Funds", "funds", "giver", "to whom", new Column("sum", Right: true, Whole: true), Amount, new Column("kind", Whole: true), link => Phrases.Word(link.Form));
        if (kind is "runs") yield return Table("Runs", "runs", "operator", "plant", new Column("country"), link => plants[link.To].Country ?? "", new Column("status"), link => Phrases.Figure(plants[link.To].Status?.Value, null));

        Table Table(string title, string of, string from, string to, Column first, Func<Link, string> one, Column second, Func<Link, string> two) =>
            new([new(from), new(to), first, second, new(of is "owns" ? "from" : "when", Whole: true), new("said as", Whole: true), new("source", Aside: true)])
            {
                Title = title,
                Rows = [.. links.Where(link => link.Kind == of).Select(link => (Link: link, Words: view.EvidenceOf(link.Claims))).Select(row => new Row([row.Link.From, row.Link.To, one(row.Link), two(row.Link), Phrases.Time(row.Link.When), row.Link.Modality.Name(), Facts.Source(row.Words)], row.Words))],
            };
    }

    /// <summary>"supplies", "supplies (agreed)", "owns (planned)".</summary>
    private static string Qualified(Link link) => (link.State ?? link.Modality.Name()) is var said && said is "supplying" or "actual" ? link.Kind : $"{link.Kind} ({said})";

    private static string Amount(Link link) => Phrases.Figure(link.Value, link.Unit, link.Qualifier);

    private static Graph GraphOf(View view, ImmutableArray<Link> links) => new(
        [
            .. from name in links.SelectMany(link => new[] { link.From, link.To }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
               join entity in view.State.Entities on name equals entity.Name into known
               let first = known.FirstOrDefault()
               select new GraphNode(name, first is null ? "other" : first.Kind.ToString().ToLowerInvariant(), first?.Country),
        ],
        [
            .. links.Select(link => new GraphEdge
            {
                From = link.From,
                To = link.To,
                Kind = link.Kind,
                Label = [.. new[] { Qualified(link), Amount(link), Phrases.Word(link.Form), string.Join(", ", link.Models), Phrases.Time(link.When) }.Where(part => part.Length > 0)],
                Values = [.. Values(link)],
            }),
        ]);

    private static IEnumerable<(string, object)> Values(Link link)
    {
        (decimal? low, decimal? high) = link.Value switch { ClaimValue.Number number => (number.Amount, default(decimal?)), ClaimValue.Range range => (range.Low, range.High), _ => (default(decimal?), default(decimal?)) };
        if (link.State is not null) yield return ("state", link.State);
        if (!link.Models.IsEmpty) yield return ("models", string.Join(", ", link.Models));
        if (low is { } amount) yield return ("amount", Json.Plain(amount));
        if (high is { } most) yield return ("amount_to", Json.Plain(most));
        if (link.Unit is not null) yield return ("unit", link.Unit);
        if (link.Qualifier is not null) yield return ("qualifier", link.Qualifier);
        if (link.Form is not null) yield return ("form", link.Form);
        if (link.When is not null) yield return ("when", link.When.Edtf);
        if (link.Until is not null) yield return ("until", link.Until.Edtf);
        yield return ("modality", link.Modality.Name());
        if (!link.Findings.IsEmpty) yield return ("findings", string.Join(' ', link.Findings));
        if (!link.Claims.IsEmpty) yield return ("claims", string.Join(' ', link.Claims));
    }

    private static JsonObject ToJson(View view, Link link, bool evidence)
    {
        var json = new JsonObject
        {
            ["kind"] = link.Kind,
            ["from"] = link.From,
            ["to"] = link.To,
            ["state"] = link.State,
            ["models"] = Json.Array(link.Models),
            ["value"] = Json.Of(link.Value),
            ["unit"] = link.Unit,
            ["qualifier"] = link.Qualifier,
            ["form"] = link.Form,
            ["when"] = link.When?.Edtf,
            ["until"] = link.Until?.Edtf,
            ["modality"] = link.Modality.Name(),
            ["findings"] = Json.Array(link.Findings),
            ["claims"] = Json.Array(link.Claims),
        };
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOf(link.Claims).Select(one => (JsonNode?)one.ToJson()));
        return json;
    }
}
