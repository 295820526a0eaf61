using System.Globalization;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Identity;

/// <summary>How much a word of a name tells. All but <see cref="Plain"/> come from <c>knowledge/names/words.tsv</c> and the regions.</summary>
internal enum WordKind
{
    /// <summary>A rare word: it makes the name.</summary>
    Plain,

    /// <summary>Left out or added at will: energy, battery, technology.</summary>
    General,

    /// <summary>A line of business: bank, logistics, systems.</summary>
    Business,

    /// <summary>A part of the world: Europe, Asia.</summary>
    Region,

    /// <summary>Says that it is a joint venture.</summary>
    Venture,

    /// <summary>A country or a region of one.</summary>
    Place,

    /// <summary>In digits, however it was written.</summary>
    Number,
}

/// <summary>One word of a name.</summary>
/// <param name="Text">Folded, in Latin letters, in its normal form: technology for Technologien, 2 for II.</param>
/// <param name="Other">Where a letter has a second plain spelling (ü is u and ue), the word with it; else null.</param>
internal readonly record struct NameWord(string Text, string? Other, WordKind Kind)
{
    public bool Means(NameWord word) => Text == word.Text || (Other is not null && Other == word.Text) || (word.Other is not null && word.Other == Text);
}

/// <summary>What the words of names mean when names are compared: legal forms, how much a word tells, letters of other scripts.</summary>
public sealed class NameWords
{
    private static readonly string[] Small = ["of", "and", "the", "de", "for", "&"];
    private readonly LegalForms _forms;
    private readonly Dictionary<string, (string Kind, string Means)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, string> _letters = [];
    private readonly Dictionary<string, int> _wordsFrom;

    public NameWords(KnowledgeSource source)
    {
        foreach (var row in source.Table("names/letters.tsv")) _letters[row[0][0]] = row[1];
        _forms = new LegalForms(source);

        foreach (var row in source.Table("names/words.tsv")) _words[row[0]] = (row[1], row[2].Length > 0 ? row[2] : row[0]);
        foreach (var row in source.Table("places/regions.tsv"))
        {
            var kind = row[2] is "continent" ? "region" : "place";
            foreach (var written in row[4].Split('|').Concat(row[5].Split('|')).Prepend(row[1]))
            {
                if (written.Length > 0 && written[0] != '=') _words.TryAdd(Latin(NameTable.Key(written)), (kind, Latin(row[0])));
            }
        }

        _wordsFrom = LegalForms.Longest(_words.Keys, words => words[0]);
    }

    /// <summary>Those of the built-in knowledge.</summary>
    public static NameWords BuiltIn { get; } = new(new KnowledgeSource());

    /// <summary>The words of an organisation's name that count, without legal forms: equal for names that differ in nothing else.</summary>
    public string Core(string name) => Read(name, person: false).Core;

    internal NameText Read(string name, bool person)
    {
        var key = NameTable.Key(name);
        var written = WithoutWeb(name).Replace("%", " percent", StringComparison.Ordinal).Replace('&', ' ').Replace('+', ' ');
        var tokens = Tokens(written);
        var others = name.AsSpan().IndexOfAny(Umlauts) < 0 ? tokens : Tokens(Expanded(written));
        if (others.Length != tokens.Length) others = tokens;
        var all = string.Concat(tokens);
        var forms = person ? [] : _forms.Take(ref tokens, ref others);
        if (!person && IsExplained(tokens)) (tokens, others) = (tokens[..^1], others[..^1]);
        var words = person ? OfPerson(tokens, others) : OfOrganisation(tokens, others, name);
        return new NameText(key, string.Join(' ', tokens), [.. words], [.. forms], all, [.. Acronyms(key, tokens)]);
    }

    private static System.Buffers.SearchValues<char> Umlauts { get; } = System.Buffers.SearchValues.Create("äöüåøÄÖÜÅØ");

    /// <summary>Amazon.com is Amazon.</summary>
    private static string WithoutWeb(string name)
    {
        foreach (var ending in (string[])[".com", ".org", ".net"])
        {
            var at = name.IndexOf(ending, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && (at + ending.Length == name.Length || !char.IsLetterOrDigit(name[at + ending.Length]))) return name.Remove(at, ending.Length);
        }

        return name;
    }

    /// <summary>The name ends with its own first letters, as in brackets: Asian Bank of Cells (ABC).</summary>
    private static bool IsExplained(string[] tokens) => tokens.Length > 3 && tokens[^1].Length > 2 && tokens[^1] == Initials(tokens[..^1]);

