using System.CommandLine;
using System.Globalization;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Digests;

namespace Gigatrace.App.Verbs;

internal static class RoundupVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions { Format = new FormatOption("table", "html", "email") { Letter = new LetterOptions() } };
        var week = Period("--week", "YEAR-Wnn", "A week from Monday to Sunday, as ISO 8601 numbers them: 2022-W50.", WeekOf);
        var month = Period("--month", "YEAR-MONTH", "A month: 2022-12.", MonthOf);
        var from = AskOptions.FirstDay("--from", "The first day; a month or a year stands for its first day.");
        var to = AskOptions.LastDay("--to", "The last day; a month or a year stands for its last day. Default: today.");
        return Verb.Of(
            "roundup",
            "What a week brought: stories by company and plant, new against said again, figures that moved, hot terms; each line with its evidence.",
            "gigatrace roundup --week 2022-W50\ngigatrace roundup --month 2025-12 --format html > december.html\ngigatrace roundup --week 2025-W51 --format email > week.eml",
            parsed =>
            {
                var days = (parsed.GetValue(week), parsed.GetValue(month), parsed.GetValue(from)) switch
                {
                    ({ } one, null, null) => one,
                    (null, { } one, null) => one,
                    (null, null, { } first) => new Days(first, parsed.GetValue(to) ?? shell.Today, null),
                    (null, null, null) => throw new Failure("say of when: --week 2022-W50, --month 2022-12, or --from DATE"),
                    _ => throw new Failure("--week, --month and --from say the same; give one of them"),
                };
                if (days.To < days.From) throw new Failure(parsed.GetValue(to) is null ? "--from is after today" : "--to is before --from");
                return ask.AnswerTraced(shell, parsed, days.To, (asked, store) => Roundup.Make(Load(asked, store, days)));
            },
            [week, month, from, to, .. ask.Traced]);
    }

    /// <param name="all">Everything as of the last day, where it is at hand.</param>
    internal static Week Load(Asked asked, LedgerStore store, Days days, View? all = null)
    {
        var length = days.To.DayNumber - days.From.DayNumber + 1;
        var recorded = store.RecordedDays();
        var known = store.LoadSignatures().Select(one => (one.Id, Day: one.Published?.Latest ?? one.Published?.Earliest ?? recorded[one.Id])).Where(one => one.Day <= days.To && one.Day.DayNumber >= days.From.DayNumber - (length * Week.PeriodsBefore)).ToArray();
        var copies = Pipeline.Copies(store, [.. known.Select(one => one.Id)]);
        var (now, before) = (known.Where(one => one.Day >= days.From).Select(one => one.Id).ToArray(), known.Where(one => one.Day < days.From && !copies.ContainsKey(one.Id)).Select(one => one.Id));
        var (view, past) = (all ?? asked.All(), asked.Changes(days.From).Past);
        return new Week
        {
            Title = days.Name ?? $"From {Phrases.Day(days.From)} to {Phrases.Day(days.To)}",
            From = days.From,
            To = days.To,
            Documents = [.. now.Where(id => !copies.ContainsKey(id)).Select(id => store.FindDocuments(id)[0].Document).OrderBy(document => document.Path, StringComparer.Ordinal)],
            Claims = store.LoadClaimsOf(now),
            View = view,
            Past = past,
            TermsBefore = [.. before.Select(id => Week.TermsOf(store.FindDocuments(id)[0].Document, store.LoadClaimsOf([id])))],
        };
    }

    private static Option<Days?> Period(string name, string form, string description, Func<string, Days?> parse) => new(name)
    {
        Description = description,
        HelpName = form,
        CustomParser = result =>
        {
            if (parse(result.Tokens[0].Value) is { } days) return days;
            result.AddError($"'{result.Tokens[0].Value}' is none; write {name} {(name is "--week" ? "2022-W50" : "2022-12")}");
            return null;
        },
    };

    internal static Days? WeekOf(string typed)
    {
        var parts = typed.ToUpperInvariant().Split("-W");
        if (parts is not [{ Length: 4 } y, { Length: 2 } w] || !int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var week)) return null;
        if (year < 1 || year > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new Days(monday, monday.AddDays(6), $"Week {week} of {year}, {Phrases.Day(monday)} to {Phrases.Day(monday.AddDays(6))}");
    }

    internal static Days? MonthOf(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        ? new Days(first, AskOptions.Last(first), first.ToString("MMMM yyyy", CultureInfo.InvariantCulture))
        : null;

    /// <param name="Name">What people call it; null for two days.</param>
    internal sealed record Days(DateOnly From, DateOnly To, string? Name);
}
