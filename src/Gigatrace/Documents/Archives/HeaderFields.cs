using System.Text;

namespace Gigatrace.Documents;

/// <summary>Lines of <c>Name: value</c> up to an empty line, as WARC and HTTP have them; lenient as to line ends and lines that are no field.</summary>
internal sealed class HeaderFields
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The line before the fields; empty where none was asked for.</summary>
    public string First { get; private set; } = "";

    /// <summary>Bytes, with the empty line.</summary>
    public int Size { get; private set; }

    /// <summary>The first one of that name, trimmed; null where there is none.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    public static HeaderFields Read(ReadOnlyMemory<byte> bytes, bool firstLine)
    {
        var fields = new HeaderFields();
        string? last = null;
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
            if (at > 0 && firstLine && fields.First.Length == 0) fields.First = line;
            else last = fields.Add(line, last);
        }

        fields.Size = at;
        return fields;
    }

    /// <returns>The name that a line which starts with a space would go on with.</returns>
    private string? Add(string line, string? last)
    {
        if (line[0] is ' ' or '\t' && last is not null)
        {
            _values[last] += " " + line.Trim();
            return last;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        var name = line[..colon].TrimEnd();
        return _values.TryAdd(name, line[(colon + 1)..].Trim()) ? name : null;
    }
}
