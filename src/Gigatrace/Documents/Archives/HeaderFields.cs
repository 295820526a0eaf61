using System.Text;

namespace Gigatrace.Documents;

/// <summary>A line, then lines of <c>Name: value</c> up to an empty one, as WARC and HTTP have them; lenient as to line ends and lines that are no field.</summary>
internal sealed class HeaderFields
{
    private readonly Dictionary<string, StringBuilder> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The line before the fields.</summary>
    public string First { get; private set; } = "";

    /// <summary>Bytes, with the empty line.</summary>
    public int Size { get; private set; }

    /// <summary>The first one of that name, trimmed; null where there is none.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name)?.ToString();

    public static HeaderFields Read(ReadOnlyMemory<byte> bytes)
    {
        var fields = new HeaderFields();
        StringBuilder? last = null;
        var at = 0;
        while (at < bytes.Length)
        {
            var rest = bytes.Span[at..];
            var end = rest.IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]).TrimEnd('\r');
            // A body that begins without an empty line.
            if (line.StartsWith('<')) break;
            at += end < 0 ? rest.Length : end + 1;
            if (line.Length == 0) break;
            if (fields.First.Length == 0) fields.First = line;
            else last = fields.Add(line, last);
        }

        fields.Size = at;
        return fields;
    }

    /// <returns>The value that a line which starts with a space would go on with.</returns>
    private StringBuilder? Add(string line, StringBuilder? last)
    {
        if (line[0] is ' ' or '\t' && last is not null) return last.Append(' ').Append(line.AsSpan().Trim());
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        var value = new StringBuilder(line[(colon + 1)..].Trim());
        return _values.TryAdd(line[..colon].TrimEnd(), value) ? value : null;
    }
}
