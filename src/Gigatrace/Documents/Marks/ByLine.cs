namespace Gigatrace.Documents;

/// <summary>How plainly words are marked as names: a line of the text, an element of the author, a property that holds a name.</summary>
internal enum NameTrust { Line, Marked, Property }

/// <summary>From what a byline says to the names in it: without "By", roles, dates, addresses and handles.</summary>
internal static class ByLine
{
    private const int Longest = 240;
    private const int MostNames = 12;

    private static readonly string[] And = [" and ", " und ", " et ", " with ", " mit ", " y ", " e ", " en ", " och ", " & ", " + "];
    private static readonly string[] Cuts = [" | ", " • ", " · ", " – ", " — ", " - ", " // ", " / ", " » ", " > ", " ~ ", "(", "[", " @", "\"", " http"];

    /// <summary>Small words that end a name; not in a property that holds nothing else.</summary>
    private static readonly string[] SmallWords = [" in ", " on ", " at ", " for ", " für ", " from ", " via ", " über ", " am ", " le ", " aus ", " is ", " ist ", " est ", " has ", " hat ", " writes ", " schreibt ", " works ", " arbeitet "];
    private static readonly string[] CutsOfLines = [.. Cuts, .. SmallWords];

    /// <summary>What a page prints behind a name that is none of it.</summary>
    private static readonly string[] Buttons = [" Follow", " Folgen", " Updated", " Published", " Posted", " Weitere ", " View ", " More ", " Mehr ", " Share", " Alle ", " Aktualisiert", " Veröffentlicht", " Profil", " Website"];
    private static readonly string[] Givers = [" by ", " von ", " par ", " por ", " di ", " da ", " door ", " from "];
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "von", "van", "de", "der", "den", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "el", "bin", "ibn", "al", "ter", "ten", "te", "zu", "zur", "zum", "vom", "af", "av", "y", "e", "und", "’t", "'t", "st" };

    /// <summary>A word such as "By" or "Autor:" alone.</summary>
    public static bool IsLabel(ReadOnlySpan<char> words)
    {
        var label = words.Trim(": |•·–—-~\t");
        return HeadWords.Default.IsAuthorLabel(label) && (words.TrimEnd() is [.., ':'] || IsGiver(label));
    }

    /// <summary>"By A. Author" and no more than a line of it: a label, then a word with a capital.</summary>
    public static bool StartsWithLabel(string line) =>
        line.Length <= 120 && line.TrimStart(' ', '-', '–', '—', '|', '•', '·', '~') is var plain && LabelEnd(plain) is > 0 and var end && end < plain.Length && char.IsUpper(plain[end]) && plain[^1] is not ('.' or '!' or '?' or ':');

    /// <summary>A first look, without making a string of the words: their first letters are those of a label.</summary>
    public static bool MayStartWithLabel(ReadOnlySpan<char> words)
    {
        words = words.TrimStart(" -–—|•·~");
        if (words.IsEmpty || !char.IsLetter(words[0])) return false;
        foreach (var label in HeadWords.Default.Author[char.ToLowerInvariant(words[0])])
        {
            if (words.StartsWith(label, StringComparison.OrdinalIgnoreCase) && words.Length > label.Length && !char.IsLetter(words[label.Length])) return true;
        }

        return false;
    }

    /// <summary>The names, in order, each once; none where the words hold none.</summary>
    /// <param name="words">As written.</param>
    /// <param name="trust">How plainly the page marks them.</param>
    public static List<string> Names(string words, NameTrust trust)
    {
        var names = new List<string>();
        if (words.Length > Longest || IsProse(words)) return names;
        foreach (var part in AroundDate(words))
        {
            var plain = Cut(Behind(part), trust);
            foreach (var segment in Segments(plain))
            {
                AddNames(segment, trust, names);
                // "Office for Works, Cells and Cars": a property that is no name at its start is one name of an organisation.
                if (names.Count == 0 && trust == NameTrust.Property && plain.Length is > 2 and <= 80 && char.IsUpper(plain[0]) && plain.Contains(' ', StringComparison.Ordinal) && !HeadWords.Default.IsNoName(plain) && !HeadWords.Default.IsRole(plain)) return [plain];
            }

            if (names.Count > 0) break;
        }

        return names;
    }

    /// <summary>"By Staff Writer": who it is without a name; null where it is not only that.</summary>
    public static string? Role(string words) => Behind(words) is var role && HeadWords.Default.IsRole(role) && !HeadWords.Default.IsNoName(role) ? role : null;

    /// <summary>More than a few longer words that start small.</summary>
    private static bool IsProse(string words) => words.Split(' ').Count(word => word.Length >= 4 && char.IsLower(word[0]) && !Particles.Contains(word)) > 5;

    /// <summary>What stands before and what stands behind the date in it.</summary>
    private static IEnumerable<string> AroundDate(string words)
    {
        if (HeaderDate.Find(words, 0, DateOrder.DayFirst, shortYears: true) is not { } date) return [words];
        return [words[..date.Start], words[date.End..].TrimStart(' ', ',', '|', '-', '–', '·', '•', ':')];
    }

    /// <summary>Behind "By", "Posted by", "View all posts by".</summary>
    private static string Behind(string part)
    {
        var text = part.Trim(' ', '|', '•', '·', '–', '—', '-', '~', ',', ':', '/', '>', '»', '*', '_');
        for (var turn = 0; turn < 3 && LabelEnd(text) is > 0 and var end; turn++) text = text[end..].TrimStart(' ', ':', '|');
        foreach (var giver in Givers)
        {
            var at = text.LastIndexOf(giver, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at + giver.Length < text.Length && (giver == " by " || !IsName(text[..at], NameTrust.Line))) return text[(at + giver.Length)..];
        }

        return text;
    }

    /// <summary>Where the words behind a label start; 0 where no label does. A label that is no "by" needs its colon.</summary>
    private static int LabelEnd(string text)
    {
        if (text.Length == 0) return 0;
        foreach (var label in HeadWords.Default.Author[char.ToLowerInvariant(text[0])])
        {
            if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase) || text.Length <= label.Length) continue;
            var rest = text.AsSpan(label.Length);
            var colon = rest.TrimStart() is [':', ..];
            if (colon || (rest[0] == ' ' && IsGiver(label) && (char.IsUpper(text[0]) || text.Length < 60))) return text.Length - rest.TrimStart(": ").Length;
        }

        return 0;
    }

    private static bool IsGiver(ReadOnlySpan<char> label) => label.EndsWith("by", StringComparison.OrdinalIgnoreCase) || label.EndsWith("von", StringComparison.OrdinalIgnoreCase) || label.EndsWith("par", StringComparison.OrdinalIgnoreCase)
        || label.EndsWith("por", StringComparison.OrdinalIgnoreCase) || label.Equals("di", StringComparison.OrdinalIgnoreCase) || label.Equals("door", StringComparison.OrdinalIgnoreCase) || label.EndsWith(" da", StringComparison.OrdinalIgnoreCase) || label.EndsWith(" di", StringComparison.OrdinalIgnoreCase) || label.EndsWith(" door", StringComparison.OrdinalIgnoreCase);

    private static string Cut(string text, NameTrust trust)
    {
        var end = text.Length;
        // "A. Author on" and then the date, which is cut off already.
        var closed = text + " ";
        foreach (var mark in trust == NameTrust.Property ? Cuts : CutsOfLines)
        {
            if (closed.IndexOf(mark, StringComparison.Ordinal) is > 1 and var at && at < end) end = at;
        }

        foreach (var button in Buttons)
        {
            if (text.IndexOf(button, StringComparison.Ordinal) is > 1 and var at && at < end && (button[^1] == ' ' || at + button.Length == text.Length || !char.IsLetter(text[at + button.Length]))) end = at;
        }

        for (var at = 2; at < end; at++)
        {
            if (text[at - 1] == ' ' && char.IsAsciiDigit(text[at])) end = at - 1;
        }

        return text[..end];
    }

    private static string[] Segments(string text)
    {
        foreach (var and in And) text = text.Replace(and, ";", StringComparison.OrdinalIgnoreCase);
        return text.Replace("&", ";", StringComparison.Ordinal).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Names between commas, up to the first thing that is none: a role, a place.</summary>
    private static void AddNames(string segment, NameTrust trust, List<string> names)
    {
        var parts = segment.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var last, var first] && IsOneWord(last) && IsOneWord(first) && !HeadWords.Default.IsRole(first)) parts = [$"{first} {last}"];
        foreach (var part in parts)
        {
            var bare = WithoutLabel(part);
            var name = HeadWords.Default.IsNoName(bare) || HeadWords.Default.IsRole(bare) ? "" : WithoutRoles(bare);
            if (!IsName(name, parts.Length == 1 ? trust : NameTrust.Line) || (trust != NameTrust.Property && IsPlace(name, names))) break;
            if (names.Count < MostNames && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }
    }

    /// <summary>"A. Author, Lindenau": one word behind a name of several; or words that no name starts with.</summary>
    private static bool IsPlace(string name, List<string> before) =>
        (before.Count > 0 && before[^1].Contains(' ', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal) && name.AsSpan(1).ContainsAnyInRange('a', 'z'))
        || name.Split(' ') is ["For" or "The" or "In" or "At" or "From" or "On" or "With" or "Special" or "Der" or "Die" or "Das" or "Für" or "Mit" or "Bei" or "Aus", _, ..];

    private static bool IsOneWord(string part) => part.Length > 1 && !part.Contains(' ', StringComparison.Ordinal) && char.IsUpper(part[0]) && !part.AsSpan().ContainsAnyInRange('0', '9') && !Particles.Contains(part) && part.AsSpan(1).ContainsAnyInRange('a', 'z');

    private static string WithoutLabel(string part) => LabelEnd(part) is > 0 and var end ? part[end..] : part;

    private static string WithoutRoles(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word[0] != '@' && !word.Contains('@', StringComparison.Ordinal)).ToList();
        for (var count = Math.Min(4, words.Count - 1); count > 0; count--)
        {
            if (HeadWords.Default.IsRole(string.Join(' ', words[^count..]).Trim('.', ','))) { words.RemoveRange(words.Count - count, count); break; }
        }

        for (var count = Math.Min(3, words.Count - 2); count > 0; count--)
        {
            if (HeadWords.Default.IsRole(string.Join(' ', words[..count]).TrimEnd(':'))) { words.RemoveRange(0, count); break; }
        }

        return string.Join(' ', words).Trim(' ', ',', ':', '|', '-', '–', '—', '·', '•', '*', '/', '\'', '’', '"', '“', '”');
    }

    /// <summary>A few words, each with a capital or a particle of names; what is marked as a name may start small.</summary>
    private static bool IsName(string name, NameTrust trust)
    {
        if (name.Length is < 2 or > 60 || HeadWords.Default.IsNoName(name) || HeadWords.Default.IsDateLabel(name) || Months.Find(name) > 0 || IsLabel(name) || name.AsSpan().ContainsAny("<>{}=?!#©→:") || name.Contains("//", StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase)) return false;
        var words = name.Split(' ');
        // A newsroom that is marked as an author: "7 News".
        var starts = char.IsLetter(name[0]) || (trust != NameTrust.Line && words.Length > 1 && char.IsAsciiDigit(name[0]) && name.Count(char.IsLetter) >= 4);
        if (words.Length > 6 || !starts || name.Count(char.IsAsciiDigit) > 5) return false;
        if (words[^1] is "The" or "the" or "And" or "and" or "Of" or "of") return false;
        if (words.Length <= (trust == NameTrust.Property ? 4 : trust == NameTrust.Marked ? 1 : 0)) return true;
        return !Particles.Contains(words[^1]) && !char.IsLower(words[^1][0]) && Array.TrueForAll(words, word => !char.IsLower(word[0]) || Particles.Contains(word) || word[^1] == '.' || word.AsSpan().ContainsAny('’', '\''));
    }
}
