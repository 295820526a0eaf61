using System.CommandLine;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Verbs.Exports;

internal static class GeoJsonExport
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        return Verb.Of(
            "geojson",
            "The plants as points for maps, at their municipality; one whose place is not known has no point.",
            "gigatrace export geojson > plants.geojson",
            parsed => ask.Export(shell, parsed, asked => shell.Out.Write(Json.Pretty(PlantMap.Make(asked.All(withClaims: false))) + "\n")),
            ask.AsOf, ask.Recorded, ask.Ledger);
    }
}
