using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What a single line looks like. All work is linear in the line.</summary>
internal static class LineShapes
{
    private const int LongestTitle = 200;

    /// <summary>The run of backticks or tildes that opens or closes code, the two dollars that do so for a formula; null for any other line.</summary>
    public static string? Fence(string text, Span line)
    {
        if (line.Length == 2 && text[line.Start] == '$' && text[line.Start + 1] == '$') return "$$";
        if (line.IsEmpty || text[line.Start] is not ('`' or '~')) return null;
        var mark = text[line.Start];
        var run = 0;
        while (run < line.Length && text[line.Start + run] == mark) run++;
        return run >= 3 && !text.AsSpan(line.Start + run, line.Length - run).Contains('`') ? new string(mark, Math.Min(run, 40)) : null;
    }

    /// <summary>Nothing but three or more of one mark: <c>---</c>, <c>* * *</c>, <c>====</c>; or a single long dash.</summary>
    public static bool IsRule(string text, Span line)
    {
        if (line.IsEmpty || text[line.Start] is not ('-' or '*' or '_' or '=' or '~' or '—' or '–' or '─' or '━' or '•' or '#')) return false;
        var mark = text[line.Start];
        var content = text.AsSpan(line.Start, line.Length);
        if (content.ContainsAnyExcept(mark, ' ', '\t')) return false;
        return mark is '—' or '–' || content.Count(mark) >= 3;
    }

    /// <summary>1 to 6 for <c>#</c> to <c>######</c> with a space and words behind; 0 for other lines, sentences that happen to start with a hash among them.</summary>
    public static int HeadingLevel(string text, Span line)
    {
        var level = 0;
        while (level < line.Length && level < 7 && text[line.Start + level] == '#') level++;
        if (level is 0 or 7 || level == line.Length || text[line.Start + level] is not (' ' or '\t')) return 0;
        return line.Length <= LongestTitle || !Sentences.EndsAt(text, line.End) ? level : 0;
    }

    /// <summary>1 or 2 where the line underlines the title above it with <c>===</c> or <c>---</c>; 0 else.</summary>
    public static int Underline(string text, Span line, Span title)
    {
        var content = text.AsSpan(line.Start, line.Length);
        if (content.Length < 3 || content[0] is not ('=' or '-') || content.ContainsAnyExcept(content[0])) return 0;
        return title.Length <= LongestTitle && !Sentences.EndsAt(text, title.End) ? (content[0] == '=' ? 1 : 2) : 0;
    }

    /// <summary>More words than a heading has, and a full stop: said in bold, but said.</summary>
    public static bool IsSentence(string text, Span line) => Sentences.EndsAt(text, line.End) && text.AsSpan(line.Start, line.Length).Count(' ') >= 12;

    /// <summary>Only <c>#tags</c>.</summary>
    public static bool IsTags(string text, Span line)
    {
        if (line.Length < 2 || text[line.Start] != '#') return false;
        for (var at = line.Start; at < line.End; at++)
        {
            var opens = at == line.Start || text[at - 1] is ' ' or '\t' or ',';
            if (opens && text[at] is not ('#' or ' ' or '\t' or ',')) return false;
            if (opens && text[at] == '#' && (at + 1 == line.End || !(char.IsLetterOrDigit(text[at + 1]) || text[at + 1] == '_'))) return false;
        }

        return true;
    }

    /// <summary>The line without what is not said at its ends: pictures, embeds, template calls, formulas, tags, a footnote's sign, a block's name; empty where it holds nothing else.</summary>
    public static Span WithoutPictures(string text, Span line)
    {
        if (IsLinkDefinition(text, line)) return new Span(line.End, line.End);
        var span = Inline.Trim(text, line);
        while (Picture(text, span) is > 0 and var length) span = Inline.Trim(text, new Span(span.Start + length, span.End));
        while (TrailingPicture(text, span) is > 0 and var length) span = Inline.Trim(text, new Span(span.Start, span.End - length));
        return span;
    }

