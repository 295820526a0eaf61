using System.CommandLine;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Publishing;

namespace Gigatrace.App.Verbs;

internal static class TextVerb
{
    public static Command Build(Shell shell)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders; - reads a document from standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new FormatOption();
        var jobs = new JobsOption();
        return Verb.Of(
            "text",
            "The text as read, with its passages: what is heading, list, table, boilerplate or AI-generated.",
            "gigatrace text press/douai.md\ngigatrace text press/ --format jsonl",
            parsed => Run(shell, parsed.GetValue(paths)!, jobs.Of(parsed), report => format.Write(shell, parsed, report), format.IsTable(parsed)),
            paths, format, jobs);
    }

    /// <param name="each">One report a document, as it comes, for people; programs get one for all.</param>
    private static int Run(Shell shell, string[] paths, int jobs, Action<Report> write, bool each)
    {
        var all = new List<Report>();
        var documents = Inputs.Read(shell, paths, jobs, reading => reading.Document is { } document ? ToReport(document) : null, (_, _, report) =>
        {
            if (report is null) return;
            if (each) write(report);
            else all.Add(report);
        });
        if (documents == 0) return Inputs.NothingRead(shell, paths);
        if (!each) write(new Report { Tables = Joined(all), Items = [.. all.SelectMany(report => report.Items)] });
        return Ending.Done;
    }

    private static System.Collections.Immutable.ImmutableArray<Table> Joined(List<Report> reports) =>
        [reports[0].Tables[0] with { Title = null, Rows = [.. reports.SelectMany(report => report.Tables[0].Rows)] }];

    private static Report ToReport(Document document) => new()
    {
        Title = document.Title ?? document.Name,
        Lead = [$"{document.Path} · {Phrases.Source(document.Publisher ?? "no publisher", document.Published?.Edtf)}{From(document)} · {document.SourceKind.Name()}{(document.Language is null ? "" : $" · {document.Language}")}"],
        Tables =
        [
            new Table([new("line", Right: true, Whole: true), new("kind", Whole: true), new("marks", Whole: true), new("text")])
            {
                Rows = [.. document.Passages.Select(passage => ToRow(document, passage))],
            },
        ],
        Items = [DocumentLines.Of(document)],
        Nothing = "no passages",
    };

    /// <summary>Where the date was found, and the day of the last change where it is another.</summary>
    private static string From(Document document) =>
        (document.PublishedFrom is { } place ? $" ({place.Name()})" : "") + (document.Updated is { } updated && updated != document.Published ? $" · updated {updated.Edtf}" : "");

    private static Row ToRow(Document document, Passage passage) => new(
        [
            $"{document.Text.Place(passage.Span.Start).Line}", Phrases.Word(passage.Kind.Name()) + (passage.Level > 0 ? $" {passage.Level}" : ""),
            string.Join(' ', new[] { passage.AiGenerated ? "ai" : "", passage.Boilerplate ? "boilerplate" : "", passage.Story > 0 ? $"story {passage.Story + 1}" : "" }.Where(mark => mark.Length > 0)),
            document.Text.Quote(passage.Span).ReplaceLineEndings(" "),
        ],
        []);
}
