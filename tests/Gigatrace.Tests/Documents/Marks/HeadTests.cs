using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

public class HeadTests
{
    private const string Prose = "The works in Lindenau was opened on 3 March 2021 by the minister, who called it a milestone for the region and for the whole of the country, and went home.";

    [Theory]
    [InlineData("# Lindenau opens\n\nPublished: Jun. 5, 2025  4:17 a.m.\n\n{0}", "2025-06-05")]
    [InlineData("# Lindenau opens\n\nPosted the 5 June 2025 in *Works* | 3 comments\n\n{0}", "2025-06-05")]
    [InlineData("# Lindenau opens\n\n*17 December 2025 – reading time 2 min*\n\n{0}", "2025-12-17")]
    [InlineData("# Lindenau opens\n\n*Lindenau, 17 December 2025*\n\n{0}", "2025-12-17")]
    [InlineData("# Lindenau opens\n\nTUCSON, Ariz., Dec. 6, 2022 – {0}", "2022-12-06")]
    [InlineData("# Lindenau opens\n\nTUCSON, Ariz., Dec. 6, 2022 (Desert Wire) - {0}", "2022-12-06")]
    [InlineData("# Lindenau opens\n\n**Lindenau, 6 December 2022.** {0}", "2022-12-06")]
    [InlineData("# Lindenau opens\n\nBy Ada Berg | June 5th, 2025\n\n{0}", "2025-06-05")]
    [InlineData("# Lindenau öffnet\n\nVeröffentlicht am 5. Juni 2025\n\n{0}", "2025-06-05")]
    [InlineData("# Lindenau ouvre\n\nPublié le 1er juin 2025\n\n{0}", "2025-06-01")]
    [InlineData("# 工厂\n\n发布时间：2025年6月5日\n\n{0}", "2025-06-05")]
    [InlineData("# Lindenau\n\n{0}\n\n*Created 2026-01-09*", "2026-01-09")]
    [InlineData("# Lindenau\n\n{0}\n\nUpdated 2026-01-10 – Created 2026-01-09", "2026-01-09")]
    [InlineData("---\ndate: 2024-05-06T10:00:00Z\n---\n# Lindenau\n\nPublished: 5 June 2025\n\n{0}", "2024-05-06")]
    [InlineData("---\npublished: 2024-05\n---\n{0}", "2024-05")]
    [InlineData("# Lindenau opens\n\n{0}", null)]
    [InlineData("# Lindenau opens\n\nSeoul, 30 November – {0}", null)]
    [InlineData("# What happened\n\nJune 3, 2025:\n{0}", null)]
    [InlineData("# Lindenau opens\n\nIn Lindenau, 3 March 2021 – {0}", null)]
    [InlineData("# Lindenau opens\n\nThe works was created 3 March 2021, it is said here and there by people of the place who ought to know, and by others who were there when it was.\n\n{0}", null)]
    public void The_publication_date_is_what_the_text_says_of_itself(string text, string? expected) =>
        Show.Document(text.Replace("{0}", Prose, StringComparison.Ordinal)).Published?.Edtf.ShouldBe(expected);

    [Theory]
    [InlineData("05/06/2025", DateOrder.Unknown, null)]
    [InlineData("05/06/2025", DateOrder.DayFirst, "2025-06-05")]
    [InlineData("05/06/2025", DateOrder.MonthFirst, "2025-05-06")]
    [InlineData("28.09.1912:44", DateOrder.Unknown, null)]
    [InlineData("28.09.19", DateOrder.Unknown, null)]
    [InlineData("5 June 20", DateOrder.Unknown, null)]
    [InlineData("25/06/2025", DateOrder.Unknown, "2025-06-25")]
    [InlineData("06/25/2025", DateOrder.Unknown, "2025-06-25")]
    [InlineData("05.06.2025", DateOrder.Unknown, "2025-06-05")]
    [InlineData("31 June 2025", DateOrder.Unknown, null)]
    [InlineData("March 2025", DateOrder.Unknown, "2025-03")]
    [InlineData("2025-03", DateOrder.Unknown, "2025-03")]
    [InlineData("maybe 2025", DateOrder.Unknown, null)]
    [InlineData("12 GWh in 2025", DateOrder.Unknown, null)]
    [InlineData("5 de junio de 2025", DateOrder.Unknown, "2025-06-05")]
    [InlineData("2025년 6월 5일", DateOrder.Unknown, "2025-06-05")]
    public void Dates_of_heads(string text, object order, string? expected) => (HeaderDate.Find(text, 0, (DateOrder)order)?.Edtf).ShouldBe(expected);

