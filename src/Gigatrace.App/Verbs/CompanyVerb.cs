using System.CommandLine;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class CompanyVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME") { Description = "The company, however it is written: Verkor, \"LG Energy Solution\", lges.", Arity = ArgumentArity.OneOrMore };
        return Verb.Of(
            "company",
            "One company: owners, plants, customers, shares beside others, history, bull and bear points, money, disagreements.",
            "gigatrace company verkor\ngigatrace company AESC --evidence",
            parsed => ask.Answer(shell, parsed, asked =>
            {
                var printed = Names.Company(shell, asked, string.Join(' ', parsed.GetValue(name)!));
                var view = asked.Company(printed);
                return CompanyCard.Make(view, view.State.Companies.First(company => company.Name == printed), asked.Evidence);
            }),
            [name, .. ask.All]);
    }
}
