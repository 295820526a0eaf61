using System.Text.Json;
using Gigatrace.Publishing.Scoring;

namespace Gigatrace.Tests.Publishing;

public sealed class ScoringTests
{
    [Theory]
    [InlineData("AESC Sunderland 2", "Envision AESC Sunderland II", true)]
    [InlineData("AESC Sunderland 2", "AESC Sunderland", false)]
    [InlineData("AESC Sunderland", "AESC Sunderland 1", true)]
    [InlineData("AESC Sunderland", "AESC", false)]
    [InlineData("Volkswagen", "VW Group", true)]
    [InlineData("PowerCo Salzgitter", "PowerCo gigafactory in Salzgitter", true)]
    [InlineData("Tesla Grünheide", "Tesla Grunheide", true)]
    [InlineData("Škoda", "SKODA", true)]
    [InlineData("CATL", "BYD", false)]
    [InlineData(null, "anything", true)]
    [InlineData("CATL", null, false)]
    public void Names_that_count_as_the_same(string? gold, string? predicted, bool same) => NameLikeness.Same(gold, predicted).ShouldBe(same);

    [Theory]
    [InlineData("2025-06-03", "2025-06-03", true)]
    [InlineData("2025", "2025-06-03", true)]
    [InlineData("2025-06-03", "2025", false)]
    [InlineData("2025-Q2", "2025-34", true)]
    [InlineData("2025-H1", "2025-40", true)]
    [InlineData("2025-early", "2025-37", true)]
    [InlineData("../2030", "[..2030]", true)]
    [InlineData("2028", "2028~", true)]
    [InlineData("2026/2027", "[2026,2027]", true)]
    [InlineData("2021-06-28/2021-07-04", "2021-06-28/2021-07-04", true)]
    [InlineData("2025-06", "2025-07", false)]
    [InlineData("2025", null, false)]
    [InlineData(null, "2025", false)]
    [InlineData(null, null, true)]
    [InlineData("2025", "soon", false)]
    public void Times_that_count_as_the_same(string? gold, string? predicted, bool same) => TimeLikeness.Same(gold, predicted).ShouldBe(same);

    [Theory]
    [InlineData("""{"predicate":"capacity","subject":"A B","value":10,"unit":"GWh/yr"}""", """{"predicate":"capacity","subject":"A B","value":10000,"unit":"MWh"}""", true)]
    [InlineData("""{"predicate":"capacity","subject":"A B","value":10,"unit":"GWh/yr"}""", """{"predicate":"capacity","subject":"A B","value":10.04,"unit":"GWh/yr"}""", true)]
    [InlineData("""{"predicate":"capacity","subject":"A B","value":10,"unit":"GWh/yr"}""", """{"predicate":"capacity","subject":"A B","value":11,"unit":"GWh/yr"}""", false)]
    [InlineData("""{"predicate":"capacity","subject":"A B","value":[24,30],"unit":"GWh/yr"}""", """{"predicate":"capacity","subject":"A B","value":[24,30],"unit":"GWh/yr"}""", true)]
    [InlineData("""{"predicate":"capacity","subject":"A B","value":[24,30],"unit":"GWh/yr"}""", """{"predicate":"capacity","subject":"A B","value":24,"unit":"GWh/yr"}""", false)]
    [InlineData("""{"predicate":"funding","subject":"A B","value":5,"unit":"EUR"}""", """{"predicate":"funding","subject":"A B","value":5,"unit":"USD"}""", false)]
    [InlineData("""{"predicate":"investment","subject":"A B","value":5,"unit":"EUR","object":"C"}""", """{"predicate":"investment","subject":"A B","value":5,"unit":"EUR","object":null}""", true)]
    [InlineData("""{"predicate":"supplies","subject":"A","value":null,"object":"C"}""", """{"predicate":"supplies","subject":"A","value":null,"object":"D"}""", false)]
    [InlineData("""{"predicate":"partnership","subject":"A","value":null,"object":"C"}""", """{"predicate":"partnership","subject":"C","value":null,"object":"A"}""", true)]
    [InlineData("""{"predicate":"stake","subject":"A","value":null,"object":"C"}""", """{"predicate":"stake","subject":"A","value":null,"object":"C"}""", true)]
    [InlineData("""{"predicate":"status","subject":"A","value":"under_construction"}""", """{"predicate":"status","subject":"A","value":"Under construction"}""", true)]
    [InlineData("""{"predicate":"status","subject":"A","value":"planned"}""", """{"predicate":"milestone","subject":"A","value":"planned"}""", false)]
    public void Claims_that_match(string gold, string predicted, bool match) =>
        ClaimMatch.Align([Read(gold)], [Read(predicted)]).Count.ShouldBe(match ? 1 : 0);

    [Fact]
    public void Stages_tell_where_a_claim_was_lost()
    {
        ScoredClaim[] gold = [Read("""{"predicate":"jobs","subject":"A","value":5}"""), Read("""{"predicate":"jobs","subject":"B","value":6}"""), Read("""{"predicate":"capacity","subject":"B","value":7,"unit":"GWh/yr"}"""), Read("""{"predicate":"capacity","subject":"B","value":8,"unit":"GWh/yr"}""")];
        ScoredClaim[] predicted = [Read("""{"predicate":"jobs","subject":"A","value":5}"""), Read("""{"predicate":"jobs","subject":"A","value":6}"""), Read("""{"predicate":"vehicles","subject":"B","value":7,"unit":"GWh/yr"}""")];
        var stages = new Score { Documents = [Score.Document("x", gold, predicted)] }.Stages;
        stages.ShouldBe((0.75, 0.5, 0.5));
    }

    [Fact]
    public void Each_claim_is_used_once_and_the_better_pair_goes_first()
    {
        var gold = new[] { Read("""{"predicate":"jobs","subject":"A","value":5,"when":"2025","modality":"actual"}"""), Read("""{"predicate":"jobs","subject":"A","value":5,"when":"2030","modality":"planned"}""") };
        var predicted = new[] { Read("""{"predicate":"jobs","subject":"A","value":5,"when":"2030","modality":"planned"}""") };
        ClaimMatch.Align(gold, predicted).ShouldBe([(1, 0)]);
    }

    private static ScoredClaim Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        return ScoredClaim.Read(json.RootElement.Clone())!;
    }
}
