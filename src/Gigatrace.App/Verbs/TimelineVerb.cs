using System.CommandLine;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class TimelineVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME") { Description = "Only what concerns this plant or person, or this company and its plants.", Arity = ArgumentArity.ZeroOrMore };
        return Verb.Of(
            "timeline",
            "What happened when, and what is to happen.",
            "gigatrace timeline douai\ngigatrace timeline --format csv > timeline.csv",
            parsed => ask.Answer(shell, parsed, asked => Timeline.Make(asked.All(), parsed.GetValue(name) is { Length: > 0 } typed ? Names.Around(asked, string.Join(' ', typed)) : [], asked.Evidence)),
            [name, .. ask.All]);
    }
}