    [Fact]
    public void A_sidecar_wins_over_the_file()
    {
        var document = Show.Document("---\ntitle: Inside\npublisher: Inside News\npublished: 2024-01-01\n---\n" + Prose, "a.md",
            new Sidecar { Published = "2025-02-03", Publisher = "Outside", Url = "https://example.org/a", Title = "Out", SourceKind = "release" });
        (document.Published?.Edtf, document.Publisher, document.Url, document.Title, document.SourceKind).ShouldBe(("2025-02-03", "Outside", "https://example.org/a", "Out", SourceKind.Release));
    }

    [Fact]
    public void Where_the_date_was_found_is_told()
    {
        string? From(string text, Sidecar? sidecar = null) => Show.Document(text, "a.md", sidecar).PublishedFrom?.Name();
        (From(Prose, new Sidecar { Published = "2025-02-03" }), From("---\ndate: 2024-01-01\n---\n" + Prose), From("Published: 5 June 2025\n\n" + Prose), From(Prose)).ShouldBe(("sidecar", "front-matter", "text", null));
    }

    [Fact]
    public void A_date_that_cannot_be_read_is_reported()
    {
        var reading = Show.Read("---\npublished: some day\n---\n" + Prose);
        reading.Document!.Published.ShouldBeNull();
        reading.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("doc.date");
    }

    [Theory]
    [InlineData("---\ntitle: The works\n---\n# Another\n\n", "The works")]
    [InlineData("Menu | News | Search\n\n# The works\n\n", "The works")]
    [InlineData("The works of Lindenau.\n\n", "The works of Lindenau.")]
    [InlineData("**THE WORKS OPENS ITS DOORS**\n\n", "THE WORKS OPENS ITS DOORS")]
    [InlineData("Daily Cell\n\nThe works opens its doors\n\nPublished: 4 May 2025\n\n", "The works opens its doors")]
    [InlineData("", null)]
    public void Titles(string head, string? expected) => Show.Document(head + Prose).Title.ShouldBe(expected);

    [Theory]
    [InlineData("Daily Cell\n\nThe works opens its doors\n\nPublished: 4 May 2025\n\n{0}", "Daily Cell")]
    [InlineData("# The works\n\n{0}\n\n© 2025 Nordic Media. All rights reserved.", "Nordic Media")]
    [InlineData("# The works\n\n{0}\n\n© 2025. All rights reserved.", null)]
    [InlineData("The works\n\nA history of its halls\n\n{0}", null)]
    public void Publishers_where_they_are_sure(string text, string? expected) =>
        Show.Document(text.Replace("{0}", Prose, StringComparison.Ordinal)).Publisher.ShouldBe(expected);

    [Theory]
    [InlineData("---\naliases: [L]\n---\n{0} See [[Nordic Cells]].", SourceKind.Note)]
    [InlineData("---\npublisher: personal notes (vault)\n---\n{0}", SourceKind.Note)]
    [InlineData("{0}\n\n**Media contact:** press office", SourceKind.Release)]
    [InlineData("{0}\n\nLeave a Reply\n\nYour email address will not be published.", SourceKind.Blog)]
    [InlineData("{0} #cells are made there by #nordic and #aske", SourceKind.Blog)]
    [InlineData("---\npublisher: Lindenau Daily\n---\n{0}", SourceKind.News)]
    [InlineData("---\nkind: filing\n---\n{0}", SourceKind.Filing)]
    [InlineData("{0}", SourceKind.Unknown)]
    public void Kinds_of_source(string text, SourceKind expected) =>
        Show.Document(text.Replace("{0}", Prose, StringComparison.Ordinal)).SourceKind.ShouldBe(expected);

    [Theory]
    [InlineData("The works is to make ten gigawatt-hours of cells in a year.", "en")]
    [InlineData("Das Werk soll in einem Jahr zehn Gigawattstunden Zellen für die Autos der Region bauen.", "de")]
    [InlineData("L'usine doit produire des cellules pour les voitures de la région et pour le marché du pays.", "fr")]
    [InlineData("La fábrica que se construye en la región va a producir las celdas para los coches del país.", "es")]
    [InlineData("Lo stabilimento produce le celle per le auto della regione e per il mercato che è nel paese.", "it")]
    [InlineData("De fabriek moet in een jaar cellen maken voor de auto's van het land en dat is niet weinig.", "nl")]
    [InlineData("该工厂年产能为10吉瓦时。", "zh")]
    [InlineData("この工場は年間10GWhの電池を生産する。", "ja")]
    [InlineData("이 공장은 연간 배터리를 생산한다.", "ko")]
    [InlineData("12 GWh", null)]
    public void Languages(string text, string? expected) => Show.Document(text).Language.ShouldBe(expected);

