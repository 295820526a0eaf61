using Gigatrace.Claims;

namespace Gigatrace.Extraction;

/// <summary>What heads of columns and cells of state mean, from <c>columns.tsv</c> and <c>states.tsv</c>.</summary>
internal sealed class TableWords
{
    private readonly List<(string Meaning, string[] Words)> _columns;
    private readonly List<(string State, string[] Words)> _states;

    public TableWords(KnowledgeSource source)
    {
        _columns = [.. source.Table("columns.tsv").Select(row => (row[0], row[1].Split('|')))];
        _states = [.. source.Table("states.tsv").Select(row => (row[0], row[1].Split('|')))];
    }

    /// <summary>The meanings of a table's heads, none of them twice; null for a head that says nothing.</summary>
    public List<string?> Meanings(IEnumerable<string> heads)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<string?>();
        foreach (var head in heads)
        {
            var meaning = Meaning(head, taken);
            if (meaning is not null) taken.Add(meaning);
            result.Add(meaning);
        }

        return result;
    }

    /// <summary>What one head or row label means: the whole of it, else its longest known part.</summary>
    public string? Meaning(string head, IReadOnlySet<string>? taken = null)
    {
        var clean = head.Trim(' ', '*', '_', '`').ToLowerInvariant();
        if (clean.Length == 0) return null;
        (string Meaning, int Length)? best = null;
        foreach (var (meaning, words) in _columns)
        {
            if (taken?.Contains(meaning) == true) continue;
            foreach (var word in words)
            {
                if (clean == word) return meaning;
                if (word.Length > (best?.Length ?? 2) && HasWord(clean, word)) best = (meaning, word.Length);
            }
        }

        return best?.Meaning;
    }

    /// <summary>What the label before a line's colon means: only one that is little but a known word, since a line may be anything.</summary>
    public string? Label(string label)
    {
        var clean = label.Trim(' ', '*', '_', '`').ToLowerInvariant();
        if (Meaning(label) is not { } meaning) return null;
        var longest = _columns.Where(column => column.Meaning == meaning).SelectMany(column => column.Words).Where(word => HasWord(clean, word)).Max(word => word.Length);
        return 2 * longest >= clean.Length ? meaning : null;
    }

    /// <summary>The state that a cell says ("running, 5 lines", "cancelled Oct 2024"), the longest known wording of it; null where it says none.</summary>
    public string? State(ReadOnlySpan<char> cell)
    {
        var clean = cell.ToString().ToLowerInvariant();
        (string State, int Length)? best = null;
        foreach (var (state, words) in _states)
        {
            foreach (var word in words)
            {
                if (word.Length > (best?.Length ?? 1) && HasWord(clean, word)) best = (state, word.Length);
            }
        }

        return best?.State;
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
