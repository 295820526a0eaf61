using System.CommandLine;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class PlantsVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        return Verb.Of(
            "plants",
            "All plants on a line each: status, capacity, start.",
            "gigatrace plants --as-of 2022-01-01",
            parsed => ask.Answer(shell, parsed, asked => PlantList.Make(asked.All(withClaims: asked.Evidence), asked.Evidence)),
            ask.All);
    }
}
