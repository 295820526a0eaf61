using System.Text.Json.Nodes;
using Gigatrace.App.Mcp;
using Gigatrace.Publishing;

namespace Gigatrace.Tests.App.Mcp;

/// <summary>Pages of whatever an answer may hold: never over the limit, never cut within a value, every item once.</summary>
public sealed class PageTests
{
    [Fact]
    public void Any_answer_is_told_over_pages_within_the_limit()
    {
        var random = new Random(20260301);
        for (var round = 0; round < 40; round++)
        {
            var answer = new Answer(new JsonObject { ["title"] = Words(random, 3000), ["as_of"] = "2026-03-01", ["lead"] = new JsonArray(Words(random, 2000), Words(random, 10)) }, [.. Enumerable.Range(0, random.Next(30)).Select(number => Item(random, number))]);
            var limit = random.Next(Page.Least, 1500);
            var (numbers, cursor) = (new List<int>(), (string?)null);
            do
            {
                var page = Page.Of(answer, limit, cursor, [Words(random, 500)]);
                Json.Line(page).Length.ShouldBeLessThanOrEqualTo(limit * Page.CharactersAToken);
                _ = JsonNode.Parse(Json.Line(page));
                Json.Line(page).ShouldNotContain("\ufffd");
                numbers.AddRange(page["items"]!.AsArray().Select(item => item!["number"]!.GetValue<int>()));
                page["left"]!.GetValue<int>().ShouldBe(answer.Items.Length - numbers.Count);
                cursor = page["next_cursor"]?.ToString();
            }
            while (cursor is not null);
            numbers.ShouldBe(Enumerable.Range(1, answer.Items.Length));
        }
    }

    [Fact]
    public void What_has_room_is_told_whole()
    {
        var item = new JsonObject { ["quote"] = new string('a', 5000), ["number"] = 1 };
        Page.Of(new Answer([], [item]), 2000, null, [])["items"]![0]!["quote"]!.ToString().Length.ShouldBe(5000);
        var cut = Page.Of(new Answer([], [item]), 500, null, [])["items"]![0]!;
        (cut["shortened"]!.GetValue<bool>(), cut["quote"]!.ToString()[^1]).ShouldBe((true, '…'));
    }

    [Fact]
    public void Of_many_quotes_the_best_are_told_and_how_many_more()
    {
        var brief = Brief.Of(new JsonObject { ["evidence"] = new JsonArray(1, 2, 3, 4, 5), ["nothing"] = null, ["no"] = false, ["none"] = new JsonArray(), ["zero"] = 0 }, 3);
        brief.ToJsonString().ShouldBe("""{"evidence":[1,2,3],"evidence_left":2,"zero":0}""");
    }

    private static JsonObject Item(Random random, int number) => new()
    {
        ["number"] = number + 1,
        ["quote"] = Words(random, random.Next(4) == 0 ? 9000 : 60),
        ["list"] = new JsonArray([.. Enumerable.Range(0, random.Next(random.Next(4) == 0 ? 300 : 3)).Select(_ => (JsonNode?)Words(random, 70))]),
        ["inner"] = new JsonObject { ["evidence"] = new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => (JsonNode?)new JsonObject { ["quote"] = Words(random, 400) })]) },
    };

    private static string Words(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => random.Next(8) switch { 0 => "🔋", 1 => "\"", 2 => "電", 3 => "\n", _ => "a" }));
}
