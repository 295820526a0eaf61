using Gigatrace.Claims;
using Gigatrace.Publishing;

namespace Gigatrace.Tests.Publishing;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("2025-06-03", "2025-06-03")]
    [InlineData("2025-06", "2025-06")]
    [InlineData("2025", "2025")]
    [InlineData("2025-33", "Q1 2025")]
    [InlineData("2025-41", "H2 2025")]
    [InlineData("2025-38", "mid 2025")]
    [InlineData("2025-22", "summer 2025")]
    [InlineData("[..2030]", "by 2030")]
    [InlineData("[..2030-37]", "by early 2030")]
    [InlineData("2028~", "about 2028")]
    [InlineData("[2026,2027]", "2026 or 2027")]
    [InlineData("2021-06-28/2021-07-04", "2021-06-28 to 2021-07-04")]
    [InlineData("XXXX-12-09", "12-09")]
    public void Times(string edtf, string said)
    {
        When.TryParse(edtf, out var when).ShouldBeTrue();
        Phrases.Time(when).ShouldBe(said);
    }

    [Theory]
    [InlineData(10, "GWh/yr", "10 GWh/yr")]
    [InlineData(21.5, "GWh/yr", "21.5 GWh/yr")]
    [InlineData(200000, "EV/yr", "200,000 EV/yr")]
    [InlineData(450000000, "EUR", "EUR 450 million")]
    [InlineData(2600000000, "USD", "USD 2.6 billion")]
    [InlineData(33.33, "percent", "33.33 %")]
    [InlineData(650, null, "650")]
    public void Figures(double amount, string? unit, string said) => Phrases.Figure(new ClaimValue.Number((decimal)amount), unit).ShouldBe(said);

    [Fact]
    public void Ranges_and_words()
    {
        Phrases.Figure(new ClaimValue.Range(24, 30), "GWh/yr").ShouldBe("24–30 GWh/yr");
        Phrases.Figure(new ClaimValue.Text("under_construction"), null).ShouldBe("under construction");
        Phrases.Figure(null, "EUR").ShouldBeEmpty();
    }
}
