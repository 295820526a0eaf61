namespace Gigatrace.Documents;

/// <summary>What a feed says of itself, or one of its entries: under each name the values in their order.</summary>
internal sealed class FeedRecord
{
    private readonly Dictionary<string, List<FeedValue>> _values = new(StringComparer.Ordinal);

    public string? Language { get; set; }

    /// <summary><c>rdf:about</c>.</summary>
    public string? About { get; set; }

    public void Add(string name, FeedValue value)
    {
        if (!_values.TryGetValue(name, out var values)) _values[name] = values = [];
        values.Add(value);
    }

    public IEnumerable<FeedValue> All(params ReadOnlySpan<string> names)
    {
        var all = new List<FeedValue>();
        foreach (var name in names) all.AddRange(_values.GetValueOrDefault(name) ?? []);
        return all;
    }

    /// <summary>The first that is not empty, in the order of the names.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var value in _values.GetValueOrDefault(name) ?? [])
            {
                if (value.Plain is { Length: > 0 } plain) return plain;
            }
        }

        return null;
    }
}
