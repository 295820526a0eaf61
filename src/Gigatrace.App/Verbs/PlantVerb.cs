using System.CommandLine;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class PlantVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME") { Description = "The plant, however it is written: \"AESC Douai\", douai, sunderland 2.", Arity = ArgumentArity.OneOrMore };
        return Verb.Of(
            "plant",
            "One plant: status, capacity path, owners, customers, money, jobs, slips, disagreements.",
            "gigatrace plant sunderland 2 --evidence\ngigatrace plant \"AESC Douai\" --as-of 2022-01-01 --format json",
            parsed => ask.Answer(shell, parsed, (view, evidence) => PlantCard.Make(view, Names.Plant(shell, view, string.Join(' ', parsed.GetValue(name)!)), evidence)),
            [name, .. ask.All]);
    }
}
