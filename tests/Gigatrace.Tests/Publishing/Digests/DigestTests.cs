using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Digests;
using Story = Gigatrace.Tests.Ledger.Story;

namespace Gigatrace.Tests.Publishing.Digests;

public sealed class DigestTests
{
    private static readonly string Here = Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Publishing/Digests");

    private static readonly Naming Plants = new(
    [
        new Entity { Kind = EntityKind.Plant, Name = "Voltara Durres", Operator = "Voltara", Place = "Durres" },
        new Entity { Kind = EntityKind.Plant, Name = "Voltara Durres 2", Operator = "Voltara", Place = "Durres", Part = "2" },
        new Entity { Kind = EntityKind.Plant, Name = "Voltara UK", Operator = "Voltara", Place = "UK" },
    ]);

    public static TheoryData<string, string> Sentences => new()
    {
        { "Voltara Durres/milestone/production_start//2025-06-03/actual", "Voltara's plant in Durres started production on 3 June 2025." },
        { "Voltara Durres 2/milestone/production_start//2027-33/planned", "Voltara's second plant in Durres is to start production in Q1 2027." },
        { "Voltara Durres/milestone/cancelled//2024-05/actual", "Voltara's plant in Durres was cancelled in May 2024." },
        { "Voltara Durres/milestone/construction_start//XXXX-12-09/actual", "Voltara's plant in Durres had its ground-breaking on 9 December." },
        { "Voltara UK/status/planned///planned", "Voltara's plant in the UK is planned." },
        { "Voltara UK/status/planned///rumoured", "Voltara's plant in the UK is said to be built." },
        { "Voltara UK/status/planned///denied", "Voltara's plant in the UK will not be built." },
        { "Voltara Durres/capacity/9//[..2030]/planned", "Voltara's plant in Durres is to have a capacity of 9 GWh a year by 2030." },
        { "Voltara Durres/jobs/1200///actual", "Voltara's plant in Durres provides 1,200 jobs." },
        { "Voltara/supplies//Lumen Cars//possible", "Voltara may supply Lumen Cars." },
        { "Voltara/stake/20/Grune Group//planned", "Voltara is to be 20 % owned by Grune Group." },
        { "Voltara/acquired//Grune Group/2019/actual", "Voltara was bought by Grune Group in 2019." },
        { "Voltara Durres/funding/450000000/European Investment Bank/2023/actual", "Voltara's plant in Durres received EUR 450 million from the European Investment Bank in 2023." },
        { "Voltara/market_share/38///actual", "Voltara has a market share of 38 %." },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_statement_is_told_in_a_sentence(string said, string sentence)
    {
        var report = Digest.Make(Matter([Parse(said)]));
        report.Tables[0].Rows.ShouldHaveSingleItem().Cells[0].ShouldBe(sentence);
    }

    [Fact]
    public void What_is_said_of_one_subject_makes_one_bullet_with_what_is_so_first()
    {
        var report = Digest.Make(Matter([Parse("Voltara Durres/capacity/20///planned"), Parse("Voltara Durres/milestone/production_start//2025-06-03/actual"), Parse("Voltara Durres/milestone/inauguration//2025-06-03/actual"), Parse("Voltara Durres/status/operating///actual")]));
        report.Tables[0].Rows.ShouldHaveSingleItem().Cells[0].ShouldBe("Voltara's plant in Durres started production, opened on 3 June 2025 and is to have a capacity of 20 GWh a year.");
    }

    [Fact]
    public void A_time_that_several_share_is_said_once()
    {
        var report = Digest.Make(Matter([Parse("Voltara Durres/capacity/20//2027/planned"), Parse("Voltara Durres/milestone/production_start//2027/planned")]));
        report.Tables[0].Rows.ShouldHaveSingleItem().Cells[0].ShouldBe("Voltara's plant in Durres is to start production and have a capacity of 20 GWh a year in 2027.");
    }

    [Fact]
    public void A_plan_for_what_was_given_up_was_to_be()
    {
        var all = Statement.Past([Parse("Voltara Durres/milestone/cancelled//2024/actual"), Parse("Voltara Durres/capacity/20///planned")], null);
        Digest.Make(Matter(all)).Tables[0].Rows.ShouldHaveSingleItem().Cells[0].ShouldBe("Voltara's plant in Durres was cancelled in 2024 and was to have a capacity of 20 GWh a year.");
    }

    [Fact]
    public void Every_line_has_its_evidence_and_there_are_at_most_five_bullets()
    {
        var report = Digest.Make(Matter([.. Sentences.Select(row => Parse((string)row[0])), .. Enumerable.Range(1, 9).Select(at => Parse($"Maker {at}/supplies//Lumen Cars//actual"))]));
        report.Tables[0].Rows.Length.ShouldBe(5);
        report.Tables.SelectMany(table => table.Rows).ShouldAllBe(row => row.Evidence.Length > 0);
    }

    [Fact]
    public void What_a_text_says_is_told_beside_what_was_held_before()
    {
        var story = new Story().On("2021-02-01", "Daily").Says("Voltara Durres", "capacity", 9, modality: Modality.Planned).Says("Voltara", "parent", other: "Grune Group")
            .On("2025-06-04", "Wire").Says("Voltara Durres", "capacity", 10).Says("Voltara Durres", "milestone", "production_start", when: "2025-06-03").Says("Voltara", "parent", other: "Grune Group").Says("Voltara", "supplies", other: "Lumen Cars");
        var own = story.Claims.Where(claim => claim.Publisher == "Wire").ToArray();
        var beside = new HeldBefore(Reconcile.Run(story.Claims, [], knowledge: Story.Knowledge), id => own.Any(claim => claim.Id == id));
        Of("capacity").ShouldBe("supersedes");
        Of("parent").ShouldBe("confirms");
        Of("supplies").ShouldBe("new");

        string Of(string predicate) => beside.Of([.. own.Where(claim => claim.Predicate == predicate).Select(claim => Parse($"{claim.Subject}/{predicate}////actual") with { Claims = [claim.Id] })]);
    }

    /// <summary>The facts were listed before there were digests; nine in ten of them must be named.</summary>
    [Fact]
    public void Digests_name_what_a_careful_reader_would_and_nothing_else()
    {
        var pipeline = new Pipeline();
        var (named, total, missed) = (0, 0, new List<string>());
        foreach (var facts in File.ReadLines(Path.Combine(Here, "facts.tsv")).Skip(1).Select(line => line.Split('\t')).GroupBy(row => row[0]))
        {
            using var file = File.OpenRead(Path.Combine(Here, $"documents/{facts.Key}.md"));
            var document = DocumentReader.Read(file, $"{facts.Key}.md").Single().Document!;
            var claims = pipeline.Extract(document).Claims;
            var report = Digest.Make(Matters.Of(document, claims, null, ids => [.. claims.Where(claim => ids.Contains(claim.Id)).Select(claim => Evidence.Of(claim, null))]));
            report.Tables[0].Rows.Length.ShouldBeInRange(1, 5);
            foreach (var evidence in report.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Evidence)) document.Text.Value.ShouldContain(evidence.Quote);
            var told = report.Items[0]["bullets"]!.AsArray().SelectMany(bullet => bullet!["statements"]!.AsArray()).Select(one => one!).ToArray();
            foreach (var fact in facts)
            {
                total++;
                if (fact[2].Split(';').Any(claim => told.Any(one => Fits(claim.Trim().Split('/', 3), one)))) named++;
                else missed.Add($"{fact[0]}: {fact[1]}");
            }
        }

        ((double)named / total).ShouldBeGreaterThanOrEqualTo(0.9, string.Join("\n", missed));
    }

