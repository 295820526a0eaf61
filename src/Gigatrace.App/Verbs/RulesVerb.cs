using System.CommandLine;
using System.Text.Json.Nodes;
using Gigatrace.Extraction;
using Gigatrace.Publishing;

namespace Gigatrace.App.Verbs;

internal static class RulesVerb
{
    public static Command Build(Shell shell) => Verb.Of(
        "rules",
        "The rules that take claims out of sentences: check them, or see what they do.",
        "gigatrace rules check\ngigatrace rules explain \"The plant will have a capacity of 9 GWh.\"",
        BuildCheck(shell), BuildExplain(shell));

    private static Verb BuildCheck(Shell shell)
    {
        var format = new FormatOption();
        return Verb.Of(
            "check",
            "Runs every rule's own examples; exit code 1 where one does not hold.",
            "gigatrace rules check",
            parsed => Check(report => format.Write(shell, parsed, report)),
            format);
    }

    private static Verb BuildExplain(Shell shell)
    {
        var sentence = new Argument<string[]>("SENTENCE") { Description = "What to explain, in quotation marks.", Arity = ArgumentArity.OneOrMore };
        return Verb.Of(
            "explain",
            "Shows tokens, mentions, values, each rule tried and where it stopped, and each attachment with its reason.",
            "gigatrace rules explain \"Verkor will build a 16 GWh plant in Dunkirk.\"",
            parsed => Explain(shell, string.Join(' ', parsed.GetValue(sentence)!)),
            sentence);
    }

    private static int Explain(Shell shell, string sentence)
    {
        shell.Out.WriteLine(Extractor.Create().Explain(sentence).TrimEnd());
        return Ending.Done;
    }

    private static int Check(Action<Report> write)
    {
        var problems = RuleCheck.Run().ToList();
        write(new Report
        {
            Title = problems.Count == 0 ? "All rules hold" : Phrases.Count(problems.Count, "problem"),
            Tables = [new Table([new("rule"), new("example and problem")]) { Rows = [.. problems.Select(one => new Row([$"{one.Rule}\n{one.Place}", $"{one.Example}\n{one.Problem}"], []))] }],
            Items = [.. problems.Select(one => new JsonObject { ["rule"] = one.Rule, ["example"] = one.Example, ["problem"] = one.Problem, ["place"] = one.Place })],
            Nothing = "every example of every rule holds",
        });
        return problems.Count == 0 ? Ending.Done : Ending.Found;
    }
}
