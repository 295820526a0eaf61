using System.Text;
using System.Text.Json;
using Gigatrace.Claims;

namespace Gigatrace.Publishing;

/// <summary>
/// The wire form of a claim: one line of JSON, all keys always present and in this order, null where empty.
/// <c>docs/schemas/claim.schema.json</c> describes it; <see cref="ClaimLineReader"/> reads it back.
/// </summary>
public static class ClaimLines
{
    /// <summary>One line without its line end.</summary>
    public static string Write(Claim claim)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json.WriterOptions)) Write(json, claim);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        WriteSource(json, claim);
        WriteStatement(json, claim);
        WriteEvidence(json, claim);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("doc", claim.Doc);
        json.WriteString("path", claim.Path);
        json.WriteString("url", claim.Url);
        json.WriteString("publisher", claim.Publisher);
        json.WriteString("source_kind", claim.SourceKind.Name());
        json.WriteString("published", claim.Published?.Edtf);
    }

    private static void WriteStatement(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("subject", claim.Subject);
        json.WriteString("part", claim.Part);
        json.WriteString("predicate", claim.Predicate);
        WriteValue(json, claim.Value);
        json.WriteString("unit", claim.Unit);
        json.WriteString("object", claim.Object);
        json.WriteString("kind", claim.Kind);
        json.WriteString("basis", claim.Basis);
        json.WriteString("qualifier", claim.Qualifier);
        json.WriteString("product", claim.Product);
        json.WriteString("level", claim.Level);
        json.WriteString("region", claim.Region);
        WriteModels(json, claim);
        json.WriteString("when", claim.When?.Edtf);
        json.WriteString("modality", claim.Modality.Name());
        json.WriteString("attribution", claim.Attribution);
        json.WriteBoolean("ai_generated", claim.AiGenerated);
    }

    private static void WriteEvidence(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("as_written", claim.AsWritten);
        json.WriteString("quote", claim.Quote);
        json.WriteNumber("start", claim.Start);
        json.WriteNumber("end", claim.End);
        json.WriteString("rule", claim.Rule);
    }

    private static void WriteModels(Utf8JsonWriter json, Claim claim)
    {
        json.WritePropertyName("model");
        if (claim.Models.IsDefaultOrEmpty)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var model in claim.Models) json.WriteStringValue(model);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, ClaimValue? value)
    {
        json.WritePropertyName("value");
        switch (value)
        {
            case ClaimValue.Number number:
                json.WriteNumberValue(Json.Plain(number.Amount));
                break;
            case ClaimValue.Range range:
                json.WriteStartArray();
                json.WriteNumberValue(Json.Plain(range.Low));
                json.WriteNumberValue(Json.Plain(range.High));
                json.WriteEndArray();
                break;
            case ClaimValue.Text text:
                json.WriteStringValue(text.Word);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
