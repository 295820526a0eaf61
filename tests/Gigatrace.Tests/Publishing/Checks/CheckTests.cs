using System.Text.Json.Nodes;
using Gigatrace.Tests.App;

namespace Gigatrace.Tests.Publishing.Checks;

/// <summary>Notes against a small ledger: what is said of each line, and what is not.</summary>
public sealed class CheckTests
{
    /// <summary>Plant opens, and the way there; a company is sold.</summary>
    private static readonly (string Path, string Text)[] Evidence =
    [
        ("press/2021.md", """
            ---
            publisher: Battery Post
            published: 2021-07-01
            ---
            AESC is to build a battery factory in Douai, France. The Douai plant is planned with a capacity of 9 GWh and is to start production in 2024.
            """),
        ("press/2025.md", """
            ---
            publisher: Cell Courier
            published: 2025-06-05
            ---
            AESC started production of battery cells at its plant in Douai, France, on June 3, 2025. The Douai plant has an annual capacity of 10 GWh. It has created 650 jobs.

            AESC was acquired by Envision Group in 2019.
            """),
        ("press/2026.md", """
            ---
            publisher: Cell Courier
            published: 2026-01-05
            ---
            Northvolt filed for bankruptcy in Sweden on 12 March 2025. General Motors and LG Energy Solution end their joint venture for battery cells.

            Nissan has sold AESC Japan to Envision Group. The deal closed on 3 April 2020.

            CATL plans to start production at its battery plant in Debrecen, Hungary, in early 2026 and no longer in 2025. CATL announced the plant in Debrecen in August 2022.

            Verkor opened its battery plant in Dunkirk, France, on 11 December 2025. Peter Carlsson stepped down as chief executive of Northvolt on 22 November 2024.

            LG Energy Solution holds 51 percent of NextStar Energy and Stellantis 49 percent.

            ACC has cancelled its battery plant in Termoli, Italy. According to SNE Research, CATL had a market share of 37.9 percent in 2024.
            """),
        ("press/2026-02.md", """
            ---
            publisher: Cell Courier
            published: 2026-02-07
            ---
            LG Energy Solution takes over the share of Stellantis in NextStar Energy and becomes its sole owner. The European Investment Bank lent AESC 450 million euros for its battery plant in Douai in 2023.
            """),
    ];

