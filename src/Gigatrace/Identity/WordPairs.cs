using System.Collections.Immutable;

namespace Gigatrace.Identity;

/// <summary>Two names word by word: what they share, what was mistyped, what each has alone.</summary>
/// <param name="Same">Words that both have.</param>
/// <param name="Telling">Those of them that make a name.</param>
/// <param name="Typos">Pairs of words that are one but for a slip or two: "motors/mortars".</param>
/// <param name="Initials">Letters that stand for a word of the other.</param>
/// <param name="InOrder">The shared words stand in the same order.</param>
internal sealed record WordPairs(int Same, int Telling, ImmutableArray<string> Typos, int Initials, bool InOrder, ImmutableArray<NameWord> Left, ImmutableArray<NameWord> Right)
{
    public bool NothingLeft => Left.IsEmpty && Right.IsEmpty;

    /// <summary>What only one of the two has; empty where both have something.</summary>
    public ImmutableArray<NameWord> OneSided => Left.IsEmpty ? Right : Right.IsEmpty ? Left : [];

    public IEnumerable<NameWord> Alone => Left.Concat(Right);

    public static WordPairs Of(NameText a, NameText b, bool person)
    {
        var (left, right) = (new List<NameWord>(a.Words), new List<NameWord>(b.Words));
        var (same, telling, inOrder, last) = (0, 0, true, -1);
        var places = Enumerable.Range(0, right.Count).ToList();
        for (var i = 0; i < left.Count; i++)
        {
            var j = right.FindIndex(left[i].Means);
            if (j < 0) continue;
            same++;
            if (left[i].Kind == WordKind.Plain) telling++;
            inOrder &= places[j] > last;
            last = places[j];
            left.RemoveAt(i--);
            right.RemoveAt(j);
            places.RemoveAt(j);
        }

        var joined = Join(left, right) + Join(right, left);
        var typos = TakeTypos(left, right, (shorter, longer) => person ? Edits.LimitOfPerson(longer) : shorter < 3 ? 0 : Edits.Limit(longer, telling + joined > 0));
        var initials = person ? TakeInitials(left, right) + TakeInitials(right, left) : 0;
        return new WordPairs(same + joined, telling + joined, typos, initials, inOrder, [.. left], [.. right]);
    }

    /// <summary>"Price waterhouse" is "Pricewaterhouse".</summary>
    private static int Join(List<NameWord> split, List<NameWord> whole)
    {
        var joined = 0;
        for (var i = 0; i + 1 < split.Count; i++)
        {
            var words = new NameWord(split[i].Text + split[i + 1].Text, (split[i].Other ?? split[i].Text) + (split[i + 1].Other ?? split[i + 1].Text), WordKind.Plain);
            var j = whole.FindIndex(words.Means);
            if (j < 0) continue;
            split.RemoveRange(i, 2);
            whole.RemoveAt(j);
            i = -1;
            joined++;
        }

        return joined;
    }

    private static ImmutableArray<string> TakeTypos(List<NameWord> left, List<NameWord> right, Func<int, int, int> limits)
    {
        if (left.Count == 0 || right.Count == 0) return [];
        var typos = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < left.Count; i++)
        {
            var (best, edits) = (-1, int.MaxValue);
            for (var j = 0; j < right.Count; j++)
            {
                if (Slips(left[i], right[j], limits) is { } found && found < edits) (best, edits) = (j, found);
            }

            if (best < 0) continue;
            typos.Add(string.CompareOrdinal(left[i].Text, right[best].Text) < 0 ? $"{left[i].Text}/{right[best].Text}" : $"{right[best].Text}/{left[i].Text}");
            left.RemoveAt(i--);
            right.RemoveAt(best);
        }

        typos.Sort(StringComparer.Ordinal);
        return typos.ToImmutable();
    }

    /// <summary>Null where they are too far apart, or where a slip would make another place or number.</summary>
    private static int? Slips(NameWord a, NameWord b, Func<int, int, int> limits)
    {
        if (IsFixed(a) || IsFixed(b) || (a.Kind != WordKind.Plain && b.Kind != WordKind.Plain)) return null;
        if (Digits(a.Text) != Digits(b.Text)) return IsLettersInDigits(a.Text, b.Text) || IsLettersInDigits(b.Text, a.Text) ? 1 : null;
        if (Edits.IsTypical(a.Text, b.Text) || (a.Text.Length > 4 && b.Text.Length > 4 && Edits.Sound(a.Text) == Edits.Sound(b.Text))) return 1;
        var limit = limits(Math.Min(a.Text.Length, b.Text.Length), Math.Max(a.Text.Length, b.Text.Length));
        if (limit == 0) return null;
        var edits = Edits.Between(a.Text, b.Text, limit);
        return edits <= limit ? edits : null;
    }

    private static bool IsLettersInDigits(string mixed, string word) => Digits(word).Length == 0 && mixed.Any(char.IsLetter) && Edits.WithoutDigits(mixed) == word;

    private static bool IsFixed(NameWord word) => word.Kind is WordKind.Place or WordKind.Number or WordKind.Region;

    private static string Digits(string word) => word.AsSpan().ContainsAnyInRange('0', '9') ? string.Concat(word.Where(char.IsAsciiDigit)) : "";

    private static int TakeInitials(List<NameWord> letters, List<NameWord> words)
    {
        var taken = 0;
        for (var i = 0; i < letters.Count; i++)
        {
            if (letters[i].Text.Length != 1) continue;
            var j = words.FindIndex(word => word.Text[0] == letters[i].Text[0]);
            if (j < 0) continue;
            letters.RemoveAt(i--);
            words.RemoveAt(j);
            taken++;
        }

        return taken;
    }
}
