using Gigatrace.Publishing.Cards;

namespace Gigatrace.Tests.Acceptance;

/// <summary>A company's card is made from what is loaded for it alone, and is the one that everything would give.</summary>
public sealed class CompanyTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public void A_card_from_what_it_needs_is_the_card_from_everything()
    {
        var all = samples.View();
        foreach (var company in all.State.Companies)
        {
            var own = Pipeline.Publish(samples.Store, Pipeline.Refreshed(samples.Store).Company(company.Name, null), all.Day, withLines: true);
            var card = CompanyCard.Make(own, own.State.Companies.Single(one => one.Name == company.Name), evidence: true);
            card.Items[0].ToJsonString().ShouldBe(CompanyCard.Make(all, company, evidence: true).Items[0].ToJsonString());
        }
    }
}
