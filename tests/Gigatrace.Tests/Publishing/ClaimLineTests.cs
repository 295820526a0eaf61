using System.Text.Json;
using Gigatrace.Claims;
using Gigatrace.Publishing;

namespace Gigatrace.Tests.Publishing;

public sealed class ClaimLineTests
{
    private static readonly string[] Keys =
    [
        "id", "doc", "path", "url", "publisher", "source_kind", "published", "subject", "part", "predicate", "value", "unit", "object", "kind", "basis", "qualifier",
        "product", "level", "region", "model", "when", "modality", "attribution", "ai_generated", "as_written", "quote", "start", "end", "rule",
    ];

    [Fact]
    public void All_keys_are_there_in_their_order()
    {
        using var json = JsonDocument.Parse(ClaimLines.Write(MadeUp.Claim("b2b2")));
        json.RootElement.EnumerateObject().Select(pair => pair.Name).ShouldBe(Keys);
    }

    [Fact]
    public void A_line_is_one_line_in_plain_UTF8()
    {
        var line = ClaimLines.Write(MadeUp.Claim("a1a1") with { Subject = "Škoda 電池 🔋", Quote = "first\nsecond “quoted” & <b>" });
        line.ShouldNotContain("\n");
        line.ShouldContain("Škoda 電池");
        line.ShouldContain("“quoted” & <b>");
    }

    [Theory]
    [InlineData("10.00", "10")]
    [InlineData("0.50", "0.5")]
    [InlineData("450000000", "450000000")]
    [InlineData("33.33", "33.33")]
    public void Numbers_are_written_plainly(string amount, string written) =>
        ClaimLines.Write(MadeUp.Claim("a2a2") with { Value = new ClaimValue.Number(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)) })
            .ShouldContain($"\"value\":{written},");

    [Fact]
    public void What_is_written_is_read_back()
    {
        foreach (var claim in MadeUp.View.State.Claims.Values)
        {
            ClaimLineReader.TryRead(ClaimLines.Write(claim), out var back, out var problem).ShouldBeTrue(problem);
            ClaimLines.Write(back!).ShouldBe(ClaimLines.Write(claim));
        }
    }

    [Theory]
    [InlineData("", "is no JSON")]
    [InlineData("[1]", "is no JSON object")]
    [InlineData("{\"id\":\"a\"}", "has no text in \"doc\"")]
    [InlineData("""{"id":"a","doc":"d","subject":"s","predicate":"p","quote":"q","modality":"sure"}""", "has a modality that is not known: sure")]
    [InlineData("""{"id":"a","doc":"d","subject":"s","predicate":"p","quote":"q","modality":"actual","when":"soon"}""", "has no EDTF time in \"when\": soon")]
    [InlineData("""{"id":"a","doc":"d","subject":"s","predicate":"p","quote":"q","modality":"actual","start":4,"end":2}""", "has no \"start\" and \"end\" in order")]
    public void A_line_that_is_no_claim_says_why(string line, string why)
    {
        ClaimLineReader.TryRead(line, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(why);
    }
}
