using System.CommandLine;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.App;

/// <summary>--format: a table for people, or one of the forms for programs.</summary>
internal sealed class FormatOption : Option<string>
{
    public FormatOption(string standard = "table")
        : base("--format")
    {
        Description = "How to print it: table, json, jsonl, csv or markdown.";
        HelpName = "FORM";
        DefaultValueFactory = _ => standard;
        this.AcceptOnlyFromAmong("table", "json", "jsonl", "csv", "markdown");
    }

    public bool IsTable(ParseResult parsed) => parsed.GetValue(this) == "table";

    public void Write(Shell shell, ParseResult parsed, Report report, bool evidence = false)
    {
        switch (parsed.GetValue(this))
        {
            case "json":
                JsonForm.Write(shell.Out, report);
                break;
            case "jsonl":
                JsonForm.WriteLines(shell.Out, report);
                break;
            case "csv":
                CsvForm.Write(shell.Out, report, evidence);
                break;
            case "markdown":
                MarkdownForm.Write(shell.Out, report, evidence);
                break;
            default:
                TableForm.Write(shell, report, evidence);
                break;
        }
    }
}