    [Theory]
    [InlineData("AESC is building its battery plant in Douai, which is to have a capacity of 9 GWh.", "2026-01-09", "GT002 status", "GT002 capacity")]
    [InlineData("AESC's battery plant in Douai is under construction.", "2023-01-09", "GT001 status")]
    [InlineData("AESC's battery plant in Douai is operating.", "2026-01-09")]
    [InlineData("AESC's battery plant in Douai has a capacity of 10 GWh.", "2026-01-09")]
    [InlineData("AESC's battery plant in Douai has a capacity of about 10 GWh.", null)]
    [InlineData("AESC's battery plant in Douai has an annual capacity of 14 GWh.", null, "GT003 capacity")]
    [InlineData("AESC was acquired by Envision Group in 2017.", null, "GT003 acquired")]
    [InlineData("AESC was acquired by Envision Group in 2019.", null)]
    [InlineData("July 2021: AESC announces a battery plant in Douai, planned with 9 GWh.", null)]
    [InlineData("In 2021 the plan was a battery plant in Douai with 9 GWh, by AESC.", null)]
    [InlineData("- AESC Douai, under construction", null, "GT002 status")]
    [InlineData("- ~~AESC Douai, under construction~~", null)]
    [InlineData("- AESC Bordeaux, 20 GWh, planned", null, "GT006 plant")]
    [InlineData("CATL announced its battery plant in Debrecen in August 2022.", null)]
    [InlineData("CATL is to start production at its battery plant in Debrecen in 2025.", null, "GT002 milestone")]
    [InlineData("Northvolt, a battery maker, filed for bankruptcy on 12 May 2025.", null, "GT003 insolvency")]
    [InlineData("Northvolt, a battery maker, went bankrupt in March 2025.", null)]
    [InlineData("Northvolt, a battery maker, filed for Chapter 11 in November 2024.", null)]
    [InlineData("General Motors and LG Energy Solution have a joint venture for battery cells.", "2025-01-09", "GT001 partnership")]
    [InlineData("Envision Group bought AESC Japan, a battery maker, in 2017.", null, "GT003 acquired")]
    [InlineData("Verkor builds its battery plant in Dunkirk.\n\nOpening in early 2025", "2024-03-19", "GT001 milestone")]
    [InlineData("Stellantis holds 49 percent of NextStar Energy, a maker of batteries.", "2026-04-02", "GT002 stake")]
    [InlineData("Stellantis holds 49 percent of NextStar Energy, a maker of batteries. In March 2022 the talk had been of 45.", "2025-04-02", "GT001 stake")]
    [InlineData("Until 2026 Stellantis had 49 percent of NextStar Energy, a maker of batteries.", "2026-04-02")]
    [InlineData("Carlsson is Northvolt's CEO; it makes batteries.", "2024-04-02", "GT001 role")]
    [InlineData("The EIB lent AESC, the maker of batteries, 480 million euros in 2023.", null, "GT003 funding")]
    [InlineData("The EIB lent AESC, the maker of batteries, 480 million euros in 2018.", null)]
    [InlineData("General Motors and LG Energy Solution founded a joint venture for battery cells in 2019.", "2026-03-01")]
    [InlineData("| Plant | Capacity | State |\n|---|---|---|\n| ACC Termoli | 24 GWh in the plan of 2020 | still planned |", "2026-03-20", "GT002 status")]
    [InlineData("| | AESC Douai | ACC Termoli |\n|---|---|---|\n| capacity per year now | 14 GWh | none |", null, "GT003 capacity")]
    [InlineData("Older page: [[ACC]].\n\nAESC's battery plant in Douai has an annual capacity of 14 GWh.", null, "GT003 capacity")]
    [InlineData("- AESC Florence, 20 GWh, planned", null)]
    [InlineData("- AESC Gent, 20 GWh, planned", null)]
    [InlineData("| Year | Event |\n|---|---|\n| 2017 | AESC sold to Envision Group |", null, "GT003 acquired")]
    [InlineData("## History\n\nAESC's battery plant in Douai is under construction.", null)]
    [InlineData("CATL has a battery plant in Arnstadt with a capacity of 14 GWh.", null)]
    public void A_line_is_told_what_the_ledger_has_against_it(string text, string? created, params string[] expected)
    {
        using var shell = Ledger();
        shell.Write("vault/note.md", $"---\ntags: [battery]\n{(created is null ? "" : $"created: {created}\n")}---\n# Note\n\n{text}\n");
        var (code, problems) = Check(shell);
        problems.Select(problem => $"{problem!["rule"]} {problem["topic"]}").Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
        code.ShouldBe(expected.Length > 0 ? 1 : 0);
    }

    /// <summary>The place is that of the value, counted in code points.</summary>
    [Fact]
    public void A_problem_says_where()
    {
        using var shell = Ledger();
        shell.Write("vault/note.md", "# Plants 🔋\n\n🔋 AESC's battery plant in Douai has an annual capacity of 14 GWh.\n");
        var problem = Check(shell).Problems.ShouldHaveSingleItem()!;
        ((int)problem["line"]!, (int)problem["column"]!).ShouldBe((3, 59));
        problem["message"]!.ToString().ShouldBe("AESC Douai, capacity: 14 GWh/yr, but the evidence says 10 GWh/yr");
        problem["evidence"]!.AsArray()[0]!["path"]!.ToString().ShouldEndWith("press/2025.md");
    }

    /// <summary>Read into the ledger itself, under this path or as a copy elsewhere, it is no evidence: nor does it hide behind itself.</summary>
    [Theory]
    [InlineData("vault")]
    [InlineData("vault", "copy")]
    public void A_note_is_no_evidence_for_itself(params string[] folders)
    {
        using var shell = Ledger();
        foreach (var folder in folders) shell.Write($"{folder}/note.md", "# AESC\n\n[[AESC]] [[Envision]] [[Douai]]\n\nAESC's battery plant in Douai has an annual capacity of 14 GWh.\n");
        foreach (var folder in folders) shell.Run("read", shell.At(folder));
        Check(shell).Problems.Select(problem => (string)problem!["rule"]!).ShouldBe(["GT003"]);
    }

