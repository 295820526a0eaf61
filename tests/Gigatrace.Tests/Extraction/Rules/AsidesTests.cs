using Gigatrace.Claims;

namespace Gigatrace.Tests.Extraction.Rules;

/// <summary>What stands beside a name and only says more of it, which patterns see past: text → who is bound to whom.</summary>
public sealed class AsidesTests
{
    [Theory]
    [InlineData("Lyten, a maker of batteries that holds patents in many countries, acquired Cuberg.", "Cuberg → Lyten")]
    [InlineData("Lyten, which makes batteries and counts many carmakers as backers, acquired Cuberg.", "Cuberg → Lyten")]
    [InlineData("Lyten (LYT) acquired Cuberg.", "Cuberg → Lyten")]
    [InlineData("Lyten, a maker of batteries, and Cuberg, a smaller one, talked.")]
    [InlineData("Lyten, a maker of batteries; Cuberg was acquired.")]
    public void A_buyer_is_known_across_what_is_said_of_it(string text, params string[] expected) => Pairs(text, "acquired").ShouldBe(expected);

    [Theory]
    [InlineData("Honda established a joint venture (JV) with LG Energy Solution.", "Honda → LG Energy Solution")]
    [InlineData("General Motors and Korea's LG Energy Solution formed a joint venture.", "General Motors → LG Energy Solution")]
    [InlineData("The plant, a joint venture of VinES, which belongs to Vingroup, and Gotion, makes cells.", "VinES → Gotion")]
    [InlineData("A joint venture of Gotion, one of the largest makers, and InoBat makes cells.", "Gotion → InoBat")]
    [InlineData("Accelera, the zero-emissions unit of engine maker Cummins, Daimler Truck and Paccar formed a joint venture.", "Daimler Truck → Paccar", "Accelera → Daimler Truck", "Accelera → Paccar")]
    [InlineData("Hyundai Motor Group signed a memorandum of understanding with SK On, SK Group's battery unit.", "Hyundai Motor Group → SK On")]
    [InlineData("Ford and SK On – a maker of cells – formed a joint venture.", "Ford → SK On")]
    [InlineData("VinES – which belongs to Vingroup – and Gotion formed a joint venture.", "VinES → Gotion")]
    [InlineData("Gotion set up a joint venture with the large local utility Energy Absolute.", "Gotion → Energy Absolute")]
    [InlineData("The plant is a joint venture of Stellantis N.V. and Samsung SDI Co. Ltd., which makes cells.", "Stellantis → Samsung SDI")]
    public void Partners_are_known_across_letters_owners_and_countries(string text, params string[] expected) => Pairs(text, "partnership").ShouldBe(expected);

    [Theory]
    [InlineData("PowerCo, set up in 2022, is a wholly owned subsidiary of Volkswagen.", "PowerCo → Volkswagen")]
    [InlineData("The plant, a joint venture of PowerCo, which belongs to Volkswagen, and Gotion, is ready.", "PowerCo → Volkswagen")]
    public void An_owner_is_known_across_what_is_said_of_its_daughter(string text, params string[] expected) => Pairs(text, "parent").ShouldBe(expected);

    [Theory]
    [InlineData("SVOLT supplies batteries to the popular German carmaker, BMW.", "SVOLT → BMW")]
    [InlineData("Farasis Energy supplies cells to the young electric motorcycle manufacturer, Zero Motorcycles.", "Farasis Energy → Zero Motorcycles")]
    [InlineData("SVOLT supplies batteries to the owner of the German carmaker, BMW said.")]
    public void A_customer_is_known_behind_what_it_is_said_to_be(string text, params string[] expected) => Pairs(text, "supplies").ShouldBe(expected);

    [Theory]
    [InlineData("CATL made 65 GWh of batteries, an increase of 55% on the year before, accounting for 36% of the market.", 36)]
    [InlineData("BYD made 30 GWh of batteries, up 20%, for a market share of 16%.", 16)]
    public void A_share_is_known_across_a_comparison(string text, int share) =>
        ClaimsOf.Text("---\ntitle: Battery news\npublished: 2025-09-15\n---\n" + text + "\n", "market_share", "text.md").ShouldHaveSingleItem().Value.ShouldBe(new ClaimValue.Number(share));

    [Theory]
    [InlineData("Construction of PowerCo's battery plant in St. Thomas, Ont. will start in 2024.")]
    [InlineData("Construction of PowerCo's battery plant in St. Thomas, Ontario, will start in 2024.")]
    public void A_works_is_known_across_its_province(string text) =>
        ClaimsOf.Text("---\ntitle: Battery news\npublished: 2023-09-15\n---\n" + text + "\n", "milestone", "text.md").ShouldHaveSingleItem().Subject.ShouldBe("PowerCo St. Thomas");

    private static IEnumerable<string> Pairs(string text, string predicate) =>
        ClaimsOf.Text("---\ntitle: Battery news\npublished: 2025-09-15\n---\n" + text + "\n", predicate, "text.md").Select(claim => $"{claim.Subject} → {claim.Object}");
}
