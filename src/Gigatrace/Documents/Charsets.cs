using System.Text;

namespace Gigatrace.Documents;

/// <summary>Encodings by the names that mails and feeds give them.</summary>
internal static class Charsets
{
    private const int LongestName = 40;

    /// <summary>What software writes and no register lists; and supersets, which is what people mean.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = "windows-1252", ["latin1"] = "windows-1252", ["iso8859-1"] = "windows-1252", ["8859-1"] = "windows-1252", ["us-ascii"] = "windows-1252", ["ascii"] = "windows-1252",
        ["ansi_x3.4-1968"] = "windows-1252", ["ansi"] = "windows-1252", ["iso-8859-9"] = "windows-1254", ["iso-8859-11"] = "windows-874", ["tis-620"] = "windows-874",
        ["utf8"] = "utf-8", ["unicode-1-1-utf-8"] = "utf-8", ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["cp936"] = "gb18030", ["euc_kr"] = "euc-kr",
        ["x-sjis"] = "shift_jis", ["sjis"] = "shift_jis", ["cp932"] = "shift_jis", ["windows-31j"] = "shift_jis", ["x-gbk"] = "gb18030", ["big5-hkscs"] = "big5",
    };

    /// <summary>Null where no encoding has this name.</summary>
    public static Encoding? Find(string? name)
    {
        var trimmed = name?.Trim(' ', '"', '\'');
        if (trimmed is null or { Length: 0 or > LongestName }) return null;
        if (Meant.TryGetValue(trimmed, out var meant)) trimmed = meant;
        if (trimmed.StartsWith("cp125", StringComparison.OrdinalIgnoreCase)) trimmed = "windows-" + trimmed[2..];
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(trimmed) ?? Encoding.GetEncoding(trimmed);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // UTF-7 is known and refused.
            return null;
        }
    }

    /// <summary>Escape sequences in plain ASCII stand for other letters, so that sound UTF-8 says nothing.</summary>
    public static bool IsSevenBit(Encoding encoding) => encoding.WebName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) || encoding.WebName == "hz-gb-2312";

    /// <summary>The encoding that an XML declaration names; null where there is none.</summary>
    public static Encoding? OfXml(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        var declaration = start.IndexOf("<?xml", StringComparison.Ordinal);
        var end = declaration < 0 ? -1 : start.IndexOf("?>", declaration, StringComparison.Ordinal);
        var name = end < 0 ? -1 : start.IndexOf("encoding", declaration, end - declaration, StringComparison.OrdinalIgnoreCase);
        return name < 0 ? null : Find(start[(name + 8)..end].TrimStart(' ', '=').Split(' ')[0]);
    }
}
