using System.Text.Json.Nodes;
using Gigatrace.Tests.Publishing;

namespace Gigatrace.Tests.App;

/// <summary>Digests as a user asks for them: of a file, of what is in the ledger, of a period.</summary>
public sealed class DigestVerbTests : IDisposable
{
    private readonly TestShell _shell = new();

    public DigestVerbTests()
    {
        _shell.Set("GIGATRACE_LEDGER", _shell.Ledger);
        _shell.Write("docs/plan.txt", "AESC plans in Douai\n\nPublished: June 29, 2021\n\nAESC will build a battery plant in Douai, France. The plant is to have an annual capacity of 9 GWh.\n");
        _shell.Write("docs/opening.txt", "AESC opens in Douai\n\nPublished: June 5, 2025\n\nAESC has started production at its battery plant in Douai, France. The plant has an annual capacity of 10 GWh.\n");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_file_needs_no_ledger_and_makes_none()
    {
        var text = Done("digest", _shell.At("docs/opening.txt"));
        text.ShouldContain("AESC's plant in Douai started production and has a");
        text.ShouldContain("docs/opening.txt:5");
        File.Exists(_shell.Ledger).ShouldBeFalse();
    }

    [Theory]
    [InlineData("opening", "supersedes")]
    [InlineData("plan", "new")]
    public void A_document_stands_beside_what_was_held_on_its_day(string name, string mark)
    {
        Done("read", _shell.At("docs"));
        var json = JsonNode.Parse(Done("digest", name, "--format", "json"))!;
        json["bullets"]![0]!["held_before"]!.ToString().ShouldBe(mark);
        SchemaCheck.Problems(json, "digest").ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_recorded_stands_beside_the_ledger_too()
    {
        Done("read", _shell.At("docs/plan.txt"));
        JsonNode.Parse(Done("digest", _shell.At("docs/opening.txt"), "--format", "json"))!["bullets"]![0]!["held_before"]!.ToString().ShouldBe("supersedes");
        Done("plant", "douai").ShouldNotContain("10 GWh/yr");
    }

    [Theory]
    [InlineData("digest plant douai", "plant")]
    [InlineData("digest douai", "plant")]
    [InlineData("digest company aesc", "company")]
    [InlineData("digest --from 2025", "period")]
    [InlineData("digest --from 2021 --to 2021", "period")]
    public void What_is_held_has_digests_in_every_form(string typed, string of)
    {
        Done("read", _shell.At("docs"));
        var json = JsonNode.Parse(Done([.. typed.Split(' '), "--format", "json"]))!;
        json["of"]!.ToString().ShouldBe(of);
        json["bullets"]!.AsArray().ShouldNotBeEmpty();
        SchemaCheck.Problems(json, "digest").ShouldBeEmpty();
        foreach (var form in (string[])["table", "jsonl", "csv", "markdown", "html", "email"]) Done([.. typed.Split(' '), "--format", form]).ShouldContain("Douai");
    }

    [Theory]
    [InlineData("--week 2025-W23", "Week 23 of 2025, 2025-06-02 to 2025-06-08")]
    [InlineData("--month 2025-06", "June 2025")]
    [InlineData("--from 2025-06-05 --to 2025", "From 2025-06-05 to 2025-12-31")]
    public void A_round_up_tells_what_is_new_and_what_moved(string period, string title)
    {
        Done("read", _shell.At("docs"));
        string[] asked = ["roundup", .. period.Split(' ')];
        var json = JsonNode.Parse(Done([.. asked, "--format", "json"]))!;
        SchemaCheck.Problems(json, "roundup").ShouldBeEmpty();
        json["title"]!.ToString().ShouldBe(title);
        json["stories"]!.AsArray().Select(story => story!["held_before"]!.ToString()).ShouldBe(["new"]);
        json["moved"]!.AsArray().Select(moved => $"{moved!["predicate"]} {moved["before"]!["value"]} {moved["after"]!["value"]}").ShouldContain("capacity 9 10");
        foreach (var form in (string[])["table", "jsonl", "csv", "markdown", "html", "email"]) Done([.. asked, "--format", form]).ShouldContain("Douai");
    }

    [Fact]
    public void What_was_known_before_is_said_again()
    {
        _shell.Write("docs/again.txt", "Cells from Douai\n\nPublished: July 9, 2025\n\nThe AESC plant in Douai, France, has an annual capacity of 10 GWh. AESC's plant in Douai employs 650 people.\n");
        Done("read", _shell.At("docs"));
        var json = JsonNode.Parse(Done("roundup", "--month", "2025-07", "--format", "json"))!;
        json["stories"]!.AsArray().Select(story => $"{story!["held_before"]}: {story["text"]}").ShouldBe(["new: AESC's plant in Douai provides 650 jobs.", "said again: AESC's plant in Douai has a capacity of 10 GWh a year."], ignoreOrder: true);
        Done("roundup", "--month", "2024-07").ShouldContain("nothing became known from 2024-07-01 to 2024-07-31");
    }

    [Theory]
    [InlineData("roundup", "say of when: --week 2022-W50, --month 2022-12, or --from DATE")]
    [InlineData("roundup --week 2022-W53", "'2022-W53' is none; write --week 2022-W50")]
    [InlineData("roundup --month 2022-13", "'2022-13' is none; write --month 2022-12")]
    [InlineData("roundup --month 2022-12 --from 2022", "--week, --month and --from say the same; give one of them")]
    [InlineData("digest", "say of what: a file, a document, a plant, a company, or --from DATE")]
    [InlineData("digest douai --from 2025", "--from and --to are for a period; leave the name away")]
    [InlineData("digest --from 2025-02 --to 2025-01", "--to is before --from")]
    [InlineData("digest --to 2025-01", "say of what: a file, a document, a plant, a company, or --from DATE")]
    [InlineData("digest nowhere", "no plant or company is called 'nowhere'")]
    public void What_cannot_be_done_is_said_in_a_line(string typed, string expected)
    {
        Done("read", _shell.At("docs"));
        var (code, output, error) = _shell.Run(typed.Split(' '));
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(expected);
    }

    private string Done(params string[] args)
    {
        var (code, output, error) = _shell.Run(args);
        code.ShouldBe(0, error);
        return output;
    }
}
