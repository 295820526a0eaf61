using System.Collections.Immutable;
using System.CommandLine;
using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class DisagreementsVerb
{
    internal static ImmutableArray<string> Kinds { get; } = [.. Enum.GetValues<DisagreementKind>().Select(Phrases.Name)];

    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME") { Description = "Only what concerns this plant or person, or this company and its plants.", Arity = ArgumentArity.ZeroOrMore };
        var kind = new Option<string?>("--kind") { Description = $"Only one kind: {string.Join(", ", Kinds)}.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. Kinds]);
        return Verb.Of(
            "disagreements",
            "What does not fit, with its kind and why; the gravest first.",
            "gigatrace disagreements --kind contradiction --evidence\ngigatrace disagreements sunderland",
            parsed => ask.Answer(shell, parsed, asked => DisagreementList.Make(asked.Disagreements(), About(asked, parsed.GetValue(name)), Kind(parsed.GetValue(kind)), asked.Evidence)),
            [name, kind, .. ask.All]);
    }

    private static ImmutableArray<string> About(Asked asked, string[]? typed) =>
        typed is { Length: > 0 } ? Names.Around(asked, string.Join(' ', typed)) : [];

    internal static DisagreementKind? Kind(string? name) => name is null ? null : Enum.GetValues<DisagreementKind>().First(kind => kind.Name() == name);
}
