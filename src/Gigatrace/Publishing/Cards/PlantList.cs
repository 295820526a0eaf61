using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>All plants on a line each.</summary>
public static class PlantList
{
    public static Report Make(View view, bool evidence) => Make(view, Sorted(view.State.Plants), evidence);

    public static IEnumerable<PlantState> Sorted(IEnumerable<PlantState> plants) => plants.OrderBy(plant => plant.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Some of them, in this order.</summary>
    public static Report Make(View view, IEnumerable<PlantState> some, bool evidence)
    {
        ArgumentNullException.ThrowIfNull(view);
        var plants = some.ToList();
        return new Report
        {
            Title = $"{Phrases.Count(plants.Count, "plant")} as of {Phrases.Day(view.Day)}",
            Tables = [ToTable(view, plants)],
            Items = [.. plants.Select(plant => ToJson(view, plant, evidence))],
            Nothing = view.State.AsOf is null ? "the ledger holds no plants yet; `gigatrace read PATH` brings documents in" : $"no plants were known on {Phrases.Day(view.Day)}",
        };
    }

    /// <param name="withPlace">The municipality stands in a column of its own, where there is room.</param>
    public static Table ToTable(View view, IEnumerable<PlantState> plants, bool withPlace = false) =>
        new([
            new("plant"), new("status"), new("GWh/yr", Right: true, Whole: true), new("planned", Right: true, Whole: true), new("up to", Right: true, Whole: true),
            new("start", Whole: true), .. withPlace ? new[] { new Column("place", Aside: true) } : [], new("country", Aside: true),
        ])
        {
            Rows = [.. plants.Select(plant => ToRow(view, plant, withPlace))],
        };

    private static Row ToRow(View view, PlantState plant, bool withPlace)
    {
        ImmutableArray<Figure?> figures = [plant.Status, plant.Capacity.Installed, plant.Capacity.Planned, plant.Capacity.Ceiling, plant.Start];
        ImmutableArray<ImmutableArray<Evidence>> words = [.. figures.Select(figure => figure is null ? [] : view.EvidenceOf(figure))];
        return new Row(
            [
                plant.Name, Phrases.Figure(plant.Status?.Value, null), Amount(plant.Capacity.Installed), Amount(plant.Capacity.Planned),
                Amount(plant.Capacity.Ceiling), Phrases.Time(plant.Start?.When), .. withPlace ? new[] { plant.Place ?? "" } : [], plant.Country ?? "",
            ],
            [.. words.SelectMany(one => one)])
        {
            ByCell = [[], .. words, .. withPlace ? new[] { ImmutableArray<Evidence>.Empty } : [], []],
        };
    }

    private static string Amount(Figure? figure) => figure is null ? "" : Facts.Amount(figure, null);

    internal static JsonObject ToJson(View view, PlantState plant, bool evidence)
    {
        JsonNode? One(Figure? figure) => Facts.ToJson(view, figure, evidence);
        return new JsonObject
        {
            ["name"] = plant.Name,
            ["operator"] = plant.Operator,
            ["place"] = plant.Place,
            ["region"] = plant.Region,
            ["country"] = plant.Country,
            ["part"] = plant.Part,
            ["status"] = One(plant.Status),
            ["inferred_status"] = plant.InferredStatus,
            ["installed"] = One(plant.Capacity.Installed),
            ["planned"] = One(plant.Capacity.Planned),
            ["ceiling"] = One(plant.Capacity.Ceiling),
            ["start"] = One(plant.Start),
        };
    }
}
