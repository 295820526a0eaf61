using Gigatrace.Claims;

namespace Gigatrace.Extraction;

/// <summary>What heads of columns and cells of state mean, from <c>columns.tsv</c> and <c>states.tsv</c>.</summary>
internal sealed class TableWords
{
    private readonly Wordings _columns;
    private readonly Wordings _states;

    public TableWords(KnowledgeSource source)
    {
        _columns = new Wordings(source.Table("columns.tsv"));
        _states = new Wordings(source.Table("states.tsv"));
    }

    /// <summary>Ways to say something, by their first letter; each with its place in the file.</summary>
    private sealed class Wordings
    {
        private readonly Dictionary<char, List<(string Meaning, string Word, int Place)>> _byLetter = [];

        public Wordings(IEnumerable<string[]> rows)
        {
            var place = 0;
            foreach (var row in rows)
            {
                foreach (var word in row[1].Split('|'))
                {
                    if (!_byLetter.TryGetValue(word[0], out var same)) _byLetter.Add(word[0], same = []);
                    same.Add((row[0], word, place++));
                }
            }
        }

        public ReadOnlySpan<(string Meaning, string Word, int Place)> BeginningWith(char letter) =>
            _byLetter.TryGetValue(letter, out var some) ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(some) : [];
    }

    /// <summary>The meanings of a table's heads, none of them twice; null for a head that says nothing.</summary>
    public List<string?> Meanings(IReadOnlyList<string> heads)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<string?>();
        foreach (var head in heads)
        {
            var meaning = Meaning(head, taken);
            // "GWh now | GWh planned": two figures of one thing.
            if (meaning is null && IsVersion(head) && Meaning(head) is ("capacity" or "jobs" or "investment") and var again) meaning = again;
            if (meaning is not null) taken.Add(meaning);
            result.Add(meaning);
        }

        // "Who | Where | Size", "Site | Who | GWh": who has works there, not who owns what.
        for (var at = 0; at < result.Count; at++)
        {
            if (result[at] == "owner" && (NamesRunner(heads[at]) || Clean(heads[at]) is "owner") && (result.Contains("place") || result.Contains("plant")) && !result.Contains("company")) result[at] = "company";
        }

        return result;
    }

    /// <summary>"Operator", or "who" beside a place: who has the works there.</summary>
    public bool NamesRunner(string label) => Clean(label) is "who" || Meaning(label) == "company";

    /// <summary>What one head or row label means: the whole of it, else its longest known part.</summary>
    public string? Meaning(string head, IReadOnlySet<string>? taken = null) => Longest(_columns, Clean(head), 3, taken)?.Meaning;

    /// <summary>What the label before a line's colon means: only one that is little but a known word, since a line may be anything.</summary>
    public string? Label(string label)
    {
        var clean = Clean(label);
        return Longest(_columns, clean, 3) is var (meaning, wording) && 2 * wording.Length >= clean.Length ? meaning : null;
    }

    /// <summary>Which of several figures a head is of: the present one, or one of a time to come.</summary>
    private static bool IsVersion(string head) => Versions.Any(word => HasWord(Clean(head), word));

    private static readonly string[] Versions = ["now", "today", "current", "present", "planned", "plan", "target", "goal", "later", "final", "full", "expanded", "expansion", "extended", "future", "ultimate"];

    /// <summary>The state that a text is nothing else than: "in operation", "cancelled projects".</summary>
    public string? OnlyState(string text)
    {
        var clean = Clean(text);
        if (Ambiguous.Contains(clean) || Longest(_states, clean, 2) is not var (state, wording)) return null;
        return clean.Replace(wording, " ", StringComparison.Ordinal).Split([' ', ',', '(', ')', ':', '&', '.'], StringSplitOptions.RemoveEmptyEntries).All(word => PlainWords.Contains(word)) ? state : null;
    }

    /// <summary>What alone over a section may be anything: "Open" stands over questions, "Plan" over a day's work.</summary>
    private static readonly HashSet<string> Ambiguous = new(StringComparer.Ordinal) { "open", "plan", "off", "live", "building", "equipment", "machines", "machinery", "foundations", "steelwork", "active", "working", "to come", "intended", "licensing", "permitting", "announced", "online", "under way", "memorandum", "construction" };

    private static readonly HashSet<string> PlainWords = new(StringComparer.Ordinal) { "plants", "plant", "projects", "project", "factories", "factory", "gigafactories", "sites", "works", "lines", "already", "now", "still", "the", "those", "currently", "all", "europe", "in", "cell", "battery" };

    /// <summary>The state that a cell says ("running, 5 lines", "cancelled Oct 2024"), the longest known wording of it; null where it says none.</summary>
    public string? State(ReadOnlySpan<char> cell) => Longest(_states, cell.ToString().ToLowerInvariant(), 2)?.Meaning;

    private static string Clean(string head) => head.Trim(' ', '*', '_', '`').ToLowerInvariant();

    /// <summary>The longest known wording in a text, the first of several as long, and what it means. A part of the text has at least so many letters, the whole any number.</summary>
    private static (string Meaning, string Word)? Longest(Wordings known, string text, int least, IReadOnlySet<string>? taken = null)
    {
        (string Meaning, string Word, int Place)? best = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            foreach (var one in known.BeginningWith(text[at]))
            {
                var (word, end) = (one.Word, at + one.Word.Length);
                if (word.Length < least && word.Length != text.Length || best is { } longest && (word.Length < longest.Word.Length || word.Length == longest.Word.Length && one.Place >= longest.Place)) continue;
                if (end > text.Length || end < text.Length && char.IsLetterOrDigit(text[end]) || !text.AsSpan(at).StartsWith(word) || taken?.Contains(one.Meaning) == true) continue;
                best = one;
            }
        }

        return best is { } found ? (found.Meaning, found.Word) : null;
    }

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;
    }
}
