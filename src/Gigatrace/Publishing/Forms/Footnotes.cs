namespace Gigatrace.Publishing.Forms;

/// <summary>Numbers quotes from 1 in the order they are needed; the same words at the same place keep their number, whatever is claimed from them.</summary>
public sealed class Footnotes
{
    private readonly Dictionary<(string Place, string Quote), int> _numbers = [];
    private readonly List<(int Number, Evidence Note)> _all = [];

    public IReadOnlyList<(int Number, Evidence Note)> All => _all;

    /// <summary>The mark of a row: "[3]", "[1–4, 7]"; empty where there is no evidence.</summary>
    public string Mark(IEnumerable<Evidence> evidence)
    {
        var numbers = Numbers(evidence);
        return numbers.Count == 0 ? "" : $"[{string.Join(", ", Runs(numbers).Select(run => run.Last == run.First ? $"{run.First}" : $"{run.First}–{run.Last}"))}]";
    }

    /// <summary>The numbers of some quotes, each once, in order.</summary>
    public IReadOnlyList<int> Numbers(IEnumerable<Evidence> evidence) => [.. evidence.Select(Number).Distinct().Order()];

    /// <summary>Numbers that follow one another, each run by its ends.</summary>
    /// <param name="numbers">In order, each once.</param>
    internal static IEnumerable<(int First, int Last)> Runs(IReadOnlyList<int> numbers)
    {
        for (var at = 0; at < numbers.Count; at++)
        {
            var first = at;
            while (at + 1 < numbers.Count && numbers[at + 1] == numbers[at] + 1) at++;
            yield return (numbers[first], numbers[at]);
        }
    }

    internal int Number(Evidence note)
    {
        var key = (note.Place, note.Quote);
        if (_numbers.TryGetValue(key, out var number)) return number;
        _all.Add((_all.Count + 1, note));
        return _numbers[key] = _all.Count;
    }
}
