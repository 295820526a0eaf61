using System.Text;
using System.Text.Unicode;

namespace Gigatrace.Documents;

/// <summary>The head of a mail or of a part of one: fields in their order, not yet decoded.</summary>
internal sealed class MailHeaders
{
    /// <summary>No mail that a person wants has more; 64 KiB are more than the longest list of recipients that is of use.</summary>
    private const int MostFields = 1000;

    private const int LongestField = 64 * 1024;

    private readonly List<(string Name, ReadOnlyMemory<byte> Value)> _fields = [];

    /// <summary>Where the body starts.</summary>
    public int End { get; private set; }

    /// <summary>A blank line, or the end of the bytes, ends the head; else it is a line that is no field.</summary>
    public bool IsSound { get; private set; }

    /// <summary>Some fields were too many or too long and are left out or cut.</summary>
    public bool IsCut { get; private set; }

    public int Count => _fields.Count;

    /// <summary>The first field of this name, its encoded words decoded; null where there is none.</summary>
    public string? this[string name] => Raw(name) is { } value ? EncodedWords.Decode(value) : null;

    public bool Has(string name) => _fields.Exists(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The field with its parameters; null where there is none.</summary>
    public MailField? Field(string name) => Raw(name) is { } value ? MailField.Parse(value) : null;

    public static MailHeaders Read(ReadOnlyMemory<byte> bytes)
    {
        var headers = new MailHeaders();
        int at = 0, start = -1;
        var span = bytes.Span;
        while (at < span.Length)
        {
            var newline = span[at..].IndexOf((byte)'\n');
            var next = newline < 0 ? span.Length : at + newline + 1;
            var line = span[at..next].TrimEnd("\r\n"u8);
            var folded = start >= 0 && (line.Length > 0 && line[0] is (byte)' ' or (byte)'\t' || IsBrokenOff(line, span[next..]));
            if (line.IsEmpty || (!folded && NameLength(line) == 0 && !IsEnvelope(line))) break;
            if (!folded)
            {
                headers.Add(bytes, start, at);
                start = at;
            }

            at = next;
        }

        headers.Add(bytes, start, at);
        headers.IsSound = at >= span.Length || span[at] is (byte)'\r' or (byte)'\n';
        headers.End = headers.IsSound && at < span.Length ? at + span[at..].IndexOf((byte)'\n') + 1 : at;
        return headers;
    }

    /// <summary>Without folds; bytes above ASCII are UTF-8 if they are sound, else of the old Windows code page.</summary>
    private string? Raw(string name)
    {
        foreach (var (key, value) in _fields)
        {
            if (!key.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            var text = (Utf8.IsValid(value.Span) ? Encoding.UTF8 : Decoding.Windows1252).GetString(value.Span);
            return text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace('\t', ' ').Trim();
        }

        return null;
    }

    private void Add(ReadOnlyMemory<byte> bytes, int start, int end)
    {
        if (start < 0 || NameLength(bytes.Span[start..end]) is not (> 0 and var name)) return;
        IsCut |= _fields.Count >= MostFields || end - start > LongestField;
        if (_fields.Count >= MostFields) return;
        var value = bytes[(start + bytes.Span[start..end].IndexOf((byte)':') + 1)..Math.Min(end, start + LongestField)];
        _fields.Add((Encoding.ASCII.GetString(bytes.Span.Slice(start, name)), value));
    }

    /// <summary>Letters before a colon; 0 where the line is no field.</summary>
    private static int NameLength(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, 80)].IndexOf((byte)':');
        if (colon <= 0) return 0;
        var name = line[..colon].TrimEnd(" \t"u8);
        return name.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? 0 : name.Length;
    }

    /// <summary>The rest of a word too long for a line, without the space that a fold has, and the next field behind it.</summary>
    private static bool IsBrokenOff(ReadOnlySpan<byte> line, ReadOnlySpan<byte> behind) => !line.IsEmpty && NameLength(line) == 0 && !line.Contains((byte)' ') && NameLength(behind) > 0;

    /// <summary>The line that a mailbox puts before a mail.</summary>
    private static bool IsEnvelope(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);
}
