using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

public sealed class PredicatesTests
{
    private static readonly string[] Qualifiers = ["basis", "product", "level", "region", "period", "object", "value", "unit", "kind"];

    [Fact]
    public void Every_predicate_of_the_vocabulary_is_there_once() => Predicates.All.Select(predicate => predicate.Name).Order(StringComparer.Ordinal).ShouldBe(
    [
        "acquired", "capacity", "chemistry", "competitor", "entry", "founded", "funding", "headquarters", "insolvency", "investment", "jobs", "market_share", "milestone", "operator", "parent", "partnership", "rank", "role", "stake", "status",
        "supplies", "vehicles",
    ]);

    [Fact]
    public void Topics_are_made_of_known_qualifiers() => Predicates.All.SelectMany(predicate => predicate.Topic).Except(Qualifiers).ShouldBeEmpty();

    [Fact]
    public void Every_predicate_says_what_it_is_in_a_sentence() => Predicates.All.ShouldAllBe(predicate => predicate.Doc.Length > 20 && predicate.Doc.EndsWith('.'));

    [Fact]
    public void The_page_tells_of_every_predicate() => Expectations.Check(PredicatePage.Of(), "docs/predicates.md");

    [Fact]
    public void What_has_one_answer_is_found_by_name()
    {
        Predicates.Find("capacity")!.Unit.ShouldBe("GWh/yr");
        Predicates.Find("nothing").ShouldBeNull();
    }
}
