using System.Text;
using System.Text.Json;
using Gigatrace.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gigatrace.App.Web.Api;

/// <summary>A text that was sent to be read, with what is said of it. Nothing of it is recorded, and it reaches no disk.</summary>
internal sealed record Given(string Text, Sidecar Said)
{
    /// <summary>Names of its types, as messages and the OpenAPI document give them.</summary>
    public const string Plain = "text/plain", Markdown = "text/markdown";

    /// <summary>The keys of a text given as JSON.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["text", "title", "publisher", "published"];

    /// <summary>A file is told by no more of its beginning.</summary>
    private const int Probe = 4096;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static async Task<Given> Of(HttpRequest request, CancellationToken cancelled)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var given) ? given.MediaType.Value : null;
        if (type is not (Plain or Markdown or Operation.Json)) throw new Refused(StatusCodes.Status415UnsupportedMediaType, $"send {Plain}, {Markdown} or {Operation.Json}, in UTF-8");
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancelled);
        return type is Operation.Json ? OfJson(bytes.ToArray()) : Checked(new Given(Decoded(bytes.ToArray()), new Sidecar()));
    }

    public Document Read(ReadingOptions options) => Read(Encoding.UTF8.GetBytes(Text), SentText.Name, Said, options);

    public static Document Read(byte[] bytes, string name, Sidecar? said, ReadingOptions options)
    {
        var reading = DocumentReader.Parse(bytes, name, said, options);
        return reading.Document ?? throw Wrong($"the text cannot be read: {string.Join("; ", reading.Diagnostics.Select(one => one.Message))}");
    }

    public static Refused TooLong() => new(StatusCodes.Status413PayloadTooLarge, $"a text has {SentText.Longest} letters at most; `gigatrace extract` reads longer ones");

    private static Given OfJson(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8 });
            var root = json.RootElement;
            if (root.ValueKind is not JsonValueKind.Object) throw Wrong("the body is no JSON object");
            if (root.EnumerateObject().Select(one => one.Name).FirstOrDefault(name => !Keys.Contains(name)) is { } unknown) throw Wrong($"there is no “{unknown}” here; there are {string.Join(", ", Keys)}", unknown);
            return Checked(new Given(One(root, "text") ?? throw Wrong("text is missing", "text"), new Sidecar { Title = Line(root, "title"), Publisher = Line(root, "publisher"), Published = Line(root, "published") }));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Wrong("the body is no JSON in UTF-8");
        }
    }

    private static string? One(JsonElement json, string key) => !json.TryGetProperty(key, out var value) || value.ValueKind is JsonValueKind.Null ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString() : throw Wrong($"{key} is a string", key);

    private static string? Line(JsonElement json, string key) => One(json, key) is not { } line ? null : line.Length <= Query.Longest && !line.Any(char.IsControl) ? line : throw Wrong($"{key} is one line of at most {Query.Longest} letters", key);

    private static Given Checked(Given given) => given.Text.Length > SentText.Longest ? throw TooLong()
        : SentText.IsPdf(Encoding.UTF8.GetBytes(given.Text[..Math.Min(given.Text.Length, Probe)])) ? throw new Refused(StatusCodes.Status415UnsupportedMediaType, "a PDF is read by `gigatrace extract`; send its words here")
        : given;

    private static string Decoded(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("the body is no UTF-8");
        }
    }

    private static Refused Wrong(string message, string? parameter = null) => new(StatusCodes.Status400BadRequest, message) { Parameter = parameter };
}