    private static bool Fits(string[] claim, System.Text.Json.Nodes.JsonNode one) => one["predicate"]!.ToString() == claim[1]
        && new[] { one["value"]?.ToString(), one["object"]?.ToString() }.Contains(claim[2], StringComparer.OrdinalIgnoreCase)
        && claim[0].Split(' ')[^1] is var place && (NameTable.Key(one["subject"]!.ToString()).EndsWith(NameTable.Key(place), StringComparison.Ordinal) || NameTable.Key(claim[0]).StartsWith(NameTable.Key(one["subject"]!.ToString()), StringComparison.Ordinal));

    private static Matter Matter(IReadOnlyList<Statement> statements) => new()
    {
        Title = "Made up", Kind = "document", Statements = statements, Naming = Plants,
        EvidenceOf = ids => [.. ids.Select(id => new Evidence(id, "doc", id, null, null, "doc.md", 1))],
    };

    /// <summary>Subject, predicate, value, other side, time, modality; a sum is in euros.</summary>
    private static Statement Parse(string said)
    {
        var parts = said.Split('/');
        return new Statement
        {
            Subject = parts[0], Predicate = parts[1], Value = parts[2].Length == 0 ? null : decimal.TryParse(parts[2], CultureInfo.InvariantCulture, out var number) ? new ClaimValue.Number(number) : new ClaimValue.Text(parts[2]),
            Unit = parts[1] switch { "capacity" => "GWh/yr", "stake" or "market_share" => "percent", "funding" => "EUR", _ => null },
            Object = parts[3].Length == 0 || parts[1] is "market_share" ? null : parts[3], When = When.TryParse(parts[4], out var when) ? when : null, Modality = Modalities.Find(parts[5])!.Value, Claims = [said],
        };
    }
}
