using Gigatrace.Publishing.Digests;

namespace Gigatrace.Tests.Publishing.Digests;

public sealed class HotTermTests
{
    /// <summary>Worked out by hand: 2 Σ o · ln(o / e).</summary>
    [Theory]
    [InlineData(3, 3, 0, 10, 14.05)]
    [InlineData(5, 10, 5, 10, 0)]
    [InlineData(8, 10, 20, 100, 14.71)]
    [InlineData(0, 10, 10, 10, 27.73)]
    public void Surprise_is_the_log_likelihood_ratio(int now, int ofNow, int before, int ofBefore, double expected) =>
        HotTerms.Surprise(now, ofNow, before, ofBefore).ShouldBe(expected, 0.01);

    [Theory]
    [InlineData(3, 3, 0, 10, true)]
    [InlineData(2, 2, 0, 50, false)]
    [InlineData(3, 3, 5, 10, false)]
    [InlineData(3, 30, 30, 30, false)]
    [InlineData(3, 3, 0, 0, false)]
    public void A_term_is_hot_where_it_is_more_frequent_than_chance_makes_it(int now, int ofNow, int before, int ofBefore, bool hot) =>
        HotTerms.Find([.. Documents(now, ofNow).Select((terms, at) => (at % 2 == 0 ? "Daily" : null, terms))], Documents(before, ofBefore)).Any(term => term.Term == "sodium").ShouldBe(hot);

    [Fact]
    public void What_one_publisher_alone_has_is_not_hot() =>
        HotTerms.Find([.. Documents(5, 5).Select(terms => ((string?)"Daily", terms))], Documents(0, 50)).ShouldBeEmpty();

    private static IReadOnlySet<string>[] Documents(int with, int all) => [.. Enumerable.Range(0, all).Select(at => at < with ? new HashSet<string>(["battery", "sodium"], StringComparer.Ordinal) : new HashSet<string>(["battery"], StringComparer.Ordinal))];
}
