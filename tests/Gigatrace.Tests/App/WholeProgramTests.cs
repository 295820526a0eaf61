using System.Text;
using System.Text.Json.Nodes;
using Gigatrace.Publishing;
using Gigatrace.Tests.Publishing;

namespace Gigatrace.Tests.App;

/// <summary>The program as a person meets it, on a few documents of our own: from files to what every verb prints.</summary>
public sealed class WholeProgramTests : IDisposable
{
    private static readonly string[] Forms = ["table", "json", "jsonl", "csv", "markdown"];

    private readonly TestShell _shell = new();
    private readonly string _folder;

    public WholeProgramTests()
    {
        _shell.Write("docs/opening.txt", "AESC opens in Douai 🔋\n\nPublished: June 5, 2025\n\nAESC has started production at its battery plant in Douai, France, on June 3. 電池 The plant has an annual capacity of 10 GWh and has created 650 jobs. It supplies Renault.\n");
        _shell.Write("docs/plan.txt", "AESC goes to France\n\nAESC will build a battery plant in Douai, France. The Douai plant is to start with a capacity of 9 GWh. Jane Roe, CEO of AESC, spoke of a first step.\n");
        _shell.Write("docs/plan.meta.yaml", "published: 2021-07-07\npublisher: Made-up Weekly\n");
        _folder = _shell.At("docs");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void From_files_to_a_plant()
    {
        Done("read", _folder).ShouldContain("2 new");
        var card = Done("plant", "douai", "--evidence");
        card.ShouldContain("10 GWh/yr");
        card.ShouldContain("opening.txt:5");
        Done("plant", "douai", "--as-of", "2022").ShouldNotContain("10 GWh/yr");
        Done("company", "aesc").ShouldContain("AESC Douai");
        Done("timeline", "aesc").ShouldContain("2025-06-03");
        Done("who").ShouldContain("Jane Roe");
    }

    [Theory]
    [InlineData("plants", "plants")]
    [InlineData("plant douai", "plant")]
    [InlineData("company aesc", "company")]
    [InlineData("timeline", "timeline")]
    [InlineData("who", "who")]
    [InlineData("disagreements", "disagreement")]
    [InlineData("changes --since 2021", "changes")]
    [InlineData("history douai", "history")]
    public void Every_verb_that_asks_has_every_form(string typed, string schema)
    {
        Done("read", _folder);
        foreach (var form in Forms)
        {
            var args = (string[])[.. typed.Split(' '), "--format", form];
            Done(args).ShouldNotBeEmpty();
            Done([.. args, "--evidence"]).ShouldNotBeEmpty();
        }

        foreach (var line in Lines(Done([.. typed.Split(' '), "--format", "jsonl", "--evidence"]))) SchemaCheck.Problems(JsonNode.Parse(line), schema).ShouldBeEmpty();
    }

    [Fact]
    public void Every_claim_line_fits_its_schema_and_its_text()
    {
        var texts = Lines(Done("text", _folder, "--format", "jsonl")).Select(line => JsonNode.Parse(line)!).ToDictionary(json => json["path"]!.ToString(), StringComparer.Ordinal);
        var claims = Lines(Done("extract", _folder)).Select(line => JsonNode.Parse(line)!).ToList();
        claims.Count.ShouldBeGreaterThan(3);
        foreach (var document in texts.Values) SchemaCheck.Problems(document, "text").ShouldBeEmpty();
        foreach (var claim in claims)
        {
            SchemaCheck.Problems(claim, "claim").ShouldBeEmpty();
            var runes = texts[claim["path"]!.ToString()]["text"]!.ToString().EnumerateRunes().ToArray();
            string.Concat(runes[claim["start"]!.GetValue<int>()..claim["end"]!.GetValue<int>()]).ShouldBe(claim["quote"]!.ToString());
        }
    }

    [Fact]
    public void Extract_prints_claim_lines_also_to_a_terminal_and_reads_standard_input()
    {
        _shell.Terminal = true;
        _shell.Input = "AESC has started production at its plant in Douai, France.";
        foreach (var line in Lines(_shell.Run("extract", "-").Out)) ClaimLineReader.TryRead(line, out _, out var problem).ShouldBeTrue(problem);
        Done("extract", _folder, "--format", "table").ShouldContain("claims");
    }

    [Fact]
    public void Reading_again_changes_nothing()
    {
        Done("read", _folder);
        var before = Done("plants", "--format", "json") + Done("disagreements", "--format", "json") + Done("timeline", "--format", "json");
        var again = JsonNode.Parse(Done("read", _folder, "--format", "json"))!;
        SchemaCheck.Problems(again, "reading").ShouldBeEmpty();
        (again["read"]!.GetValue<int>(), again["unchanged"]!.GetValue<int>()).ShouldBe((2, 2));
        again["claims"]!.GetValue<int>().ShouldBe(Lines(Done("extract", _folder)).Length);
        foreach (var line in Lines(Done("read", _folder, "--format", "jsonl"))) SchemaCheck.Problems(JsonNode.Parse(line), "read").ShouldBeEmpty();
        (Done("plants", "--format", "json") + Done("disagreements", "--format", "json") + Done("timeline", "--format", "json")).ShouldBe(before);
    }

    [Fact]
    public void A_changed_document_is_a_new_version()
    {
        Done("read", _folder);
        _shell.Write("docs/opening.txt", "AESC opens in Douai\n\nPublished: June 5, 2025\n\nAESC has started production at its battery plant in Douai, France. The plant has an annual capacity of 11 GWh.\n");
        Done("read", _folder).ShouldContain("1 changed, 1 unchanged");
        Done("plant", "douai").ShouldContain("11 GWh/yr");
    }

    [Fact]
    public void Whatever_has_an_id_can_be_shown()
    {
        Done("read", _folder);
        var claim = JsonNode.Parse(Lines(Done("extract", _folder))[0])!["id"]!.ToString();
        var finding = JsonNode.Parse(Done("timeline", "--format", "json"))![0]!["finding"]!.ToString();
        foreach (var id in (string[])[claim, claim[..10], finding])
        {
            Done("show", id).ShouldContain("citation");
            SchemaCheck.Problems(JsonNode.Parse(Done("show", id, "--format", "json")), "show").ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_document_is_shown_by_its_name()
    {
        Done("read", _folder);
        Done("show", "plan").ShouldContain("Made-up Weekly, 2021-07-07");
    }

    [Fact]
    public void Before_anything_was_known_there_is_nothing()
    {
        Done("read", _folder);
        Done("plants", "--as-of", "2001").ShouldContain("no plants were known on 2001-12-31");
        _shell.Run("plant", "douai", "--as-of", "2001").Error.ShouldContain("no plant is called 'douai' as of 2001-12-31");
    }

    [Fact]
    public void Scores_are_counted_and_bound()
    {
        _shell.Write("gold/opening.jsonl", "{\"doc\": \"opening\", \"published\": \"2025-06-05\"}\n{\"subject\": \"AESC Douai\", \"predicate\": \"capacity\", \"value\": 10, \"unit\": \"GWh/yr\", \"modality\": \"actual\"}\n{\"subject\": \"AESC Douai\", \"predicate\": \"capacity\", \"value\": 99, \"unit\": \"GWh/yr\"}\n");
        var score = JsonNode.Parse(Done("eval", _shell.At("gold"), _folder, "--format", "json", "--errors", "1", "--per-doc"))!;
        SchemaCheck.Problems(score, "eval").ShouldBeEmpty();
        score["predicates"]!["capacity"]!["matched"]!.GetValue<int>().ShouldBe(1);
        score["predicates"]!["capacity"]!["recall"]!.GetValue<double>().ShouldBe(0.5);
        _shell.Run("eval", _shell.At("gold"), _folder, "--min-f1", "0.99").Code.ShouldBe(1);
    }

    [Fact]
    public void Rules_are_checked_and_explained()
    {
        var (code, output, _) = _shell.Run("rules", "check", "--format", "json");
        var problems = JsonNode.Parse(output)!.AsArray();
        foreach (var problem in problems) SchemaCheck.Problems(problem, "rules").ShouldBeEmpty();
        code.ShouldBe(problems.Count == 0 ? 0 : 1);
        Done("rules", "explain", "The plant in Douai will have a capacity of 9 GWh.").ShouldContain("9 GWh");
    }

    [Fact]
    public void Many_documents_are_not_all_listed_for_people()
    {
        for (var at = 0; at < 50; at++) _shell.Write($"many/{at:00}.txt", $"Note {at}\n\nNothing is said here.\n");
        Done("read", _shell.At("many")).ShouldContain("the first 40 of 50");
    }

    [Fact]
    public void Progress_is_shown_to_a_terminal_only_and_never_among_results()
    {
        _shell.Run("extract", _folder).Error.ShouldBeEmpty();
        _shell.Terminal = true;
        var (_, output, error) = _shell.Run("extract", _folder);
        error.ShouldContain("0/2");
        error.ShouldEndWith("\r\u001b[K");
        output.ShouldNotContain("\u001b");
    }

    [Fact]
    public void Colour_only_where_the_shell_has_it()
    {
        Done("read", _folder).ShouldNotContain("\u001b");
        _shell.Colour = true;
        Done("plants").ShouldContain("\u001b[");
    }

    [Fact]
    public void What_was_not_foreseen_is_one_line_and_a_trace_only_on_demand()
    {
        _shell.In = () => throw new InvalidOperationException("a made-up fault");
        var (code, _, error) = _shell.Run("extract", "-");
        code.ShouldBe(2);
        error.ShouldBe("gigatrace: unexpected: a made-up fault (InvalidOperationException; GIGATRACE_DEBUG=1 shows where)\n");
        _shell.Set("GIGATRACE_DEBUG", "1");
        _shell.Run("extract", "-").Error.ShouldContain("   at ");
    }

    private string Done(params string[] args)
    {
        var (code, output, error) = _shell.Run(args);
        code.ShouldBe(0, $"gigatrace {string.Join(' ', args)}: {error}");
        return output;
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
