using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A line, or what comments left of it.</summary>
/// <param name="Content">Without indentation, quotation marks (<c>&gt;</c>) and white space at its ends; empty for a blank line.</param>
/// <param name="Indent">Columns before the content; a tab counts as four.</param>
/// <param name="Quote">Which run of quoted lines it belongs to, from 1; 0 outside.</param>
/// <param name="Whole">Nothing was cut away from it.</param>
internal readonly record struct Line(Span Content, int Indent, int Quote, bool Whole)
{
    public bool IsBlank => Content.IsEmpty;
}

/// <summary>A text cut into lines, without its comments (<c>%% %%</c>, <c>&lt;!-- --&gt;</c>).</summary>
internal static class Lines
{
    public static List<Line> Split(string text, int from)
    {
        var lines = new List<Line>();
        int quote = 0, quotes = 0, at = from;
        var comments = new Comments(text);
        while (at < text.Length)
        {
            var end = at + LineLength(text.AsSpan(at));
            var next = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
            var comment = comments.FirstIn(at, end);
            var stop = comment?.Start ?? end;
            Add(lines, text, at, stop, ref quote, ref quotes, comment is null);
            at = next;
            while (comment is { } hidden)
            {
                // What stands behind the comment, on the line where it ends, is a line of its own.
                end = hidden.End + LineLength(text.AsSpan(hidden.End));
                comment = comments.FirstIn(hidden.End, end);
                stop = comment?.Start ?? end;
                if (!text.AsSpan(hidden.End, stop - hidden.End).IsWhiteSpace()) Add(lines, text, hidden.End, stop, ref quote, ref quotes, false);
                at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
            }
        }

        return lines;
    }

    private static int LineLength(ReadOnlySpan<char> rest) => rest.IndexOfAny('\r', '\n') is >= 0 and var found ? found : rest.Length;

    private static void Add(List<Line> lines, string text, int start, int end, ref int quote, ref int quotes, bool whole)
    {
        var indent = Indentation(text, ref start, end);
        var quoted = false;
        while (start < end && text[start] == '>')
        {
            quoted = true;
            start++;
            indent = Indentation(text, ref start, end);
        }

        if (!quoted) quote = 0;
        else if (quote == 0) quote = ++quotes;
        if (quoted) start = AfterCallout(text, start, end);
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        lines.Add(new Line(new Span(start, end), indent, quote, whole));
    }

    private static int Indentation(string text, ref int start, int end)
    {
        var indent = 0;
        for (; start < end && char.IsWhiteSpace(text[start]); start++) indent += text[start] == '\t' ? 4 : 1;
        return indent;
    }

    /// <summary><c>[!info]</c>, <c>[!note]-</c>: what kind of callout it is, not what it says.</summary>
    private static int AfterCallout(string text, int start, int end)
    {
        var content = text.AsSpan(start, end - start);
        var close = content.StartsWith("[!", StringComparison.Ordinal) ? content.IndexOf(']') : -1;
        if (close < 0) return start;
        start += close + 1;
        if (start < end && text[start] is '-' or '+') start++;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return start;
    }

    /// <summary>Finds comments in ascending order; each search looks at a stretch of text once.</summary>
    private sealed class Comments(string text)
    {
        private bool _percentOpen = true;
        private bool _htmlOpen = true;

        public Span? FirstIn(int start, int end)
        {
            var part = text.AsSpan(start, end - start);
            var percent = _percentOpen ? part.IndexOf("%%", StringComparison.Ordinal) : -1;
            var html = _htmlOpen ? part.IndexOf("<!--", StringComparison.Ordinal) : -1;
            if (percent < 0 && html < 0) return null;
            var isHtml = percent < 0 || (html >= 0 && html < percent);
            var open = start + (isHtml ? html : percent);
            if (!isHtml && open > start && !char.IsWhiteSpace(text[open - 1])) return null;
            var (mark, length) = isHtml ? ("-->", 4) : ("%%", 2);
            var close = text.IndexOf(mark, open + length, StringComparison.Ordinal);
            if (close >= 0) return new Span(open, close + mark.Length);
            if (isHtml) _htmlOpen = false;
            else _percentOpen = false;
            return FirstIn(start, end);
        }
    }
}
