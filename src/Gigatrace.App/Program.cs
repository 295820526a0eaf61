using System.CommandLine;
using Gigatrace.App.Verbs;

namespace Gigatrace.App;

/// <summary>
/// gigatrace: every gigafactory figure, traced to its source.
/// <code>
/// gigatrace read samples/                       documents into the ledger; says what was new, and lists the plants
/// gigatrace plant douai                         what holds for a plant, and since when
/// gigatrace plant douai --evidence              … with the words each figure rests on
/// gigatrace plant douai --as-of 2022-01-01      … as it was known on a day
/// gigatrace disagreements                       what does not fit, and why
/// </code>
/// </summary>
public static class Program
{
    public static int Main(string[] args)
    {
        using var process = new ThisProcess();
        return Run(args, process.Shell);
    }

    /// <summary>0 done, 1 something was found or is below the bound, 2 nothing could be done, 130 cancelled.</summary>
    internal static int Run(string[] args, Shell shell) => Ending.Of(shell, () => CommandLine.Run(Verbs(shell), args, shell));

    internal static RootCommand Verbs(Shell shell) => new("Every gigafactory figure, traced to its source.")
    {
        ReadVerb.Build(shell),
        ExtractVerb.Build(shell),
        TextVerb.Build(shell),
        ImportVerb.Build(shell),
        ExportVerb.Build(shell),
        ShowVerb.Build(shell),
        ClaimVerb.Build(shell),
        RetractVerb.Build(shell),
        JudgeVerb.Build(shell),
        PlantsVerb.Build(shell),
        PlantVerb.Build(shell),
        CompanyVerb.Build(shell),
        PipelineVerb.Build(shell),
        NetworkVerb.Build(shell),
        TimelineVerb.Build(shell),
        WhoVerb.Build(shell),
        DisagreementsVerb.Build(shell),
        ChangesVerb.Build(shell),
        HistoryVerb.Build(shell),
        CheckVerb.Build(shell),
        DigestVerb.Build(shell),
        RoundupVerb.Build(shell),
        ServeVerb.Build(shell),
        EvalVerb.Build(shell),
        RulesVerb.Build(shell),
        McpVerb.Build(shell),
    };
}
