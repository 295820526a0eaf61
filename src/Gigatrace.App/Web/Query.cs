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

    /// <summary>The parameter that is wrong; null where it is something else.</summary>
    public string? Parameter { get; init; }

    /// <summary>Seconds until it may be tried again; null where that would change nothing.</summary>
    public int? After { get; init; }
}

/// <summary>What an address asks for. Every parameter is read here, and only as what it may be.</summary>
internal sealed class Query(HttpRequest request)
{
    /// <summary>No parameter is longer.</summary>
    public const int Longest = 300;

    public const int MostPages = 1_000_000;

    public const int LargestPage = 500;

    /// <summary>The day of which everything is asked; null for all that is known.</summary>
    public DateOnly? AsOf { get; } = DayOf(Single(request, "as-of"), "as-of");

    /// <summary>From 1.</summary>
    public int Page => Number("page", 1, MostPages);

    /// <summary>The words that all rests on are asked for too.</summary>
    public bool Evidence => Flag("evidence");

    /// <param name="usual">Where nobody says.</param>
    public int Size(int usual) => Number("size", usual, LargestPage);

    /// <summary>Only what is new beside what the reader has, without the frame.</summary>
    public bool IsPanel => request.Query.ContainsKey("panel");

    /// <summary>Trimmed; null where it is not there or empty.</summary>
    public string? Text(string name) => Single(request, name);

    public DateOnly? Day(string name) => DayOf(Text(name), name);

    /// <summary>As <see cref="Day"/>, but a month or a year stands for its first day.</summary>
    public DateOnly? FirstDay(string name) => DayOf(Text(name), name, AskOptions.First);

    /// <summary>false where it is not there.</summary>
    public bool Flag(string name) => Word(name, ["true", "false"]) == "true";

    /// <summary>The first digits of an id, of a part of the path.</summary>
    public string Id(string name) => Route(name) is { Length: >= 4 and <= 64 } id && id.All(char.IsAsciiHexDigitLower) ? id : throw Wrong(name, $"{name} is 4 to 64 of the digits 0 to 9 and a to f");

    /// <summary>Refuses whatever else there is.</summary>
    public void Only(IReadOnlyCollection<string> names)
    {
        if (request.Query.Keys.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } other) throw Wrong(other, $"there is no parameter “{(other.Length > Longest ? other[..Longest] : other)}” here{(names.Count == 0 ? "" : $"; there are {string.Join(", ", names)}")}");
    }

    /// <summary>One of some words; null where it is not there.</summary>
    public string? Word(string name, IEnumerable<string> words)
    {
        if (Text(name) is not { } word) return null;
        var all = words.ToArray();
        return all.Contains(word, StringComparer.Ordinal) ? word : throw Wrong(name, $"{name} is one of {string.Join(", ", all)}");
    }

    /// <param name="usual">Where it is not there.</param>
    public int Number(string name, int usual, int most)
    {
        if (Text(name) is not { } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw Wrong(name, $"{name} is a whole number from 1 to {most}");
    }

    /// <summary>Who was spoken to, of those that <see cref="Guard.OnlyHere"/> lets through.</summary>
    public string Host => request.Host.Value ?? "";

    /// <summary>A part of the path.</summary>
    public string Route(string name) => Checked(request.RouteValues[name]?.ToString() ?? "", name);

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
        if (values.Count > 1) throw Wrong(name, $"{name} is given twice");
        var text = Checked(values.ToString().Trim(), name);
        return text.Length == 0 ? null : text;
    }

    /// <summary>No database and no page is handed what is no text.</summary>
    private static string Checked(string text, string name) => text.Length > Longest ? throw Wrong(name, $"{name} is longer than {Longest} letters")
        : text.Any(char.IsControl) ? throw Wrong(name, $"{name} holds a control character")
        : text;

    private static DateOnly? DayOf(string? typed, string name, Func<string, DateOnly?>? read = null) => typed is null ? null
        : (read ?? AskOptions.Day)(typed) ?? throw Wrong(name, $"{name} is no date; write 2022-01-31, 2022-01 or 2022");

    private static Refused Wrong(string name, string message) => new(StatusCodes.Status400BadRequest, message) { Parameter = name };
}
