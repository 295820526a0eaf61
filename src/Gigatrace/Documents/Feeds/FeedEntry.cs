using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Gigatrace.Documents;

/// <summary>What an entry of a feed comes to, whatever the feed's version calls it.</summary>
internal sealed record FeedEntry
{
    private const int LongestKey = 200;

    private static readonly string[] Omitted = ["[…]", "[...]"];

    /// <summary>How the beginning of a text ends where the rest is left to the page.</summary>
    private static readonly string[] Stumps = ["...", "…", "read more", "continue reading", "weiterlesen", "lire la suite", "leer más", "lees meer", "leggi tutto"];

    public required string Key { get; init; }

    public required string? Title { get; init; }

    public required string Text { get; init; }

    public required bool Html { get; init; }

    public required Sidecar Said { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public bool IsEmpty => Text.Length == 0 && Title is null;

    /// <summary>It gives the beginning of its text only, and says so.</summary>
    public bool IsExcerpt
    {
        get
        {
            var end = FeedText.Line(Text[Math.Max(0, Text.Length - 400)..], Html);
            return Omitted.Any(mark => end.Contains(mark, StringComparison.Ordinal)) || Stumps.Any(stump => end.TrimEnd(' ', '.', '»', '>', '→').EndsWith(stump, StringComparison.OrdinalIgnoreCase) || end.EndsWith(stump, StringComparison.Ordinal));
        }
    }

    public static FeedEntry Of(FeedRecord entry, FeedRecord feed)
    {
        var url = Address(entry);
        var title = entry.First("title", "dc:title");
        var (text, html) = Content(entry);
        return new FeedEntry
        {
            Key = KeyOf(entry.First("guid", "id") ?? entry.About ?? url ?? ""),
            Title = title,
            Text = text,
            Html = html,
            Tags = [.. entry.All("category", "dc:subject").Select(Tag).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)],
            Said = new Sidecar
            {
                Published = Date(entry),
                Publisher = entry.First("source", "dc:publisher") ?? feed.First("title", "dc:title", "dc:publisher"),
                Author = Authors(entry) ?? Authors(feed),
                Url = url,
                Title = title,
                Language = Language(entry.First("dc:language", "language") ?? entry.Language ?? feed.First("language", "dc:language") ?? feed.Language),
            },
        };
    }

    /// <summary>An entry that is all title is a headline: its title is its text.</summary>
    /// <param name="number">Names it where it has no name of its own.</param>
    public Member ToMember(int number) => new()
    {
        Key = Key.Length > 0 ? Key : number.ToString(CultureInfo.InvariantCulture),
        Bytes = Encoding.UTF8.GetBytes(Text.Length > 0 ? Text : $"<h1>{WebUtility.HtmlEncode(Title)}</h1>"),
        Shape = Html || Text.Length == 0 ? MemberShape.Fragment : MemberShape.Text,
        Said = Said,
        Tags = Tags,
    };

    /// <summary>The longest of what it gives as content or summary; of two alike the content.</summary>
    private static (string Text, bool Html) Content(FeedRecord entry)
    {
        (string Text, bool Html) best = ("", false);
        var longest = 0;
        foreach (var value in entry.All("content:encoded", "content", "fullitem", "xhtml:body", "xhtml:div", "description", "summary", "dc:description", "itunes:summary"))
        {
            var content = value.Content();
            var length = FeedText.Length(content.Text, content.Html);
            if (length > longest) (best, longest) = (content, length);
        }

        return best;
    }

    /// <summary>When it came out before when it was changed.</summary>
    private static string? Date(FeedRecord entry) => WrittenDate.First(
        entry.All("published", "pubdate", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created", "updated", "modified", "dcterms:modified").Select(date => date.Plain));

    private static string? Authors(FeedRecord record)
    {
        foreach (var name in new[] { "dc:creator", "author", "dc:author", "itunes:author", "managingeditor" })
        {
            var people = record.All(name).Select(value => Person(value.Plain)).Where(person => person.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (people.Count > 0) return string.Join(", ", people);
        }

        return null;
    }

    /// <summary>"desk@example.org (News desk)" and "News desk &lt;desk@example.org&gt;" without the address.</summary>
    private static string Person(string written)
    {
        if (!written.Contains('@', StringComparison.Ordinal)) return written;
        if (written.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open && written.IndexOf(')', open) is > 0 and var close && !written[(open + 1)..close].Contains('@', StringComparison.Ordinal)) return written[(open + 1)..close].Trim();
        return string.Join(' ', written.Split(' ').Where(word => !word.Contains('@', StringComparison.Ordinal)));
    }

    private static string? Address(FeedRecord entry)
    {
        var alternates = entry.All("link").Where(link => link.Attributes.GetValueOrDefault("rel", "alternate") is "alternate" or "").Select(link => link.Attributes.GetValueOrDefault("href") ?? link.Plain);
        var guids = entry.All("guid").Where(guid => guid.Attributes.GetValueOrDefault("ispermalink") != "false").Select(guid => guid.Plain);
        return alternates.Concat(guids).Append(entry.About ?? "").Select(address => address.Trim()).FirstOrDefault(IsAddress);
    }

    private static bool IsAddress(string address) =>
        (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && !address.Contains(' ', StringComparison.Ordinal);

    private static string Tag(FeedValue category) =>
        category.Attributes.GetValueOrDefault("label") ?? category.Attributes.GetValueOrDefault("term") ?? category.Plain;

    /// <summary>en-GB is en.</summary>
    private static string? Language(string? written)
    {
        var language = written?.Trim().Split('-', '_')[0].ToLowerInvariant();
        return language is { Length: 2 } && char.IsAsciiLetterLower(language[0]) && char.IsAsciiLetterLower(language[1]) ? language : null;
    }

    private static string KeyOf(string id)
    {
        var key = FeedText.Line(id, markup: false);
        return key.Length <= LongestKey ? key : key[..(char.IsHighSurrogate(key[LongestKey - 1]) ? LongestKey - 1 : LongestKey)];
    }
}