    [Fact]
    public void As_of_a_day_only_what_was_known_counts()
    {
        using var shell = Ledger();
        shell.Write("vault/note.md", "AESC's battery plant in Douai is planned with a capacity of 9 GWh.\n");
        Check(shell, "--as-of", "2024-12-31").Problems.ShouldBeEmpty();
        Check(shell).Problems.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("<!-- gigatrace-ignore GT003: kept for history -->\nAESC's battery plant in Douai has an annual capacity of 14 GWh.", "note", "")]
    [InlineData("%% gigatrace-ignore GT003, GT001: kept for history %%\nAESC's battery plant in Douai has an annual capacity of 14 GWh.", "note", "")]
    [InlineData("AESC's battery plant in Douai has an annual capacity of 14 GWh. <!-- gigatrace-ignore contradicted: old -->", "note", "")]
    [InlineData("AESC's battery plant in Douai has an annual capacity of 14 GWh.\n\n<!-- gigatrace-ignore-file: a diary -->", "note", "")]
    [InlineData("<!-- gigatrace-ignore GT003 -->\nAESC's battery plant in Douai has an annual capacity of 14 GWh.", null, "a reason is missing")]
    [InlineData("<!-- gigatrace-ignore GT001: old -->\nAESC's battery plant in Douai has an annual capacity of 14 GWh.", null, "silences nothing")]
    [InlineData("<!-- gigatrace-ignore GT999: old -->\nAESC's battery plant in Douai has an annual capacity of 14 GWh.", null, "no rule 'GT999'")]
    [InlineData("<!-- gigatrace-ignore GT003: old -->\nSomething else.\n\nAESC's battery plant in Douai has an annual capacity of 14 GWh.", null, "silences nothing")]
    public void A_comment_silences_with_a_reason(string text, string? silenced, string said)
    {
        using var shell = Ledger();
        shell.Write("vault/note.md", $"# Note\n\n{text}\n");
        var (code, output, error) = shell.Run("check", shell.At("vault"), "--format", "json");
        JsonNode.Parse(output)!.AsArray().ShouldHaveSingleItem()!["silenced"]?.ToString().ShouldBe(silenced);
        code.ShouldBe(silenced is null ? 1 : 0);
        if (said.Length > 0) error.ShouldContain(said);
        else error.ShouldNotContain("check.ignore");
    }

    [Fact]
    public void What_is_in_the_baseline_is_not_told_again()
    {
        using var shell = Ledger();
        shell.Write("vault/gigatrace.yaml", "baseline: known.json\n");
        shell.Write("vault/note.md", "# Note\n\nAESC's battery plant in Douai has an annual capacity of 14 GWh.\n");
        shell.Run("check", shell.At("vault"), "--write-baseline").Code.ShouldBe(0);
        shell.Write("vault/moved.md", "# Note\n\nSome line before.\n\nAESC's battery plant in Douai has an annual capacity of 14 GWh.\n");
        File.Delete(shell.At("vault/note.md"));
        Check(shell).Problems.ShouldHaveSingleItem()!["silenced"]!.ToString().ShouldBe("baseline");
        shell.Write("vault/note.md", "# Note\n\nAESC's battery plant in Douai has an annual capacity of 14 GWh.\n");
        Check(shell).Problems.Count(problem => problem!["silenced"] is null).ShouldBe(1, "what is there twice has to be in it twice");
        shell.Write("vault/known.json", "{}");
        shell.Run("check", shell.At("vault")).Error.ShouldContain("is no baseline");
    }

    [Fact]
    public void Settings_change_rules_and_leave_notes_out()
    {
        using var shell = Ledger();
        shell.Write("vault/gigatrace.yaml", "rules:\n  GT003: hint\n  GT008: off\n  GT001: loud\nexclude:\n  - archive/**\ncolour: red\n");
        foreach (var folder in (string[])["", "archive/2020/"]) shell.Write($"vault/{folder}note.md", "AESC's battery plant in Douai has an annual capacity of 14 GWh.\n");
        var (code, output, error) = shell.Run("check", shell.At("vault"), "--format", "json");
        JsonNode.Parse(output)!.AsArray().ShouldHaveSingleItem()!["severity"]!.ToString().ShouldBe("hint");
        code.ShouldBe(0);
        error.ShouldContain("gigatrace.yaml:3: there is no rule 'GT008'");
        error.ShouldContain("gigatrace.yaml:4: 'loud' is no severity");
        error.ShouldContain("gigatrace.yaml:7: 'colour' is not known here");
        shell.Run("check", shell.At("vault"), "--fail-on", "hint").Code.ShouldBe(1);
    }

