using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What the head of a mail says of it.</summary>
internal sealed record MailHead
{
    private static readonly HashSet<string> Answer = new(StringComparer.OrdinalIgnoreCase) { "re", "r", "aw", "antw", "antwort", "sv", "vs", "odp", "ref", "réf", "res", "rif", "ynt", "回复", "答复" };

    private static readonly HashSet<string> HandedOn = new(StringComparer.OrdinalIgnoreCase) { "fw", "fwd", "wg", "tr", "rv", "vb", "doorst", "enc", "i", "pd", "ilt", "转发" };

    private static readonly string[] Links = [" from ", " at ", " via ", " | ", " @ "];

    /// <summary>It answers an earlier mail, and does not merely hand it on.</summary>
    public bool Answers { get; private init; }

    /// <summary>It goes to many: a newsletter or a list.</summary>
    public bool IsNewsletter { get; private init; }

    public required Sidecar Said { get; init; }

    public static MailHead Of(MailHeaders headers)
    {
        var (title, answers, handedOn) = WithoutPrefixes(headers["Subject"]);
        var newsletter = headers.Has("List-Unsubscribe") || headers.Has("List-Id") || headers["Precedence"] is "bulk" or "list";
        var (name, address) = Mailbox(headers["From"]);
        var (person, house) = PersonAndHouse(name);
        var language = headers["Content-Language"]?.Split('-', ',')[0].Trim().ToLowerInvariant();
        return new MailHead
        {
            Answers = answers || (!handedOn && (headers.Has("In-Reply-To") || headers.Has("References"))),
            IsNewsletter = newsletter,
            Said = new Sidecar
            {
                Published = WrittenDate.First([headers["Date"], headers["Received"]?.Split(';')[^1].Trim()]),
                Title = title,
                Author = newsletter ? person : name,
                Publisher = newsletter ? Publisher(headers, house, address) : null,
                Url = Address(headers["Archived-At"]),
                Language = language is { Length: 2 } ? language : null,
            },
        };
    }

    /// <summary>Its own name; null where it has none.</summary>
    public static string? IdOf(MailHeaders headers) => headers["Message-ID"]?.Trim('<', '>', ' ') is { Length: > 0 and <= 200 } id ? id : null;

    /// <summary>A list that its readers write to goes by its own name, a newsletter by its sender's.</summary>
    private static string? Publisher(MailHeaders headers, string? name, string? address)
    {
        var list = headers["List-Id"] is { } id && id.IndexOf('<', StringComparison.Ordinal) is > 0 and var open ? id[..open].Trim(' ', '"') : null;
        var first = headers.Has("List-Post") ? list ?? name : name ?? list;
        return !string.IsNullOrEmpty(first) ? first : address?.Split('@')[^1];
    }

    /// <summary>"Re: AW: Fwd: Lindenau opens" is "Lindenau opens".</summary>
    private static (string? Title, bool Answers, bool HandedOn) WithoutPrefixes(string? subject)
    {
        var title = OneLine.Of(subject) ?? "";
        bool answers = false, handedOn = false;
        while (title.IndexOfAny([':', '：']) is > 0 and <= 12 and var colon)
        {
            var prefix = title[..colon].Split('[', '(')[0].Trim();
            if (Answer.Contains(prefix)) answers |= !handedOn;
            else if (HandedOn.Contains(prefix)) handedOn |= !answers;
            else break;
            title = title[(colon + 1)..].TrimStart();
        }

        return (title.Length == 0 ? null : title, answers, handedOn);
    }

    /// <summary>"A. Author from Nordic Wire" is who writes and what it is written for; another name may be either.</summary>
    private static (string? Person, string? House) PersonAndHouse(string? name)
    {
        foreach (var link in Links)
        {
            if (name?.Split(link, 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } person, { Length: > 0 } house]) return (person, house);
        }

        return (name, name);
    }

    /// <summary>The first name and address of <c>"Desk, News" &lt;desk@example.org&gt;</c> or <c>desk@example.org (News desk)</c>; a name that is an address is none.</summary>
    private static (string? Name, string? Address) Mailbox(string? from)
    {
        if (from is null) return (null, null);
        var open = from.IndexOf('<', StringComparison.Ordinal);
        var comment = from.IndexOf('(', StringComparison.Ordinal);
        var name = open > 0 ? from[..open] : open < 0 && comment > 0 ? from[(comment + 1)..].Split(')')[0] : "";
        var address = open >= 0 ? from[(open + 1)..].Split('>')[0] : from.Split('(', ' ')[0];
        name = name.Replace("\\\"", "\"", StringComparison.Ordinal).Trim(' ', '"', '\'');
        return (name.Length == 0 || name.Contains('@', StringComparison.Ordinal) ? null : name, address.Contains('@', StringComparison.Ordinal) ? address.Trim() : null);
    }

    private static string? Address(string? written) => written?.Trim('<', '>', ' ') is { } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null;
}
