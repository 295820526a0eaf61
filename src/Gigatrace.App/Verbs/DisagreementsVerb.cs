using System.CommandLine;
using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class DisagreementsVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME") { Description = "Only what concerns this plant or person, or this company and its plants.", Arity = ArgumentArity.ZeroOrMore };
        var kind = new Option<string?>("--kind") { Description = $"Only one kind: {string.Join(", ", Enum.GetValues<DisagreementKind>().Select(Phrases.Name))}.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<DisagreementKind>().Select(Phrases.Name)]);
        return Verb.Of(
            "disagreements",
            "What does not fit, with its kind and why; the gravest first.",
            "gigatrace disagreements --kind contradiction --evidence\ngigatrace disagreements sunderland",
            parsed => ask.Answer(shell, parsed, asked => DisagreementList.Make(asked.Disagreements(), About(asked, parsed.GetValue(name)), Kind(parsed.GetValue(kind)), asked.Evidence)),
            [name, kind, .. ask.All]);
    }

    private static System.Collections.Immutable.ImmutableArray<string> About(Asked asked, string[]? typed) =>
        typed is { Length: > 0 } ? Names.Around(asked, string.Join(' ', typed)) : [];

    private static DisagreementKind? Kind(string? name) => name is null ? null : Enum.GetValues<DisagreementKind>().First(kind => kind.Name() == name);
}
