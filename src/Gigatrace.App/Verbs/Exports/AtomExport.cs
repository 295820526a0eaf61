using System.CommandLine;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Verbs.Exports;

internal static class AtomExport
{
    public static Command Build(Shell shell)
    {
        var (ask, authority) = (new AskOptions(), new AuthorityOption());
        var name = new Argument<string[]>("NAME") { Description = "Only what concerns this plant or person, or this company and its plants.", Arity = ArgumentArity.ZeroOrMore };
        var most = new Option<int>("--most") { Description = "So many entries at most; the latest are kept.", HelpName = "COUNT", DefaultValueFactory = _ => 200 };
        return Verb.Of(
            "atom",
            "What became known, as a feed to subscribe to: an entry for each change, dated by the day on which it became known.",
            "gigatrace export atom > changes.atom\ngigatrace export atom douai --most 50 --authority example.org,2026 > douai.atom",
            parsed => ask.Export(shell, parsed, asked =>
            {
                var names = parsed.GetValue(name) is { Length: > 0 } typed ? Names.Around(asked, string.Join(' ', typed)) : [];
                var (view, past) = asked.Changes(FirstDay);
                new ChangeFeed(parsed.GetValue(authority)!).Write(shell.Out, view, past, FirstDay, asked.AsOf, names, parsed.GetValue(most));
            }),
            [name, most, authority, ask.AsOf, ask.Recorded, ask.Ledger]);
    }

    /// <summary>Before everything that was ever published; a day before it is still one.</summary>
    internal static DateOnly FirstDay { get; } = DateOnly.MinValue.AddDays(1);
}
