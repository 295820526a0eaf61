using Gigatrace.Claims;
using static Gigatrace.Claims.Modality;

namespace Gigatrace.Tests.Ledger;

/// <summary>The sentence that a person reads beside each kind of disagreement.</summary>
public sealed class WordingTests
{
    private const string Durres = "Voltara Durres";

    [Fact]
    public void Superseded() => Why(new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-01", "Weekly").Says(Durres, "capacity", 12, modality: Planned))
        .ShouldBe("12 GWh/yr planned (Weekly, 2022-09-01) took the place of 9 GWh/yr planned (Daily, 2021-03-01).");

    [Fact]
    public void Stale() => Why(new Story().On("2025-03-01", "Weekly").Says(Durres, "milestone", "production_start", when: "2025-02-11").On("2026-01-09", "Vault", SourceKind.Note).Says(Durres, "status", "planned", modality: Planned))
        .ShouldBe("planned (Vault, a note, 2026-01-09) repeats a state older than production start 2025-02-11 (Weekly, 2025-03-01).");

    [Fact]
    public void Scope() => Why(new Story().On("2021-03", "Daily").Says(Durres, "capacity", 12, basis: "initial", modality: Planned).Says(Durres, "capacity", 35, basis: "ceiling", qualifier: "up_to", modality: Possible))
        .ShouldBe("12 GWh/yr planned (Daily, 2021-03) and up to 35 GWh/yr possible (Daily, 2021-03) speak of different things (initial and ceiling): both can hold.");

    [Fact]
    public void Side_by_side() => Why(new Story().On("2021-03-01", "Daily").Says(Durres, "jobs", 300, modality: Planned).Says(Durres, "jobs", 1000, modality: Planned))
        .ShouldBe("1,000 planned (Daily, 2021-03-01) and 300 planned (Daily, 2021-03-01) stand side by side in one text: both can hold.");

    [Fact]
    public void Precision() => Why(new Story().On("2025-03-01", "Weekly").Says("Voltara", "market_share", 37).On("2025-04-01", "Vault", SourceKind.Note).Says("Voltara", "market_share", 36.8))
        .ShouldBe("36.8 % (Vault, a note, 2025-04-01) is the finer form of 37 % (Weekly, 2025-03-01).");

    [Fact]
    public void Contradiction() => Why(new Story().On("2025-06-05", "Weekly").Says("Voltara", "acquired", other: "Grune Group", when: "2019", ai: true).On(null, "Leaflet").Says("Voltara", "acquired", other: "Grune", when: "2017"))
        .ShouldBe("acquired by Grune Group 2017 (Leaflet, undated) against acquired by Grune Group 2019 (Weekly, AI-generated, 2025-06-05): both cannot be so.");

    private static string Why(Story story) => story.State().Disagreements.ShouldHaveSingleItem().Why;
}
