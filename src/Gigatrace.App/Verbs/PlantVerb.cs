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
            parsed => ask.Answer(shell, parsed, asked =>
            {
                var printed = Names.Plant(shell, asked, string.Join(' ', parsed.GetValue(name)!));
                var view = asked.Plant(printed);
                return PlantCard.Make(view, view.State.Plants.First(plant => plant.Name == printed), asked.Evidence);
            }),
            [name, .. ask.All]);
    }
}
