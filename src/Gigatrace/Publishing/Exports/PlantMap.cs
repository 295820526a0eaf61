using System.Text.Json.Nodes;
using Gigatrace.Identity;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Exports;

/// <summary>
/// The plants as GeoJSON (RFC 7946): a point for each, at its municipality and no finer, and no point where the gazetteer does not know the place.
/// </summary>
public static class PlantMap
{
    public static JsonObject Make(View view)
    {
        var steps = Counting.Steps(view.State, view.Day).ToLookup(step => step.Plant, StringComparer.Ordinal);
        return new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["as_of"] = Phrases.Day(view.Day),
            ["attribution"] = "Places: GeoNames (https://www.geonames.org), CC BY 4.0",
            ["features"] = Json.Array(view.State.Plants.OrderBy(plant => plant.Name, StringComparer.Ordinal).Select(plant => (JsonNode?)Feature(plant, steps[plant.Name]))),
        };
    }

    private static JsonObject Feature(PlantState plant, IEnumerable<CapacityStep> steps)
    {
        var place = PlaceOf(plant);
        return new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = plant.Id,
            ["geometry"] = place?.At is var (lat, lon) ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(Json.Plain((decimal)lon), Json.Plain((decimal)lat)) } : null,
            ["properties"] = new JsonObject
            {
                ["name"] = plant.Name,
                ["operator"] = plant.Operator,
                ["place"] = plant.Place,
                ["region"] = plant.Region,
                ["country"] = plant.Country,
                ["part"] = plant.Part,
                ["precision"] = place is null ? null : "municipality",
                ["geonames"] = place?.Id,
                ["status"] = plant.Status?.Value?.ToString(),
                ["inferred_status"] = plant.InferredStatus,
                ["installed"] = Json.Of(plant.Capacity.Installed?.Value),
                ["planned"] = Json.Of(plant.Capacity.Planned?.Value),
                ["ceiling"] = Json.Of(plant.Capacity.Ceiling?.Value),
                ["counted"] = Json.Plain(steps.Where(step => step.Watch is null).Sum(step => step.Amount)),
                ["watched"] = Json.Plain(steps.Where(step => step.Watch is not null).Sum(step => step.Amount)),
                ["unit"] = "GWh/yr",
                ["start"] = plant.Start?.When?.Edtf,
                ["findings"] = Json.Array(new[] { plant.Status, plant.Capacity.Installed, plant.Capacity.Planned, plant.Capacity.Ceiling, plant.Start }.OfType<Figure>().Select(figure => figure.Finding).Distinct(StringComparer.Ordinal)),
            },
        };
    }

    /// <summary>The municipality of that name in the plant's region, or, where the one of them is not known, in its country; null for a place that is none.</summary>
    private static PlaceInfo? PlaceOf(PlantState plant) => plant.Place is not { } name || plant.Country is null ? null
        : Knowledge.Default.Places.Find(name).Where(place => place.Level == PlaceLevel.Local && place.Country == plant.Country).OrderByDescending(place => place.Region == plant.Region).FirstOrDefault(place => place.Region is null || plant.Region is null || place.Region == plant.Region);
}
