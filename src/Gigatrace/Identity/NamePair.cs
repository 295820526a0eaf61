using System.Collections.Immutable;

namespace Gigatrace.Identity;

/// <summary>Two names, and what the rows of the table ask of them. It does not matter which of the two comes first.</summary>
internal sealed class NamePair(NameForm a, NameForm b)
{
    private WordPairs? _words;

    public NameForm A => a;

    public NameForm B => b;

    public WordPairs Words => _words ??= WordPairs.Of(a.Text, b.Text, a.Person);

    public bool Exact => a.Text.Key == b.Text.Key;

    public bool Alias => a.Listed is not null && a.Listed == b.Listed;

    public bool ListedApart => a.Listed is not null && b.Listed is not null && a.Listed != b.Listed;

    public bool Owner => !Exact && !Alias && (a.Parents.Contains(b.Text.Core) || b.Parents.Contains(a.Text.Core));

    /// <summary>How many first letters of the one are the other; 0 where it is not so.</summary>
    public int Acronym { get; } = a.Person || a.Text.Key == b.Text.Key ? 0 : Math.Max(Letters(a, b), Letters(b, a));

    public bool ParentBefore => HasParent(a, b) || HasParent(b, a);

    /// <summary>"A-B" and "B-A", each under whichever of its names.</summary>
    public bool SamePartners => !Exact && !Alias && a.Partners.Any(partners => b.Partners.Contains(partners));

    /// <summary>One is the other with something before it, which could be an owner's name.</summary>
    public bool HasParentsShape => !a.Person && (Before(a, b) is not null || Before(b, a) is not null);

    /// <summary>Nothing that is known of the names decides, so their words do.</summary>
    public bool ByWords => !Exact && !Alias && Acronym == 0 && !ParentBefore && !SamePartners;

    public bool LegalFormOnly => !a.Person && SameWords && a.Text.Bare == b.Text.Bare;

    public bool Spelling => !LegalFormOnly && SameWords;

    public bool Joined => !SameWords && (IsOneOf(a.Text.Joined, b.Text) || IsOneOf(a.Text.JoinedOther, b.Text) || (a.Text.All.Length > 5 && a.Text.All == b.Text.All));

    public bool OtherOrder => !SameWords && !Joined && Words is { NothingLeft: true, InOrder: false, Typos.IsEmpty: true, Initials: 0 };

    public bool Typo => !Joined && Words is { NothingLeft: true, Initials: 0, Typos.Length: > 0 } && (Words.Same > 0 || Words.Typos.Length == 1);

    /// <summary>Both have a number at the same place, and nothing else differs.</summary>
    public bool OtherNumber => !Joined && !a.Person && Words.Telling > 0 && Words.Typos.IsEmpty && Words.Left.Length == Words.Right.Length && Words.Left.Length > 0 && Words.Alone.All(word => word.Kind == WordKind.Number);

    public bool Initials => a.Person && Words is { NothingLeft: true, Initials: > 0, Same: > 0 };

    public bool FurtherName => a.Person && Words is { OneSided.IsEmpty: false, Initials: 0 } && Words.Same + Words.Typos.Length > 1 && Words.Typos.Length < 2;

    public bool OtherForm => (SameWords || Joined) && !a.Person && Kinds(a) is { Count: > 0 } left && Kinds(b) is { Count: > 0 } right && !left.Overlaps(right);

    public string Forms => $"{First(Written(a), Written(b))}, {Second(Written(a), Written(b))}";

    /// <summary>Both sides have a word of their own, or one has a word that makes a name.</summary>
    public bool OtherWord
    {
        get
        {
            if (Joined || SameWords || Words is { NothingLeft: true } || FurtherName) return false;
            var (left, right) = (Others(Words.Left), Others(Words.Right));
            return (left && right) || Words.Alone.Any(word => word.Kind == WordKind.Plain);
        }
    }

    /// <summary>What the one has more, in one order whatever the order of the pair.</summary>
    public string Extra => Join(Words.OneSided);

    /// <summary>Places and owners add to a likeness, but never make a branch, a venture or another number of a company the company.</summary>
    public bool MayAdd => !Exact && !Alias && !SamePartners && !Words.Alone.Any(word => word.Kind is WordKind.Region or WordKind.Venture or WordKind.Number);

    public string AloneWords => Join(Words.Alone.Where(word => word.Kind is not (WordKind.Number or WordKind.Place)));

    private bool SameWords => a.Text.Words.Length == b.Text.Words.Length && a.Text.Words.Zip(b.Text.Words).All(pair => pair.First.Means(pair.Second));

    /// <summary>Only one of the two has further words, at least one of the first kind, all of these kinds.</summary>
    public bool OneHas(params ReadOnlySpan<WordKind> kinds)
    {
        if (a.Person || Joined || Words.Same == 0 || !Words.Typos.IsEmpty || Words.OneSided is not { IsEmpty: false } more || !MakeTheName) return false;
        var hasFirst = false;
        foreach (var word in more)
        {
            if (!kinds.Contains(word.Kind)) return false;
            hasFirst |= word.Kind == kinds[0];
        }

        return hasFirst;
    }

    public bool Differ(WordKind kind) => !Joined && !OtherNumber && Words.Alone.Any(word => word.Kind == kind);

    public string Alone(WordKind kind) => Join(Words.Alone.Where(word => word.Kind == kind));

    public string First(string left, string right) => string.CompareOrdinal(left, right) <= 0 ? left : right;

    public string Second(string left, string right) => string.CompareOrdinal(left, right) <= 0 ? right : left;

    /// <summary>What they share is more than words that any company could have.</summary>
    private bool MakeTheName => Words.Telling > 0;

    private static bool Others(ImmutableArray<NameWord> words) => words.Any(word => word.Kind is not (WordKind.Number or WordKind.Place));

    private static string Join(IEnumerable<NameWord> words) => string.Join(", ", words.Select(word => word.Text).Order(StringComparer.Ordinal));

    private static bool IsOneOf(string letters, NameText text) => letters.Length > 3 && (letters == text.Joined || letters == text.JoinedOther);

    private static HashSet<string> Kinds(NameForm form) => [.. form.Text.Forms.Select(one => one.Kind).Where(kind => kind is not ("company" or "group"))];

    private static string Written(NameForm form) => string.Join(' ', form.Text.Forms.Select(one => one.Form).Order(StringComparer.Ordinal));

    private static int Letters(NameForm shorter, NameForm longer) =>
        shorter.Text.Words is [{ Text.Length: > 2 } only] && longer.Text.Words.Length > 1 && longer.Text.Acronyms.Contains(only.Text) && shorter.Name.Contains(only.Text.ToUpperInvariant(), StringComparison.Ordinal) ? only.Text.Length : 0;

    private static bool HasParent(NameForm shorter, NameForm longer) => Before(shorter, longer) is { } before && shorter.Parents.Contains(before);

    /// <summary>The words that the longer name has before the shorter; null where it is not so, or where the shorter has no word that makes a name.</summary>
    private static string? Before(NameForm shorter, NameForm longer)
    {
        var (less, more) = (shorter.Text.Words, longer.Text.Words);
        if (more.Length <= less.Length || !less.Any(word => word.Kind == WordKind.Plain)) return null;
        for (var i = 0; i < less.Length; i++)
        {
            if (!less[i].Means(more[more.Length - less.Length + i])) return null;
        }

        return string.Join(' ', more.Take(more.Length - less.Length).Select(word => word.Text));
    }
}
