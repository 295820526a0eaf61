using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Fields in brackets behind what a line says: <c>Lindenau runs [capacity:: 10 GWh] (jobs:: 420)</c>.</summary>
internal static class InlineFields
{
    private const int MostFields = 20;
    private const int Longest = 200;

    /// <summary>The line without the fields at its end, where anything is left, and each field without its brackets. A line without any is one span.</summary>
    public static IEnumerable<Span> Cut(string text, Span line)
    {
        var fields = new List<Span>();
        while (fields.Count < MostFields && Last(text, line) is { IsEmpty: false } field)
        {
            fields.Insert(0, field);
            line = Inline.Trim(text, new Span(line.Start, field.Start - 1));
        }

        return line.IsEmpty ? fields : fields.Prepend(line);
    }

    private static Span Last(string text, Span line)
    {
        if (line.Length < 6 || text[line.End - 1] is not (']' or ')')) return default;
        var (open, depth) = (line.End - 1, 0);
        for (; open >= Math.Max(line.Start, line.End - Longest); open--)
        {
            depth += text[open] is ']' or ')' ? 1 : text[open] is '[' or '(' ? -1 : 0;
            if (depth == 0) break;
        }

        if (depth != 0 || open < line.Start || (open > line.Start && text[open - 1] is '[' or '(' or ']' or '!')) return default;
        var inner = new Span(open + 1, line.End - 1);
        var content = text.AsSpan(inner.Start, inner.Length);
        var key = content.IndexOf("::", StringComparison.Ordinal);
        return key is > 0 and <= 40 && char.IsLetter(content[0]) && !content[..key].ContainsAny("[](){}:") ? Inline.Trim(text, inner) : default;
    }
}
