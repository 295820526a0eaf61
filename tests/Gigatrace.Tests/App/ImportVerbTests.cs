using System.Text;
using System.Text.Json.Nodes;
using Gigatrace.Tests.Publishing;
using Gigatrace.Tests.Publishing.Exchange;

namespace Gigatrace.Tests.App;

/// <summary>Claims from elsewhere into the ledger, and out of it again.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly TestShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_page_on_import_shows_what_comes_out()
    {
        var page = File.ReadAllText(Path.Combine(Expectations.Root, "docs/import.md")).ReplaceLineEndings("\n");
        _shell.Write("tracker.csv", Block(page, "csv", 0));
        _shell.Write("tracker.yaml", Block(page, "yaml", 0));
        var (code, _, error) = _shell.Run("import", _shell.At("tracker.csv"), "--map", _shell.At("tracker.yaml"));
        code.ShouldBe(0, error);
        error.Replace(_shell.Folder + "/", "", StringComparison.Ordinal).ShouldBe(Block(page, "text", 0));
        var plants = _shell.Run("plants", "--format", "csv").Out.ReplaceLineEndings("\n");
        plants.ShouldBe(Block(page, "text", 1));
        _shell.Run("plant", "springwell", "--evidence").Out.ShouldContain("Voltara,Springwell");
    }

    [Fact]
    public void Snapshots_are_found_by_their_names_and_written_back()
    {
        var register = new MadeUpRegister(21, 30, 6);
        _shell.Write("map.yaml", MadeUpRegister.Map);
        foreach (var month in register.Months) _shell.Write(MadeUpRegister.Name(month), MadeUpRegister.File(month));
        var outcome = JsonNode.Parse(Out(["import", .. MadeUpRegister.Shuffled(register.Months, 3).Select(month => _shell.At(MadeUpRegister.Name(month))), "--map", _shell.At("map.yaml"), "--format", "json"]))!.AsArray();
        foreach (var one in outcome) SchemaCheck.Problems(one, "import").ShouldBeEmpty();
        outcome.Select(one => one!["snapshot"]!.ToString()).ShouldBe(["2021-01", "2021-02", "2021-03", "2021-04", "2021-05", "2021-06"]);
        foreach (var month in register.Months)
        {
            var rows = Out("export", "register", "--map", "made-up", "--as-of", $"{month.Month:yyyy-MM}", "--format", "csv");
            rows.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(month.Rows.Length + 1);
        }

        Out("export", "register", "--map", "made-up", "--as-of", "2020-12-31").ShouldContain("the register says nothing on that day");
    }

    [Theory]
    [InlineData("windows-1252", null, "é")]
    [InlineData("utf-8", null, "電池")]
    [InlineData("utf-16", null, "電池")]
    [InlineData("windows-1251", "windows-1251", "завод")]
    public void Tables_are_read_in_their_encoding(string encoding, string? said, string note)
    {
        var text = $"\uFEFFOperator;Town;Note\nVoltara;Springwell;\"{note}\nII\"\n";
        var wide = encoding is "utf-16" or "utf-8";
        _shell.Write("t.csv", Encoding(encoding).GetBytes(wide ? text : text[1..]));
        _shell.Write("m.yaml", $"subject: \"{{Operator}} {{Town}}\"\n{(said is null ? "" : $"encoding: {said}\n")}fields:\n  - column: Note\n");
        Out("import", _shell.At("t.csv"), "--map", _shell.At("m.yaml"));
        JsonNode.Parse(Out("export", "claims"))!["value"]!.ToString().ShouldBe($"{note}\nII");
    }

    [Theory]
    [InlineData("subject: \"{A}\"\nfields:\n  - column: A\n    predicate: capcity\n", "m.yaml:4: there is no predicate \"capcity\"")]
    [InlineData("subject: \"{A}\"\nfields:\n  - column: A\n    predcate: capacity\n", "m.yaml:4: \"predcate\" is not known here")]
    [InlineData("subject: \"{A}\"\nfields:\n  - column: A\n    predicate: status\n    words: {x: running}\n", "m.yaml:3: \"running\" is no value of status; there are planned")]
    [InlineData("fields:\n  - column: A\n", "m.yaml:1: it needs a \"subject\"")]
    [InlineData("subject: \"{A}\"\n", "m.yaml:1: it needs \"fields\"")]
    [InlineData("subject: [\n", "m.yaml:2: ")]
    [InlineData("- a\n", "m.yaml:1: a map is one list of keys with their values")]
    [InlineData("subject: \"{C}\"\nfields:\n  - column: A\n", "t.csv:1: there is no column \"C\"; there are \"A\", \"B\"")]
    [InlineData("subject: \"{A}\"\nhead: 9\nfields:\n  - column: A\n", "t.csv:9: line 9 names no columns")]
    public void A_map_that_cannot_be_used_says_why_and_where(string map, string expected)
    {
        _shell.Write("t.csv", "A,B\n1,2\n");
        _shell.Write("m.yaml", map);
        var (code, _, error) = _shell.Run("import", _shell.At("t.csv"), "--map", _shell.At("m.yaml"));
        code.ShouldBe(2);
        error.Replace(_shell.Folder + "/", "", StringComparison.Ordinal).ShouldContain(expected);
    }

    [Fact]
    public void A_row_with_its_own_source_is_a_document_of_its_own()
    {
        _shell.Write("t.csv", "Who,Where,GWh,Source,Day,Link\nVoltara,Springwell,5,Morning Post,03.06.2025,https://example.org/1\nLumen,Springwell,7,,soon,\n");
        _shell.Write("m.yaml", "subject: \"{Who} {Where}\"\nkey: [Who, Where]\npublisher: {column: Source}\npublished: {column: Day, format: dd.MM.yyyy}\nurl: {column: Link}\nsource_kind: news\nfields:\n  - {column: GWh, predicate: capacity}\n");
        var (code, _, error) = _shell.Run("import", _shell.At("t.csv"), "--map", _shell.At("m.yaml"));
        code.ShouldBe(0);
        error.ShouldContain(":3: \"soon\" is no date of publication; the row counts as undated");
        var claims = Claims();
        claims.Where(claim => claim["predicate"]!.ToString() == "capacity").Select(claim => $"{claim["publisher"]} {claim["published"]} {claim["url"]} {claim["quote"]}").Order(StringComparer.Ordinal).ShouldBe(
            ["   Lumen,Springwell,7,,soon,", "Morning Post 2025-06-03 https://example.org/1 Voltara,Springwell,5,Morning Post,03.06.2025,https://example.org/1"]);
        _shell.Write("t.csv", "Who,Where,GWh,Source,Day,Link\nNew,Springwell,1,,,\nVoltara,Springwell,6,Morning Post,03.06.2025,https://example.org/1\nLumen,Springwell,7,,soon,\n");
        Out("import", _shell.At("t.csv"), "--map", _shell.At("m.yaml"));
        Claims().Where(claim => claim["predicate"]!.ToString() == "capacity").Select(claim => $"{claim["subject"]} {claim["value"]}").Order(StringComparer.Ordinal).ShouldBe(["Lumen Springwell 7", "New Springwell 1", "Voltara Springwell 6"]);
    }

    [Fact]
    public void Claims_leave_and_come_back_to_the_byte()
    {
        Out("read", Path.Combine(Expectations.Root, "samples"));
        var lines = Out("export", "claims");
        _shell.Write("claims.jsonl", lines);
        _shell.Write("claims.csv", Out("export", "claims", "--format", "csv"));
        _shell.Write("ledger.jsonl", Out("export", "ledger"));
        foreach (var file in (string[])["claims.jsonl", "claims.csv", "ledger.jsonl"])
        {
            var other = _shell.At(file + ".db");
            Out("import", _shell.At(file), "--ledger", other);
            Out("export", "claims", "--ledger", other).ShouldBe(lines, file);
            JsonNode.Parse(Out("import", _shell.At(file), "--ledger", other, "--format", "json"))!.AsArray().ShouldAllBe(one => one!["result"]!.ToString() == "unchanged");
        }

        foreach (var verb in (string[])["plants", "who", "timeline", "disagreements"])
        {
            Out(verb, "--evidence", "--format", "json", "--ledger", _shell.At("ledger.jsonl.db")).ShouldBe(Out(verb, "--evidence", "--format", "json"), verb);
        }
    }

    [Fact]
    public void An_exported_ledger_keeps_its_judgements()
    {
        Out("read", Path.Combine(Expectations.Root, "samples/press"));
        var claim = Claims()[0]["id"]!.ToString();
        Out("judge", "reject", claim, "--reason", "wrong", "--by", "Ann");
        Out("judge", "same", "AESC", "Verkor", "--reason", "no", "--by", "Ann");
        Out("judge", "withdraw", JsonNode.Parse(Out("judge", "list", "--format", "json"))![1]!["id"]!.ToString(), "--reason", "indeed not", "--by", "Ben");
        var whole = Out("export", "ledger");
        _shell.Write("ledger.jsonl", whole);
        Out("import", _shell.At("ledger.jsonl"), "--ledger", _shell.At("other.db"));
        Out("export", "ledger", "--ledger", _shell.At("other.db")).ShouldBe(whole);
        Out("judge", "list", "--ledger", _shell.At("other.db")).ShouldBe(Out("judge", "list"));
    }

    [Fact]
    public void Claims_on_a_document_that_was_read_stand_beside_it()
    {
        _shell.Write("a.md", "---\npublished: 2025-06-03\npublisher: Morning Post\n---\nAESC opened its battery plant in Douai, with a capacity of 10 GWh a year.\n");
        Out("read", _shell.At("a.md"));
        var lines = Out("export", "claims");
        var more = JsonNode.Parse(lines.Split('\n')[0])!.AsObject();
        (more["id"], more["predicate"], more["value"], more["unit"], more["rule"]) = ("feedbeef00000001", "jobs", 900, null, "model");
        _shell.Write("more.jsonl", lines + more.ToJsonString() + "\n");
        Out("import", _shell.At("more.jsonl"));
        Claims().Count.ShouldBe(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length + 1);
        Out("show", _shell.At("a.md"), "--format", "json").ShouldContain("AESC opened its battery plant in Douai");
        Out("import", _shell.At("more.jsonl"));
        Claims().Count(claim => claim["id"]!.ToString() == "feedbeef00000001").ShouldBe(1);
    }

    [Fact]
    public void Broken_lines_are_told_and_the_rest_is_taken()
    {
        Out("read", Path.Combine(Expectations.Root, "samples/press/douai-starts.txt"));
        var lines = Out("export", "claims").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var broken = JsonNode.Parse(lines[0])!.AsObject();
        broken["end"] = broken["end"]!.GetValue<int>() + 1;
        _shell.Write("c.jsonl", $"{lines[0]}\nno claim\n{broken.ToJsonString()}\n{{\"id\":\"a\"}}\n{lines[1]}\n");
        var (code, output, error) = _shell.Run("import", _shell.At("c.jsonl"), "--ledger", _shell.At("other.db"), "--format", "json");
        code.ShouldBe(0);
        JsonNode.Parse(output)![0]!["claims"]!.GetValue<int>().ShouldBe(2);
        error.ShouldContain("c.jsonl:2: the line is no JSON; it is left out");
        error.ShouldContain("c.jsonl:3: its quote has ");
        error.ShouldContain("c.jsonl:4: the line has no text in \"doc\"; it is left out");
    }

    private List<JsonNode> Claims() => [.. Out("export", "claims").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private string Out(params string[] args)
    {
        var (code, output, error) = _shell.Run(args);
        code.ShouldBe(0, error);
        return output;
    }

    private static Encoding Encoding(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);

    private static string Block(string page, string language, int number)
    {
        var start = -1;
        for (var at = 0; at <= number; at++) start = page.IndexOf($"```{language}\n", start + 1, StringComparison.Ordinal);
        start += language.Length + 4;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
