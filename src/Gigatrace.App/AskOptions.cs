using System.CommandLine;
using System.Globalization;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;

namespace Gigatrace.App;

/// <summary>The options of every verb that asks the ledger: which one, as of which day, in which form, with or without the quotes.</summary>
internal sealed class AskOptions
{
    public LedgerOption Ledger { get; } = new();

    public FormatOption Format { get; } = new();

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "Answer with what was known on that day; a month or a year stands for its last day.",
        HelpName = "DATE",
        CustomParser = result => Day(result.Tokens[0].Value) is { } day ? day : Refuse(result),
    };

    public Option<bool> Evidence { get; } = new("--evidence") { Description = "Print the words that each row rests on, with publisher, date, file and line." };

    public IEnumerable<Symbol> All => [AsOf, Evidence, Format, Ledger];

    /// <summary>Asks the ledger and prints what it says.</summary>
    /// <param name="make">Makes the report; the flag says whether evidence is wanted.</param>
    public int Answer(Shell shell, ParseResult parsed, Func<View, bool, Report> make)
    {
        using var ledger = LedgerStore.Open(Ledger.Path(shell, parsed), create: false, shell.Clock);
        foreach (var problem in ledger.Sources.Diagnostics) shell.Say(Inputs.Line(problem));
        var evidence = parsed.GetValue(Evidence);
        var view = Pipeline.Publish(ledger, Pipeline.Reconcile(ledger, parsed.GetValue(AsOf)), shell.Today, evidence);
        shell.Cancelled.ThrowIfCancellationRequested();
        Format.Write(shell, parsed, make(view, evidence), evidence);
        return Ending.Done;
    }

    private static DateOnly? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is no date; write 2022-01-31, 2022-01 or 2022");
        return null;
    }

    private static DateOnly? Day(string typed)
    {
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return month.AddMonths(1).AddDays(-1);
        return DateOnly.TryParseExact(typed, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? new DateOnly(year.Year, 12, 31) : null;
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
}
