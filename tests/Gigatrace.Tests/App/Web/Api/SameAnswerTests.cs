using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Gigatrace.App.Web.Api;

namespace Gigatrace.Tests.App.Web.Api;

/// <summary>The API answers what the command line prints, byte for byte.</summary>
[Collection(nameof(ServedSamples))]
public sealed class SameAnswerTests(ServedSamples served)
{
    [Theory]
    [InlineData("plants?size=500", "plants")]
    [InlineData("plants?size=500&evidence=true&as-of=2022", "plants --evidence --as-of 2022")]
    [InlineData("plants/aesc-douai", "plant aesc douai")]
    [InlineData("plants/AESC%20Douai?evidence=true", "plant aesc douai --evidence")]
    [InlineData("plants/douai?as-of=2022-02", "plant douai --as-of 2022-02")]
    [InlineData("plants/douai/history?size=500", "history douai")]
    [InlineData("plants/douai/history?topic=capacity&evidence=true&as-of=2025", "history douai capacity --evidence --as-of 2025")]
    [InlineData("companies/verkor", "company verkor")]
    [InlineData("companies/verkor?evidence=true&as-of=2024", "company verkor --evidence --as-of 2024")]
    [InlineData("pipeline", "pipeline")]
    [InlineData("pipeline?by=country&evidence=true&as-of=2024", "pipeline --by country --evidence --as-of 2024")]
    [InlineData("network", "network")]
    [InlineData("network?of=douai&kind=supplies&evidence=true", "network douai --kind supplies --evidence")]
    [InlineData("disagreements?size=500", "disagreements")]
    [InlineData("disagreements?kind=contradiction&of=aesc&evidence=true&size=500", "disagreements aesc --kind contradiction --evidence")]
    [InlineData("timeline?size=500&of=douai&evidence=true", "timeline douai --evidence")]
    [InlineData("who?size=500", "who")]
    [InlineData("who?size=500&of=envision&evidence=true", "who envision --evidence")]
    [InlineData("changes?size=500&from=2025-01&to=2025-06", "changes --from 2025-01 --to 2025-06")]
    [InlineData("changes?size=500&from=2021&to=2026&as-of=2022&of=douai&evidence=true", "changes douai --from 2021 --to 2022 --evidence")]
    [InlineData("digest?of=AESC%20Douai", "digest plant AESC Douai")]
    [InlineData("digest?from=2025-06&to=2025-06", "digest --from 2025-06 --to 2025-06")]
    [InlineData("roundup?week=2025-W23", "roundup --week 2025-W23")]
    [InlineData("roundup?month=2025-06", "roundup --month 2025-06")]
    [InlineData("roundup?from=2025-06&to=2025-06", "roundup --from 2025-06 --to 2025-06")]
    [InlineData("queue?size=500", "judge queue --all")]
    [InlineData("findings?size=500", "export findings")]
    [InlineData("findings?size=500&as-of=2024&evidence=true", "export findings --as-of 2024 --evidence")]
    [InlineData("map?as-of=2025", "export geojson --as-of 2025")]
    public async Task As_the_command_line_prints_it(string address, string typed)
    {
        string[] args = typed.StartsWith("export geojson", StringComparison.Ordinal) ? typed.Split(' ') : [.. typed.Split(' '), "--format", "json"];
        (await served.Client.GetStringAsync($"{ApiRoutes.Root}/{address}")).ShouldBe(Printed(args));
    }

    [Fact]
    public async Task A_finding_a_claim_and_a_document_as_show_tells_them()
    {
        var finding = (await Json("findings?of=douai")).AsArray()[0]!;
        var (id, claim) = (finding["finding"]!.ToString(), finding["supports"]![0]!.ToString());
        (await served.Client.GetStringAsync($"{ApiRoutes.Root}/findings/{id}")).ShouldBe(Printed("show", id, "--format", "json"));
        (await served.Client.GetStringAsync($"{ApiRoutes.Root}/findings/{id[..8]}")).ShouldBe(Printed("show", id, "--format", "json"));
        (await served.Client.GetStringAsync($"{ApiRoutes.Root}/claims/{claim}")).ShouldBe(Printed("show", claim, "--format", "json"));
        var document = (await Json("documents?q=douai-starts")).AsArray()[0]!["id"]!.ToString();
        (await served.Client.GetStringAsync($"{ApiRoutes.Root}/digest?document={document}")).ShouldBe(Printed("digest", document, "--format", "json"));
        var told = (await Json($"documents/{document}")).AsObject();
        foreach (var (key, value) in JsonNode.Parse(Printed("show", document, "--format", "json"))!.AsObject())
        {
            if (key is "type" or "text" or "passages" or "stories") told.ContainsKey(key).ShouldBeFalse(key);
            else told[key]?.ToJsonString().ShouldBe(value?.ToJsonString(), key);
        }
    }

