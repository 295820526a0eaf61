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
            parsed => ask.Answer(shell, parsed, (view, evidence) => Timeline.Make(view, parsed.GetValue(name) is { Length: > 0 } typed ? Names.Around(view, string.Join(' ', typed)) : [], evidence)),
            [name, .. ask.All]);
    }
}
