using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing;

/// <summary>One line to copy under a figure: the words, who published them, when, and where they stand.</summary>
public static class Citation
{
    public static string Of(Claim claim, int? line) =>
        $"“{claim.Quote.ReplaceLineEndings(" ")}” {Phrases.Source(claim.Publisher ?? claim.Doc, claim.Published?.Edtf)}{Marked(claim)}. {Place(claim.Url, claim.Path)}{(line is null ? "" : $", line {line}")}.";

    public static string Of(Document document) =>
        $"{(document.Title is null ? "" : $"“{document.Title}”, ")}{Phrases.Source(document.Publisher ?? document.Name, document.Published?.Edtf)}. {Place(document.Url, document.Path)}.";

    /// <summary>For a note: the words as a quotation, the source behind them as a link where it has an address.</summary>
    public static string Markdown(Document document, Claim? claim) =>
        $"{(claim is null ? "" : $"> {claim.Quote.ReplaceLineEndings(" ")}\n>\n> — ")}{(document.Url is null ? Named(document) : $"[{Named(document)}]({document.Url})")}{(document.Title is null || document.Publisher is null ? "" : $", {document.Publisher}")}, {document.Published?.Edtf ?? "undated"}";

    public static string BibTex(Document document, Claim? claim)
    {
        var fields = new List<(string Key, string? Value)>
        {
            ("title", $"{{{Named(document)}}}"), ("author", document.Author), ("organization", document.Publisher), ("year", document.Published?.Earliest?.Year.ToString(CultureInfo.InvariantCulture)),
            ("date", document.Published?.Edtf), ("url", document.Url), ("note", claim is null ? null : $"“{claim.Quote.ReplaceLineEndings(" ")}”"),
        };
        return $"@misc{{{document.Id},\n{string.Join(",\n", fields.Where(field => field.Value is not null).Select(field => $"  {field.Key} = {{{Escaped(field.Value!)}}}"))}\n}}";
    }

    /// <summary>One item of CSL-JSON.</summary>
    public static JsonObject Csl(Document document, Claim? claim)
    {
        var item = new JsonObject { ["id"] = document.Id, ["type"] = document.Url is null ? "document" : "webpage", ["title"] = Named(document) };
        if (document.Author is not null) item["author"] = new JsonArray(new JsonObject { ["literal"] = document.Author });
        if (document.Publisher is not null) item["publisher"] = document.Publisher;
        if (document.Published?.Earliest is { } day) item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(DateParts(document.Published, day)) };
        if (document.Url is not null) item["URL"] = document.Url;
        if (claim is not null) item["note"] = claim.Quote;
        return item;
    }

    private static string Named(Document document) => document.Title ?? document.Publisher ?? document.Name;

    /// <summary>As exact as the date is: year, month where all its days are in one, day where it is one.</summary>
    private static JsonArray DateParts(When when, DateOnly from)
    {
        var parts = new JsonArray(from.Year);
        if (when.Latest is { } to && (from.Year, from.Month) == (to.Year, to.Month))
        {
            parts.Add(from.Month);
            if (from == to) parts.Add(from.Day);
        }

        return parts;
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => c is '%' or '&' or '$' or '#' or '_' ? $"\\{c}" : $"{c}"));

    private static string Place(string? url, string path) => url is null ? path : $"{url} ({path})";

    private static string Marked(Claim claim) => claim.AiGenerated ? " (AI-generated passage)" : claim.Attribution is null ? "" : $", citing {claim.Attribution}";
}
