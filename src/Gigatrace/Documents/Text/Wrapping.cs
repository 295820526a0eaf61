using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>
/// Whether a line break inside a block is a typewriter's, so that the lines are one paragraph, or parts what is said.
/// A line that goes on in lower case, or breaks off at a comma, is wrapped; such lines show the width at which the
/// document wraps, and a break counts as wrapped, too, where the next word would not have fitted into that width.
/// </summary>
internal sealed class Wrapping
{
    private const int Narrowest = 35;
    private const int Widest = 130;

    /// <summary>A line that leaves so much of the widest of its block free, with the next word on it, was ended on purpose.</summary>
    private const double Free = 0.6;

    private readonly string _text;
    private readonly List<Line> _lines;

    /// <summary>By line: the widest of the block of lines that it is in.</summary>
    private readonly int[] _widest;

    private readonly int _width;
    private readonly bool _known;

    public Wrapping(string text, List<Line> lines)
    {
        (_text, _lines, _widest) = (text, lines, Widths(lines));
        var found = 0;
        for (var at = 1; at < lines.Count; at++)
        {
            var (above, below) = (lines[at - 1], lines[at]);
            if (above.IsBlank || below.IsBlank || above.Content.Length is < Narrowest or > Widest || !GoesOn(at)) continue;
            _width = Math.Max(_width, above.Content.Length);
            found++;
        }

        foreach (var width in EvenBlocks(lines))
        {
            _width = Math.Max(_width, width);
            found += 2;
        }

        _known = found > 1;
    }

    /// <summary>Whether a line goes on with what the one above it says.</summary>
    public bool Joins(int at)
    {
        var (above, below) = (_lines[at - 1], _lines[at]);
        if (!above.Whole || !below.Whole || above.Quote != below.Quote) return false;
        if (GoesOn(at)) return true;
        if (_width == 0 || above.Content.Length > Widest) return false;
        var wouldOverflow = above.Content.Length + 1 + FirstWord(below.Content) > _width;
        return wouldOverflow && (_known || !EndsSentence(above.Content));
    }

    private static int[] Widths(List<Line> lines)
    {
        var widths = new int[lines.Count];
        for (int first = 0, end; first < lines.Count; first = end + 1)
        {
            var widest = 0;
            for (end = first; end < lines.Count && !lines[end].IsBlank; end++) widest = Math.Max(widest, lines[end].Content.Length);
            widths.AsSpan(first, end - first).Fill(widest);
        }

        return widths;
    }

    /// <summary>
    /// Widths of blocks of three and more lines of nearly one length, most of which end inside a sentence: in languages
    /// with capital nouns nothing else shows that they are wrapped.
    /// </summary>
    private IEnumerable<int> EvenBlocks(List<Line> lines)
    {
        for (int first = 0, end; first < lines.Count; first = end + 1)
        {
            int widest = 0, narrowest = int.MaxValue, sentences = 0;
            for (end = first; end < lines.Count && !lines[end].IsBlank; end++)
            {
                widest = Math.Max(widest, IsOwnBlock(lines[end].Content) ? int.MaxValue : lines[end].Content.Length);
                if (end + 1 == lines.Count || lines[end + 1].IsBlank) continue;
                narrowest = Math.Min(narrowest, lines[end].Content.Length);
                if (EndsSentence(lines[end].Content)) sentences++;
            }

            if (end - first >= 3 && widest <= 100 && narrowest >= 45 && narrowest >= 0.75 * widest && sentences * 3 <= end - first - 1) yield return widest;
        }
    }

    private bool IsOwnBlock(Span line) => _text[line.Start] is '|' or '#' or '[' or '*' || ListMarker.Length(_text, line) > 0;

    private bool GoesOn(int at)
    {
        var (above, below) = (_lines[at - 1].Content, _lines[at].Content);
        if (above.Length < 20 || EndsSentence(above) || _widest[at] <= Widest && above.Length + 1 + FirstWord(below) < Free * _widest[at]) return false;
        var last = _text[above.End - 1];
        // "status: running" below "operator: ACC": a field each.
        if (IsField(below) && IsField(above)) return false;
        if (last is ':' or ';' or '|' or ']' or '*' or '_' || IsHeadingMark(above)) return false;
        return char.IsLower(_text[below.Start]) || (last is ',' or '-' && above.Length >= Narrowest && char.IsLetterOrDigit(_text[below.Start]));
    }

    /// <summary>A label of a few words, a colon or two, and what it is.</summary>
    private bool IsField(Span line)
    {
        var words = _text.AsSpan(line.Start, line.Length);
        var colon = words.IndexOf(':');
        if (colon is < 2 or > 30 || !char.IsLetter(words[0])) return false;
        var behind = words[colon..].TrimStart(':');
        return !behind.IsEmpty && behind[0] == ' ' && words[..colon].Count(' ') <= 3 && words[..colon].IndexOfAny(",.;()[]") < 0;
    }

    private bool IsHeadingMark(Span line) => _text[line.Start] == '#' && line.Length > 1 && _text[line.Start + 1] is '#' or ' ';

    private bool EndsSentence(Span line) => Sentences.EndsAt(_text, line.End);

    private int FirstWord(Span line)
    {
        var end = line.Start;
        while (end < line.End && !char.IsWhiteSpace(_text[end])) end++;
        return end - line.Start;
    }
}

/// <summary>Where sentences end, as far as marks tell.</summary>
internal static class Sentences
{
    /// <summary>The text up to <paramref name="end"/> closes with a full stop, question or exclamation mark, quotation marks and brackets behind it allowed.</summary>
    public static bool EndsAt(string text, int end)
    {
        var at = end - 1;
        while (at > 0 && text[at] is '"' or '”' or '’' or '\'' or '»' or ')' or ']' or '*' or '_' or '“') at--;
        return at >= 0 && text[at] is '.' or '!' or '?' or '…' or '。' or '！' or '？';
    }
}
