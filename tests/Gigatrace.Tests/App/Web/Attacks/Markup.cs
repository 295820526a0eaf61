using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>A page as a browser takes it: which of its elements, attributes and addresses are none of ours.</summary>
internal static class Markup
{
    private static readonly FrozenSet<string> Elements = Words("""
        html head meta title link script body header nav main footer section article aside div p span h1 h2 h3 a ul ol li table thead tbody tr th td form label input select option button textarea output
        details summary blockquote cite code pre strong time mark q figure figcaption sup
        """);

    private static readonly FrozenSet<string> Attributes = Words("""
        accept action autocomplete charset class content data-chart data-claim data-copy data-first data-keys data-last data-live data-src data-status data-theme-choice datetime enctype hidden href id lang max maxlength
        method min name open pattern placeholder rel required role rows scope selected size src tabindex title type value
        """);

    public static IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);

    /// <summary>What did not come from us, one line each.</summary>
    public static IEnumerable<string> Foreign(IHtmlDocument page)
    {
        foreach (var element in page.All)
        {
            if (!Elements.Contains(element.LocalName)) yield return $"<{element.LocalName}>";
            foreach (var attribute in element.Attributes)
            {
                if (!Attributes.Contains(attribute.Name) && !attribute.Name.StartsWith("aria-", StringComparison.Ordinal)) yield return $"<{element.LocalName} {attribute.Name}>";
                else if (attribute.Name is "href" or "src" or "action" or "data-src" && !IsOurs(element, attribute)) yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">";
            }

            if (element is IHtmlScriptElement && element.TextContent.Length > 0) yield return "a script in the page";
        }

        if (page.Descendants<IComment>().Any()) yield return "a comment";
        if (page.DocumentElement.TextContent.Any(letter => letter is '\u202e' or '\u2066' || (char.IsControl(letter) && letter is not ('\n' or '\t')))) yield return "a letter that no page holds";
    }

    private static bool IsOurs(IElement element, IAttr attribute) => element.LocalName switch
    {
        "script" => attribute.Value.StartsWith("/assets/", StringComparison.Ordinal),
        "link" => attribute.Value.StartsWith("/assets/", StringComparison.Ordinal) || attribute.Value is "/changes.atom" or "data:,",
        "a" when attribute.Value.StartsWith("http", StringComparison.Ordinal) => element.GetAttribute("rel") is "external noreferrer" && Uri.TryCreate(attribute.Value, UriKind.Absolute, out _),
        "a" => attribute.Value is ['#', ..] or ['/'] or ['/', not ('/' or '\\'), ..],
        _ => attribute.Value is ['/'] or ['/', not ('/' or '\\'), ..],
    };

    private static FrozenSet<string> Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