    /// <summary>The title of a story: words in square brackets and nothing else; no link, no button, no picture's words.</summary>
    public static bool IsBracketedTitle(string text, Span line)
    {
        if (line.Length is < 12 or > LongestTitle || text[line.Start] != '[' || text[line.End - 1] != ']') return false;
        var inner = text.AsSpan(line.Start + 1, line.Length - 2);
        return !inner.ContainsAny('[', ']') && inner.Count(' ') >= 2 && (char.IsUpper(inner[0]) || char.IsDigit(inner[0]) || inner[0] > '\u2E80');
    }

    /// <summary>The bold words at the start of a paragraph, without their marks; empty where there are none, or nothing follows.</summary>
    public static Span Lead(string text, Span paragraph)
    {
        var end = Inline.BoldEnd(text, paragraph);
        return end < 0 || end >= paragraph.End ? default : Inline.Emphasis(text, new Span(paragraph.Start, end));
    }

    /// <summary>Length of <c>![…](…)</c>, <c>![[…]]</c>, <c>{{…}}</c>, <c>$$…$$</c>, <c>[^1]:</c> or an HTML tag that stands at the start.</summary>
    private static int Picture(string text, Span span)
    {
        var content = text.AsSpan(span.Start, Math.Min(span.Length, 2000));
        if (content.StartsWith("![[", StringComparison.Ordinal)) return Behind(content, 3, "]]");
        if (content.StartsWith("{{", StringComparison.Ordinal)) return Behind(content, 2, "}}");
        if (content.StartsWith("$$", StringComparison.Ordinal)) return Behind(content, 2, "$$");
        if (content.StartsWith("[^", StringComparison.Ordinal)) return content.IndexOfAny("] ") is > 2 and var sign && content[sign..].StartsWith("]:", StringComparison.Ordinal) ? sign + 2 : 0;
        if (content.StartsWith("![", StringComparison.Ordinal))
        {
            var words = content.IndexOf("](", StringComparison.Ordinal);
            return words < 0 ? 0 : Behind(content, words + 2, ")");
        }

        return content is ['<', '/' or (>= 'a' and <= 'z'), ..] && !content.StartsWith("<http", StringComparison.Ordinal) ? Behind(content, 2, ">") : 0;
    }

    private static int TrailingPicture(string text, Span span)
    {
        var from = Math.Max(span.Start, span.End - 600);
        var content = text.AsSpan(from, span.End - from);
        if (BlockName(content) is > 0 and var name) return name;
        if (span.Length < 4) return 0;
        if (content[^1] == '>' && content.LastIndexOf('<') is >= 0 and var tag && content[tag + 1] == '/' && char.IsAsciiLetter(content[tag + 2])) return content.Length - tag;
        var open = content.EndsWith("]]", StringComparison.Ordinal) ? content.LastIndexOf("![[", StringComparison.Ordinal)
            : content.EndsWith(")", StringComparison.Ordinal) ? content.LastIndexOf("![", StringComparison.Ordinal) : -1;
        if (open < 0) return 0;
        return Picture(text, new Span(from + open, span.End)) == content.Length - open ? content.Length - open : 0;
    }

    /// <summary>Length of <c>^name</c> at the end, by which other notes point to the block.</summary>
    private static int BlockName(ReadOnlySpan<char> content)
    {
        var sign = content.LastIndexOf('^');
        var named = sign >= 0 && sign + 1 < content.Length && (sign == 0 || content[sign - 1] == ' ') && !content[(sign + 1)..].ContainsAnyExcept(NameCharacters);
        return named ? content.Length - sign : 0;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private static int Behind(ReadOnlySpan<char> content, int from, string mark)
    {
        var close = content[from..].IndexOf(mark, StringComparison.Ordinal);
        return close < 0 ? 0 : from + close + mark.Length;
    }

    /// <summary><c>[1]: https://…</c>.</summary>
    private static bool IsLinkDefinition(string text, Span line)
    {
        var content = text.AsSpan(line.Start, Math.Min(line.Length, 400));
        var close = content.IndexOf("]: ", StringComparison.Ordinal);
        return close > 0 && content[0] == '[' && content[(close + 3)..].TrimStart('<').StartsWith("http", StringComparison.Ordinal) && !content[(close + 3)..].Contains(' ');
    }
}
