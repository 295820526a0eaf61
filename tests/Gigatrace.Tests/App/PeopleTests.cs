using System.Text.Json.Nodes;
using Gigatrace.Tests.Publishing;

namespace Gigatrace.Tests.App;

/// <summary>What people decide and enter: recorded with who and why, told with what it changes, undone exactly.</summary>
public sealed class PeopleTests : IDisposable
{
    private readonly TestShell _shell = new();

    public PeopleTests()
    {
        _shell.Set("GIGATRACE_BY", "Ann");
        _shell.Write("a.md", "---\npublished: 2025-06-03\npublisher: Morning Post\n---\nAESC opened its battery plant in Douai, with a capacity of 10 GWh a year.\n");
        _shell.Write("b.md", "---\npublished: 2025-06-05\npublisher: Evening Post\n---\nThe Douai plant of AESC has a capacity of 12 GWh a year.\n");
        _shell.Run("read", _shell.At("a.md"), _shell.At("b.md")).Code.ShouldBe(0);
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_judgement_says_what_it_changes_and_is_undone_exactly()
    {
        var before = Findings();
        var made = Json("judge", "reject", Claim("12")["id"]!.ToString(), "--reason", "a typing error", "--format", "json");
        SchemaCheck.Problems(made, "judgement").ShouldBeEmpty();
        made["by"]!.ToString().ShouldBe("Ann");
        made["changed"]!.AsArray().ShouldContain(change => change!["before"]!.ToString().StartsWith("12 GWh/yr", StringComparison.Ordinal) && change["after"]!.ToString().StartsWith("10 GWh/yr", StringComparison.Ordinal));
        Findings().ShouldNotBe(before);
        var back = Json("judge", "withdraw", made["id"]!.ToString(), "--reason", "it was right", "--by", "Ben", "--format", "json");
        back["withdrawn_by"]!.ToString().ShouldBe("Ben, 2026-03-01: it was right");
        Findings().ShouldBe(before);
        var list = Json("judge", "list", "--format", "json");
        list.AsArray().Count.ShouldBe(1);
        SchemaCheck.Problems(list[0], "judgement").ShouldBeEmpty();
        _shell.Run("judge", "withdraw", made["id"]!.ToString(), "--reason", "again").Error.ShouldContain("was withdrawn before: Ben, 2026-03-01: it was right");
    }

    [Theory]
    [InlineData("judge same \"AESC Douay\" AESC --reason x", "nothing is called 'AESC Douay'; did you mean \"AESC\" or \"AESC Douai\"?")]
    [InlineData("judge same \"AESC Douai\" AESC --reason x", "AESC Douai is a plant and AESC a company; they cannot be one")]
    [InlineData("judge same AESC aesc --reason x", "'AESC' and 'aesc' are one name")]
    [InlineData("judge prefer ffffff --reason x", "no claim has an id that begins with 'ffffff'")]
    [InlineData("judge withdraw jffff --reason x", "no judgement has an id that begins with 'jffff'")]
    [InlineData("judge same AESC Nissan", "Option '--reason' is required")]
    [InlineData("judge prefer ff --reason x", "'ff' is too short for an id")]
    [InlineData("retract nothing.md --reason x", "no document has an id that begins with 'nothing.md', and none is called so")]
    [InlineData("claim add --subject AESC --predicate capacty --value 3 --quote q --source s", "there is no predicate \"capacty\"; there are capacity,")]
    [InlineData("claim add --subject AESC --predicate capacity --value ten --quote q --source s", "capacity takes a number, or two with a dash between them: ten")]
    [InlineData("claim add --subject AESC --predicate capacity --value 3 --unit MWh --quote q --source s", "capacity is counted in GWh/yr, not in MWh")]
    [InlineData("claim add --subject AESC --predicate investment --value 3 --quote q --source s", "investment needs a currency as its unit, such as EUR")]
    [InlineData("claim add --subject AESC --predicate supplies --quote q --source s", "supplies needs an object")]
    [InlineData("claim add --subject AESC --predicate status --value open --quote q --source s", "\"open\" is no status; there are planned, under_construction, operating")]
    [InlineData("claim add --subject AESC --predicate capacity --value 3 --when soon --quote q --source s", "\"soon\" is no time; write 2025-06-03")]
    [InlineData("claim add --subject AESC --predicate capacity --value 3 --modality sure --quote q --source s", "\"sure\" is no modality; there are actual, planned")]
    [InlineData("claim add --subject AESC --predicate capacity --value 3 --quote \" \" --source s", "it needs a quote: the words that say so")]
    [InlineData("claim add --subject AESC --predicate capacity --value 3 --source s", "Option '--quote' is required")]
    [InlineData("claim correct ffffff --value 3 --reason x", "no claim has an id that begins with 'ffffff'")]
    public void What_cannot_be_is_refused_with_a_reason(string typed, string expected)
    {
        var (code, _, error) = _shell.Run(Words(typed));
        code.ShouldBe(2, error);
        error.ShouldContain(expected);
    }

    [Fact]
    public void Names_are_joined_and_kept_apart_by_people()
    {
        foreach (var (one, other) in new[] { ("Voltara Energy", "Lumen Cars"), ("Grunewald Cells", "Lumen Cars") })
        {
            Lines("claim", "add", "--subject", one, "--predicate", "supplies", "--object", other, "--quote", $"{one} supplies {other}", "--source", "a report", "--published", "2025-07");
        }

        var before = Findings();
        var (code, output, error) = _shell.Run("judge", "same", "Voltara Energy", "Grunewald Cells", "--reason", "renamed");
        code.ShouldBe(0, error);
        output.ShouldContain("is the same as Grunewald Cells");
        output.ShouldContain("gigatrace judge withdraw j");
        Findings().ShouldNotBe(before);
        _shell.Run("judge", "withdraw", output[..output.IndexOf(':', StringComparison.Ordinal)], "--reason", "no").Code.ShouldBe(0);
        Findings().ShouldBe(before);
    }

    [Fact]
    public void The_queue_names_what_matters_with_its_command()
    {
        var queue = Json("judge", "queue", "--format", "json");
        foreach (var one in queue.AsArray()) SchemaCheck.Problems(one, "queue").ShouldBeEmpty();
        queue.AsArray().ShouldContain(one => one!["kind"]!.ToString() == "contradiction" && one["commands"]!.AsArray().Any(command => command!.ToString().StartsWith("gigatrace judge prefer ", StringComparison.Ordinal)));
        _shell.Run("judge", "queue", "--evidence").Out.ShouldContain("“capacity of 12 GWh a year”");
    }

    [Fact]
    public void A_claim_of_ones_own_has_its_words_and_counts()
    {
        string[] add = ["claim", "add", "--subject", "AESC Douai", "--predicate", "jobs", "--value", "1200", "--when", "2025", "--quote", "1,200 people work there", "--source", "https://example.org/jobs", "--publisher", "Works Council", "--published", "2025-08", "--source-kind", "release", "--format", "json"];
        var added = Json(add);
        SchemaCheck.Problems(added, "entered").ShouldBeEmpty();
        added["result"]!.ToString().ShouldBe("is recorded");
        added["changed"]!.AsArray().Count.ShouldBe(1);
        Json(add)["result"]!.ToString().ShouldBe("was entered before");
        _shell.Run("plant", "douai", "--evidence").Out.ShouldContain("1,200 people work there");
        var shown = Show(added["claim"]!["id"]!.ToString());
        shown["url"]!.ToString().ShouldBe("https://example.org/jobs");
        (shown["start"]!.GetValue<int>(), shown["end"]!.GetValue<int>()).ShouldBe((0, 23));
        var document = Show(shown["doc"]!.ToString());
        document["text"]!.ToString()[..23].ShouldBe(shown["quote"]!.ToString());
        Lines("plants", "--as-of", "2025-07", "--format", "json").ShouldNotContain("1200");
    }

    [Fact]
    public void A_corrected_claim_takes_the_place_of_the_old_and_both_are_shown()
    {
        var old = Claim("12")["id"]!.ToString();
        var made = Json("claim", "correct", old, "--value", "10", "--reason", "misread", "--format", "json");
        SchemaCheck.Problems(made, "entered").ShouldBeEmpty();
        var id = made["claim"]!["id"]!.ToString();
        (made["claim"]!["quote"]!.ToString(), made["claim"]!["publisher"]!.ToString(), made["claim"]!["published"]!.ToString()).ShouldBe((Show(old)["quote"]!.ToString(), "Evening Post", "2025-06-05"));
        Show(old)["replaced_by"]!.AsArray().Select(one => one!.ToString()).ShouldBe([id]);
        Show(old)["not_counted"]!.ToString().ShouldBe($"rejected by Ann: corrected by {id}: misread");
        Show(id)["corrects"]!.ToString().ShouldBe(old);
        Json("plant", "douai", "--format", "json")["capacity"]!["installed"]!["value"]!.GetValue<decimal>().ShouldBe(10);
        _shell.Run("claim", "correct", id, "--value", "10", "--reason", "x").Error.ShouldContain("nothing of it is changed");
    }

    [Fact]
    public void A_document_taken_back_is_kept_and_does_not_come_back()
    {
        var before = Findings();
        var made = Json("retract", _shell.At("b.md"), "--reason", "withdrawn by the paper", "--format", "json");
        SchemaCheck.Problems(made, "retracted").ShouldBeEmpty();
        made["changed"]!.AsArray().ShouldNotBeEmpty();
        Findings().ShouldNotBe(before);
        var (_, output, error) = _shell.Run("read", _shell.At("b.md"), "--format", "json");
        error.ShouldContain("taken back by Ann, 2026-03-01: withdrawn by the paper; it is kept, and does not count [doc.retracted]");
        output.ShouldContain("taken back by Ann");
        Show(made["document"]!.ToString())["not_counted"]!.ToString().ShouldStartWith("taken back by Ann");
        _shell.Run("retract", made["document"]!.ToString(), "--reason", "x").Error.ShouldContain("was taken back by Ann, 2026-03-01");
    }

    [Theory]
    [InlineData("plain", "“capacity of 12 GWh a year” Evening Post, 2025-06-05")]
    [InlineData("markdown", "> capacity of 12 GWh a year\n>\n> — Evening Post, 2025-06-05")]
    [InlineData("bibtex", "  date = {2025-06-05},\n")]
    [InlineData("csl", "\"date-parts\": [\n      [\n        2025,\n        6,\n        5\n      ]\n    ]")]
    public void A_citation_is_printed_to_copy(string form, string expected) =>
        _shell.Run("show", Claim("12")["id"]!.ToString(), "--cite", form).Out.ShouldContain(expected);

    [Fact]
    public void Judgements_are_shown()
    {
        var claim = Claim("12")["id"]!.ToString();
        var id = Json("judge", "prefer", claim, "--reason", "seen on site", "--format", "json")["id"]!.ToString();
        Show(id)["verdict"]!.ToString().ShouldBe("prefer");
        Show(claim)["judgements"]!.AsArray().Select(one => one!["id"]!.ToString()).ShouldBe([id]);
    }

    private JsonNode Claim(string value) => Lines("export", "claims").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).First(claim => claim["predicate"]!.ToString() == "capacity" && claim["value"]!.ToString() == value);

    private JsonNode Show(string id)
    {
        var shown = Json("show", id, "--format", "json");
        SchemaCheck.Problems(shown, "show").ShouldBeEmpty();
        return shown;
    }

    private string Findings() => Lines("plants", "--format", "json") + Lines("who", "--format", "json") + Lines("timeline", "--format", "json") + Lines("disagreements", "--format", "json");

    private JsonNode Json(params string[] args) => JsonNode.Parse(Lines(args))!;

    private string Lines(params string[] args)
    {
        var (code, output, error) = _shell.Run(args);
        code.ShouldBe(0, error);
        return output;
    }

    private static string[] Words(string typed) => [.. typed.Split('"').SelectMany((part, at) => at % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
