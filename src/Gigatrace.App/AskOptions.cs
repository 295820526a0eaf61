using System.CommandLine;
using System.Globalization;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;

namespace Gigatrace.App;

/// <summary>The options of every verb that asks the ledger: which one, as of which day, in which form, with or without the quotes.</summary>
internal sealed class AskOptions
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public LedgerOption Ledger { get; } = new();

    public FormatOption Format { get; init; } = new();

    public Option<DateOnly?> AsOf { get; } = LastDay("--as-of", "Answer with what was known on that day; a month or a year stands for its last day.");

    public Option<bool> Evidence { get; } = new("--evidence") { Description = "Print the words that each row rests on, with publisher, date, file and line." };

    public Option<Instant?> Recorded { get; } = new("--recorded-as-of")
    {
        Description = "Answer with what this ledger itself held at that instant: what was read, judged or taken back later is left out. A day stands for its end (UTC).",
        HelpName = "INSTANT",
        CustomParser = result => Instant.Parse(result.Tokens[0].Value) is { } instant ? instant : RefuseInstant(result),
    };

    public IEnumerable<Symbol> All => [AsOf, .. WithoutDay];

    /// <summary>For verbs that take days of their own.</summary>
    public IEnumerable<Symbol> WithoutDay => [Recorded, Evidence, Format, Ledger];

    /// <summary>For verbs of which every line has its evidence, and which ask the ledger as it is now.</summary>
    public IEnumerable<Symbol> Traced => [Format, .. Format.Letter?.All ?? [], Ledger];

    /// <summary>Asks the ledger for everything and prints what is made of it.</summary>
    /// <param name="make">Makes the report; the flag says whether evidence is wanted.</param>
    public int Answer(Shell shell, ParseResult parsed, Func<View, bool, Report> make) => Answer(shell, parsed, asked => make(asked.All(), asked.Evidence));

    /// <summary>Asks the ledger and prints what it says.</summary>
    public int Answer(Shell shell, ParseResult parsed, Func<Asked, Report> make) => Answer(shell, parsed, parsed.GetValue(AsOf), make);

    /// <param name="asOf">The last day that counts; null for all.</param>
    public int Answer(Shell shell, ParseResult parsed, DateOnly? asOf, Func<Asked, Report> make) => Answer(shell, parsed, asOf, parsed.GetValue(Evidence), (asked, _) => make(asked));

    /// <summary>The same, the ledger itself at hand and every line with its evidence.</summary>
    public int AnswerTraced(Shell shell, ParseResult parsed, DateOnly? asOf, Func<Asked, LedgerStore, Report> make) => Answer(shell, parsed, asOf, evidence: true, make);

    /// <summary>
    /// Asks the ledger for what is written in a form of its own. The last day on which anything became known stands for now, so that the same ledger gives the
    /// same bytes on any day.
    /// </summary>
    public int Export(Shell shell, ParseResult parsed, Action<Asked> write)
    {
        using var ledger = Ledger.Open(shell, parsed);
        write(new Asked(ledger, parsed.GetValue(AsOf), parsed.GetValue(Recorded)?.At, evidence: true, Pipeline.Refreshed(ledger).LastDay()));
        shell.Cancelled.ThrowIfCancellationRequested();
        return Ending.Done;
    }

    /// <summary>An option for the first day of a period.</summary>
    internal static Option<DateOnly?> FirstDay(string name, string description) => DayOption(name, description, First);

    /// <summary>An option for the last day of a period.</summary>
    internal static Option<DateOnly?> LastDay(string name, string description) => DayOption(name, description, Day);

    private static Option<DateOnly?> DayOption(string name, string description, Func<string, DateOnly?> parse) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => parse(result.Tokens[0].Value) is { } day ? day : Refuse(result),
    };

    private int Answer(Shell shell, ParseResult parsed, DateOnly? asOf, bool evidence, Func<Asked, LedgerStore, Report> make)
    {
        using var ledger = Ledger.Open(shell, parsed);
        var recorded = parsed.GetValue(Recorded);
        var asked = new Asked(ledger, asOf, recorded?.At, evidence, recorded?.Day < shell.Today ? recorded.Day : shell.Today);
        var report = Explained(asked, make(asked, ledger));
        shell.Cancelled.ThrowIfCancellationRequested();
        Format.Write(shell, parsed, recorded is null ? report : recorded.Said(report), evidence);
        return Ending.Done;
    }

    /// <summary>The first day of what was typed, else as <see cref="Day"/>.</summary>
    internal static DateOnly? First(string typed) => DateOnly.TryParseExact(typed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Where there is nothing to show because nothing was read, that is said.</summary>
    private static Report Explained(Asked asked, Report report) =>
        report.Tables.All(table => table.Rows.IsEmpty) && !report.Nothing.Contains("gigatrace read", StringComparison.Ordinal) && asked.AsOf is null && asked.Entities().Count == 0
            ? report with { Nothing = $"{report.Nothing}; the ledger holds nothing yet, and `gigatrace read PATH` brings documents in" }
            : report;

    /// <summary>The last day of what was typed: a day, a month or a year; null for anything else.</summary>
    internal static DateOnly? Day(string typed)
    {
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return Last(month);
        return DateOnly.TryParseExact(typed, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? new DateOnly(year.Year, 12, 31) : null;
    }

    /// <summary>The last day of a month, that of the last year too.</summary>
    internal static DateOnly Last(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));

    internal static DateOnly? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError(NoDate(result.Tokens[0].Value));
        return null;
    }

    internal static string NoDate(string typed) => $"'{typed}' is no date; write 2022-01-31, 2022-01 or 2022";

    private static Instant? RefuseInstant(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is no day and no instant; write 2026-03-01 or 2026-03-01T12:00:00Z");
        return null;
    }
}

/// <summary>--ledger, else GIGATRACE_LEDGER, else gigatrace.db in the folder one stands in.</summary>
internal sealed class LedgerOption : Option<string?>
{
    public LedgerOption()
        : base("--ledger")
    {
        Description = "The ledger: a file, or postgres://… on a server. Default: $GIGATRACE_LEDGER, else gigatrace.db here.";
        HelpName = "LEDGER";
    }

    public string Path(Shell shell, ParseResult parsed) =>
        parsed.GetValue(this) ?? (shell.Variable("GIGATRACE_LEDGER") is { Length: > 0 } set ? set : "gigatrace.db");

    /// <summary>One that is there; what is wrong with its settings is said.</summary>
    public LedgerStore Open(Shell shell, ParseResult parsed)
    {
        var ledger = LedgerStore.Open(Path(shell, parsed), create: false, shell.Clock);
        foreach (var problem in ledger.Sources.Diagnostics) shell.Say(Inputs.Line(problem));
        return ledger;
    }
}
