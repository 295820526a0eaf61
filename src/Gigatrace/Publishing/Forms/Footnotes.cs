namespace Gigatrace.Publishing.Forms;

/// <summary>Numbers quotes from 1 in the order they are needed; the same claim keeps its number.</summary>
public sealed class Footnotes
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(int Number, Evidence Note)> _all = [];

    public IReadOnlyList<(int Number, Evidence Note)> All => _all;

    public IReadOnlyList<int> Add(IEnumerable<Evidence> evidence) => [.. evidence.Select(Add)];

    private int Add(Evidence note)
    {
        if (_numbers.TryGetValue(note.Claim, out var number)) return number;
        _all.Add((_all.Count + 1, note));
        return _numbers[note.Claim] = _all.Count;
    }
}
