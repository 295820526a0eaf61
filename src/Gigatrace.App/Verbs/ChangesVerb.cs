using System.CommandLine;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class ChangesVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME") { Description = "Only what concerns this plant or person, or this company and its plants.", Arity = ArgumentArity.ZeroOrMore };
        var from = AskOptions.FirstDay("--from", "The first day; a month or a year stands for its first day.");
        var since = AskOptions.FirstDay("--since", "The same as --from, for everything that became known since.");
        var to = AskOptions.LastDay("--to", "The last day; a month or a year stands for its last day. Default: everything that is known.");
        return Verb.Of(
            "changes",
            "What became known between two days: findings with what was held before, new plants, new disagreements.",
            "gigatrace changes --from 2025-01 --to 2025-06\ngigatrace changes douai --since 2025-06-01 --evidence",
            parsed =>
            {
                var first = (parsed.GetValue(from), parsed.GetValue(since)) switch
                {
                    ({ } day, null) => day,
                    (null, { } day) => day,
                    (null, null) => throw new Failure("say from when: --from DATE or --since DATE"),
                    _ => throw new Failure("--from and --since say the same; give one of them"),
                };
                var last = parsed.GetValue(to);
                if (last < first) throw new Failure("--to is before --from");
                return ask.Answer(shell, parsed, last, asked =>
                {
                    var names = parsed.GetValue(name) is { Length: > 0 } typed ? Names.Around(asked, string.Join(' ', typed)) : [];
                    var (view, past) = asked.Changes(first);
                    return ChangeList.Make(view, past, first, last, names, asked.Evidence);
                });
            },
            [name, from, to, since, .. ask.WithoutDay]);
    }
}
