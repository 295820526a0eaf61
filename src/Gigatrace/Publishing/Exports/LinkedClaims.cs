using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Exports;

/// <summary>
/// Claims as JSON-LD 1.1: each is a Claim of schema.org and a Web Annotation on its document, derived from it in the sense of PROV. Its words are
/// given by themselves where they stand there once, else with some before and after them.
/// </summary>
public sealed class LinkedClaims(TagUris tags)
{
    /// <summary>Code points before and after a quote.</summary>
    public const int Around = 32;

    /// <summary>Of the whole; nothing of it lies elsewhere.</summary>
    public JsonObject Context => new()
    {
        ["schema"] = "https://schema.org/",
        ["oa"] = "http://www.w3.org/ns/oa#",
        ["prov"] = "http://www.w3.org/ns/prov#",
        ["gt"] = tags.Term,
    };

    /// <summary>What stands before the first node of the graph and behind the last; nodes are parted by a comma and a line end.</summary>
    public (string Before, string After) Frame => ($"{{\"@context\":{Json.Line(Context)},\n\"@graph\":[\n", "\n]}\n");

    public JsonObject Of(Document document) => Filled(new JsonObject
    {
        ["@id"] = IdOf(document),
        ["@type"] = new JsonArray("schema:CreativeWork", "prov:Entity"),
        ["schema:name"] = document.Title,
        ["schema:url"] = document.Url,
        ["schema:publisher"] = Named("schema:Organization", document.Publisher),
        ["schema:datePublished"] = IsIso(document.Published) ? document.Published?.Edtf : null,
        ["gt:published"] = IsIso(document.Published) ? null : document.Published?.Edtf,
        ["schema:inLanguage"] = document.Language,
        ["gt:path"] = document.Path,
        ["gt:sourceKind"] = document.SourceKind.Name(),
    });

    public JsonObject Of(Claim claim, Document document) => Filled(new JsonObject
    {
        ["@id"] = tags.For("claim", claim.Id),
        ["@type"] = new JsonArray("schema:Claim", "oa:Annotation", "prov:Entity"),
        ["oa:motivatedBy"] = Ref("oa:describing"),
        ["oa:hasBody"] = Body(claim),
        ["oa:hasTarget"] = Target(claim, document),
        ["schema:about"] = Named("schema:Thing", claim.Subject),
        ["schema:appearance"] = Ref(IdOf(document)),
        ["schema:author"] = Named("schema:Thing", claim.Attribution),
        ["prov:wasDerivedFrom"] = Ref(IdOf(document)),
        ["prov:wasGeneratedBy"] = new JsonObject { ["@type"] = "prov:Activity", ["gt:rule"] = claim.Rule },
        ["gt:part"] = claim.Part,
        ["gt:object"] = Named("schema:Thing", claim.Object),
        ["gt:kind"] = claim.Kind,
        ["gt:basis"] = claim.Basis,
        ["gt:qualifier"] = claim.Qualifier,
        ["gt:product"] = claim.Product,
        ["gt:level"] = claim.Level,
        ["gt:region"] = claim.Region,
        ["gt:model"] = claim.Models.IsEmpty ? null : Json.Array(claim.Models),
        ["gt:when"] = claim.When?.Edtf,
        ["gt:modality"] = claim.Modality.Name(),
        ["gt:aiGenerated"] = claim.AiGenerated ? true : null,
    });

    private static JsonObject Body(Claim claim) => Filled(new JsonObject
    {
        ["@type"] = "schema:PropertyValue",
        ["schema:propertyID"] = claim.Predicate,
        ["schema:value"] = claim.Value is ClaimValue.Range ? null : Json.Of(claim.Value),
        ["schema:minValue"] = claim.Value is ClaimValue.Range low ? Json.Plain(low.Low) : null,
        ["schema:maxValue"] = claim.Value is ClaimValue.Range high ? Json.Plain(high.High) : null,
        ["schema:unitText"] = claim.Unit,
    });

    /// <summary>Either selector finds the words: by themselves with what stands around them, or by their place.</summary>
    private JsonObject Target(Claim claim, Document document)
    {
        var twice = StandsTwice(claim.Quote, document.Text.Value);
        return new JsonObject
        {
            ["@type"] = "oa:SpecificResource",
            ["oa:hasSource"] = Ref(IdOf(document)),
            ["oa:hasSelector"] = new JsonArray(
                Filled(new JsonObject
                {
                    ["@type"] = "oa:TextQuoteSelector",
                    ["oa:prefix"] = twice ? Stretch(document.Text, claim.Start - Around, claim.Start) : null,
                    ["oa:exact"] = claim.Quote,
                    ["oa:suffix"] = twice ? Stretch(document.Text, claim.End, claim.End + Around) : null,
                }),
                new JsonObject { ["@type"] = "oa:TextPositionSelector", ["oa:start"] = claim.Start, ["oa:end"] = claim.End }),
        };
    }

    private static bool StandsTwice(string quote, string text) => text.IndexOf(quote, StringComparison.Ordinal) != text.LastIndexOf(quote, StringComparison.Ordinal);

    /// <summary>A year, month or day, which ISO 8601 has too.</summary>
    private static bool IsIso(When? when) => when is not null && when.Edtf.All(c => char.IsAsciiDigit(c) || c is '-') && (when.Edtf.Length is 4 or 10 || (when.Edtf.Length == 7 && string.CompareOrdinal(when.Edtf[5..], "12") <= 0));

    /// <summary>From one code point to another, as far as the text goes.</summary>
    private static string Stretch(SourceText text, int from, int to)
    {
        var (start, end) = (Math.Clamp(from, 0, text.CodePoints), Math.Clamp(to, 0, text.CodePoints));
        return text.Quote(new Span(text.FromCodePoint(start), text.FromCodePoint(end)));
    }

    private string IdOf(Document document) => Uri.TryCreate(document.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : tags.For("document", document.Id);

    private static JsonObject Ref(string id) => new() { ["@id"] = id };

    private static JsonObject? Named(string type, string? name) => name is null ? null : new JsonObject { ["@type"] = type, ["schema:name"] = name };

    /// <summary>Without what is not known: null says nothing in JSON-LD.</summary>
    private static JsonObject Filled(JsonObject node)
    {
        foreach (var key in node.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray()) _ = node.Remove(key);
        return node;
    }
}
