using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exports;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.Tests.Publishing.Exports;

/// <summary>The site as a browser without a network would have it.</summary>
public sealed class SiteTests(ExportedSamples samples) : IClassFixture<ExportedSamples>
{
    private readonly Lazy<Dictionary<string, IHtmlDocument>> _pages = new(() =>
    {
        _ = Written(samples);
        return Files(samples).Where(file => file.EndsWith(".html", StringComparison.Ordinal)).ToDictionary(file => file, file => Parse(File.ReadAllText(samples.Shell.At("site/" + file))), StringComparer.Ordinal);
    });

    /// <summary>The parser throws at the first fault.</summary>
    [Fact]
    public void Every_page_is_html_without_a_fault_with_a_title_and_a_heading()
    {
        _pages.Value.Count.ShouldBeGreaterThan(40);
        foreach (var (path, page) in _pages.Value)
        {
            page.Title.ShouldNotBeNullOrEmpty(path);
            page.QuerySelectorAll("h1").Length.ShouldBe(1, path);
            page.QuerySelectorAll("nav a[aria-current=page]").Length.ShouldBe(1, path);
        }
    }

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var broken = from page in _pages.Value
                     from link in page.Value.QuerySelectorAll("a[href], link[href]")
                     let to = link.GetAttribute("href")!
                     where !to.StartsWith("http", StringComparison.Ordinal) && !Leads(page.Key, to)
                     select $"{page.Key} → {to}";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_runs_and_nothing_is_fetched_from_elsewhere()
    {
        foreach (var (path, page) in _pages.Value)
        {
            page.QuerySelectorAll("script, iframe, img, object, embed, form, style, [style], base").ShouldBeEmpty(path);
            page.QuerySelectorAll("link").Select(link => link.GetAttribute("href")!).ShouldAllBe(to => !to.Contains(':'), path);
            page.All.SelectMany(one => one.Attributes).Where(one => one.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty(path);
            page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!.ShouldStartWith("default-src 'none'");
        }

        File.ReadAllText(samples.Shell.At("site/style.css")).ShouldNotContain("url(");
    }

    /// <summary>On cards, lists of plants and the pipeline; what only counts rows is no figure.</summary>
    [Fact]
    public void Every_figure_leads_to_its_words()
    {
        var figures = (from page in _pages.Value
                       where page.Key.StartsWith("plants", StringComparison.Ordinal) || page.Key is "pipeline.html" or "index.html" or "network.html"
                       from cell in page.Value.QuerySelectorAll("td.right")
                       where cell.TextContent.Length > 0 && cell.Closest("section")!.QuerySelector("h2")?.TextContent is not "Slips"
                       select (page.Key, Cell: cell)).ToList();
        figures.Count.ShouldBeGreaterThan(150);
        figures.Where(figure => figure.Cell.QuerySelector("a[href*='#']") is null).Select(figure => $"{figure.Key}: {figure.Cell.ParentElement!.TextContent}").ShouldBeEmpty();
    }

    [Fact]
    public void A_plant_s_page_names_who_has_to_do_with_it_and_leads_there()
    {
        var page = _pages.Value["plants/aesc-douai.html"];
        page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain("../companies/renault.html");
        page.QuerySelectorAll("main a").Where(link => link.TextContent == "AESC Douai").ShouldBeEmpty();
        page.QuerySelectorAll("q").Select(quote => quote.TextContent).ShouldContain("installed capacity of 10 GWh a year");
    }

    [Fact]
    public void Written_again_nothing_changes_whatever_the_day()
    {
        _ = Written(samples);
        var before = Files(samples).ToDictionary(file => file, file => File.GetLastWriteTimeUtc(samples.Shell.At("site/" + file)), StringComparer.Ordinal);
        samples.Shell.Now = samples.Shell.Now.AddYears(2);
        Written(samples).ShouldContain(" 0 written");
        samples.Shell.Now = samples.Shell.Now.AddYears(-2);
        Files(samples).ToDictionary(file => file, file => File.GetLastWriteTimeUtc(samples.Shell.At("site/" + file)), StringComparer.Ordinal).ShouldBe(before);
    }

    [Fact]
    public void What_is_no_longer_held_is_removed_and_only_that()
    {
        samples.Shell.Run("export", "site", samples.Shell.At("other")).Code.ShouldBe(0);
        samples.Shell.Write("other/CNAME", "example.org");
        var (_, _, said) = samples.Shell.Run("export", "site", samples.Shell.At("other"), "--as-of", "2021");
        said.ShouldContain(" removed");
        File.Exists(samples.Shell.At("other/plants/tesla-grunheide.html")).ShouldBeTrue();
        File.Exists(samples.Shell.At("other/plants/verkor-dunkirk.html")).ShouldBeFalse();
        File.ReadAllText(samples.Shell.At("other/CNAME")).ShouldBe("example.org");
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2023")]
    [InlineData("2025-05")]
    public void What_became_known_after_the_day_asked_for_is_not_told(string asOf)
    {
        samples.Shell.Run("export", "site", samples.Shell.At("then-" + asOf), "--as-of", asOf).Code.ShouldBe(0);
        var told = Parse(File.ReadAllText(samples.Shell.At($"then-{asOf}/changes.html")))
            .QuerySelectorAll("main tbody tr td:first-child").Select(cell => cell.TextContent.Trim())
            .Where(day => day.StartsWith("20", StringComparison.Ordinal)).ToArray();
        told.ShouldNotBeEmpty();
        told.Where(day => string.CompareOrdinal(day, 0, asOf, 0, asOf.Length) > 0).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_with_other_things_is_left_alone()
    {
        samples.Shell.Write("mine/thesis.html", "<p>mine");
        var (code, _, said) = samples.Shell.Run("export", "site", samples.Shell.At("mine"));
        code.ShouldBe(2);
        said.ShouldContain("name an empty or a new folder");
        Directory.GetFiles(samples.Shell.At("mine")).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("run by AESC, in Hauts-de-France", "run by <a href=\"a\">AESC</a>, in Hauts-de-France")]
    [InlineData("AESC Sunderland 2 and AESC Sunderland", "<a href=\"s2\">AESC Sunderland 2</a> and <a href=\"s\">AESC Sunderland</a>")]
    [InlineData("Renault (Renault 5)", "<a href=\"r\">Renault</a> (Renault 5)")]
    [InlineData("Renault 2019", "<a href=\"r\">Renault</a> 2019")]
    [InlineData("AESCulap", "AESCulap")]
    [InlineData("<b>AESC</b>", "&lt;b&gt;<a href=\"a\">AESC</a>&lt;/b&gt;")]
    [InlineData("https://example.org/?a=1&b=\"2\"", "<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel=\"external noreferrer\">https://example.org/?a=1&amp;b=&quot;2&quot;</a>")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    public void Names_and_addresses_become_links(string text, string html) =>
        new HtmlLinks(new Dictionary<string, string> { ["AESC"] = "a", ["AESC Sunderland"] = "s", ["AESC Sunderland 2"] = "s2", ["Renault"] = "r", ["France"] = "f" }.GetValueOrDefault).Text(text, null).ShouldBe(html);

    [Theory]
    [InlineData("10 GWh/yr", "<a class=\"figure\" href=\"#e1\">10 GWh/yr</a>")]
    [InlineData("20 %, Renault", "<a class=\"figure\" href=\"#e1\">20 %</a>, <a href=\"r\">Renault</a>")]
    [InlineData("", "")]
    public void Figures_lead_to_their_words(string text, string html) => new HtmlLinks(new Dictionary<string, string> { ["Renault"] = "r" }.GetValueOrDefault).Text(text, "#e1").ShouldBe(html);

    [Theory]
    [InlineData("AESC Douai and AESC", "AESC Douai and <a href=\"a\">AESC</a>")]
    [InlineData("AESC", "<a href=\"a\">AESC</a>")]
    public void On_its_own_page_a_name_leads_nowhere_nor_does_a_part_of_it(string text, string html) =>
        new HtmlLinks(new Dictionary<string, string> { ["AESC"] = "a", ["AESC Douai"] = "d" }.GetValueOrDefault, "AESC Douai").Text(text, null).ShouldBe(html);

    [Fact]
    public void The_site_holds_no_text_beyond_its_quotes()
    {
        _ = Written(samples);
        var all = string.Join('\n', Files(samples).Select(file => file.EndsWith(".html", StringComparison.Ordinal) ? _pages.Value[file].DocumentElement.TextContent : File.ReadAllText(samples.Shell.At("site/" + file))));
        Unquoted.FoundIn(all, samples).ShouldBeEmpty();
    }

    private bool Leads(string from, string to)
    {
        var (path, anchor) = to.Split('#') is [var before, var after] ? (before, after) : (to, "");
        var target = path.Length == 0 ? from : new Uri(new Uri($"http://site/{from}"), path).AbsolutePath[1..];
        if (!File.Exists(samples.Shell.At("site/" + target))) return false;
        return anchor.Length == 0 || _pages.Value[target].GetElementById(anchor) is not null;
    }

    private static string Written(ExportedSamples samples)
    {
        var (code, output, said) = samples.Shell.Run("export", "site", samples.Shell.At("site"));
        code.ShouldBe(0);
        output.ShouldBeEmpty();
        return said;
    }

    private static IEnumerable<string> Files(ExportedSamples samples) => Directory.EnumerateFiles(samples.Shell.At("site"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(samples.Shell.At("site"), file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static IHtmlDocument Parse(string text) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(text);
}
