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

/// <summary>A text cut into lines, without its comments (<c>%% %%</c>, <c>&lt;!-- --&gt;</c>) and without what this program wrote into it.</summary>
internal static class Lines
{
    /// <param name="hidden">What is not to be read, in text order; null where nothing is.</param>
    public static List<Line> Split(string text, int from, IReadOnlyList<Span>? hidden = null)
    {
        var lines = new List<Line>();
        int quote = 0, quotes = 0, at = from;
        var comments = new Comments(text, hidden ?? []);
        while (at < text.Length)
        {
            var end = at + LineLength(text.AsSpan(at));
            var next = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
            var comment = comments.FirstIn(at, end);
            var stop = comment?.Start ?? end;
            Add(lines, text, at, stop, ref quote, ref quotes, comment is null);
            at = next;
            while (comment is { } left)
            {
                // What stands behind the comment, on the line where it ends, is a line of its own.
                if (left.End > end) end = left.End + LineLength(text.AsSpan(left.End));
                comment = comments.FirstIn(left.End, end);
                stop = comment?.Start ?? end;
                if (!text.AsSpan(left.End, stop - left.End).IsWhiteSpace()) Add(lines, text, left.End, stop, ref quote, ref quotes, false);
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

    /// <summary>Finds comments in ascending order; the text is searched once for each kind of mark.</summary>
    private sealed class Comments(string text, IReadOnlyList<Span> hidden)
    {
        private int _percent = -1;
        private int _html = -1;
        private int _hidden;

        /// <summary>The first closed comment, or hidden part, that opens in [start, end); it may end behind.</summary>
        public Span? FirstIn(int start, int end)
        {
            while (_hidden < hidden.Count && hidden[_hidden].Start < start) _hidden++;
            var part = _hidden < hidden.Count ? hidden[_hidden] : new Span(int.MaxValue, int.MaxValue);
            return Comment(start, Math.Min(end, part.Start)) is { } comment && comment.End <= part.Start ? comment : part.Start < end ? part : null;
        }

        private Span? Comment(int start, int end)
        {
            while (true)
            {
                var percent = Next(ref _percent, "%%", start);
                var html = Next(ref _html, "<!--", start);
                var open = Math.Min(percent, html);
                if (open >= end) return null;
                var isHtml = html < percent;
                // In "100%%" the marks close nothing and open nothing.
                var opens = isHtml || open == 0 || char.IsWhiteSpace(text[open - 1]) || open == start;
                var close = opens ? text.IndexOf(isHtml ? "-->" : "%%", open + (isHtml ? 4 : 2), StringComparison.Ordinal) : 0;
                if (close > 0) return new Span(open, close + (isHtml ? 3 : 2));
                // Not closed from here on, so neither from any later place.
                if (close < 0 && isHtml) _html = int.MaxValue;
                else if (close < 0) _percent = int.MaxValue;
                else start = open + 2;
            }
        }

        private int Next(ref int known, string mark, int from)
        {
            if (known >= from) return known;
            known = text.IndexOf(mark, from, StringComparison.Ordinal);
            if (known < 0) known = int.MaxValue;
            return known;
        }
    }
}
