using System.CommandLine;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class WhoVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME") { Description = "Only this person, or this company and its people.", Arity = ArgumentArity.ZeroOrMore };
        return Verb.Of(
            "who",
            "Who is who: people with their titles, companies with their owners, plants and customers.",
            "gigatrace who\ngigatrace who envision --evidence",
            parsed => ask.Answer(shell, parsed, asked => WhoIsWho.Make(asked.All(), parsed.GetValue(name) is { Length: > 0 } typed ? Names.Any(asked, string.Join(' ', typed)) : [], asked.Evidence)),
            [name, .. ask.All]);
    }
}
