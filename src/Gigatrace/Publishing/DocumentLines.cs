using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing;

/// <summary>The wire form of a document as read: its text whole, its passages as half-open code point offsets into it.</summary>
public static class DocumentLines
{
    private static readonly string[] Kinds = ["paragraph", "heading", "list_item", "table_row", "caption"];

    public static JsonObject Of(Document document) => new()
    {
        ["doc"] = document.Name,
        ["path"] = document.Path,
        ["url"] = document.Url,
        ["title"] = document.Title,
        ["author"] = document.Author,
        ["publisher"] = document.Publisher,
        ["source_kind"] = document.SourceKind.Name(),
        ["published"] = document.Published?.Edtf,
        ["published_from"] = document.PublishedFrom?.Name(),
        ["updated"] = document.Updated?.Edtf,
        ["partial"] = document.IsPartial,
        ["sponsored"] = document.IsSponsored,
        ["language"] = document.Language,
        ["text"] = document.Text.Value,
        ["stories"] = Json.Array(document.Stories.Select(story => (JsonNode?)Of(story, document.Text))),
        ["passages"] = Json.Array(document.Passages.Select(passage => Of(passage, document.Text))),
    };

    public static string Name(this PassageKind kind) => Kinds[(int)kind];

    private static JsonObject Of(Story story, SourceText text) => new()
    {
        ["story"] = story.Number,
        ["heading"] = story.Heading.IsEmpty ? null : text.Quote(story.Heading),
        ["start"] = story.Heading.IsEmpty ? null : text.ToCodePoint(story.Heading.Start),
        ["end"] = story.Heading.IsEmpty ? null : text.ToCodePoint(story.Heading.End),
        ["published"] = story.Published?.Edtf,
    };

    private static JsonObject Of(Passage passage, SourceText text) => new()
    {
        ["start"] = text.ToCodePoint(passage.Span.Start),
        ["end"] = text.ToCodePoint(passage.Span.End),
        ["kind"] = passage.Kind.Name(),
        ["level"] = passage.Level == 0 ? null : passage.Level,
        ["story"] = passage.Story,
        ["ai_generated"] = passage.AiGenerated,
        ["boilerplate"] = passage.Boilerplate,
    };
}
