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
    public void A_works_is_in_one_state(string text, params string[] expected) => Claims(text, "status").ShouldBe(expected);

    [Theory]
    [InlineData("Closure of Northvolt's factory in Skellefteå: 30 June 2025.", "closed 2025-06-30 actual")]
    [InlineData("On 30 June 2025 the last cell left the line in Northvolt's factory in Skellefteå.", "closed 2025-06-30 actual")]
    [InlineData("Diggers have been at work at PowerCo's plant in Valencia since March 2023.", "construction_start 2023-03 actual")]
    [InlineData("The first stone of ACC's factory in Termoli is foreseen for autumn 2025.", "construction_start 2025-23 planned")]
    [InlineData("The start of production at ACC's factory in Termoli was postponed from 2025 to 2026.", "production_start 2026 planned")]
    [InlineData("Freyr will build a battery plant in Coweta County, Georgia, it announced on Friday.", "announced 2025-09-12 actual")]
    public void An_event_comes_once_with_its_own_date(string text, params string[] expected) => Claims(text, "milestone").ShouldBe(expected);

    private static IEnumerable<string> Claims(string text, string predicate) =>
        ClaimsOf.Text("---\ntitle: Battery news\npublished: 2025-09-15\n---\n" + text + "\n", predicate, "text.md")
            .Select(claim => string.Join(' ', new[] { ((ClaimValue.Text)claim.Value!).Word, claim.When?.Edtf, claim.Modality.ToString().ToLowerInvariant() }.Where(part => part is not null)));
}
