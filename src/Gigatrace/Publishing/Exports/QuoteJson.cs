using System.Text.Json.Nodes;

namespace Gigatrace.Publishing.Exports;

/// <summary>A quote with the address of its document: what leaves the ledger of a text.</summary>
public static class QuoteJson
{
    public static JsonObject Of(Evidence one)
    {
        var json = one.ToJson();
        json["url"] = one.Url;
        return json;
    }
}
