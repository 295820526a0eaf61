using System.CommandLine;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Verbs.Exports;

internal static class SiteExport
{
    public static Command Build(Shell shell)
    {
        var (ask, authority) = (new AskOptions(), new AuthorityOption());
        var folder = new Argument<string>("DIR") { Description = "The folder: a new one, an empty one, or one that this verb wrote before." };
        return Verb.Of(
            "site",
            "Everything as a folder of pages that need no server: plants, companies, pipeline, disagreements, changes, each figure leading to its words.",
            "gigatrace export site public\ngigatrace export site public --as-of 2024 --authority example.org,2026",
            parsed => ask.Export(shell, parsed, asked =>
            {
                var (_, past) = asked.Changes(DateOnly.MinValue.AddDays(1));
                var (written, same, removed) = new SiteFolder(parsed.GetValue(folder)!).Write(new Site(asked.All(), past, parsed.GetValue(authority)!).Files(), shell.Cancelled);
                shell.Say($"gigatrace: {parsed.GetValue(folder)}: {Phrases.Count(written + same, "file")}, {written} written, {same} as they were{(removed > 0 ? $", {removed} removed" : "")}");
            }),
            [folder, authority, ask.AsOf, ask.Recorded, ask.Ledger]);
    }
}
