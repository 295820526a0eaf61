using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

/// <summary>Two claims made so that one is the other's rounder form, or speaks of another scope: whoever says them and when, they never contradict each other.</summary>
public sealed class PairProperties
{
    private const string Durres = "Voltara Durres";

    private static readonly string[] Days = ["2022-01-10", "2022-01-25", "2022-02-20", "2022-12-31", "2023-03", "2024-06-01", "2024-06-02", "2025-01-01"];

    [Fact]
    public void Precision_never_becomes_a_contradiction() => Check(Figures(), pair => Rounded(pair));

    [Fact]
    public void A_rounder_date_never_becomes_a_contradiction() => Check(Figures(), pair => Dated(pair));

    [Fact]
    public void Scope_never_becomes_a_contradiction() => Check(Figures(), pair => Scoped(pair));

    private static void Check(Gen<Drawn> draw, Func<Drawn, Story> tell) => Prop.ForAll(draw.ToArbitrary(), drawn =>
    {
        var found = tell(drawn).State().Disagreements.Where(row => row.Kind == DisagreementKind.Contradiction).Select(row => row.Why).ToArray();
        return (found.Length == 0).Label(string.Join('\n', found));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    /// <summary>A figure of several digits, and the same with fewer.</summary>
    private static Story Rounded(Drawn drawn)
    {
        var (predicate, unit) = drawn.Of(("capacity", (string?)null), ("market_share", null), ("jobs", null), ("investment", "EUR"), ("stake", null), ("vehicles", "EV/yr"), ("funding", "EUR"));
        var exact = drawn.Number / 10.0;
        var rough = Math.Round(exact, MidpointRounding.AwayFromZero);
        var (modality, kind) = (drawn.Modality, predicate is "funding" ? "grant" : null);
        var (when, other) = (predicate is "market_share" or "jobs" ? "2021" : null, predicate is "stake" ? "Lumen Cars" : null);
        return Tell(drawn, (story, first) => story.Says(predicate is "stake" or "market_share" ? "Voltara" : Durres, predicate, first ? exact : rough, unit, other, when, modality, qualifier: first || drawn.Choice % 2 == 0 ? null : "about", kind: kind));
    }

    /// <summary>A day, and its month, quarter, half or year.</summary>
    private static Story Dated(Drawn drawn)
    {
        var rough = drawn.Of("2024-05", "2024-34", "2024-40", "2024", "[..2024]", "2024-05-20~");
        var (predicate, value, other) = drawn.Number % 3 == 0 ? ("acquired", (string?)null, "Grune Group") : ("milestone", drawn.Number % 2 == 0 ? "production_start" : "inauguration", (string?)null);
        return Tell(drawn, (story, first) => story.Says(Durres, predicate, value, other: other, when: first ? "2024-05-20" : rough, modality: drawn.Modality));
    }

    /// <summary>The first stage and the end, cells and packs, the site and its part, what could be made and what was, a package and its part.</summary>
    private static Story Scoped(Drawn drawn)
    {
        var (small, large) = (drawn.Number, (drawn.Number * 2) + drawn.Choice);
        return Tell(drawn, (story, first) => _ = (drawn.Choice % 6) switch
        {
            0 => first ? story.Says(Durres, "capacity", small, basis: "initial", modality: drawn.Modality) : story.Says(Durres, "capacity", large, basis: "ceiling", modality: Modality.Possible),
            1 => story.Says(Durres, "capacity", first ? small : large, level: first ? "cell" : "pack", modality: drawn.Modality),
            2 => first ? story.Says(Durres, "capacity", large, part: "site", modality: drawn.Modality) : story.Says(Durres + " 2", "capacity", small, modality: drawn.Modality),
            3 => first ? story.Says(Durres, "capacity", large) : story.Says(Durres, "capacity", small, basis: "output", when: "2023"),
            4 => first ? story.Says(Durres, "funding", large, "EUR", quote: "a package of this much") : story.Says(Durres, "funding", small, "EUR", kind: "loan", quote: "of which the loan is this much"),
            _ => story.Says(Durres, "capacity", first ? small : large, product: first ? "traction" : "storage", modality: drawn.Modality),
        });
    }

    private static Story Tell(Drawn drawn, Action<Story, bool> say)
    {
        var story = new Story();
        foreach (var first in drawn.Swapped ? (bool[])[false, true] : [true, false])
        {
            _ = story.On(first ? drawn.FirstDay : drawn.SecondDay, first ? "Daily" : drawn.Choice % 3 == 0 ? "Daily" : "Weekly", first ? drawn.FirstKind : drawn.SecondKind);
            say(story, first);
        }

        return story;
    }

    private static Gen<Drawn> Figures() =>
        from number in Gen.Choose(101, 989)
        from choice in Gen.Choose(0, 59)
        from first in Gen.Elements(Days)
        from second in Gen.Elements(Days)
        from one in Gen.Elements(SourceKind.Filing, SourceKind.Release, SourceKind.News, SourceKind.Blog, SourceKind.Note)
        from other in Gen.Elements(SourceKind.Filing, SourceKind.Release, SourceKind.News, SourceKind.Blog, SourceKind.Note)
        from modality in Gen.Elements(Modality.Actual, Modality.Planned, Modality.Possible, Modality.Rumoured)
        from swapped in Gen.Elements(true, false)
        select new Drawn(number, choice, first, second, one, other, modality, swapped);

    private sealed record Drawn(int Number, int Choice, string FirstDay, string SecondDay, SourceKind FirstKind, SourceKind SecondKind, Modality Modality, bool Swapped)
    {
        public T Of<T>(params T[] choices) => choices[Choice % choices.Length];
    }
}
