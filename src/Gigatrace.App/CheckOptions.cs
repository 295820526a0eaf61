using System.CommandLine;
using Gigatrace.Publishing.Checks;

namespace Gigatrace.App;

/// <summary>The options of a check.</summary>
internal sealed class CheckOptions
{
    public LedgerOption Ledger { get; } = new();

    public JobsOption Jobs { get; } = new();

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "Check against what was known on that day; a month or a year stands for its last day. Notes without a date speak from it.",
        HelpName = "DATE",
        CustomParser = result => AskOptions.Day(result.Tokens[0].Value) is { } day ? day : AskOptions.Refuse(result),
    };

    public Option<string> Format { get; } = new("--format") { Description = "How to print it: text, json, sarif (2.1.0) or github (lines that a workflow shows beside the file).", HelpName = "FORM", DefaultValueFactory = _ => "text" };

    public Option<string> FailOn { get; } = new("--fail-on") { Description = "End with 1 where there is something so grave: error, warning, hint or never.", HelpName = "SEVERITY", DefaultValueFactory = _ => "warning" };

    public Option<string?> Baseline { get; } = new("--baseline") { Description = "Problems in this file are not told. Default: what gigatrace.yaml of the vault names.", HelpName = "FILE" };

    public Option<bool> WriteBaseline { get; } = new("--write-baseline") { Description = "Write what there is now to the baseline." };

    public Option<bool> Fix { get; } = new("--fix") { Description = "Put right what is certain: the value alone is replaced, its source is added as a footnote. Then check again." };

    public Option<bool> Diff { get; } = new("--diff") { Description = "Print what --fix would change, and change nothing." };

    public Option<bool> Watch { get; } = new("--watch") { Description = "Check again whenever a note changes, until Ctrl-C." };

    public CheckOptions()
    {
        Format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        FailOn.AcceptOnlyFromAmong("error", "warning", "hint", "never");
    }

    public IEnumerable<Symbol> All => [AsOf, Format, FailOn, Baseline, WriteBaseline, Diff, Fix, Watch, Jobs, Ledger];

    public Severity Bound(ParseResult parsed) => parsed.GetValue(FailOn) is "never" ? (Severity)int.MaxValue : Enum.Parse<Severity>(parsed.GetValue(FailOn)!, ignoreCase: true);
}
