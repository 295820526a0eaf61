using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>Who owned what from when to when.</summary>
public static class OwnershipTable
{
    /// <summary>Nothing where no owner followed another and no text gives the day of a deal: the card's first table names the owners.</summary>
    public static Table Make(View view, ImmutableArray<Owned> owned) =>
        new([new("owner", Whole: true), new("of", Whole: true), new("share", Right: true, Whole: true), new("from"), new("to"), new("source")])
        {
            Title = "Ownership",
            Rows = owned.All(one => one.To is null && (one.From is null || one.From.Earliest is null)) ? [] : [.. owned.Select(one => ToRow(view, one))],
        };

    public static JsonArray ToJson(View view, ImmutableArray<Owned> owned, bool evidence) => Json.Array(owned.Select(one =>
    {
        var json = new JsonObject
        {
            ["of"] = one.Of,
            ["owner"] = one.Owner,
            ["share"] = Json.Of(one.Share),
            ["from"] = one.From?.Edtf,
            ["to"] = one.To?.Edtf,
            ["by"] = one.By,
            ["claims"] = Json.Array(one.Claims),
        };
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOf(one.Claims).Select(quote => (JsonNode?)quote.ToJson()));
        return (JsonNode?)json;
    }));

    private static Row ToRow(View view, Owned one)
    {
        var evidence = view.EvidenceOf(one.Claims);
        return new Row([one.Owner, one.Of, Phrases.Figure(one.Share, "percent"), Phrases.Time(one.From), Phrases.Time(one.To), Facts.Source(evidence)], evidence);
    }
}
