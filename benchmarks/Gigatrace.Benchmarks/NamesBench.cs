using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Identity;
using Gigatrace.Ledger;

namespace Gigatrace.Benchmarks;

/// <summary>How well the table of comparisons tells names apart, on labelled pairs; how the cost of grouping grows with the number of names.</summary>
internal static class NamesBench
{
    private sealed record Case(string Group, string Schema, string First, string Second, bool IsMatch, string Category, bool Kept);

    private readonly record struct Rated(Case Case, Comparison Found, bool Meet)
    {
        public bool Match => Found.Same || Found.Unsure;
    }

    /// <summary>
    /// Cases with the columns case_group, schema, name1, name2, is_match, quality, category, notes. A pair is kept aside when the first byte of the
    /// SHA-256 of its two names, sorted and joined by a tab, is odd; the table was made looking at the others only.
    /// </summary>
    public static void Cases(string file, ImmutableArray<string> options)
    {
        var table = Knowledge.From(new KnowledgeSource()).Organisations;
        var rated = Read(file).Where(one => one.Schema is not "Vessel").Select(one => Rate(one, table)).ToArray();
        foreach (var (half, kept) in ((string, bool)[])[("tuned half", false), ("kept half", true)])
        {
            var part = rated.Where(one => one.Case.Kept == kept).ToArray();
            Console.WriteLine($"{half}, a match is what is one or left for a person to look at:");
            Print("organisations", part.Where(one => one.Case.Schema is not "Person"), one => one.Match);
            foreach (var schema in part.GroupBy(one => one.Case.Schema, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)) Print("  " + schema.Key, schema, one => one.Match);
            foreach (var category in part.Where(one => one.Case.Schema is not "Person").GroupBy(one => one.Case.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)) Print("    " + category.Key, category, one => one.Match);
            foreach (var category in part.Where(one => one.Case.Schema is not "Person" && one.Case.Category.Length > 0).GroupBy(one => one.Case.Category, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)) Print("      " + category.Key, category, one => one.Match);
            Print("organisations, only what is one without asking", part.Where(one => one.Case.Schema is not "Person"), one => one.Found.Same);
            Console.WriteLine($"  matches that share a block: {part.Count(one => one.Match && one.Meet)} of {part.Count(one => one.Match)}");
            if (options.Contains("--verbose")) Explain(part.Where(one => !kept || options.Contains("--kept")), options.Contains("--wrong"));
        }
    }