    [Fact]
    public void Front_matter_gives_what_it_names()
    {
        var document = Show.Document(
            """
            ---
            title: "Lindenau: the works"
            author: Ada Berg
            source: https://example.org/lindenau
            publisher: Nordic Wire
            aliases:
              - Lindenau works
              - "the works"
            tags: [cells, sweden]
            ---
            #plant
            The works.
            """);
        (document.Title, document.Author, document.Url, document.Publisher).ShouldBe(("Lindenau: the works", "Ada Berg", "https://example.org/lindenau", "Nordic Wire"));
        document.Aliases.ShouldBe(["Lindenau works", "the works"]);
        document.Tags.ShouldBe(["cells", "sweden", "plant"]);
        document.Text.Value.ShouldStartWith("---");
    }

    [Theory]
    [InlineData("source: https://example.org/l\npublished: 2025-06-05\ncreated: 2026-01-09", "2025-06-05", "front-matter")]
    [InlineData("source: https://example.org/l\npublished:\ncreated: 2026-01-09", null, null)]
    [InlineData("url: https://example.org/l\ncreated: 2026-01-09\nupdated: 2026-01-10", null, null)]
    [InlineData("url: https://example.org/l\nclipped: 2026-01-09\ndate_saved: 2026-01-09", null, null)]
    [InlineData("url: https://example.org/l\ndate: 2025-06-05\ncaptured: 2026-01-09", "2025-06-05", "front-matter")]
    [InlineData("url: https://example.org/l\nupdated: 2025-06-05", "2025-06-05", "front-matter")]
    [InlineData("tags: [a]\ncreated: 2026-01-09", "2026-01-09", "front-matter")]
    public void A_clippers_day_is_not_the_publications(string keys, string? expected, string? from)
    {
        var document = Show.Document($"---\n{keys}\n---\n{Prose}");
        (document.Published?.Edtf, document.PublishedFrom?.Name()).ShouldBe((expected, from));
    }

    [Fact]
    public void A_clipper_writes_links_and_lists()
    {
        var document = Show.Document("---\ntitle: Lindenau\nsource: \"[Lindenau](https://example.org/l)\"\nsite: \"[[Nordic Wire]]\"\nauthor:\n  - \"[[Ada Berg]]\"\n  - \"[[Bo Dal|Bo]]\"\nmodified: 2025-06-06\npublished: 2025-06-05\n---\n" + Prose);
        (document.Url, document.Publisher, document.Author, document.Updated?.Edtf).ShouldBe(("https://example.org/l", "Nordic Wire", "Ada Berg; Bo Dal", "2025-06-06"));
    }

    [Theory]
    [InlineData("# Lindenau opens\n\nCreated: April 1, 2026\nURL: https://example.org/l\nTags: cells\n\n", null)]
    [InlineData("# Lindenau opens\n\nAuthor: Ada Berg\nPublished: June 5, 2025\nURL: https://example.org/l\nSaved: April 1, 2026\n\n", "2025-06-05")]
    [InlineData("# Lindenau opens\n\nAuthor: Ada Berg\nCreated: April 1, 2026\n\n", "2026-04-01")]
    public void Lines_of_an_export(string head, string? expected)
    {
        var document = Show.Document(head + Prose);
        (document.Published?.Edtf, document.Title).ShouldBe((expected, "Lindenau opens"));
    }

    [Fact]
    public void Lines_of_keys_at_the_top_of_a_text_say_what_it_is()
    {
        var document = Show.Document("Title: Lindenau opens\nSource: Nordic Wire\nDate: 5 June 2025\nURL: https://example.org/l\n\n" + Prose, "a.txt");
        (document.Title, document.Publisher, document.Published?.Edtf, document.Url).ShouldBe(("Lindenau opens", "Nordic Wire", "2025-06-05", "https://example.org/l"));
        Show.Passages(document).Split('\n')[0].ShouldBe("H1 Lindenau opens");
        document.Passages.Count(p => p.Boilerplate).ShouldBe(3);
    }

    [Theory]
    [InlineData("---\ntitle: Lindenau: the works\npublisher: Nordic Wire\n---\nThe works.", 2)]
    [InlineData("---\npublisher: Nordic Wire\ntags: [a, b\n---\nThe works.", 3)]
    public void Broken_front_matter_is_reported_and_the_rest_read(string text, int line)
    {
        var reading = Show.Read(text, "n/a.md");
        var diagnostic = reading.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Path, diagnostic.Skipped).ShouldBe(("doc.front-matter", "n/a.md", false));
        diagnostic.Line!.Value.ShouldBeInRange(line, line + 2);
        reading.Document!.Publisher.ShouldBe("Nordic Wire");
        Show.Passages(reading.Document).ShouldBe("P The works.");
    }

    [Fact]
    public void Front_matter_without_an_end_is_text()
    {
        var reading = Show.Read("---\ntitle: Lindenau\nThe works.");
        reading.Diagnostics.ShouldHaveSingleItem().Line.ShouldBe(1);
        reading.Document!.Passages.Length.ShouldBeGreaterThan(0);
    }
}
