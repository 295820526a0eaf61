using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.App;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Tests.Ledger;

namespace Gigatrace.Tests.Publishing;

/// <summary>What changed and what was believed when, of a plant whose start is put off twice and whose maker is sold.</summary>
public sealed class PastCardTests
{
    private static readonly Story Plot = new Story()
        .On("2021-02-01", "Daily").Says("Voltara Durres", "capacity", 9, modality: Modality.Planned).Says("Voltara Durres", "milestone", "production_start", when: "2023", modality: Modality.Planned)
        .On("2022-03-01", "Post").Says("Voltara Durres", "milestone", "production_start", when: "2024", modality: Modality.Planned).Says("Voltara", "parent", other: "Grune Group")
        .On("2022-09-01", "Herald").Says("Voltara Durres", "capacity", 9, modality: Modality.Planned)
        .On("2023-03-01", "Gazette").Says("Voltara Durres", "capacity", 12, modality: Modality.Planned).Says("Voltara Durres", "milestone", "production_start", when: "2025", modality: Modality.Planned)
        .On("2025-06-04", "Wire").Says("Voltara Durres", "milestone", "production_start", when: "2025-06-03").Says("Voltara Durres", "capacity", 10).Says("Voltara Durres", "supplies", other: "Lumen Cars");

    private static IReadOnlyList<HeldRow> Rows { get; } = Past.Rows(Plot.Claims, [], null, null, Story.Knowledge);

    public static TheoryData<string> Cards => ["changes", "history"];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Card_is_as_expected(string card)
    {
        var report = card == "changes" ? Changes("2021-01-01", null) : History(null, null);
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TableForm.Write(new Shell { Out = output, Error = output, In = () => Stream.Null, Width = 120 }, report, evidence: false);
        Expectations.Check(output.ToString(), $"tests/Gigatrace.Tests/Publishing/Expectations/{card}.table.txt");
        report.Items.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("2021-01-01", "2021-12-31", "plant Voltara Durres", "began status: announced, planned", "began capacity: 9 GWh/yr, planned", "began milestone: production start, 2023, planned")]
    [InlineData("2022-03-01", "2022-03-01", "began parent: Grune Group, actual", "replaced milestone: production start, 2024, planned", "disagreement milestone")]
    [InlineData("2022-09-01", "2022-09-01")]
    [InlineData("2023-03-01", "2023-12-31", "replaced capacity: 12 GWh/yr, planned", "replaced milestone: production start, 2025, planned", "disagreement capacity", "disagreement milestone")]
    public void Only_what_became_known_on_these_days_and_no_further_source_of_the_same(string from, string to, params string[] expected) =>
        Changes(from, to).Items.Select(item => $"{item["change"]} {item["predicate"] ?? item["subject"]}{Says(item)}").ShouldBe(expected);

    [Theory]
    [InlineData("start", "2021-02-01..2022-03-01 2023", "2022-03-01..2023-03-01 2024 +12", "2023-03-01..2025-06-04 2025 +12", "2025-06-04.. 2025-06-03")]
    [InlineData("owner", "2022-03-01.. ")]
    [InlineData("status", "2021-02-01..2025-06-04 ", "2025-06-04.. 2025-06-03")]
    [InlineData("jobs")]
    public void A_topic_is_told_from_when_until_when(string topic, params string[] expected) =>
        History(topic, null).Items.Select(item => $"{item["from"]}..{item["to"]} {item["held"]!["valid"]}{(item["moved"]?["months"] is { } months && (int)months > 0 ? $" +{months}" : "")}").ShouldBe(expected);

    [Fact]
    public void What_is_known_later_changes_no_row_as_of_a_day()
    {
        var until = new DateOnly(2022, 12, 31);
        var early = Past.Rows([.. Plot.Claims.Where(claim => claim.Published!.Latest <= until)], [], null, null, Story.Knowledge);
        Print(History(null, until)).ShouldBe(Print(Make(early, null, until)));
        Print(Changes("2021-01-01", "2022-12-31")).ShouldBe(Print(Changes(early, "2021-01-01", "2022-12-31")));
    }

    [Theory]
    [InlineData("capacity", "capacity")]
    [InlineData("Start", "start")]
    [InlineData("market-share", "market_share")]
    [InlineData("douai", null)]
    public void Topics_have_names(string typed, string? expected) => HistoryCard.Topic(typed).ShouldBe(expected);

    private static Report Changes(string from, string? to) => Changes(Rows, from, to);

    private static Report Changes(IReadOnlyList<HeldRow> rows, string from, string? to)
    {
        var past = Of(rows);
        return ChangeList.Make(new View(past.ToState(null), new DateOnly(2026, 1, 1)), past, Day(from)!.Value, Day(to), [], evidence: true);
    }

    private static Report History(string? topic, DateOnly? asOf) => Make(Rows, topic, asOf);

    private static Report Make(IReadOnlyList<HeldRow> rows, string? topic, DateOnly? asOf)
    {
        var past = Of(rows);
        return HistoryCard.Make(new View(past.ToState(asOf), new DateOnly(2026, 1, 1)), asOf is { } day ? past.Until(day) : past, ["Voltara Durres"], topic, evidence: true);
    }

    private static Past Of(IReadOnlyList<HeldRow> rows) =>
        Past.Of(Past.About(["Voltara Durres"], names => [.. rows.Where(row => names.Contains(row.Subject))]), ids => Plot.Claims.Where(claim => ids.Contains(claim.Id)));

    private static string Print(Report report) => string.Join('\n', report.Items.Select(item => item.ToJsonString()));

    private static string Says(System.Text.Json.Nodes.JsonObject item) => item["after"] is not { } after ? "" : $": {string.Join(", ", new[]
    {
        after["value"]?.ToString().Replace('_', ' ') + (after["unit"] is { } unit ? $" {unit}" : ""), after["object"]?.ToString() ?? "", after["valid"]?.ToString() ?? "", after["modality"]!.ToString(),
    }.Where(part => part.Length > 0))}";

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