    [Fact]
    public void Links_to_nothing_are_told_where_links_are_kept_in_order()
    {
        using var shell = Ledger();
        foreach (var name in (string[])["Envision", "Renault", "Nissan", "CATL", "Batteries", "BMW", "Honda", "LG"]) shell.Write($"vault/{name}.md", "# Title\n");
        shell.Write("vault/note.md", "Batteries: [[Envision]], [[Renault|the carmaker]], [[nissan#History]], [[CATL]], [[Batteries]], [[BMW]], [[Honda]], [[LG]], [[Northvolt]], [a page](missing.md), [a site](/2018/01/page/), ![a picture](gone.png), [web](https://example.org/x.md), `[[code]]`.\n");
        Check(shell).Problems.Select(problem => problem!["message"]!.ToString()).ShouldBe(["no file \"Northvolt\" in the vault", "no file \"missing.md\" in the vault"]);
        shell.Write("vault/note.md", "Batteries: [[Envision]], [[Northvolt]], [[Verkor]], [[Renalt]], [[BYD]].\n");
        Check(shell).Problems.Select(problem => problem!["message"]!.ToString()).ShouldBe(["no file \"Renalt\" in the vault; did you mean \"Renault\"?"], "notes still to be written are a manner");
    }

    /// <summary>The note is called as the town, its properties say who runs the works, and its lines say the rest.</summary>
    [Theory]
    [InlineData("Under construction.", "GT002 status")]
    [InlineData("Construction on schedule.", "GT002 status")]
    [InlineData("Civil works in full swing", "GT002 status")]
    [InlineData("Under construction since 2023", "GT002 status")]
    [InlineData("Construction on schedule\n- for cars", "GT002 status")]
    [InlineData("Approved in June 2022", null)]
    [InlineData("Operating", null)]
    [InlineData("Douai not open yet", "GT002 status")]
    [InlineData("Operating, 14 GWh", "GT003 capacity")]
    public void A_note_on_one_works_need_not_name_it(string line, string? expected)
    {
        using var shell = Ledger();
        shell.Write("vault/Douai.md", $"---\noperator: \"[[AESC]]\"\ntags: [battery]\n---\n# Douai, France\n\nA battery works in the north.\n\n{line}\n");
        Check(shell).Problems.Select(problem => $"{problem!["rule"]} {problem["topic"]}").ShouldBe(expected is null ? [] : [expected]);
    }

    [Fact]
    public void A_year_where_the_month_is_known_is_a_hint()
    {
        using var shell = Ledger();
        shell.Write("vault/note.md", "---\ntags: [battery]\n---\n# Note\n\nCATL announced its battery plant in Debrecen in 2022.\n");
        Check(shell).Problems.Select(problem => $"{problem!["rule"]} {problem["severity"]}").ShouldBe(["GT005 hint"]);
    }

    /// <summary>No word of it speaks of batteries; who runs the works does.</summary>
    [Theory]
    [InlineData("AESC", "GT003 milestone")]
    [InlineData("Vodafone", null)]
    public void A_note_on_a_makers_works_needs_no_word_of_the_field(string runs, string? expected)
    {
        using var shell = Ledger();
        shell.Write("vault/Douai.md", $"---\noperator: {runs}\n---\nIn the north.\n\nProduction began in May 2025\n");
        Check(shell).Problems.Select(problem => $"{problem!["rule"]} {problem["topic"]}").ShouldBe(expected is null ? [] : [expected]);
    }

