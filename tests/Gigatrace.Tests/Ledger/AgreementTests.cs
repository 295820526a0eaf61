using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

public sealed class AgreementTests
{
    [Theory]
    [InlineData("37", "37", true)]
    [InlineData("37", "about 37", true)]
    [InlineData("37", "about 38", true)]
    [InlineData("36.8", "37", true)]
    [InlineData("36.8", "36", false)]
    [InlineData("37", "38", false)]
    [InlineData("2112", "2100", true)]
    [InlineData("2112", "2000", false)]
    [InlineData("9", "10", false)]
    [InlineData("12", "10", false)]
    [InlineData("650", "1000", false)]
    [InlineData("27", "24..30", true)]
    [InlineData("32", "24..30", false)]
    [InlineData("25..28", "24..30", true)]
    [InlineData("24..28", "26..30", false)]
    [InlineData("24", "at_least 20", true)]
    [InlineData("18", "at_least 20", false)]
    [InlineData("18", "up_to 20", true)]
    [InlineData("22", "up_to 20", false)]
    [InlineData("12", "", true)]
    public void Values_agree_when_one_is_the_other_rounded_or_contains_it(string one, string other, bool agree)
    {
        Agreement.OfValues(Make(one), Make(other)).ShouldBe(agree);
        Agreement.OfValues(Make(other), Make(one)).ShouldBe(agree);
    }

    [Theory]
    [InlineData(5_000_000_000, "$5bn", 5_200_000_000, true)]
    [InlineData(5_000_000_000, "$5.0bn", 5_200_000_000, false)]
    [InlineData(5_000_000_000, "5,000 million dollars", 5_200_000_000, false)]
    [InlineData(5_000_000_000, "$5bn", 5_600_000_000, false)]
    [InlineData(9_000, "9,000", 9_200, false)]
    public void A_single_digit_before_a_word_of_scale_is_round(long round, string written, long exact, bool agree)
    {
        var (one, other) = (Make($"{round}") with { AsWritten = written }, Make($"{exact}") with { AsWritten = "as exact" });
        Agreement.OfValues(one, other).ShouldBe(agree);
        Agreement.OfValues(other, one).ShouldBe(agree);
    }

    [Fact]
    public void Sums_in_two_currencies_are_not_compared() => Agreement.OfValues(Make("5") with { Unit = "EUR" }, Make("5") with { Unit = "USD" }).ShouldBeFalse();

    [Theory]
    [InlineData("2019", "2019-04", true)]
    [InlineData("2019-04", "2019-05", false)]
    [InlineData("2019", "2017", false)]
    [InlineData("[..2030]", "2028", true)]
    [InlineData("[..2030]", "2031", false)]
    [InlineData("2025-33", "2025-02-10", true)]
    [InlineData("2028~", "2028-06", true)]
    [InlineData("[2027..]", "2028", true)]
    public void Times_agree_when_one_lies_in_the_other(string one, string other, bool agree)
    {
        Agreement.OfTimes(Story.Time(one), Story.Time(other)).ShouldBe(agree);
        Agreement.OfTimes(Story.Time(other), Story.Time(one)).ShouldBe(agree);
    }

    [Theory]
    [InlineData("36.8", "37")]
    [InlineData("27", "24..30")]
    [InlineData("37", "about 37")]
    [InlineData("2112", "2100")]
    public void The_finer_form_is_known(string fine, string rough) => Agreement.Fineness(Make(fine)).ShouldBeGreaterThan(Agreement.Fineness(Make(rough)));

    /// <summary>"about 38", "24..30", "12"; empty for no value.</summary>
    private static Claim Make(string text)
    {
        var qualifier = text.Split(' ') is [var word, _] ? word : null;
        var number = text.Split(' ')[^1];
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        ClaimValue? value = number.Length == 0 ? null
            : number.Split("..") is [var low, var high] ? new ClaimValue.Range(decimal.Parse(low, invariant), decimal.Parse(high, invariant)) : new ClaimValue.Number(decimal.Parse(number, invariant));
        return new Story().Says("Voltara", "capacity").Claims[0] with { Value = value, Qualifier = qualifier };
    }
}