    /// <summary>The text of a document is its publisher's: no more of it is given than the words of its claims.</summary>
    [Fact]
    public async Task No_answer_holds_the_text_of_a_document()
    {
        var document = (await Json("documents?q=douai-starts")).AsArray()[0]!["id"]!.ToString();
        var told = await served.Client.GetStringAsync($"{ApiRoutes.Root}/documents/{document}?size=500");
        var paragraphs = File.ReadAllText(Path.Combine(Expectations.Root, "samples/press/douai-starts.txt")).Split("\n\n").Select(one => one.ReplaceLineEndings(" ").Trim()).Where(one => one.Length > 200).ToArray();
        paragraphs.ShouldNotBeEmpty();
        foreach (var paragraph in paragraphs) told.ShouldNotContain(paragraph);
    }

    [Fact]
    public async Task What_was_not_known_yet_is_not_there()
    {
        var documents = (await Json("documents?size=500")).AsArray();
        var late = documents.First(one => one!["published"]?.ToString() is { } day && string.CompareOrdinal(day, "2025") > 0)!["id"]!.ToString();
        foreach (var address in new[] { $"documents/{late}?as-of=2024", $"digest?document={late}&as-of=2024", $"claims/{(await Json($"documents/{late}"))["claims"]![0]!["id"]}?as-of=2024", "plants/douai?as-of=1999" })
        {
            using var response = await served.Client.GetAsync($"{ApiRoutes.Root}/{address}");
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await Json("documents?size=500&as-of=2024")).AsArray().Count.ShouldBeInRange(1, documents.Count - 1);
    }

    /// <summary>But for what it is called: on the command line a file, here a text.</summary>
    [Fact]
    public async Task A_text_gives_the_claims_that_a_file_gives()
    {
        var note = served.Shell.Write("given/text.md", Asking.Text);
        var printed = JsonNode.Parse(Printed("extract", note, "--format", "json"))!.AsArray();
        var answered = JsonNode.Parse(await Post("extract", Asking.Text, "text/plain"))!.AsArray();
        printed.ShouldNotBeEmpty();
        Strip(answered).ShouldBe(Strip(printed));
    }

    [Fact]
    public async Task What_is_said_of_a_text_goes_into_its_claims_and_nothing_is_recorded()
    {
        var before = await served.Client.GetStringAsync($"{ApiRoutes.Root}/status");
        var claims = JsonNode.Parse(await Post("extract", """{"text": "AESC Douai has an annual capacity of 9 GWh.", "title": "Nine", "publisher": "Morning Post", "published": "2025-06-05"}""", "application/json"))!.AsArray();
        (claims[0]!["publisher"]!.ToString(), claims[0]!["published"]!.ToString(), claims[0]!["value"]!.ToString()).ShouldBe(("Morning Post", "2025-06-05", "9"));
        (await served.Client.GetStringAsync($"{ApiRoutes.Root}/status")).ShouldBe(before);
    }

    [Theory]
    [InlineData("check", "check")]
    [InlineData("check?as-of=2024", "check --as-of 2024")]
    public async Task A_note_is_checked_as_on_the_command_line(string address, string typed)
    {
        var note = served.Shell.Write("given/text.md", Asking.Text);
        var words = typed.Split(' ');
        var printed = JsonNode.Parse(Printed([words[0], note, .. words[1..], "--format", "json", "--fail-on", "never"]))!.AsArray();
        var answered = JsonNode.Parse(await Post(address, Asking.Text, "text/markdown; charset=utf-8"))!.AsArray();
        if (address == "check") answered.ShouldNotBeEmpty();
        Strip(answered).ShouldBe(Strip(printed));
    }

    [Theory]
    [InlineData("/changes.atom", "export atom")]
    [InlineData("/changes.atom?most=5", "export atom --most 5")]
    [InlineData("/changes.atom?of=douai&as-of=2024", "export atom douai --as-of 2024")]
    public async Task The_feed_is_the_one_that_is_exported(string address, string typed)
    {
        var feed = await served.Client.GetStringAsync(address);
        feed.ShouldBe(Printed(typed.Split(' ')));
        using var reader = XmlReader.Create(new StringReader(feed));
        var read = System.ServiceModel.Syndication.SyndicationFeed.Load(reader);
        read.Items.ShouldNotBeEmpty();
        read.Items.Select(one => one.Id).ShouldBeUnique();
        read.Items.ShouldAllBe(one => one.Id.StartsWith("tag:", StringComparison.Ordinal));
    }

    private string Printed(params string[] args)
    {
        var (code, output, error) = served.Shell.Run(args);
        code.ShouldBe(0, $"{string.Join(' ', args)}: {error}");
        return output;
    }

    private static string[] Strip(JsonArray all) => [.. all.Select(one =>
    {
        foreach (var key in new[] { "id", "doc", "path", "document", "doc_id", "fingerprint" }) _ = one!.AsObject().Remove(key);
        return one!.ToJsonString();
    })];

    private Task<JsonNode> Json(string address) => served.Json($"{ApiRoutes.Root}/{address}");

    private async Task<string> Post(string address, string text, string type)
    {
        using var content = new StringContent(text, Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var response = await served.Client.PostAsync($"{ApiRoutes.Root}/{address}", content);
        var answer = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, answer);
        return answer;
    }
}