    /// <summary>What a works will have is told once to be over, and not where the note says so.</summary>
    [Theory]
    [InlineData("ACC Termoli: 40 GWh planned; 2,000 jobs planned", "GT002 capacity")]
    [InlineData("- ACC Termoli: 40 GWh planned\n- 2,000 jobs planned", "GT002 capacity")]
    [InlineData("ACC had planned a battery plant in Termoli with 40 GWh.", null)]
    [InlineData("ACC has cancelled its battery plant in Termoli, planned with 40 GWh.", null)]
    public void A_figure_meant_for_a_works_that_will_not_come_is_stale(string text, string? expected)
    {
        using var shell = Ledger();
        shell.Write("vault/note.md", $"---\ntags: [battery]\n---\n# Plans\n\n{text}\n");
        Check(shell).Problems.Select(problem => $"{problem!["rule"]} {problem["topic"]}").ShouldBe(expected is null ? [] : [expected]);
    }

    /// <summary>A town by its name alone, in a note on somebody else: whoever has works there by the ledger is meant, unless the line says who is.</summary>
    [Theory]
    [InlineData("not [[Douai]], that has 14 GWh", "AESC Douai")]
    [InlineData("CATL in [[Douai]] has 14 GWh", null)]
    [InlineData("Far from CATL's other works. [[Douai]] has 14 GWh", "AESC Douai")]
    public void A_linked_town_is_that_of_the_ledger(string line, string? subject)
    {
        using var shell = Ledger();
        shell.Write("vault/Debrecen.md", $"---\noperator: CATL\n---\n# Debrecen\n\nTo start in 2026.\n\n{line}\n");
        shell.Write("vault/Douai.md", "# Douai\n");
        Check(shell).Problems.Select(problem => problem!["subject"]!.ToString()).ShouldBe(subject is null ? [] : [subject]);
    }

    [Fact]
    public void A_table_of_market_shares_by_year_is_read_without_a_word_of_the_field()
    {
        using var shell = Ledger();
        shell.Write("vault/Shares.md", "# Shares of the world market\n\n| Maker | 2023 | 2024 |\n|---|---|---|\n| CATL | 36.8 % | 39.9 % |\n| BYD | 16 % | 17.2 % |\n");
        Check(shell).Problems.Select(problem => $"{problem!["rule"]} {problem["message"]}").ShouldBe(["GT003 CATL, market share: 39.9 %, but the evidence says 37.9 %"]);
    }

    [Fact]
    public void A_value_is_put_right_where_that_is_certain()
    {
        const string Before = """
            ---
            tags: [battery]
            capacity: 9 GWh
            ---
            # Works

            | Plant | Status | Capacity |
            |---|---|---|
            | AESC Douai | Planned | 9 GWh |

            `AESC Douai | Planned` and [[AESC Douai planned]] stay.

            """;
        using var shell = Ledger();
        var file = shell.Write("vault/note.md", Before.Replace("\n", "\r\n", StringComparison.Ordinal));
        var (code, diff, error) = shell.Run("check", shell.At("vault"), "--diff");
        code.ShouldBe(0, error);
        diff.ShouldContain("-| AESC Douai | Planned | 9 GWh |");
        diff.ShouldContain("+| AESC Douai | Operating[^gt-");
        File.ReadAllText(file).ShouldBe(Before.Replace("\n", "\r\n", StringComparison.Ordinal), "a diff writes nothing");

        shell.Run("check", shell.At("vault"), "--fix").Error.ShouldContain("2 values put right in 1 note");
        var after = File.ReadAllText(file);
        after.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        var lines = after.Split("\r\n");
        lines[8].ShouldMatch(@"^\| AESC Douai \| Operating\[\^gt-\w{6}\] \| 10 GWh\[\^gt-\w{6}\] \|$");
        lines[..8].ShouldBe(Before.Split("\n")[..8]);
        lines[10].ShouldBe("`AESC Douai | Planned` and [[AESC Douai planned]] stay.");
        lines.Count(line => line.StartsWith("[^gt-", StringComparison.Ordinal) && line.Contains("Cell Courier, 2025-06-05", StringComparison.Ordinal)).ShouldBe(2);

        shell.Run("check", shell.At("vault"), "--fix").Error.ShouldContain("nothing could be put right");
        File.ReadAllText(file).ShouldBe(after);
    }

