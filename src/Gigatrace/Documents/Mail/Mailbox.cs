using System.Buffers;
using System.Text;

namespace Gigatrace.Documents;

/// <summary>
/// A mailbox (mbox): one mail behind the other, each below a line <c>From sender date</c>. One mail is held at a time. A length that a head
/// gives is not believed; a line that was quoted so as not to look like the beginning of a mail (<c>&gt;From</c>) is restored.
/// </summary>
internal static class Mailbox
{
    private const int BufferSize = 64 * 1024;
    private const int LongestEnvelope = 300;

    /// <summary>Each mail without the line above it. One of more than <paramref name="largest"/> bytes comes empty, with its length.</summary>
    public static IEnumerable<(ReadOnlyMemory<byte> Mail, long Length)> Split(Stream stream, long largest)
    {
        var mail = new ArrayBufferWriter<byte>(BufferSize);
        var length = 0L;
        var begun = false;
        foreach (var (line, whole) in Lines(stream))
        {
            if (whole && IsEnvelope(line.Span))
            {
                if (begun) yield return (length > largest ? default : mail.WrittenSpan.ToArray(), length);
                (begun, length) = (true, 0);
                mail.ResetWrittenCount();
                continue;
            }

            length += line.Length;
            if (length <= largest) mail.Write(whole && IsQuoted(line.Span) ? line.Span[1..] : line.Span);
        }

        if (begun || length > 0) yield return (length > largest ? default : mail.WrittenSpan.ToArray(), length);
    }

    /// <summary>Lines with their ends; of one that is longer than the buffer the pieces, of which only the first is marked as whole.</summary>
    private static IEnumerable<(ReadOnlyMemory<byte> Line, bool Whole)> Lines(Stream stream)
    {
        var buffer = new byte[BufferSize];
        var (start, end, atStart) = (0, 0, true);
        while (true)
        {
            var newline = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (newline < 0 && end - start < BufferSize)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
                var read = stream.Read(buffer, end, BufferSize - end);
                end += read;
                if (read > 0) continue;
                if (end > 0) yield return (buffer.AsMemory(0, end), atStart);
                yield break;
            }

            var length = newline < 0 ? end - start : newline + 1;
            yield return (buffer.AsMemory(start, length), atStart);
            (start, atStart) = (start + length, newline >= 0);
        }
    }

    /// <summary>From a word and a date with a time; prose that starts with "From" has none.</summary>
    public static bool IsEnvelope(ReadOnlySpan<byte> line)
    {
        if (line.Length > LongestEnvelope || !line.StartsWith("From "u8)) return false;
        var text = Encoding.Latin1.GetString(line[5..]).Trim();
        var date = text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return date.Contains(':', StringComparison.Ordinal) && WrittenDate.Find(date) is not null;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> line) => line.StartsWith((byte)'>') && line.TrimStart((byte)'>').StartsWith("From "u8);
}