    private static string Expanded(string name)
    {
        var expanded = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            _ = char.ToLowerInvariant(c) switch
            {
                'ä' => expanded.Append("ae"),
                'ö' or 'ø' => expanded.Append("oe"),
                'ü' => expanded.Append("ue"),
                'å' => expanded.Append("aa"),
                _ => expanded.Append(c),
            };
        }

        return expanded.ToString();
    }

    private string[] Tokens(string name) => Latin(NameTable.Key(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private string Latin(string key)
    {
        if (Ascii.IsValid(key)) return key;
        var latin = new StringBuilder(key.Length + 8);
        foreach (var c in key) _ = _letters.TryGetValue(c, out var letters) ? latin.Append(letters) : latin.Append(c);
        return latin.ToString();
    }

    private static List<NameWord> OrAll(List<NameWord> words, string[] tokens, string[] others)
    {
        if (words.Count == 0) words.AddRange(tokens.Select((token, at) => Plain(token, others[at])));
        return words;
    }

    private static NameWord Plain(string token, string other) => new(token, other == token ? null : other, Kind(token));

    private List<NameWord> OfPerson(string[] tokens, string[] others) =>
        OrAll([.. Enumerable.Range(0, tokens.Length).Where(at => !IsKind(tokens[at], "title", "particle", "filler")).Select(at => Plain(tokens[at], others[at]))], tokens, others);

    private List<NameWord> OfOrganisation(string[] tokens, string[] others, string name)
    {
        var words = new List<NameWord>(tokens.Length);
        var length = 1;
        for (var at = 0; at < tokens.Length; at += length)
        {
            var known = Longest(tokens, at);
            length = known?.Length ?? 1;
            if (known is { Kind: "filler" } || (at > 0 && tokens[at] == tokens[at - 1])) continue;
            if (known is { Kind: not ("title" or "particle") } word) words.Add(Numbered(words, new NameWord(word.Means, null, Enum.Parse<WordKind>(word.Kind, ignoreCase: true))));
            else words.Add(Roman(tokens, at, name) ?? Plain(tokens[at], others[at]));
        }

        return OrAll(words, tokens, others);
    }

    private bool IsKind(string token, params ReadOnlySpan<string> kinds) => _words.TryGetValue(token, out var known) && kinds.Contains(known.Kind);

    private static WordKind Kind(string token) => token.AsSpan().ContainsAnyExceptInRange('0', '9') ? WordKind.Plain : WordKind.Number;

    private (string Kind, string Means, int Length)? Longest(string[] tokens, int at)
    {
        for (var length = Math.Min(_wordsFrom.GetValueOrDefault(tokens[at]), tokens.Length - at); length > 0; length--)
        {
            if (_words.TryGetValue(LegalForms.Text(tokens, at, length), out var known)) return (known.Kind, known.Means, length);
        }

        return null;
    }

    /// <summary>Forty-four is 44.</summary>
    private static NameWord Numbered(List<NameWord> words, NameWord word)
    {
        if (word.Kind != WordKind.Number || words is not [.., { Kind: WordKind.Number, Text: [_, '0'] } tens] || word.Text.Length != 1) return word;
        words.RemoveAt(words.Count - 1);
        return word with { Text = $"{tens.Text[0]}{word.Text}" };
    }

    /// <summary>II and IV in capitals anywhere but first; I, V and X at the end only.</summary>
    private static NameWord? Roman(string[] tokens, int at, string name)
    {
        var token = tokens[at];
        if (at == 0 || token.Length > 6 || token.AsSpan().ContainsAnyExcept("ivx") || (token.Length == 1 && at < tokens.Length - 1)) return null;
        var value = 0;
        for (var i = 0; i < token.Length; i++) value += i + 1 < token.Length && Worth(token[i]) < Worth(token[i + 1]) ? -Worth(token[i]) : Worth(token[i]);
        return name.Contains(token.ToUpperInvariant(), StringComparison.Ordinal) ? new NameWord(value.ToString(CultureInfo.InvariantCulture), null, WordKind.Number) : null;
    }

    private static int Worth(char letter) => letter switch { 'i' => 1, 'v' => 5, _ => 10 };

    /// <summary>First letters of three or more words; of four or more with the legal form too.</summary>
    private static IEnumerable<string> Acronyms(string key, string[] tokens) =>
        ((string[])[Initials(tokens), Initials(key.Split(' ')) is { Length: > 3 } all ? all : ""]).Where(letters => letters.Length > 2).Distinct(StringComparer.Ordinal);

    private static string Initials(string[] words) => words.Length < 3 ? "" : string.Concat(words.Where(word => word.Length > 0 && !Small.Contains(word)).Select(word => word[0]));
}
