using System.Text;

namespace Gigatrace.Documents;

/// <summary>Cuts a mail into its parts. Bounds hold against mails that are made to take long; what is beyond them is said and left out.</summary>
internal sealed class MailParser
{
    private const int MostParts = 1000;
    private const int MaxDepth = 30;

    private static readonly MailField PlainText = MailField.Parse("text/plain");
    private static readonly MailField Mail = MailField.Parse("message/rfc822");

    private int _parts;

    /// <summary>Why something is left out; null where nothing is.</summary>
    public string? Limit { get; private set; }

    public MailPart Parse(ReadOnlyMemory<byte> bytes) => Part(bytes, "", 0, PlainText);

    private MailPart Part(ReadOnlyMemory<byte> bytes, string number, int depth, MailField usual)
    {
        var headers = MailHeaders.Read(bytes);
        if (headers.IsCut) Limit ??= "its head has too many fields, or too long ones";
        var body = bytes[headers.End..];
        var type = headers.Field("Content-Type") is { } said ? (said.Value.Contains('/', StringComparison.Ordinal) ? said : PlainText) : usual;
        var part = new MailPart(number, headers, type, body, []);
        if (!part.IsMultipart && !part.IsMail) return part;
        if (depth < MaxDepth) return part with { Parts = part.IsMail ? [Part(part.Content, number, depth + 1, PlainText)] : Children(part, depth) };
        Limit ??= $"its parts are nested more than {MaxDepth} deep";
        return part;
    }

    private List<MailPart> Children(MailPart part, int depth)
    {
        var usual = part.Type.Value == "multipart/digest" ? Mail : PlainText;
        var children = new List<MailPart>();
        foreach (var piece in Split(part.Body, part.Type["boundary"]))
        {
            if (++_parts > MostParts)
            {
                Limit ??= $"it has more than {MostParts} parts";
                break;
            }

            children.Add(Part(piece, $"{part.Number}{(part.Number.Length > 0 ? "." : "")}{children.Count + 1}", depth + 1, usual));
        }

        return children;
    }

    /// <summary>What stands between lines of the boundary; to the end where the last one is missing. All of it where there is no such line.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string? boundary)
    {
        var mark = Encoding.Latin1.GetBytes("--" + boundary?.TrimEnd());
        var found = mark.Length > 2 ? Next(body.Span, mark, 0) : null;
        if (found is null && Guess(body.Span) is { } guessed) found = Next(body.Span, mark = guessed, 0);
        if (found is null) yield return body;
        while (found is (_, var start, false))
        {
            var next = Next(body.Span, mark, start);
            yield return body[start..(next?.Before ?? body.Length)];
            found = next;
        }
    }

    /// <summary>The next line of the boundary: where what stands before it ends, where what stands behind it starts, and whether it is the last.</summary>
    private static (int Before, int Behind, bool Last)? Next(ReadOnlySpan<byte> body, ReadOnlySpan<byte> mark, int from)
    {
        for (var at = from; at < body.Length; at++)
        {
            var found = body[at..].IndexOf(mark);
            if (found < 0) return null;
            at += found;
            var rest = body[(at + mark.Length)..];
            var last = rest.StartsWith("--"u8);
            var newline = rest.IndexOf((byte)'\n');
            var line = newline < 0 ? rest : rest[..newline];
            if ((at > 0 && body[at - 1] != (byte)'\n') || !line[(last ? 2 : 0)..].Trim(" \t\r"u8).IsEmpty) continue;
            var end = at > from ? at - 1 : at;
            if (end > from && body[end - 1] == (byte)'\r') end--;
            return (end, newline < 0 ? body.Length : at + mark.Length + newline + 1, last);
        }

        return null;
    }

    /// <summary>Where the boundary is not given, or not the one that was used: a line of two dashes and a word with a head of a part below it.</summary>
    private static byte[]? Guess(ReadOnlySpan<byte> body)
    {
        for (var at = 0; at < body.Length;)
        {
            var newline = body[at..].IndexOf((byte)'\n');
            if (newline < 0) return null;
            var line = body.Slice(at, newline).TrimEnd("\r "u8);
            at += newline + 1;
            if (line.Length is > 4 and < 200 && line.StartsWith("--"u8) && !line.Contains((byte)' ') && body[at..].StartsWith("Content-"u8)) return line.ToArray();
        }

        return null;
    }
}
