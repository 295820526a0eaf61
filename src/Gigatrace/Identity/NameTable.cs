using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Identity;

/// <summary>The organisations that the lexicon holds: other names and parents, whatever their years. It helps to recognise, never to know.</summary>
public sealed class NameTable
{
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _owned = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <param name="table">Name, kind, other names, parents: each list separated by <c>|</c>, an entry optionally with its years behind it, <c>[2019/..]</c>.</param>
    /// <param name="words">What the words of names mean; null for the built-in knowledge.</param>
    public NameTable(IEnumerable<string[]> table, NameWords? words = null)
    {
        var rows = table.ToArray();
        Words = words ?? NameWords.BuiltIn;
        foreach (var row in rows)
        {
            _canonical.TryAdd(Key(row[0]), row[0]);
            foreach (var alias in List(row, 2)) _canonical.TryAdd(Key(alias.TrimStart('=')), row[0]);
        }

        foreach (var row in rows)
        {
            foreach (var parent in List(row, 3)) Add(row[0], parent);
        }

        _longest = _canonical.Keys.Select(name => name.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    /// <summary>What the words of names mean when names are compared.</summary>
    public NameWords Words { get; }

    /// <summary>The common name of an organisation that the list holds under any name; null where it holds none.</summary>
    public string? Find(string name) => _canonical.GetValueOrDefault(Key(name));

    /// <summary>The same for a name with a legal form that the list does not write: "Samsung SDI Co., Ltd." is Samsung SDI.</summary>
    public string? FindWithoutForm(string name) => Find(name) ?? (Words.Read(name, person: false).Bare is { Length: > 3 } bare ? Find(bare) : null);

    /// <summary>Everyone who ever owned it, by the list.</summary>
    public IReadOnlyList<string> ParentsOf(string canonical) => _parents.GetValueOrDefault(canonical) ?? [];

    /// <summary>Its owners and theirs, up to the last, by the list.</summary>
    public IReadOnlyCollection<string> AllAbove(string canonical)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(ParentsOf(canonical));
        while (next.TryDequeue(out var owner))
        {
            if (above.Add(owner)) foreach (var further in ParentsOf(owner)) next.Enqueue(further);
        }

        return above;
    }

    /// <summary>Everyone whom it ever owned, by the list.</summary>
    public IReadOnlyList<string> OwnedBy(string canonical) => _owned.GetValueOrDefault(canonical) ?? [];

    /// <summary>The longest known name that a text of words starts with, and how many words it has; null where there is none.</summary>
    public (string Canonical, int Words)? Start(ReadOnlySpan<string> words)
    {
        for (var count = Math.Min(words.Length, _longest); count > 0; count--)
        {
            if (Find(string.Join(' ', words[..count]!)) is { } canonical) return (canonical, count);
        }

        return null;
    }

    /// <summary>Two spellings with one key are one name: case, diacritics, hyphens, points and spaces do not count.</summary>
    public static string Key(string name)
    {
        var folded = Vocabulary.Fold(name.Trim());
        Span<char> key = folded.Length <= 256 ? stackalloc char[folded.Length] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
        {
            if (c is '.' or '\'' or ',') continue;
            var put = char.IsLetterOrDigit(c) || c is '&' or '+' ? c : ' ';
            if (put == ' ' && (length == 0 || key[length - 1] == ' ')) continue;
            key[length++] = put;
        }

        return new string(key[..length].TrimEnd(' '));
    }

    private void Add(string name, string parent)
    {
        var owner = Find(parent) ?? parent;
        if (!_owned.TryGetValue(owner, out var owned)) _owned.Add(owner, owned = []);
        owned.Add(name);
        if (!_parents.TryGetValue(name, out var list)) _parents.Add(name, list = []);
        list.Add(parent);
    }

    private static IEnumerable<string> List(string[] row, int column) =>
        column < row.Length ? row[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(NameLexicon.WithoutYears) : [];
}
