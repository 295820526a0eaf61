using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>
/// The HTML of a mail as HTML of a text. Mails are laid out with tables and styles where pages have elements: tables that hold no figures
/// become plain blocks, large letters a heading, what is not shown goes, and what a reader's program quotes is a quotation.
/// </summary>
/// <param name="Html">Without attributes: classes in mails come from templates and say nothing of what is in them.</param>
/// <param name="Length">Of the text that is shown, in UTF-16 units without white space.</param>
/// <param name="Address">Where the mail can be read in a browser; null where no link says so.</param>
internal sealed record MailPage(string Html, int Length, string? Address)
{
    private const int LongestCell = 200;

    private static readonly HashSet<string> Same = new(StringComparer.Ordinal)
    {
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "b", "strong", "i", "em", "figure", "figcaption", "nav", "aside", "footer",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "div", "center", "section", "article", "main", "header", "form", "fieldset", "address", "details", "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
    };

    private static readonly HashSet<string> NotText = new(StringComparer.Ordinal) { "head", "script", "style", "noscript", "template", "svg", "iframe", "select", "object", "title", "textarea" };

    /// <summary>What a link says that leads to the mail on the web.</summary>
    private static readonly string[] InBrowser =
    [
        "in your browser", "in browser", "in a browser", "in the browser", "view online", "read online", "online version", "web version", "view as a web page", "im browser", "online ansehen", "online lesen", "online-version",
        "webversion", "dans le navigateur", "dans votre navigateur", "version en ligne", "voir en ligne", "en el navegador", "en tu navegador", "ver en línea", "nel browser", "in de browser", "in je browser", "in uw browser",
    ];

    private static readonly string[] QuotedBy = ["gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "zmail_extra"];

    /// <param name="html">As it came.</param>
    /// <param name="late">Ends it.</param>
    /// <exception cref="InvalidDataException">It has more elements than are read.</exception>
    public static MailPage Read(string html, CancellationToken late)
    {
        using var page = PageParser.Parse(html, late);
        var body = page.Body ?? page.DocumentElement;
        var (text, length) = Write(body, new LetterSizes(body));
        var address = page.QuerySelectorAll("a[href]").Where(IsInBrowser).Select(link => link.GetAttribute("href")!.Trim()).FirstOrDefault();
        return new MailPage(text, length, address);
    }

    /// <summary>Without recursion, since mails nest their tables deeply.</summary>
    private static (string Html, int Length) Write(IElement body, LetterSizes sizes)
    {
        var html = new StringBuilder();
        var length = 0;
        var waiting = new Stack<(INode? Node, string Close, bool InData)>([(body, "", false)]);
        while (waiting.TryPop(out var next))
        {
            html.Append(next.Close);
            if (next.Node is IText words)
            {
                html.Append(WebUtility.HtmlEncode(words.Data));
                foreach (var letter in words.Data) length += char.IsWhiteSpace(letter) ? 0 : 1;
            }

            if (next.Node is not IElement element || IsHidden(element)) continue;
            var data = element.LocalName == "table" ? IsData(element) : next.InData;
            var name = Name(element, data, sizes);
            html.Append('<').Append(name).Append('>');
            if (element.LastChild is not null) waiting.Push((null, $"</{name}>", false));
            else if (name is not ("br" or "hr")) html.Append("</").Append(name).Append('>');
            for (var child = element.LastChild; child is not null; child = child.PreviousSibling) waiting.Push((child, "", data));
        }

        return (html.ToString(), length);
    }

    private static string Name(IElement element, bool inData, LetterSizes sizes)
    {
        var name = element.LocalName;
        if (IsQuote(element)) return "blockquote";
        if (inData && name is "table" or "caption" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th") return name;
        if (name is "td" or "div" or "p" or "span" or "font" && sizes.IsHeading(element)) return "h3";
        return Same.Contains(name) ? name : Blocks.Contains(name) ? "div" : "span";
    }

    private static bool IsQuote(IElement element) => element.LocalName == "div" && element.ClassName is { } names && Array.Exists(QuotedBy, name => names.Contains(name, StringComparison.Ordinal));

    /// <summary>Rows and columns of short cells, and nothing in them that is laid out.</summary>
    private static bool IsData(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table, img, h1, h2, h3, h4, ul, ol, hr") is not null) return false;
        var cells = table.QuerySelectorAll("td, th").Select(cell => cell.TextContent.AsSpan().Trim().Length).ToList();
        var rows = table.QuerySelectorAll("tr");
        return rows.Length > 1 && rows.All(row => row.ChildElementCount > 1) && cells.TrueForAll(cell => cell <= LongestCell) && cells.Count(cell => cell > 0) * 3 > cells.Count * 2;
    }

    /// <summary>Code, preview lines, copies for other screens.</summary>
    public static bool IsHidden(IElement element)
    {
        if (NotText.Contains(element.LocalName) || element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("style") is not { Length: > 0 } style) return false;
        return Style(style, "display").StartsWith("none") || Style(style, "visibility").StartsWith("hidden") || Style(style, "mso-hide").StartsWith("all")
            || Style(style, "max-height") is "0" or "0px" || Style(style, "font-size") is "0" or "0px";
    }

    /// <summary>The value of one property; empty where it is not given.</summary>
    public static ReadOnlySpan<char> Style(string style, string property)
    {
        foreach (var range in style.AsSpan().Split(';'))
        {
            var part = style.AsSpan(range);
            var colon = part.IndexOf(':');
            if (colon > 0 && part[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase)) return part[(colon + 1)..].Trim();
        }

        return [];
    }

    private static bool IsInBrowser(IElement link)
    {
        if (!link.GetAttribute("href")!.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase)) return false;
        var text = link.TextContent;
        return text.Length < 120 && Array.Exists(InBrowser, words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }
}
