using System.CommandLine;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class PipelineVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var by = new Option<string>("--by") { Description = $"What the rows are: {string.Join(", ", PipelineCard.By)}.", HelpName = "WHAT", DefaultValueFactory = _ => PipelineCard.By[0] };
        by.AcceptOnlyFromAmong([.. PipelineCard.By]);
        return Verb.Of(
            "pipeline",
            "GWh a year that run and that are to come, year by year; counted and watch-listed plants apart; committed to customers and free.",
            "gigatrace pipeline\ngigatrace pipeline --by country --as-of 2024\ngigatrace pipeline --by plant --evidence",
            parsed => ask.Answer(shell, parsed, asked => PipelineCard.Make(asked.All(withClaims: asked.Evidence), parsed.GetValue(by)!, asked.Evidence)),
            [by, .. ask.All]);
    }
}
