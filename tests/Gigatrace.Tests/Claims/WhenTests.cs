using System.Globalization;
using Gigatrace.Claims;

namespace Gigatrace.Tests.Claims;

public sealed class WhenTests
{
    [Theory]
    [InlineData("2025-06-03", "2025-06-03", "2025-06-03")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("2025-33", "2025-01-01", "2025-03-31")]
    [InlineData("2025-36", "2025-10-01", "2025-12-31")]
    [InlineData("2025-37", "2025-01-01", "2025-04-30")]
    [InlineData("2025-39", "2025-09-01", "2025-12-31")]
    [InlineData("2025-40", "2025-01-01", "2025-06-30")]
    [InlineData("2025-41", "2025-07-01", "2025-12-31")]
    [InlineData("2025-21", "2025-03-01", "2025-05-31")]
    [InlineData("2023-24", "2023-12-01", "2024-02-29")]
    [InlineData("2028~", "2028-01-01", "2028-12-31")]
    [InlineData("2028-06?", "2028-06-01", "2028-06-30")]
    [InlineData("202X", "2020-01-01", "2029-12-31")]
    [InlineData("2021-1X", "2021-10-01", "2021-12-31")]
    [InlineData("2021-XX-30", "2021-01-30", "2021-12-30")]
    [InlineData("[..2030]", null, "2030-12-31")]
    [InlineData("[2026,2027]", "2026-01-01", "2027-12-31")]
    [InlineData("{2019..2021}", "2019-01-01", "2021-12-31")]
    [InlineData("2027/..", "2027-01-01", null)]
    [InlineData("../2037-05", null, "2037-05-31")]
    [InlineData("2023-04/2024-03", "2023-04-01", "2024-03-31")]
    [InlineData("XXXX-12-09", null, null)]
    [InlineData("2021-03-04T05:06:07Z", "2021-03-04", "2021-03-04")]
    [InlineData("-0044-03-15", null, null)]
    [InlineData("Y12345", null, null)]
    [InlineData("1970S3", "1970-01-01", "1979-12-31")]
    public void Valid_times_have_a_first_and_last_day(string edtf, string? first, string? last)
    {
        When.TryParse(edtf, out var when).ShouldBeTrue();
        when!.Edtf.ShouldBe(edtf);
        Show(when.Earliest).ShouldBe(first);
        Show(when.Latest).ShouldBe(last);
    }

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("2025-6-3")]
    [InlineData("2025-13")]
    [InlineData("2025-42")]
    [InlineData("2025-04-31")]
    [InlineData("2023-02-29")]
    [InlineData("2025/2024")]
    [InlineData("/")]
    [InlineData("2025/2026/2027")]
    [InlineData("[2025")]
    [InlineData("[..]")]
    [InlineData("[2025,..2026]")]
    [InlineData("2025-06-03T25:00:00")]
    [InlineData("2025-06-03 ")]
    [InlineData("Y2025")]
    [InlineData("-0000")]
    [InlineData("2025-21-03")]
    [InlineData("2025-Q1")]
    public void Others_are_no_times(string text) => When.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("2025-Q2", "2025-34")]
    [InlineData("2025-H1", "2025-40")]
    [InlineData("2025-early", "2025-37")]
    [InlineData("2025-mid", "2025-38")]
    [InlineData("2025-late", "2025-39")]
    [InlineData("../2030", "[..2030]")]
    [InlineData("../2025-Q4", "[..2025-36]")]
    [InlineData("2027/..", "2027/..")]
    [InlineData("2021-06-28/2021-07-04", "2021-06-28/2021-07-04")]
    [InlineData("2025-06", "2025-06")]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void Shorthand_is_read(string? text, string? edtf) => When.FromLoose(text)?.Edtf.ShouldBe(edtf);

    [Fact]
    public void Times_are_made_of_their_parts()
    {
        When.Quarter(2025, 1).Edtf.ShouldBe("2025-33");
        When.Half(2025, 2).Edtf.ShouldBe("2025-41");
        When.Third(2025, 3).Edtf.ShouldBe("2025-39");
        When.Season(2025, 3).Edtf.ShouldBe("2025-23");
        When.Decade(2020).Edtf.ShouldBe("202X");
        When.By(When.Year(2030)).Edtf.ShouldBe("[..2030]");
        When.By(When.FromLoose("2023/2025")!).Edtf.ShouldBe("[..2025-12-31]");
        When.From(When.Month(2027, 3)).Edtf.ShouldBe("2027-03/..");
        When.Until(When.Year(2037)).Edtf.ShouldBe("../2037");
        When.OneOf(When.Year(2026), When.Year(2027))!.Edtf.ShouldBe("[2026,2027]");
        When.Between(When.Year(2027), When.Year(2026)).ShouldBeNull();
        When.Approximately(When.Year(2028)).Edtf.ShouldBe("2028~");
        When.DayOfSomeYear(12, 9).Edtf.ShouldBe("XXXX-12-09");
        Should.Throw<ArgumentException>(() => When.Quarter(2025, 19));
    }

    [Fact]
    public void Equal_when_the_text_is_equal() => When.FromLoose("2025-Q1").ShouldBe(When.Quarter(2025, 1));

    private static string? Show(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
