using System.Globalization;
using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>How large the letters of a mail are, as far as its styles say so: where there are no headings, words of their own in larger letters are ones.</summary>
internal sealed class LetterSizes
{
    /// <summary>In pixels: what programs show where nothing is said.</summary>
    private const double Usual = 16;

    /// <summary>So much larger than the text.</summary>
    private const double Larger = 1.2;

    private const int LongestHeading = 200;

    /// <summary>In pixels, of <c>font size</c> 1 to 7.</summary>
    private static readonly double[] Steps = [10, 13, 16, 18, 24, 32, 48];

    private readonly Dictionary<INode, double> _sizes = [];
    private readonly Dictionary<INode, int> _lengths = [];
    private readonly double _text;
    private readonly bool _hasHeadings;

    public LetterSizes(IElement body)
    {
        var shown = new Dictionary<double, int>();
        var waiting = new Stack<(INode Node, double Size)>([(body, Usual)]);
        var nodes = new List<INode>();
        while (waiting.TryPop(out var next))
        {
            nodes.Add(next.Node);
            if (next.Node is IText words) shown[next.Size] = shown.GetValueOrDefault(next.Size) + (_lengths[words] = words.Data.AsSpan().Trim().Length);
            if (next.Node is not IElement element || MailPage.IsHidden(element)) continue;
            var size = Own(element, next.Size) ?? next.Size;
            if (size != next.Size) _sizes[element] = size;
            for (var child = element.LastChild; child is not null; child = child.PreviousSibling) waiting.Push((child, size));
        }

        // What is inside comes behind, so that backwards lengths add up.
        for (var at = nodes.Count - 1; at > 0; at--)
        {
            if (nodes[at].Parent is { } parent) _lengths[parent] = Length(parent) + Length(nodes[at]);
        }

        _hasHeadings = body.QuerySelectorAll("h1, h2, h3, h4").Any(heading => Length(heading) > 0);
        _text = shown.Count == 0 ? Usual : shown.MaxBy(size => size.Value).Key;
    }

    /// <summary>It makes its letters larger, and holds a line of text that stands alone.</summary>
    public bool IsHeading(IElement element)
    {
        if (_hasHeadings || !_sizes.TryGetValue(element, out var size) || size < Larger * _text) return false;
        if (Length(element) is < 3 or > LongestHeading || element.QuerySelector("table, div, p, ul, ol, td, br + br") is not null) return false;
        return element.LocalName is "td" or "div" or "p" || (element.ParentElement is { } parent && Length(parent) == Length(element));
    }

    private int Length(INode node) => _lengths.GetValueOrDefault(node);

    private static double? Own(IElement element, double around)
    {
        if (element.GetAttribute("style") is { Length: > 0 } style && MailPage.Style(style, "font-size") is { IsEmpty: false } written) return Pixels(written, around);
        if (element.LocalName != "font" || element.GetAttribute("size") is not [>= '1' and <= '7' and var step]) return null;
        return Steps[step - '1'];
    }

    private static double? Pixels(ReadOnlySpan<char> written, double around)
    {
        var digits = written.IndexOfAnyExcept("0123456789.");
        if (digits <= 0 || !double.TryParse(written[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        double? pixels = written[digits..].Trim().ToString().Split(' ', '!')[0] switch
        {
            "px" => number,
            "pt" => number * 4 / 3,
            "em" => number * around,
            "rem" => number * Usual,
            "%" => number * around / 100,
            _ => null,
        };
        return pixels is >= 1 and <= 200 ? Math.Round(pixels.Value) : null;
    }
}
