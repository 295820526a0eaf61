using System.Globalization;
using Gigatrace.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Gigatrace.App.Web;

/// <summary>A request cannot be answered: with which status and what is said.</summary>
internal sealed class Refused(int status, string message) : Exception(message)
{
    public int Status => status;
}

/// <summary>What an address asks for. Every parameter is read here, and only as what it may be.</summary>
internal sealed class Query(HttpRequest request)
{
    /// <summary>No parameter is longer.</summary>
    private const int Longest = 300;

    /// <summary>The day of which everything is asked; null for all that is known.</summary>
    public DateOnly? AsOf { get; } = DayOf(Single(request, "as-of"), "as-of");

    /// <summary>From 1.</summary>
    public int Page => Number("page", 1, 1_000_000);

    /// <summary>Only what is new beside what the reader has, without the frame.</summary>
    public bool IsPanel => request.Query.ContainsKey("panel");

    /// <summary>Trimmed; null where it is not there or empty.</summary>
    public string? Text(string name) => Single(request, name);

    public DateOnly? Day(string name) => DayOf(Text(name), name);

    /// <summary>One of some words; null where it is not there.</summary>
    public string? Word(string name, IEnumerable<string> words)
    {
        if (Text(name) is not { } word) return null;
        var all = words.ToArray();
        return all.Contains(word, StringComparer.Ordinal) ? word : throw new Refused(StatusCodes.Status400BadRequest, $"{name} is one of {string.Join(", ", all)}");
    }

    /// <param name="usual">Where it is not there.</param>
    public int Number(string name, int usual, int most)
    {
        if (Text(name) is not { } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new Refused(StatusCodes.Status400BadRequest, $"{name} is a whole number from 1 to {most}");
    }

    /// <summary>A part of the path.</summary>
    public string Route(string name) => request.RouteValues[name]?.ToString() ?? "";

    /// <summary>An address on this server that keeps the day.</summary>
    public string To(string path, params ReadOnlySpan<(string Name, string? Value)> more) => With(path, [.. more, ("as-of", AsOf is { } day ? Phrases.Day(day) : null)]);

    /// <summary>This address with other parameters; null takes one away.</summary>
    public string Here(params ReadOnlySpan<(string Name, string? Value)> other)
    {
        var all = request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        foreach (var (name, value) in other) all[name] = value;
        return With(request.Path, [.. all.Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>The parameters of this address but for some, for forms that keep them.</summary>
    public IEnumerable<(string Name, string Value)> Others(params string[] without) => request.Query.Where(pair => !without.Contains(pair.Key, StringComparer.Ordinal)).Select(pair => (pair.Key, pair.Value.ToString()));

    private static string With(string path, ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value)) path = QueryHelpers.AddQueryString(path, name, value);
        }

        return path;
    }

    private static string? Single(HttpRequest request, string name)
    {
        var values = request.Query.TryGetValue(name, out var given) ? given : StringValues.Empty;
        if (values.Count > 1) throw new Refused(StatusCodes.Status400BadRequest, $"{name} is given twice");
        var text = values.ToString().Trim();
        if (text.Length > Longest) throw new Refused(StatusCodes.Status400BadRequest, $"{name} is longer than {Longest} letters");
        return text.Length == 0 ? null : text;
    }

    private static DateOnly? DayOf(string? typed, string name) => typed is null ? null
        : AskOptions.Day(typed) ?? throw new Refused(StatusCodes.Status400BadRequest, $"{name} is no date; write 2022-01-31, 2022-01 or 2022");
}
