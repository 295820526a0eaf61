using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Scoring;

namespace Gigatrace.Tests.Publishing;

/// <summary>What the program prints as JSON fits the schemas that it publishes.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cards_fit(bool evidence)
    {
        Check("plants", PlantList.Make(MadeUp.View, evidence));
        foreach (var plant in MadeUp.View.State.Plants) Check("plant", PlantCard.Make(MadeUp.View, plant, evidence));
        foreach (var company in MadeUp.View.State.Companies) Check("company", CompanyCard.Make(MadeUp.View, company, evidence));
        foreach (var by in PipelineCard.By) Check("pipeline", PipelineCard.Make(MadeUp.View, by, evidence).Whole!);
        Check("pipeline-step", PipelineCard.Make(MadeUp.View, "plant", evidence));
        Check("network", NetworkCard.Make(MadeUp.View, [], null, evidence));
        Check("timeline", Timeline.Make(MadeUp.View, [], evidence));
        Check("who", WhoIsWho.Make(MadeUp.View, [], evidence));
        Check("disagreement", DisagreementList.Make(MadeUp.View, [], null, evidence));
    }

    [Fact]
    public void Everything_that_show_prints_fits()
    {
        foreach (var claim in MadeUp.View.State.Claims.Values) Check("show", ShowCard.Of(MadeUp.View, claim));
        foreach (var finding in MadeUp.View.State.Findings) Check("show", ShowCard.Of(MadeUp.View, finding));
        Check("show", ShowCard.Of(Note, copyOf: null));
    }

    [Fact]
    public void Claim_lines_and_findings_fit()
    {
        foreach (var claim in MadeUp.View.State.Claims.Values) Check("claim", JsonNode.Parse(ClaimLines.Write(claim))!);
        foreach (var finding in MadeUp.View.State.Findings) Check("finding", FindingJson.Of(finding));
    }

    [Fact]
    public void Document_lines_fit() => Check("text", DocumentLines.Of(Note));

    [Fact]
    public void Scores_fit()
    {
        var (gold, _) = GoldFile.Read("note", "note.jsonl", ["""{"subject": "Cellwerk", "predicate": "jobs", "value": 40}"""]);
        var score = new Score { Documents = [Score.Document("note", gold.Claims, [])] };
        Check("eval", ScoreReport.Make(score, perDocument: true, errors: 1));
    }

    [Fact]
    public void Every_schema_is_in_the_list()
    {
        var folder = Path.Combine(Expectations.Root, "docs/schemas");
        var list = File.ReadAllText(Path.Combine(folder, "README.md"));
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileName)) list.ShouldContain($"({file})");
    }

    [Fact]
    public void A_schema_finds_what_is_wrong()
    {
        var claim = JsonNode.Parse(ClaimLines.Write(MadeUp.Claim("a1a1")))!.AsObject();
        claim["modality"] = "certain";
        claim["start"] = "12";
        claim.Remove("quote");
        claim["colour"] = "red";
        SchemaCheck.Problems(claim, "claim").Count.ShouldBe(4);
    }

    private static Document Note { get; } = new()
    {
        Id = "0123456789abcdef",
        Name = "note",
        Path = "notes/note.md",
        Text = new SourceText("# Cellwerk 🔋\n\nIt has 40 jobs.\n"),
        Passages = [new Passage { Span = new Span(2, 13), Kind = PassageKind.Heading, Level = 1 }, new Passage { Span = new Span(15, 30), Kind = PassageKind.Paragraph, AiGenerated = true }],
        Published = When.Day(new DateOnly(2026, 1, 9)),
        Language = "en",
    };

    private static void Check(string schema, Report report)
    {
        report.Items.ShouldNotBeEmpty();
        foreach (var item in report.Items) Check(schema, item);
    }

    private static void Check(string schema, JsonNode json) =>
        SchemaCheck.Problems(json, schema).ShouldBeEmpty();
}
