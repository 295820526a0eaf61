using System.Collections.Frozen;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What an element's names say of it; several may hold.</summary>
[Flags]
internal enum WebRole : ushort
{
    None = 0,

    /// <summary>It is said to hold the text of an article.</summary>
    Body = 1,

    /// <summary>Stands around the text or in it and is none of it.</summary>
    Aside = 2,

    /// <summary>None of the text, however long: readers' comments, consent boxes.</summary>
    Outside = 4,
    Byline = 8,
    Caption = 16,
    Credit = 32,

    /// <summary>The words between title and text.</summary>
    Lead = 64,
    Paywall = 128,
    Negation = 256,

    /// <summary>Not shown by a browser.</summary>
    Hidden = 512,

    /// <summary>A single story of the page: <c>article</c>.</summary>
    Article = 1024,

    /// <summary>Of words: they say nothing, though a part of them would.</summary>
    Plain = 2048,

    /// <summary>Of a word: a name that begins with it says what a text is about, not what an element is.</summary>
    Topic = 4096,

    /// <summary>Of a word: it counts only where it is the whole name.</summary>
    Whole = 8192,

    /// <summary>Of a link: it leads to another place.</summary>
    Leads = 16384,
}

internal static class WebRoles
{
    public static bool Any(this WebRole role, WebRole of) => (role & of) != WebRole.None;
}

/// <summary>The words of <c>knowledge/web.tsv</c>, looked for in a class or id without making strings of them.</summary>
internal static class WebNames
{
    private const int LongestName = 80;
    private const int LongestWord = 24;

    private static readonly Lazy<FrozenDictionary<string, WebRole>> Words = new(Load);

    /// <summary>What any of the names, which white space separates, says.</summary>
    public static WebRole Of(string? names)
    {
        var found = WebRole.None;
        if (string.IsNullOrEmpty(names)) return found;
        foreach (var range in names.AsSpan().SplitAny(" \t\r\n"))
        {
            var name = names.AsSpan(range);
            if (name.Length is >= 2 and <= LongestName) found |= OfName(name);
        }

        return found;
    }

    /// <summary>One name: its words stand at hyphens, underscores, digits and inner capitals; each, and two or three beside each other, is looked up.</summary>
    private static WebRole OfName(ReadOnlySpan<char> name)
    {
        Span<char> letters = stackalloc char[LongestName];
        Span<int> starts = stackalloc int[LongestName];
        int length = 0, words = 0;
        var open = false;
        for (var at = 0; at < name.Length; at++)
        {
            var letter = name[at];
            var isLetter = char.IsLetter(letter);
            var opens = isLetter && (!open || (char.IsUpper(letter) && !char.IsUpper(name[at - 1])));
            if (opens) starts[words++] = length;
            if (isLetter) letters[length++] = char.ToLowerInvariant(letter);
            open = isLetter;
        }

        return words == 0 ? WebRole.None : Known(letters[..length], starts[..words], length == name.Length);
    }

    private static WebRole Known(ReadOnlySpan<char> letters, ReadOnlySpan<int> starts, bool onlyLetters)
    {
        var lookup = Words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = WebRole.None;
        for (var first = 0; first < starts.Length; first++)
        {
            for (var end = Math.Min(first + 3, starts.Length); end > first; end--)
            {
                var words = letters[starts[first]..(end < starts.Length ? starts[end] : letters.Length)];
                if (words.Length > LongestWord || !lookup.TryGetValue(words, out var role)) continue;
                var isWhole = onlyLetters && words.Length == letters.Length;
                if ((role.Any(WebRole.Negation) || (first == 0 && role.Any(WebRole.Topic))) && !isWhole) return found;
                if (role.Any(WebRole.Whole) && !isWhole) continue;
                found |= role & ~(WebRole.Negation | WebRole.Topic | WebRole.Whole | WebRole.Plain);
                first = end - 1;
                break;
            }
        }

        return found;
    }

    private static FrozenDictionary<string, WebRole> Load()
    {
        var words = new Dictionary<string, WebRole>(StringComparer.Ordinal);
        foreach (var row in new KnowledgeSource().Table("web.tsv"))
        {
            var (role, word) = (Enum.Parse<WebRole>(row[0], ignoreCase: true), row[1].TrimStart('='));
            words[word] = words.GetValueOrDefault(word) | (row[1][0] == '=' ? role | WebRole.Whole : role);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
