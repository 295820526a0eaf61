using System.CommandLine;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class NetworkVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions { Format = new FormatOption("table", "dot", "graphml") };
        var name = new Argument<string[]>("NAME") { Description = "Only who has to do with this plant, company or person; for a company its plants too.", Arity = ArgumentArity.ZeroOrMore };
        var kind = new Option<string?>("--kind") { Description = $"Only one kind: {string.Join(", ", NetworkCard.Kinds)}.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. NetworkCard.Kinds]);
        return Verb.Of(
            "network",
            "Who supplies, owns and funds whom; with --format dot or graphml as a graph, plants with who runs them among it.",
            "gigatrace network douai\ngigatrace network --kind owns --format csv\ngigatrace network --format dot | dot -Tsvg > network.svg",
            parsed => ask.Answer(shell, parsed, asked =>
            {
                var names = parsed.GetValue(name) is { Length: > 0 } typed ? Names.Around(asked, string.Join(' ', typed)) : [];
                return NetworkCard.Make(asked.All(), names, parsed.GetValue(kind), asked.Evidence);
            }),
            [name, kind, .. ask.All]);
    }
}
