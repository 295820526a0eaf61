using System.Text;

namespace Gigatrace.Documents;

/// <summary>A header field with parameters: <c>text/plain; charset=utf-8</c>.</summary>
/// <param name="Value">In small letters, without comments.</param>
/// <param name="Parameters">By their names in small letters; continued and encoded ones (RFC 2231) are put together.</param>
internal sealed record MailField(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MostParameters = 200;

    public string? this[string name] => Parameters.GetValueOrDefault(name);

    public static MailField Parse(string text)
    {
        var parts = Split(text);
        var value = parts[0].Split('(')[0].Trim().Split(' ')[0].ToLowerInvariant();
        var plain = new Dictionary<string, string>(StringComparer.Ordinal);
        var sections = new Dictionary<string, SortedDictionary<int, (string Text, bool Encoded)>>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1).Take(MostParameters)) Add(part, plain, sections);
        foreach (var (name, pieces) in sections) plain[name] = Join(pieces.Values);
        return new MailField(value, plain);
    }

    /// <summary>At semicolons outside quotation marks; the first part is the value.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && quoted) at++;
            else if (text[at] == '"') quoted = !quoted;
            else if (text[at] == ';' && !quoted)
            {
                parts.Add(text[start..at]);
                start = at + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static void Add(string part, Dictionary<string, string> plain, Dictionary<string, SortedDictionary<int, (string Text, bool Encoded)>> sections)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return;
        var name = part[..equals].Trim().ToLowerInvariant();
        var value = Unquoted(part[(equals + 1)..].Trim());
        var star = name.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            plain.TryAdd(name, EncodedWords.Decode(value));
            return;
        }

        var number = name[(star + 1)..].TrimEnd('*');
        if (!sections.TryGetValue(name[..star], out var pieces)) sections[name[..star]] = pieces = [];
        pieces.TryAdd(int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : 0, (value, name.EndsWith('*')));
    }

    private static string Unquoted(string value)
    {
        if (!value.StartsWith('"')) return value.Split('(')[0].TrimEnd();
        var inner = new StringBuilder(value.Length);
        for (var at = 1; at < value.Length && value[at] != '"'; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length) at++;
            inner.Append(value[at]);
        }

        return inner.ToString();
    }

    /// <summary><c>utf-8''G%C3%B6d</c>: the first piece names the encoding.</summary>
    private static string Join(IEnumerable<(string Text, bool Encoded)> pieces)
    {
        var bytes = new List<byte>();
        string? charset = null;
        foreach (var (text, encoded) in pieces)
        {
            var words = text;
            if (encoded && charset is null && text.Split('\'') is [var named, _, ..] quoted)
            {
                charset = named;
                words = string.Join('\'', quoted.Skip(2));
            }

            bytes.AddRange(encoded ? TransferEncoding.QuotedPrintable(Encoding.UTF8.GetBytes(words.Replace('%', '=')), inWord: false) : Encoding.UTF8.GetBytes(words));
        }

        return (Charsets.Find(charset) ?? Encoding.UTF8).GetString([.. bytes]);
    }
}
