using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What a reader of one format found; the sidecar's word comes on top of it.</summary>
internal sealed record DraftDocument
{
    public required SourceText Text { get; init; }

    public required List<Draft> Passages { get; init; }

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
    public static DraftDocument Read(string text, string displayPath, List<Diagnostic> diagnostics)
    {
        var source = new SourceText(text);
        var front = FrontMatter.Read(text, displayPath, diagnostics);
        var blocks = Blocks.Read(source, front.End, (at, message) => diagnostics.Add(new Diagnostic("doc.table", displayPath, source.Place(at).Line, message)));
        var values = front.Values;
        var note = SourceKindGuess.IsNote(text, values, front.End, blocks.Tags);
        var lines = values is null ? KeyLines.Read(text, blocks.Drafts) : [];
        var known = values is not null ? NoteHead.Read(values) : KeyLines.Known(lines);
        return Structure.Finish(source, blocks.Drafts, note, known) with
        {
            Url = (values is null ? null : NoteHead.Url(values)) ?? lines.GetValueOrDefault("url"),
            NamedKind = values?.First("source_kind", "kind", "type"),
            Aliases = [.. values?.All("aliases") ?? [], .. values?.All("alias") ?? []],
            Tags = [.. (values?.All("tags") ?? []).Concat(values?.All("tag") ?? []).SelectMany(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(t => t.TrimStart('#')).Concat(blocks.Tags).Distinct(StringComparer.Ordinal)],
        };
    }
}
