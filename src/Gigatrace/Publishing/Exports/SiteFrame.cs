using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.Publishing.Exports;

/// <summary>What is the same on every page of a site: head, navigation, foot, style. Nothing is fetched from elsewhere, and nothing runs.</summary>
internal static class SiteFrame
{
    public const string StylePath = "style.css";

    /// <summary>Added to the style of a single page.</summary>
    public const string Style = HtmlForm.Style + """

        body{max-width:72rem;margin:0 auto}
        a{color:#0b57a4}
        header nav{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;padding:.9rem 0;border-bottom:1px solid #ccc}
        header a{text-decoration:none}
        header a[aria-current]{font-weight:600;color:inherit;border-bottom:2px solid currentColor}
        a.figure{color:inherit;text-decoration:underline dotted;text-underline-offset:.2em}
        a.skip{position:absolute;left:-99rem}
        a.skip:focus{position:static}
        .wide{overflow-x:auto}
        table{font-variant-numeric:tabular-nums}
        ol li{margin:.35rem 0;overflow-wrap:anywhere}
        ol li:target{outline:2px solid #0b57a4;outline-offset:.2rem}
        sup{line-height:0}
        sup a{text-decoration:none}
        footer{margin:3rem 0 2rem;padding-top:.8rem;border-top:1px solid #ccc;color:#555;font-size:.9rem}
        @media(max-width:40rem){body{padding:0 .7rem}th,td{padding-right:.6rem}h1{font-size:1.25rem}td.source,th.source{display:none}}
        @media(prefers-color-scheme:dark){a,ol li:target{color:#8ab4f8}a.figure{color:inherit}header nav,footer{border-color:#444}footer{color:#aaa}}
        @media print{header,a.skip,sup{display:none}body{max-width:none}a{color:inherit;text-decoration:none}.wide{overflow:visible}section{break-inside:auto}tr,li{break-inside:avoid}}

        """;

    private static readonly ImmutableArray<(string Path, string Name)> Pages =
    [
        ("index.html", "Overview"), ("plants.html", "Plants"), ("companies.html", "Companies"), ("pipeline.html", "Pipeline"), ("network.html", "Network"),
        ("disagreements.html", "Disagreements"), ("changes.html", "Changes"), ("sources.html", "Sources"), ("about.html", "Method"),
    ];

    /// <param name="path">From the root of the site, with a slash at most.</param>
    /// <param name="day">As of which all is told.</param>
    public static string Page(string path, string title, string day, Action<TextWriter> body)
    {
        var root = path.Contains('/', StringComparison.Ordinal) ? "../" : "";
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        output.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        output.Write($"<title>{HtmlForm.Escaped(title)} · Gigatrace</title>\n<link rel=\"stylesheet\" href=\"{root}{StylePath}\">\n<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What became known\" href=\"{root}changes.atom\">\n</head>\n<body>\n");
        output.Write("<a class=\"skip\" href=\"#main\">To the content</a>\n<header>\n<nav aria-label=\"Pages\">\n");
        foreach (var (to, name) in Pages) output.Write($"<a href=\"{root}{to}\"{(to == path || (root.Length > 0 && to == path.Split('/')[0] + ".html") ? " aria-current=\"page\"" : "")}>{name}</a>\n");
        output.Write("</nav>\n</header>\n<main id=\"main\">\n");
        body(output);
        output.Write($"</main>\n<footer>As of {day}. Quotes and addresses only; figures lead to the words that they rest on. Data: <a href=\"{root}findings.csv\">findings</a>, <a href=\"{root}plants.geojson\">map</a>, <a href=\"{root}changes.atom\">feed</a>. Places: <a href=\"https://www.geonames.org\" rel=\"external noreferrer\">GeoNames</a>, CC BY 4.0.</footer>\n</body>\n</html>\n");
        return output.ToString();
    }
}
