using System.Globalization;
using System.Text.Json;

namespace Gigatrace.App.Mcp;

/// <summary>What was given to a tool, of the right names and types. A number may stand for a text ("2022") and a text for a number; null and "" are as if not given.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _given;

    private Arguments(Dictionary<string, string> given) => _given = given;

    /// <exception cref="Failure">A name that the tool does not take, one that it needs and does not get, a wrong type, or too much.</exception>
    public static Arguments Of(Tool tool, IEnumerable<KeyValuePair<string, JsonElement>> given)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            var parameter = tool.Parameters.FirstOrDefault(one => one.Name == name) ?? throw new Failure($"{tool.Name} takes no '{Short(name)}'; it takes {string.Join(", ", tool.Parameters.Select(one => one.Name))}");
            if (Text(parameter, value)?.Trim() is { Length: > 0 } text) texts[name] = Checked(parameter, text);
        }

        var missing = tool.Parameters.FirstOrDefault(one => one.IsRequired && !texts.ContainsKey(one.Name));
        return missing is null ? new Arguments(texts) : throw new Failure($"{tool.Name} needs '{missing.Name}': {missing.Description}");
    }

    /// <summary>Null where it was not given; so below.</summary>
    public string? Text(string name) => _given.GetValueOrDefault(name);

    /// <summary>One that the tool needs.</summary>
    public string Needed(string name) => _given[name];

    public int? Number(string name) => Text(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>The last day of a day, month or year.</summary>
    public DateOnly? LastDay(string name) => Day(name, AskOptions.Day);

    /// <summary>The first day of a day, month or year.</summary>
    public DateOnly? FirstDay(string name) => Day(name, AskOptions.First);

    private DateOnly? Day(string name, Func<string, DateOnly?> parse) =>
        Text(name) is not { } typed ? null : parse(typed) ?? throw new Failure($"{name}: {AskOptions.NoDate(Short(typed))}");

    private static string? Text(Parameter parameter, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => throw new Failure($"'{parameter.Name}' is to be a {(parameter.Bounds is null ? "text" : "whole number")}"),
    };

    private static string Checked(Parameter parameter, string text)
    {
        if (text.Length > parameter.Longest) throw new Failure(string.Create(CultureInfo.InvariantCulture, $"'{parameter.Name}' is {text.Length:N0} characters long; no more than {parameter.Longest:N0} are taken"));
        if (!parameter.OneOf.IsEmpty && !parameter.OneOf.Contains(text)) throw new Failure($"'{parameter.Name}' is to be one of {string.Join(", ", parameter.OneOf)}");
        if (parameter.Bounds is var (from, to) && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to))
        {
            throw new Failure($"'{parameter.Name}' is to be a whole number from {from} to {to}");
        }

        return text;
    }

    private static string Short(string typed) => typed.Length > 40 ? typed[..40] + "…" : typed;
}
