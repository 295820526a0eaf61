using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What a reader of one format found; the sidecar's word comes on top of it.</summary>
internal sealed record DraftDocument
{
    public required SourceText Text { get; init; }

    public required List<Draft> Passages { get; init; }

    /// <summary>Of a note that this program writes into, what is the person's; null where all is.</summary>
    public string? Own { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    /// <summary>EDTF, or as written in the front matter.</summary>
    public string? Published { get; init; }

    public DatePlace? PublishedFrom { get; init; }

    /// <summary>EDTF, or as written in the front matter.</summary>
    public string? Updated { get; init; }

    /// <summary>The kind as the file itself names it.</summary>
    public string? NamedKind { get; init; }

    public SourceKind GuessedKind { get; init; } = SourceKind.Unknown;

    public string? Language { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];
}

/// <summary>Text and Markdown: the text stays as it is.</summary>
internal static class TextDocument
{
    /// <param name="title">What is said around it, where it is no file of its own: then it has no head of lines with keys.</param>
    /// <param name="notes">It lies among somebody's notes (<see cref="ReadingOptions.Notes"/>).</param>
    /// <param name="late">Looked at between the passes over the text; each takes time in proportion to it.</param>
    public static DraftDocument Read(string text, string displayPath, List<Diagnostic> diagnostics, string? title = null, bool notes = false, CancellationToken late = default)
    {
        var source = new SourceText(text);
        var front = FrontMatter.Read(text, displayPath, diagnostics);
        var generated = GeneratedParts.Read(text, front.End);
        if (generated.Fault is { } fault) diagnostics.Add(new Diagnostic("doc.marks", displayPath, source.Place(fault.At).Line, $"{fault.Why}; what may be generated is not read"));
        var blocks = Blocks.Read(source, front.End, IsMarkdown(displayPath), (at, message) => diagnostics.Add(new Diagnostic("doc.table", displayPath, source.Place(at).Line, message)), generated.Hidden);
        var values = front.Values;
        var lines = values is null && title is null ? KeyLines.Read(text, blocks.Drafts) : [];
        var known = values is not null ? NoteHead.Read(values) : KeyLines.Known(lines);
        var url = (values is null ? null : NoteHead.Url(values)) ?? lines.GetValueOrDefault("url");
        var ours = values?.Has(GeneratedParts.Key) == true;
        var note = ours || SourceKindGuess.IsNote(text, values, front.End, blocks.Tags) || (notes && known.Publisher is null && url is null);
        var found = Structure.Finish(source, blocks.Drafts, note, known with { Title = known.Title ?? title ?? (note ? NameOf(displayPath, blocks.Drafts) : null) }, late);
        return found with
        {
            Own = generated.Hidden.Count > 0 || ours ? GeneratedParts.Own(text, front.End, generated.Hidden) : null,
            Passages = note ? [.. Properties.Read(text, front.End, generated: ours), .. found.Passages] : found.Passages,
            Url = url,
            NamedKind = values?.First("source_kind", "kind", "type"),
            Aliases = [.. values?.All("aliases") ?? [], .. values?.All("alias") ?? []],
            Tags = [.. (values?.All("tags") ?? []).Concat(values?.All("tag") ?? []).SelectMany(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(t => t.TrimStart('#')).Concat(blocks.Tags).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>A note that is there to be copied: its places are still to be filled in.</summary>
    public static bool IsTemplate(string text, string displayPath) => IsMarkdown(displayPath) && text.AsSpan(0, Math.Min(text.Length, 4000)).ContainsAny(Blanks);

    private static readonly System.Buffers.SearchValues<string> Blanks =
        System.Buffers.SearchValues.Create(["{{title}}", "{{date}}", "{{date:", "{{time}}", "{{time:", "<% tp.", "<%* "], StringComparison.OrdinalIgnoreCase);

    private static bool IsMarkdown(string displayPath) => Path.GetExtension(displayPath.AsSpan()) is var ending && (ending.Equals(".md", StringComparison.OrdinalIgnoreCase) || ending.Equals(".markdown", StringComparison.OrdinalIgnoreCase));

    /// <summary>A note without a title of its own is called as its file, unless that is a day or a number.</summary>
    private static string? NameOf(string displayPath, List<Draft> drafts)
    {
        var name = Path.GetFileNameWithoutExtension(displayPath);
        return IsMarkdown(displayPath) && !drafts.Exists(draft => draft is { Kind: PassageKind.Heading, Marked: true, Level: 1 }) && name.Count(char.IsLetter) >= 2 ? name : null;
    }
}
