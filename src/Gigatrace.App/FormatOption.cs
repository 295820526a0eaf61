using System.CommandLine;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.App;

/// <summary>--format: a table for people, or one of the forms for programs.</summary>
internal sealed class FormatOption : Option<string>
{
    private static readonly string[] Usual = ["table", "json", "jsonl", "csv", "markdown"];

    /// <param name="standard">Where none is given.</param>
    /// <param name="more">Forms that this verb has besides the usual ones.</param>
    public FormatOption(string standard = "table", params ReadOnlySpan<string> more)
        : base("--format")
    {
        string[] all = [.. Usual, .. more];
        Description = $"How to print it: {string.Join(", ", all[..^1])} or {all[^1]}.";
        HelpName = "FORM";
        DefaultValueFactory = _ => standard;
        this.AcceptOnlyFromAmong(all);
    }

    /// <summary>For answers that are also sent, as <c>email</c>; null else.</summary>
    public LetterOptions? Letter { get; init; }

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
            case "dot":
                DotForm.Write(shell.Out, report);
                break;
            case "graphml":
                GraphMlForm.Write(shell.Out, report);
                break;
            case "html":
                HtmlForm.Write(shell.Out, report, evidence);
                break;
            case "email":
                Letter!.Write(shell, parsed, report, evidence);
                break;
            default:
                TableForm.Write(shell, report, evidence);
                break;
        }
    }
}
