using System.Text.Json;
using System.Text.Json.Serialization;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Something that is held from a day on until another: a row of the history of what was known.</summary>
/// <param name="Family">The family of names that it follows from.</param>
/// <param name="Kind">What it is: finding, disagreement, plant, slips, path ….</param>
/// <param name="Key">Tells apart what is of one subject and kind; empty where there is but one.</param>
/// <param name="From">The first day on which it is held.</param>
/// <param name="To">The first day on which it is no longer; <see cref="HeldRow.Open"/> where that day has not come.</param>
/// <param name="Payload">JSON.</param>
public sealed record HeldRow(string Family, string Subject, string Kind, string Key, int From, int To, string Payload)
{
    /// <summary>After every day: day numbers count from 0001-01-01.</summary>
    public const int Open = 3652059;
}

/// <summary>Kinds of rows.</summary>
internal static class HeldKinds
{
    /// <summary><see cref="Ledger.Finding"/>, by its id.</summary>
    public const string Finding = "finding";

    /// <summary><see cref="Ledger.Disagreement"/>, by what it is about.</summary>
    public const string Disagreement = "disagreement";

    /// <summary>All <see cref="Ledger.Slip"/>s of a plant.</summary>
    public const string Slips = "slips";

    /// <summary>All <see cref="Ledger.Owned"/>s of a subject.</summary>
    public const string Owned = "owned";

    /// <summary>The capacity path: <see cref="Figure"/>s.</summary>
    public const string Path = "path";

    /// <summary>The <see cref="Entity"/> of a plant.</summary>
    public const string Plant = "plant";

    /// <summary>The <see cref="Entity"/> of an organisation or person.</summary>
    public const string Other = "other";

    /// <summary>That a publisher spoke of the subject on a day: <see cref="Ledger.Heard"/>.</summary>
    public const string Heard = "heard";

    /// <summary>How a name is printed; the subject is the name as claims write it.</summary>
    public const string Name = "name";

    /// <summary>What a person should decide: <see cref="Undecided"/>.</summary>
    public const string Queue = "queue";

    /// <summary>The subject is the other side of a finding, the key; the payload is the finding's subject.</summary>
    public const string Object = "object";

    /// <summary>The subject runs a plant, the key.</summary>
    public const string Runs = "runs";

    /// <summary>A share or rank, the key is its finding: the subject is the topic without a company, the payload whose it is.</summary>
    public const string Standing = "standing";
}

/// <summary>Rows as JSON and back.</summary>
internal static class HeldJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new ValueConverter(), new WhenConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidOperationException($"no {typeof(T).Name}: {json}");

    /// <summary>A number, a list of both ends, or a word.</summary>
    private sealed class ValueConverter : JsonConverter<ClaimValue>
    {
        public override ClaimValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number) return new ClaimValue.Number(reader.GetDecimal());
            if (reader.TokenType == JsonTokenType.String) return new ClaimValue.Text(reader.GetString()!);
            _ = reader.Read();
            var low = reader.GetDecimal();
            _ = reader.Read();
            var high = reader.GetDecimal();
            _ = reader.Read();
            return new ClaimValue.Range(low, high);
        }

        public override void Write(Utf8JsonWriter writer, ClaimValue value, JsonSerializerOptions options)
        {
            switch (value)
            {
                case ClaimValue.Number number:
                    writer.WriteNumberValue(number.Amount);
                    break;
                case ClaimValue.Range range:
                    writer.WriteStartArray();
                    writer.WriteNumberValue(range.Low);
                    writer.WriteNumberValue(range.High);
                    writer.WriteEndArray();
                    break;
                default:
                    writer.WriteStringValue(value.ToString());
                    break;
            }
        }
    }

    private sealed class WhenConverter : JsonConverter<When>
    {
        public override When Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            When.TryParse(reader.GetString()!, out var when) ? when : throw new JsonException("no EDTF");

        public override void Write(Utf8JsonWriter writer, When value, JsonSerializerOptions options) => writer.WriteStringValue(value.Edtf);
    }
}
