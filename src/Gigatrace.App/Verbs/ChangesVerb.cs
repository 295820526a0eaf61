using System.CommandLine;
using System.Globalization;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class ChangesVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME") { Description = "Only what concerns this plant or person, or this company and its plants.", Arity = ArgumentArity.ZeroOrMore };
        var from = Begin("--from", "The first day; a month or a year stands for its first day.");
        var since = Begin("--since", "The same as --from, for everything that became known since.");
        var to = new Option<DateOnly?>("--to")
        {
            Description = "The last day; a month or a year stands for its last day. Default: everything that is known.",
            HelpName = "DATE",
            CustomParser = result => AskOptions.Day(result.Tokens[0].Value) is { } day ? day : AskOptions.Refuse(result),
        };
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

    private static Option<DateOnly?> Begin(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => First(result.Tokens[0].Value) is { } day ? day : AskOptions.Refuse(result),
    };

    private static DateOnly? First(string typed)
    {
        foreach (var form in (string[])["yyyy-MM-dd", "yyyy-MM", "yyyy"])
        {
            if (DateOnly.TryParseExact(typed, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        }

        return null;
    }
}
