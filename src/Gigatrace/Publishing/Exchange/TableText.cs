using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Exchange;

/// <summary>The bytes of a table or of claim lines to text.</summary>
public static class TableText
{
    /// <param name="encoding">What a person says it is; null where the bytes tell it. A byte order mark and sound UTF-8 are believed before it.</param>
    /// <returns>Null for what is no text; the message says so.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? encoding, string path, Action<Diagnostic> report) => Decoding.Decode(bytes, path, report, Charsets.Find(encoding));
}
