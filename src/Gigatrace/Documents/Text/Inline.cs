using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>The marks inside a line that say how words look or where they link, and spans without them.</summary>
internal static class Inline
{
    /// <summary>Marks around marks are taken off so many times, which bounds the work on a line of nothing but stars.</summary>
    private const int MaxNesting = 6;

    public static Span Trim(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new Span(start, end);
    }

    /// <summary>The words of a cell: without emphasis, code and link marks around the whole of it; of <c>[[link|alias]]</c> the alias.</summary>
    public static Span Bare(string text, Span span)
    {
        span = Trim(text, span);
        for (var turn = 0; turn < MaxNesting; turn++)
        {
            var inner = Link(text, Emphasis(text, span));
            if (inner == span) break;
            span = inner;
        }

        return span;
    }

    /// <summary>Without stars, underscores, tildes, backticks or double equals signs that stand around the whole.</summary>
    public static Span Emphasis(string text, Span span)
    {
        span = Trim(text, span);
        for (var turn = 0; turn < MaxNesting; turn++)
        {
            if (span.Length <= 2 || text[span.Start] is not ('*' or '_' or '~' or '`' or '=') || text[span.End - 1] != text[span.Start] || !Encloses(text, span)) break;
            var width = text[span.Start] == '=' ? 2 : 1;
            span = Trim(text, new Span(span.Start + width, span.End - width));
        }

        return span;
    }

    /// <summary>A line as it is shown: links as their words, without bold and highlighting.</summary>
    public static string Plain(string line)
    {
        for (var open = line.IndexOf("[[", StringComparison.Ordinal); open >= 0; open = line.IndexOf("[[", open + 1, StringComparison.Ordinal))
        {
            var close = line.IndexOf("]]", open, StringComparison.Ordinal);
            if (close < 0) break;
            line = string.Concat(line.AsSpan(0, open), Shown(line.AsSpan(open + 2, close - open - 2)), line.AsSpan(close + 2));
        }

        return line.Replace("**", "", StringComparison.Ordinal).Replace("==", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>Of <c>target|alias</c> the alias, of <c>folder/note#part</c> the note.</summary>
    private static ReadOnlySpan<char> Shown(ReadOnlySpan<char> link)
    {
        if (link.LastIndexOf('|') is >= 0 and var bar) return link[(bar + 1)..].Trim();
        if (link.IndexOf('#') is > 0 and var part) link = link[..part];
        return link[(link.LastIndexOf('/') + 1)..].Trim();
    }

    /// <summary>The end of the bold words that start the span, behind their closing marks; -1 where it does not start with any.</summary>
    public static int BoldEnd(string text, Span span)
    {
        if (span.Length < 5 || text[span.Start] is not ('*' or '_') || text[span.Start + 1] != text[span.Start]) return -1;
        var mark = text.AsSpan(span.Start, 2);
        var length = Math.Min(span.Length, 400) - 2;
        var close = text.AsSpan(span.Start + 2, length).IndexOf(mark, StringComparison.Ordinal);
        if (close <= 0) return -1;
        var end = span.Start + 2 + close + 2;
        while (end < span.End && text[end] == mark[0]) end++;
        return end;
    }

    /// <summary>The marks at both ends belong to each other: none of them closes in between.</summary>
    private static bool Encloses(string text, Span span)
    {
        var mark = text[span.Start];
        var run = 1;
        while (run < span.Length / 2 && text[span.Start + run] == mark) run++;
        var closing = 1;
        while (closing < span.Length / 2 && text[span.End - 1 - closing] == mark) closing++;
        run = Math.Min(run, closing);
        if (mark == '=' && (run < 2 || span.Length < 5)) return false;
        var inner = text.AsSpan(span.Start + run, span.Length - (2 * run));
        return !inner.Contains(new string(mark, run), StringComparison.Ordinal) || (run == 1 && mark == '*' && BalancedBold(inner));
    }

    /// <summary><c>*a **b** c*</c>: only double stars inside, in pairs.</summary>
    private static bool BalancedBold(ReadOnlySpan<char> inner)
    {
        var doubles = inner.Count("**");
        return inner.Count('*') == 2 * doubles && doubles % 2 == 0;
    }

    private static Span Link(string text, Span span)
    {
        var content = text.AsSpan(span.Start, span.Length);
        if (content.StartsWith("[[", StringComparison.Ordinal) && content.EndsWith("]]", StringComparison.Ordinal) && content.Length > 4)
        {
            var inner = content[2..^2];
            if (inner.ContainsAny('[', ']')) return span;
            var shown = Shown(inner);
            return shown.IsEmpty || !inner.Overlaps(shown, out var at) ? span : new Span(span.Start + 2 + at, span.Start + 2 + at + shown.Length);
        }

        if (content.Length > 4 && content[0] == '[' && content[^1] == ')')
        {
            var close = content.IndexOf("](", StringComparison.Ordinal);
            if (close > 1 && !content[1..close].Contains('[') && !content[(close + 2)..^1].ContainsAny('(', ')', ' ')) return new Span(span.Start + 1, span.Start + close);
        }

        return span;
    }
}