    /// <summary>It checks once, hears of a change, checks again, and ends when it is told to.</summary>
    [Fact]
    public async Task A_vault_is_watched()
    {
        using var shell = Ledger();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        shell.Write("vault/note.md", "AESC's battery plant in Douai has an annual capacity of 14 GWh.\n");
        var waits = 0;
        shell.Cancelled = cancelled.Token;
        shell.OnError = line =>
        {
            if (!line.Contains("waiting for changes", StringComparison.Ordinal)) return;
            if (++waits == 2) cancelled.Cancel();
            else _ = Task.Delay(200).ContinueWith(_ => shell.Write("vault/other.md", "AESC's battery plant in Douai is under construction.\n"), TaskScheduler.Default);
        };
        var (code, output, _) = await Task.Run(() => shell.Run("check", shell.At("vault"), "--watch"));
        code.ShouldBe(130);
        waits.ShouldBe(2);
        output.ShouldContain("1 problem in 1 note");
        output.ShouldContain("2 problems in 2 notes");
    }

    [Fact]
    public void A_saved_article_is_not_checked()
    {
        using var shell = Ledger();
        shell.Write("vault/clip.md", "---\npublisher: Daily News\npublished: 2022-01-01\nurl: https://example.org/a\n---\nAESC is building its battery plant in Douai.\n");
        Check(shell).Problems.ShouldBeEmpty();
    }

    /// <summary>The schema is that of OASIS (2.1.0, fifth draft of the release, which became the standard).</summary>
    [Fact]
    public void Sarif_fits_the_published_schema()
    {
        using var shell = Ledger();
        shell.Write("vault/notes.md", "");
        shell.Write("vault/a note, 100%.md", "AESC's battery plant in Douai has an annual capacity of 14 GWh.\n\nSee [it](noted.md).\n\n<!-- gigatrace-ignore GT003: a slip -->\nAESC was acquired by Envision Group in 2017.\n");
        var (code, output, _) = shell.Run("check", shell.At("vault"), "--format", "sarif");
        code.ShouldBe(1);
        var sarif = JsonNode.Parse(output)!;
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Publishing/Checks/sarif-2.1.0.schema.json")))!.AsObject();
        SchemaCheck.Problems(sarif, schema).ShouldBeEmpty();
        var results = sarif["runs"]![0]!["results"]!.AsArray();
        results.Count.ShouldBe(3);
        results.Count(result => result!["suppressions"] is not null).ShouldBe(1);
        results[0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.ToString().ShouldEndWith("vault/a%20note%2C%20100%25.md");
        sarif["runs"]![0]!["results"]![0]!["level"] = "grave";
        SchemaCheck.Problems(sarif, schema).ShouldNotBeEmpty();
    }

    [Fact]
    public void Lines_for_a_workflow_are_escaped()
    {
        using var shell = Ledger();
        shell.Write("vault/a note, 100%.md", "AESC's battery plant in Douai has an annual capacity of 14 GWh.\n");
        var (_, output, _) = shell.Run("check", shell.At("vault"), "--format", "github");
        output.ShouldStartWith($"::error file={shell.At("vault").Replace(":", "%3A", StringComparison.Ordinal)}/a note%2C 100%25.md,line=1,endLine=1,col=");
        output.ShouldContain("::AESC Douai, capacity: 14 GWh/yr, but the evidence says 10 GWh/yr%0A“");
        output.TrimEnd('\n').ShouldNotContain("\n");
    }

    [Fact]
    public void Json_fits_its_schema()
    {
        using var shell = Ledger();
        shell.Write("vault/notes.md", "");
        shell.Write("vault/note.md", "AESC's battery plant in Douai has an annual capacity of 14 GWh. See [it](noted.md).\n");
        var problems = Check(shell).Problems;
        problems.Count.ShouldBe(2);
        foreach (var problem in problems) SchemaCheck.Problems(problem, "check").ShouldBeEmpty();
    }

    private static TestShell Ledger()
    {
        var shell = new TestShell();
        foreach (var (path, text) in Evidence) shell.Write(path, text);
        shell.Run("read", shell.At("press")).Code.ShouldBe(0);
        return shell;
    }

    private static (int Code, JsonArray Problems) Check(TestShell shell, params string[] more)
    {
        var (code, output, error) = shell.Run(["check", shell.At("vault"), "--format", "json", .. more]);
        code.ShouldBeLessThan(2, error);
        return (code, JsonNode.Parse(output)!.AsArray());
    }
}
