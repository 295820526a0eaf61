using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>A company's shares and ranks with those of others: of the same period and region together, of another period beside them.</summary>
public static class StandingTable
{
    /// <summary>Nothing where no other is known: the card's first table says it already.</summary>
    public static Table Make(View view, ImmutableArray<Standing> standings) =>
        new([new("standing"), new("period", Whole: true), new("company", Whole: true), new("figure", Right: true, Whole: true), new("source")])
        {
            Title = "Beside others",
            Rows = [.. standings.Where(one => one.Figures.Length + one.Beside.Length > 1).SelectMany(one => one.Figures.Select(figure => ToRow(view, one, figure, same: true)).Concat(one.Beside.Select(figure => ToRow(view, one, figure, same: false))))],
        };

    public static JsonArray ToJson(View view, ImmutableArray<Standing> standings, bool evidence) => Json.Array(standings.Select(one => (JsonNode?)new JsonObject
    {
        ["predicate"] = one.Predicate,
        ["scope"] = one.Scope.Length == 0 ? null : one.Scope,
        ["period"] = one.Period?.Edtf,
        ["figures"] = Facts.ToJson(view, one.Figures, evidence),
        ["beside"] = Facts.ToJson(view, one.Beside, evidence),
    }));

    private static Row ToRow(View view, Standing one, Figure figure, bool same)
    {
        var evidence = view.EvidenceOf(figure);
        return new Row(
            [
                $"{Phrases.Word(one.Predicate)}{(one.Scope.Length == 0 ? "" : $", {one.Scope}")}{(same ? "" : ", of another time")}", Phrases.Time(figure.When), figure.Of ?? "",
                Phrases.Figure(figure.Value, figure.Unit, figure.Qualifier), Facts.Source(evidence),
            ],
            evidence);
    }
}
