using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

/// <summary>
/// A document's passages as lines of text, so that a test is the input and what is read of it:
/// marks, then the words. H1–H6 heading, P paragraph, - list item, T table row (cells between bars), C caption;
/// before it AI, BP (boilerplate), and S with the story's number.
/// </summary>
internal static class Show
{
    public static Reading Read(string text, string name = "text.md", Sidecar? sidecar = null) =>
        DocumentReader.Parse(Encoding.UTF8.GetBytes(text), name, sidecar);

    public static Document Document(string text, string name = "text.md", Sidecar? sidecar = null) =>
        Read(text, name, sidecar).Document.ShouldNotBeNull();

    /// <summary>Everything in a file: of each document a line of its key, date, title, author, publisher, address, language and tags, then its passages; and what was said, by id.</summary>
    public static string File(ReadOnlySpan<byte> bytes, string name, ReadingOptions? options = null)
    {
        var lines = new StringBuilder();
        using var stream = new MemoryStream(bytes.ToArray());
        foreach (var reading in DocumentReader.Read(stream, name, options))
        {
            foreach (var said in reading.Diagnostics) lines.Append("! ").Append(said.Id).Append(said.Line is { } line ? $":{line}" : "").Append(said.Skipped ? " skipped" : "").Append('\n');
            if (reading.Document is not { } document) continue;
            Sound(document);
            string?[] known = [document.Published?.Edtf, document.Title, document.Author, document.Publisher, document.Url, document.Language, document.Tags.IsEmpty ? null : string.Join('+', document.Tags)];
            lines.Append('=').Append(document.Path[name.Length..]).Append(" | ").AppendJoin(" | ", known.Select(value => value ?? "-")).Append('\n').Append(Passages(document)).Append('\n');
        }

        return lines.ToString().TrimEnd();
    }

    /// <summary>The one check of files that hold documents.</summary>
    public static void CheckFile(string text, string expected, string name) =>
        File(Encoding.UTF8.GetBytes(text), name).Split('\n').ShouldBe(expected.ReplaceLineEndings("\n").Trim().Split('\n'));

    public static string Passages(Document document) => string.Join('\n', document.Passages.Select(p => Line(document, p)));

    /// <summary>The one check of the fixtures: what is read of the text, and that its spans are sound.</summary>
    public static void Check(string text, string expected, string name = "text.md")
    {
        var document = Document(text, name);
        Passages(document).Split('\n').ShouldBe(expected.ReplaceLineEndings("\n").Trim().Split('\n'));
        Sound(document);
    }

    /// <summary>What holds for every document: spans in order, in bounds, not overlapping, not empty; cells inside their row, heads of the same table.</summary>
    public static void Sound(Document document)
    {
        var last = 0;
        foreach (var passage in document.Passages)
        {
            passage.Span.Start.ShouldBeGreaterThanOrEqualTo(last);
            passage.Span.End.ShouldBeLessThanOrEqualTo(document.Text.Length);
            passage.Span.IsEmpty.ShouldBeFalse();
            last = passage.Span.End;
            var at = passage.Span.Start;
            foreach (var cell in passage.Cells)
            {
                cell.Start.ShouldBeGreaterThanOrEqualTo(at);
                cell.End.ShouldBeInRange(cell.Start, passage.Span.End);
                at = cell.End;
            }

            passage.Header.All(h => h.Start >= 0 && h.End <= passage.Span.Start).ShouldBeTrue();
            (passage.Kind == PassageKind.TableRow).ShouldBe(passage.Table >= 0);
            (passage.Kind == PassageKind.Heading).ShouldBe(passage.Level > 0);
            if (passage.Span.Start > 0 && passage.Span.Start < document.Text.Length) char.IsLowSurrogate(document.Text.Value[passage.Span.Start]).ShouldBeFalse();
        }
    }

    private static string Line(Document document, Passage passage)
    {
        var line = new StringBuilder();
        if (passage.Story > 0) line.Append('S').Append(passage.Story).Append(' ');
        if (passage.AiGenerated) line.Append("AI ");
        if (passage.Boilerplate) line.Append("BP ");
        line.Append(passage.Kind switch
        {
            PassageKind.Heading => $"H{passage.Level} ",
            PassageKind.ListItem => "- ",
            PassageKind.TableRow => "T ",
            PassageKind.Caption => "C ",
            _ => "P ",
        });
        var words = passage.Kind == PassageKind.TableRow ? string.Join(" | ", passage.Cells.Select(document.Text.Quote)) : document.Text.Quote(passage.Span);
        return line.Append(words.ReplaceLineEndings("⏎")).ToString().TrimEnd();
    }
}
