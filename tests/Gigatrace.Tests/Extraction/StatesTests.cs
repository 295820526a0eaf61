using Gigatrace.Claims;

namespace Gigatrace.Tests.Extraction;

/// <summary>What state a works is in and what happened there: text → its claims of status or milestone, in text order.</summary>
public sealed class StatesTests
{
    [Theory]
    [InlineData("Work on Ford's battery plant in Marshall was halted on 25 September 2025. Construction has resumed.", "under_construction actual")]
    [InlineData("Building of PowerCo's plant in Valencia is to begin in March 2026.", "planned planned")]
    [InlineData("PowerCo will spend more on the gigafactory it is building in Valencia.", "under_construction actual")]
    [InlineData("ACC has stopped work on its factory in Termoli.", "paused actual")]
    [InlineData("Is ACC's plant in Termoli dead?")]
    [InlineData("ACC's plant in Douvrin is over budget.")]
    [InlineData("ACC's plant in Termoli is to start production in 2028.", "planned planned")]
    [InlineData("The board of LG Energy Solution approved its plant in Queen Creek in March 2023.", "planned planned")]
    [InlineData("Work on ACC's battery plant in Termoli is suspended. First output was once expected at the end of 2027.", "paused actual")]
    [InlineData("Work on NextStar's battery plant in Windsor was halted in May 2023. The first cells left the line in March 2025.", "operating actual")]
    [InlineData("Verkor is to feed the models from the battery factory going up in Dunkirk.", "under_construction actual")]
    [InlineData("Analysts would not be shocked if ACC's plant in Termoli were cancelled.")]
    [InlineData("Toyota runs a battery plant in Liberty. Toyota Battery Manufacturing North Carolina was inaugurated on 12 September 2025.", "operating actual")]
    public void A_works_is_in_one_state(string text, params string[] expected) => Claims(text, "status").ShouldBe(expected);

    [Theory]
    [InlineData("Closure of Northvolt's factory in Skellefteå: 30 June 2025.", "closed 2025-06-30 actual")]
    [InlineData("On 30 June 2025 the last cell left the line in Northvolt's factory in Skellefteå.", "closed 2025-06-30 actual")]
    [InlineData("Diggers have been at work at PowerCo's plant in Valencia since March 2023.", "construction_start 2023-03 actual")]
    [InlineData("The first stone of ACC's factory in Termoli is foreseen for autumn 2025.", "construction_start 2025-23 planned")]
    [InlineData("The start of production at ACC's factory in Termoli was postponed from 2025 to 2026.", "production_start 2026 planned")]
    [InlineData("Freyr will build a battery plant in Coweta County, Georgia, it announced on Friday.", "announced 2025-09-12 actual")]
    [InlineData("ACC's plant in Termoli will not open before 2028.", "production_start 2028/.. planned")]
    [InlineData("Freyr has a battery plant in Newnan. Freyr announced in May 2025 that it becomes a supplier.")]
    [InlineData("Northvolt announced on 28 August 2025 that it would open a battery factory in Heide.", "announced 2025-08-28 actual")]
    [InlineData("Freyr's plant in Newnan needs new capital, announced in April 2025.")]
    public void An_event_comes_once_with_its_own_date(string text, params string[] expected) => Claims(text, "milestone").ShouldBe(expected);

    [Theory]
    [InlineData("ACC makes cells in Douvrin. A second plant is being built in Kaiserslautern.", "ACC Douvrin operating", "ACC Kaiserslautern under_construction")]
    [InlineData("ACC makes cells in Douvrin. A second plant is being built there.", "ACC Douvrin 2 under_construction", "ACC Douvrin operating")]
    [InlineData("StarPlus Energy makes cells in Kokomo. Samsung SDI is a partner. Plant two, whose walls are going up, is larger.", "StarPlus Energy Kokomo 2 under_construction", "StarPlus Energy Kokomo operating")]
    [InlineData("ACC has factories in Kaiserslautern and Termoli. Kaiserslautern and Termoli are on hold.", "ACC Kaiserslautern paused", "ACC Termoli paused")]
    [InlineData("KORE Power cancelled its Buckeye, Arizona, factory.", "KORE Power Buckeye cancelled")]
    [InlineData("ACC shelved its German and Italian plants, in Kaiserslautern and Termoli.", "ACC Kaiserslautern paused", "ACC Termoli paused")]
    [InlineData("- Northvolt makes cells in Skellefteå and plans a factory in Heide.\n- 2025-03 Heide: diggers on site", "Northvolt Heide under_construction", "Northvolt Skellefteå operating")]
    public void A_state_is_that_of_the_works_that_is_meant(string text, params string[] expected) =>
        ClaimsOf.Text("---\ntitle: Battery news\npublished: 2025-09-15\n---\n" + text + "\n", "status", "text.md").Select(claim => $"{claim.Subject} {((ClaimValue.Text)claim.Value!).Word}").Order(StringComparer.Ordinal).ShouldBe(expected);

    private static IEnumerable<string> Claims(string text, string predicate) =>
        ClaimsOf.Text("---\ntitle: Battery news\npublished: 2025-09-15\n---\n" + text + "\n", predicate, "text.md")
            .Select(claim => string.Join(' ', new[] { ((ClaimValue.Text)claim.Value!).Word, claim.When?.Edtf, claim.Modality.ToString().ToLowerInvariant() }.Where(part => part is not null)));
}
