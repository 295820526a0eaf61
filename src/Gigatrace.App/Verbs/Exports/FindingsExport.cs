using System.CommandLine;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Verbs.Exports;

internal static class FindingsExport
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions { Format = new FormatOption("jsonl") };
        return Verb.Of(
            "findings",
            "Everything that is held on a day, a finding a line; with --evidence the quotes and addresses it rests on.",
            "gigatrace export findings > findings.jsonl\ngigatrace export findings --as-of 2024 --evidence --format csv > findings.csv",
            parsed => ask.Answer(shell, parsed, asked => FindingTable.Make(asked.All(withClaims: asked.Evidence), asked.Evidence)),
            ask.All);
    }
}
