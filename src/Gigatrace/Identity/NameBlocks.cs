using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Gigatrace.Identity;

/// <summary>
/// Which names are compared at all: those that share a key. Every likeness of the table has keys that both names of such a pair bear, and that few
/// others do, so that the cost follows the number of names and not that of pairs. No block is too large to be looked at.
/// </summary>
internal static class NameBlocks
{
    /// <summary>Names of one side meet those of the other, not each other: a company's letters and whom they could stand for.</summary>
    private enum Side : byte
    {
        Both,
        Short,
        Long,
    }

    private readonly record struct Entry(ulong Key, int Name, Side Side);

    /// <summary>Pairs of places in the list, the smaller first, each once, in order.</summary>
    public static List<(int A, int B)> Pairs(IReadOnlyList<NameForm> forms)
    {
        var entries = new List<Entry>(forms.Count * 32);
        for (var at = 0; at < forms.Count; at++) new Keys(at, entries).Add(forms[at]);
        var sorted = CollectionsMarshal.AsSpan(entries);
        sorted.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        var pairs = new HashSet<(int A, int B)>();
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end].Key == sorted[start].Key; end++) { }
            if (end - start > 1) Meet(sorted[start..end], forms, pairs);
        }

        return [.. pairs.Order()];
    }

    /// <summary>The keys of one name.</summary>
    public static IEnumerable<long> Of(NameForm form)
    {
        var entries = new List<Entry>(64);
        new Keys(0, entries).Add(form);
        return entries.Select(entry => unchecked((long)entry.Key));
    }

    public static long OfListed(string canonical)
    {
        var entries = new List<Entry>(1);
        new Keys(0, entries).AddListed(canonical);
        return unchecked((long)entries[0].Key);
    }

    private static void Meet(ReadOnlySpan<Entry> block, IReadOnlyList<NameForm> forms, HashSet<(int A, int B)> pairs)
    {
        for (var i = 0; i < block.Length; i++)
        {
            for (var j = i + 1; j < block.Length; j++)
            {
                if ((block[i].Side == block[j].Side && block[i].Side != Side.Both) || block[i].Name == block[j].Name) continue;
                var (a, b) = (Math.Min(block[i].Name, block[j].Name), Math.Max(block[i].Name, block[j].Name));
                if (forms[a].Person == forms[b].Person) pairs.Add((a, b));
            }
        }
    }

    private readonly record struct Keys(int Name, List<Entry> Into)
    {
        public void Add(NameForm form)
        {
            Add('=', form.Text.Key, Side.Both);
            if (form.Person) AddPerson(form.Text);
            else AddOrganisation(form);
        }

        public void AddListed(string canonical) => Add('@', canonical, Side.Both);

        private void AddOrganisation(NameForm form)
        {
            var text = form.Text;
            var telling = string.Concat(text.Telling.Select(word => word.Text));
            var fixedWords = string.Join(' ', text.Words.Where(word => word.Kind is WordKind.Number or WordKind.Place).Select(word => word.Text).Order(StringComparer.Ordinal));
            if (form.Listed is { } listed) AddListed(listed);
            var placed = string.Join(' ', text.Words.Where(word => word.Kind is WordKind.Number or WordKind.Place).Select(word => word.Kind == WordKind.Number ? "#" : word.Text).Order(StringComparer.Ordinal));
            Add('t', $"{telling}|{placed}", Side.Both);
            Add('s', $"{string.Join(' ', text.Telling.Select(word => word.Text).Order(StringComparer.Ordinal))}|{placed}", Side.Both);
            Add('f', $"{Edits.Sound(Edits.WithoutDigits(telling))}|{fixedWords}", Side.Both);
            Add('j', text.Joined, Side.Both);
            Add('j', text.All, Side.Both);
            if (text.JoinedOther != text.Joined) Add('j', text.JoinedOther, Side.Both);
            foreach (var partners in form.Partners) Add('b', partners, Side.Both);
            AddSlips(telling, fixedWords, two: 9);
            AddLong(form);
        }

        /// <summary>Letters and whom they could stand for; a name, and the same with an owner's name before it.</summary>
        private void AddLong(NameForm form)
        {
            foreach (var acronym in form.Text.Acronyms) Add('a', acronym, Side.Long);
            var words = form.Text.Words;
            if (words is [{ Text.Length: > 2 and < 9 } only]) Add('a', only.Text, Side.Short);
            if (!words.Any(word => word.Kind == WordKind.Plain)) return;
            Add('p', form.Text.Core, Side.Short);
            for (var at = 1; at < words.Length; at++)
            {
                if (words.Skip(at).Any(word => word.Kind == WordKind.Plain)) Add('p', string.Join(' ', words.Skip(at).Select(word => word.Text)), Side.Long);
            }
        }

        private void AddPerson(NameText text)
        {
            var words = text.Words.Select(word => word.Text).Take(6).Order(StringComparer.Ordinal).ToArray();
            var joined = string.Concat(words);
            Add('j', joined, Side.Both);
            Add('j', text.Joined, Side.Both);
            AddSlips(joined, "", two: 7);
            for (var i = 0; i < words.Length; i++)
            {
                for (var j = 0; j < words.Length; j++)
                {
                    if (i == j) continue;
                    if (i < j) Add('w', $"{words[i]} {words[j]}", Side.Both);
                    if (words[j].Length > 1) Add('i', $"{words[i][0]} {words[j]}", words[i].Length == 1 ? Side.Short : Side.Long);
                }
            }
        }

        /// <summary>The letters with one left out, and from <paramref name="two"/> letters on with two: names that differ by a slip share one of them.</summary>
        private void AddSlips(string letters, string fixedWords, int two)
        {
            if (letters.Length is < 4 or > 40) return;
            var tail = Hash('|', fixedWords);
            Span<char> less = stackalloc char[letters.Length - 1];
            Into.Add(new Entry(Hash('d', letters) ^ tail, Name, Side.Both));
            for (var i = 0; i < letters.Length; i++)
            {
                letters.AsSpan(0, i).CopyTo(less);
                letters.AsSpan(i + 1).CopyTo(less[i..]);
                Into.Add(new Entry(Hash('d', less) ^ tail, Name, Side.Both));
                if (letters.Length < two || letters.Length > 14) continue;
                for (var j = i; j < less.Length; j++) Into.Add(new Entry(Hash('d', less[..j], less[(j + 1)..]) ^ tail, Name, Side.Both));
            }
        }

        private void Add(char family, string key, Side side) => Into.Add(new Entry(Hash(family, key), Name, side));

        /// <summary>FNV-1a; two keys with one hash cost a comparison, nothing else.</summary>
        private static ulong Hash(char family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default)
        {
            var hash = (14695981039346656037UL ^ family) * 1099511628211UL;
            foreach (var c in first) hash = (hash ^ c) * 1099511628211UL;
            foreach (var c in second) hash = (hash ^ c) * 1099511628211UL;
            return hash;
        }
    }
}
