using System.Collections.Frozen;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What a class, id, itemprop or rel says of its element.</summary>
[Flags]
internal enum ClassMarks
{
    None = 0,
    Published = 1,
    Updated = 2,
    Dated = 4,
    Author = 8,
    Name = 16,
    Aside = 32,
    Beside = 64,
    Picture = 128,
    Open = 256,

    /// <summary>Any of those that speak of a time.</summary>
    Time = Published | Updated | Dated,
}

internal static class ClassMark
{
    /// <summary>Any of these.</summary>
    public static bool Has(this ClassMarks marks, ClassMarks any) => (marks & any) != ClassMarks.None;
}

/// <summary>The words of <c>knowledge/heads.tsv</c>: how the heads of pages and texts say when, by whom and what.</summary>
internal sealed class HeadWords
{
    private static readonly Lazy<HeadWords> Loaded = new(() => new HeadWords(new KnowledgeSource().Table("heads.tsv").ToLookup(row => row[0], row => row[2], StringComparer.Ordinal)));

    private readonly FrozenDictionary<string, ClassMarks>.AlternateLookup<ReadOnlySpan<char>> _classes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _paths;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _roles;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _noNames;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _dateLabels;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _authorLabels;

    private HeadWords(ILookup<string, string> rows)
    {
        FrozenSet<string> Set(string mark) => rows[mark].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        // The longest first: "published on" before "published".
        string[] Labels(string mark) => [.. rows[mark].Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
        (MetaPublished, MetaDated, MetaUpdated, MetaAuthor) = (Set("meta-published"), Set("meta-dated"), Set("meta-updated"), Set("meta-author"));
        (Published, Dated, Updated, Author) = (Labels("label-published"), Labels("label-dated"), Labels("label-updated"), Labels("label-author").ToLookup(label => char.ToLowerInvariant(label[0])));
        _classes = Classes(rows).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _paths = Set("author-path").GetAlternateLookup<ReadOnlySpan<char>>();
        _roles = Set("role").GetAlternateLookup<ReadOnlySpan<char>>();
        var dateLabels = new[] { (Published, DateSaid.Published), (Updated, DateSaid.Updated), (Dated, DateSaid.Dated), (Labels("label-other"), DateSaid.Other) }
            .SelectMany(kind => kind.Item1.Select(label => (Label: label, Said: kind.Item2))).DistinctBy(one => one.Label, StringComparer.OrdinalIgnoreCase).ToList();
        DateLabels = dateLabels.ToLookup(one => char.ToLowerInvariant(one.Label[0]));
        _dateLabels = dateLabels.Select(one => one.Label).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _authorLabels = Set("label-author").GetAlternateLookup<ReadOnlySpan<char>>();
        _noNames = Set("no-name").GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static HeadWords Default => Loaded.Value;

    public FrozenSet<string> MetaPublished { get; }

    public FrozenSet<string> MetaDated { get; }

    public FrozenSet<string> MetaUpdated { get; }

    public FrozenSet<string> MetaAuthor { get; }

    public string[] Published { get; }

    public string[] Dated { get; }

    public string[] Updated { get; }

    /// <summary>All of them, by their first letter in small letters.</summary>
    public ILookup<char, (string Label, DateSaid Said)> DateLabels { get; }

    /// <summary>By the first letter of a label, in small letters.</summary>
    public ILookup<char, string> Author { get; }

    public bool IsRole(ReadOnlySpan<char> words) => _roles.Contains(words);

    public bool IsNoName(ReadOnlySpan<char> words) => _noNames.Contains(words);

    /// <summary>These words are a label of a date and no more.</summary>
    public bool IsDateLabel(ReadOnlySpan<char> words) => _dateLabels.Contains(words);

    public bool IsAuthorLabel(ReadOnlySpan<char> words) => _authorLabels.Contains(words);

    public bool IsAuthorStep(ReadOnlySpan<char> step) => _paths.Contains(step);

    /// <summary>What the words of a class, id, itemprop or rel say; <c>postDate</c> and <c>post-date</c> are two words.</summary>
    public ClassMarks Of(ReadOnlySpan<char> names)
    {
        var marks = ClassMarks.None;
        for (var at = 0; at < names.Length;)
        {
            var start = at;
            while (at < names.Length && char.IsLetter(names[at]) && (at == start || !char.IsUpper(names[at]) || char.IsUpper(names[at - 1]))) at++;
            if (at - start is > 1 and <= 24 && _classes.TryGetValue(names[start..at], out var found)) marks |= found;
            if (at == start) at++;
        }

        return marks;
    }

    private static Dictionary<string, ClassMarks> Classes(ILookup<string, string> rows)
    {
        var classes = new Dictionary<string, ClassMarks>(StringComparer.OrdinalIgnoreCase);
        foreach (var (row, mark) in (ReadOnlySpan<(string, ClassMarks)>)
            [("class-published", ClassMarks.Published), ("class-updated", ClassMarks.Updated), ("class-dated", ClassMarks.Dated), ("class-author", ClassMarks.Author), ("class-name", ClassMarks.Name), ("class-aside", ClassMarks.Aside), ("class-beside", ClassMarks.Beside), ("class-picture", ClassMarks.Picture), ("class-open", ClassMarks.Open)])
        {
            foreach (var word in rows[row]) classes[word] = classes.GetValueOrDefault(word) | mark;
        }

        return classes;
    }
}
