using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Publishing.Exchange;

/// <summary>
/// A whole ledger as JSON Lines: documents with their text, the claims of each behind it, then judgements and what was taken back of them.
/// What no longer counts (older versions, documents taken back) is not in it.
/// </summary>
public static class LedgerLines
{
    private const string Instant = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Of(StoredDocument stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var (document, text) = (stored.Document, stored.Document.Text);
        return Json.Line(new JsonObject
        {
            ["type"] = "document", ["id"] = document.Id, ["recorded"] = Day(stored.Recorded), ["version"] = stored.ProgramVersion, ["doc"] = document.Name, ["path"] = document.Path, ["url"] = document.Url,
            ["title"] = document.Title, ["author"] = document.Author, ["publisher"] = document.Publisher, ["source_kind"] = document.SourceKind.Name(), ["published"] = document.Published?.Edtf,
            ["language"] = document.Language, ["aliases"] = Json.Array(document.Aliases.Select(one => (JsonNode?)one)), ["tags"] = Json.Array(document.Tags.Select(one => (JsonNode?)one)), ["text"] = text.Value,
            ["passages"] = Json.Array(document.Passages.Select(passage => (JsonNode?)new JsonObject
            {
                ["start"] = text.ToCodePoint(passage.Span.Start), ["end"] = text.ToCodePoint(passage.Span.End), ["kind"] = passage.Kind.ToString(), ["level"] = passage.Level, ["story"] = passage.Story, ["ai_generated"] = passage.AiGenerated,
                ["boilerplate"] = passage.Boilerplate, ["cells"] = Spans(passage.Cells, text), ["header"] = Spans(passage.Header, text), ["table"] = passage.Table,
            })),
        });
    }

    public static string Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var line = JsonNode.Parse(ClaimLines.Write(claim))!.AsObject();
        line.Insert(0, "type", "claim");
        line.Insert(1, "document", claim.DocumentId);
        return Json.Line(line);
    }

    public static string Of(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return Json.Line(new JsonObject { ["type"] = "judgement", ["id"] = judgement.Id, ["verdict"] = judgement.Verdict.Name(), ["first"] = judgement.First, ["second"] = judgement.Second, ["reason"] = judgement.Reason, ["by"] = judgement.By, ["recorded"] = Day(judgement.Recorded) });
    }

    public static string OfWithdrawal(TakenBack withdrawal)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        return Json.Line(new JsonObject { ["type"] = "withdrawal", ["judgement"] = withdrawal.Id, ["reason"] = withdrawal.Reason, ["by"] = withdrawal.By, ["recorded"] = Day(withdrawal.Recorded) });
    }

    /// <summary>What a line is: document, claim, judgement or withdrawal; null for a claim line of <c>extract</c>, and for what is no JSON.</summary>
    public static JsonObject? Read(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject is { } json && json["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String ? json : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <exception cref="FormatException">A key is missing or not of its kind.</exception>
    public static StoredDocument Document(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var text = new SourceText(Text(json, "text"));
        var document = new Document
        {
            Id = Text(json, "id"), Name = Text(json, "doc"), Path = Text(json, "path"), Url = Maybe(json, "url"), Title = Maybe(json, "title"), Author = Maybe(json, "author"), Publisher = Maybe(json, "publisher"),
            SourceKind = SourceKinds.Find(Maybe(json, "source_kind")) ?? SourceKind.Unknown, Published = When.TryParse(Maybe(json, "published"), out var when) ? when : null, Language = Maybe(json, "language"),
            Aliases = Texts(json, "aliases"), Tags = Texts(json, "tags"), Text = text, Passages = [.. Objects(json, "passages").Select(passage => Passage(passage, text))],
        };
        return new StoredDocument(document, Moment(json, "recorded"), Text(json, "version"), true);
    }

    /// <exception cref="FormatException">A key is missing or not of its kind.</exception>
    public static Judgement Judgement(JsonObject json) =>
        new(Text(json, "id"), Verdicts.Find(Text(json, "verdict")) ?? throw new FormatException($"\"{Text(json, "verdict")}\" is no verdict"), Text(json, "first"), Maybe(json, "second"), Text(json, "reason"), Text(json, "by"), Moment(json, "recorded"));

    /// <exception cref="FormatException">A key is missing or not of its kind.</exception>
    public static TakenBack Withdrawal(JsonObject json) => new(Text(json, "judgement"), Text(json, "reason"), Text(json, "by"), Moment(json, "recorded"));

    private static Passage Passage(JsonObject json, SourceText text) => new()
    {
        Span = new Span(Place(json["start"], text), Place(json["end"], text)), Kind = Enum.TryParse<PassageKind>(Text(json, "kind"), out var kind) ? kind : PassageKind.Paragraph, Level = Number(json, "level"), Story = Number(json, "story"),
        AiGenerated = Flag(json, "ai_generated"), Boilerplate = Flag(json, "boilerplate"), Cells = Spans(json, "cells", text), Header = Spans(json, "header", text), Table = Number(json, "table"),
    };

    private static JsonArray Spans(ImmutableArray<Span> spans, SourceText text) => Json.Array(spans.IsDefaultOrEmpty ? [] : spans.SelectMany(span => new[] { span.Start, span.End }).Select(at => (JsonNode?)text.ToCodePoint(at)));

    private static ImmutableArray<Span> Spans(JsonObject json, string key, SourceText text) => json[key] is JsonArray list
        ? [.. list.Select(one => Place(one, text)).Chunk(2).Where(pair => pair.Length == 2).Select(pair => new Span(pair[0], pair[1]))] : [];

    private static int Place(JsonNode? node, SourceText text) =>
        node is JsonValue value && value.TryGetValue<int>(out var at) && at >= 0 && at <= text.CodePoints ? text.FromCodePoint(at) : throw new FormatException("a passage lies outside its text");

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(JsonObject json, string key) =>
        DateTimeOffset.TryParse(Text(json, key), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : throw new FormatException($"\"{key}\" is no time");

    private static string Text(JsonObject json, string key) => Maybe(json, key) ?? throw new FormatException($"it has no text in \"{key}\"");

    private static string? Maybe(JsonObject json, string key) => json[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static int Number(JsonObject json, string key) => json[key] is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw new FormatException($"it has no number in \"{key}\"");

    private static bool Flag(JsonObject json, string key) => json[key] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private static ImmutableArray<string> Texts(JsonObject json, string key) => json[key] is JsonArray list ? [.. list.Where(one => one?.GetValueKind() == JsonValueKind.String).Select(one => one!.GetValue<string>())] : [];

    private static IEnumerable<JsonObject> Objects(JsonObject json, string key) => json[key] is JsonArray list ? list.OfType<JsonObject>() : [];
}