    /// <summary>Processor seconds and pairs for a thousand names and for each doubling up to a hundred thousand and more.</summary>
    public static void Growth()
    {
        var table = Knowledge.From(new KnowledgeSource()).Organisations;
        _ = NameGroups.Make(Names(4_000).Select(name => new UsedName(name, Person: false, DateOnly.MinValue, ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty)), table, []);
        for (var count = 1_000; count <= 128_000; count *= 2)
        {
            var names = Names(count).Select(name => new UsedName(name, Person: false, DateOnly.MinValue, ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty)).ToArray();
            var start = Now();
            var forms = names.Select(name => NameForm.Of(name, table)).ToArray();
            var read = Now() - start;
            var pairs = NameBlocks.Pairs(forms).Count;
            var blocked = Now() - start;
            start = Now();
            _ = NameGroups.Make(names, table, []);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,7} names: {pairs,8} pairs, {pairs / (double)count:0.00} a name; read {read:0.000} s, blocks {blocked:0.000} s, groups {Now() - start:0.000} s"));
        }
    }

    /// <summary>Names of organisations, a line each, grouped with the lexicon: what is joined and why, what is left open.</summary>
    public static void Groups(string file)
    {
        var names = File.ReadLines(file).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Select(name => new UsedName(name, Person: false, DateOnly.MinValue, ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty));
        var groups = NameGroups.Make(names, Knowledge.From(new KnowledgeSource()).Organisations, []);
        foreach (var join in groups.Joins) Console.WriteLine($"{join.Entity}: {join.Why}");
        foreach (var open in groups.Open) Console.WriteLine($"open: {open.First} | {open.Second}: {open.Why}");
    }

    /// <summary>Every name of the lexicon, grouped without it: the pairs of two different organisations that the table alone takes for one, or leaves open.</summary>
    public static void Lexicon(bool verbose)
    {
        var table = Knowledge.From(new KnowledgeSource()).Organisations;
        var names = new KnowledgeSource().Table("lexicon/organisations.tsv").SelectMany(row => row[2].Split('|').Append(row[0])).Select(name => Gigatrace.Extraction.Lexicon.NameLexicon.WithoutYears(name.TrimStart('='))).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var forms = names.Select(name => NameForm.Of(new UsedName(name, Person: false, DateOnly.MinValue, ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty), new NameTable([]))).ToArray();
        var pairs = NameBlocks.Pairs(forms).Select(pair => (A: forms[pair.A].Name, B: forms[pair.B].Name, Found: NameComparison.Compare(forms[pair.A], forms[pair.B]))).ToArray();
        var apart = pairs.Where(pair => table.Find(pair.A) != table.Find(pair.B)).ToArray();
        Console.WriteLine($"{names.Length} names, {pairs.Length} pairs compared; of one organisation: {pairs.Length - apart.Length}, joined {pairs.Count(pair => pair.Found.Same) - apart.Count(pair => pair.Found.Same)}, left open {pairs.Count(pair => pair.Found.Unsure) - apart.Count(pair => pair.Found.Unsure)}; of two: {apart.Length}, joined {apart.Count(pair => pair.Found.Same)}, left open {apart.Count(pair => pair.Found.Unsure)}");
        if (!verbose) return;
        foreach (var row in pairs.GroupBy(pair => pair.Found.Rows is ["general-word" or "business-word" or "region-word" or "venture-word" or "acronym", ..] ? pair.Found.Why + (pair.Found.Rows is ["acronym", ..] ? Math.Min(pair.A.Length, pair.B.Length) : "") : string.Join('+', pair.Found.Rows), StringComparer.Ordinal).OrderByDescending(row => row.Count()))
        {
            Console.WriteLine($"ROW {row.Count(pair => table.Find(pair.A) == table.Find(pair.B))} of one, {row.Count(pair => table.Find(pair.A) != table.Find(pair.B))} of two: {row.Key}");
        }

        foreach (var (a, b, found) in apart.Where(pair => pair.Found.Same || pair.Found.Unsure).OrderByDescending(pair => pair.Found.Score)) Console.WriteLine($"{found.Score} {a} | {b}: {found.Why}");
    }

    /// <summary>Made-up companies as ledgers hold them: most once, some under several forms, numbers and branches.</summary>
    internal static IEnumerable<string> Names(int count)
    {
        string[] starts = ["b", "br", "c", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kr", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w", "z"];
        string[] ends = ["a", "an", "ar", "e", "el", "en", "er", "i", "in", "ix", "o", "ol", "on", "or", "os", "u", "um", "us", "y", "yr"];
        string[] lines = ["", " Energy", " Battery", " Technology", " Systems", " Motors", " Bank", " Materials"];
        string[] forms = ["", " GmbH", " AG", " Co., Ltd.", " Inc.", " Germany GmbH", " II", " Europe"];
        var random = new Random(7);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Count < count)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => starts[random.Next(starts.Length)] + ends[random.Next(ends.Length)]));
            var stem = char.ToUpperInvariant(word[0]) + word[1..] + lines[random.Next(lines.Length)];
            for (var variants = random.Next(1, 4); variants > 0 && seen.Count < count; variants--) seen.Add(stem + forms[random.Next(forms.Length)]);
        }

        return seen;
    }

    /// <summary>Seconds of the processor, which others on the machine do not slow down.</summary>
    private static double Now() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static Rated Rate(Case one, NameTable table)
    {
        NameForm[] forms = [Form(one.First), Form(one.Second)];
        return new Rated(one, NameComparison.Compare(forms[0], forms[1]), NameBlocks.Pairs(forms).Count > 0);

        NameForm Form(string name) => NameForm.Of(new UsedName(name, one.Schema is "Person", DateOnly.MinValue, ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty), table);
    }

    private static void Print(string name, IEnumerable<Rated> rated, Func<Rated, bool> isMatch)
    {
        var all = rated.ToArray();
        var (right, wrong, missed) = (all.Count(one => isMatch(one) && one.Case.IsMatch), all.Count(one => isMatch(one) && !one.Case.IsMatch), all.Count(one => !isMatch(one) && one.Case.IsMatch));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: P {Rate(right, right + wrong)} R {Rate(right, right + missed)} F1 {Rate(2 * right, 2 * right + wrong + missed)} ({all.Length} pairs: {right} right, {wrong} wrong, {missed} missed)"));
    }

    private static string Rate(int part, int of) => of == 0 ? "none" : ((double)part / of).ToString("0.000", CultureInfo.InvariantCulture);

    private static void Explain(IEnumerable<Rated> rated, bool wrongOnly)
    {
        foreach (var (one, found, meet) in rated)
        {
            var match = found.Same || found.Unsure;
            if (wrongOnly && match == one.IsMatch) continue;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(match == one.IsMatch ? "right" : "WRONG")} {(found.Same ? "same" : found.Unsure ? "unsure" : "not same")} {found.Score:0.##}{(match && !meet ? " (no block)" : "")}: {one.Schema}: {one.First} | {one.Second}: {found.Why}"));
        }
    }

    private static IEnumerable<Case> Read(string file)
    {
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var cells = Cells(line);
            string[] names = [cells[2], cells[3]];
            Array.Sort(names, StringComparer.Ordinal);
            yield return new Case(cells[0], cells[1], cells[2], cells[3], cells[4] is "true", cells[6], SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\t', names)))[0] % 2 == 1);
        }
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"') _ = cell.Append(line[at++]);
            else if (line[at] == '"') quoted = !quoted;
            else if (line[at] == ',' && !quoted) Take();
            else _ = cell.Append(line[at]);
        }

        Take();
        return cells;

        void Take()
        {
            cells.Add(cell.ToString());
            _ = cell.Clear();
        }
    }
}
