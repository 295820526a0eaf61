using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>What is held, kept in step with the rows of a ledger, is what it would be if all were worked out at once. The same ledgers in every run.</summary>
public sealed class HoldingsTests
{
    internal static readonly string[] Names = ["Voltara Durres", "Voltara Durres 2", "Voltara Albania", "Voltara Vlora", "Lumen Power Ica", "Lumen Cars Ica", "Grune Group", "Somebody Ltd", "Voltara"];

    /// <summary>Something that happens to a ledger.</summary>
    /// <param name="Kind">0 to 5 a document is read, 6 one is taken back, 7 to 9 a person judges, 10 takes a judgement back.</param>
    public sealed record Step(int Kind, int Which, int Other, Claim[] Claims);

    private static Gen<Step> OneStep { get; } =
        from kind in Gen.Choose(0, 10)
        from which in Gen.Choose(0, 5)
        from other in Gen.Choose(0, 8)
        from claims in Gen.ArrayOf(PropertyTests.OneClaim(), 3)
        select new Step(kind, which, other, claims);

    private static Gen<Step[]> Steps { get; } = Gen.ArrayOf(OneStep, 9);

    [Theory, InSqlite, InPostgres]
    public void What_was_kept_in_step_is_what_is_worked_out_at_once(Engine engine) => Check(engine, (ledger, holdings) =>
    {
        var kept = ledger.Held.All();
        holdings.Rebuild();
        Same(Shown(kept), Shown(ledger.Held.All()));
    });

    [Theory, InSqlite, InPostgres]
    public void What_is_held_on_a_day_is_what_reconciling_says_of_it(Engine engine) => Check(engine, (ledger, _) =>
    {
        foreach (var day in new[] { new DateOnly(2020, 6, 30), new DateOnly(2023, 3, 31), new DateOnly(2026, 12, 31), new DateOnly(2040, 1, 1) })
        {
            var held = HeldItem.Of(ledger.Held.At(day.DayNumber));
            var state = State.Of(day, day, HeldSet.Of(held), HeldSet.Others(held), HeldSet.Queue(held), []);
            Same(PropertyTests.Print(state).Split('\n'), PropertyTests.Print(Reconcile.Run(ledger.LoadClaims(), ledger.LoadJudgements(), day, ledger.RecordedDays(), Story.Knowledge, Gigatrace.Ledger.Copies.Find(ledger.LoadSignatures()))).Split('\n'));
        }
    });

    [Theory, InSqlite]
    public void A_chronicle_says_of_every_day_what_the_rows_say_in_whatever_order_it_is_asked(Engine engine) => Check(engine, (_, holdings) =>
    {
        var chronicle = holdings.Chronicle();
        foreach (var day in new DateOnly?[] { new(2026, 12, 31), new(2020, 6, 30), null, new(2023, 3, 31), new(2040, 1, 1), new(2020, 6, 30), new(2019, 1, 1) }) Same(Printed(chronicle.At(day)), Printed(holdings.At(day)));
    });

    private static string[] Printed(State state) => [.. PropertyTests.Print(state).Split('\n'), .. state.Plants.Select(HeldJson.Write), .. state.Companies.Select(HeldJson.Write)];

    private static void Check(Engine engine, Action<LedgerStore, Holdings> check) => Prop.ForAll(Steps.ToArbitrary(), steps =>
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        var holdings = ledger.Holdings("test", Story.Knowledge);
        foreach (var step in steps)
        {
            Do(ledger, step);
            holdings.Refresh();
        }

        check(ledger, holdings);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(engine == Engine.Sqlite ? 60 : 15).WithReplay(20261122UL, 31UL, 40));

    private static void Do(LedgerStore ledger, Step step)
    {
        var claims = ledger.LoadClaims();
        switch (step.Kind)
        {
            case <= 5:
                Read(ledger, step);
                break;
            case 6:
                var documents = ledger.LoadDocuments();
                if (documents.Count > 0) _ = ledger.Retract(documents[step.Which % documents.Count].Document.Id, "no longer true", "ann");
                break;
            case 7:
                _ = ledger.AddJudgement(step.Which % 2 == 0 ? Verdict.Same : Verdict.NotSame, Names[step.Other], Names[(step.Other + 1 + step.Which) % Names.Length], "so it is", "ann");
                break;
            case <= 9:
                if (claims.Count > 0) _ = ledger.AddJudgement(step.Kind == 8 ? Verdict.Prefer : Verdict.Reject, claims[step.Other % claims.Count].Id, null, "so it is", "ann");
                break;
            default:
                var judgements = ledger.LoadJudgements();
                if (judgements.Count > 0) _ = ledger.Withdraw(judgements[step.Which % judgements.Count].Id, "no", "ann");
                break;
        }
    }

    /// <summary>A document of six at the most, each time with other claims; the fifth has no date.</summary>
    private static void Read(LedgerStore ledger, Step step)
    {
        var text = string.Join('\n', step.Claims.Select(claim => claim.Quote));
        var document = LedgerStoreTests.Document($"{step.Which}.txt", text) with { Publisher = step.Claims[0].Publisher, Published = step.Which == 5 ? null : step.Claims[0].Published, SourceKind = step.Claims[0].SourceKind };
        _ = ledger.AddDocument(document, [.. step.Claims.Select((claim, at) => claim with { Id = $"{document.Id[..10]}{at:000000}", DocumentId = document.Id })], "1");
    }

    private static string[] Shown(IEnumerable<HeldRow> rows) => [.. rows.Select(row => $"{row.Subject}|{row.Kind}|{row.Key}|{row.From}|{row.To}|{row.Family}|{row.Payload}")];

    /// <summary>Fails with the lines that one of both has alone.</summary>
    private static void Same(string[] kept, string[] anew) =>
        kept.Except(anew).Select(line => "kept: " + line).Concat(anew.Except(kept).Select(line => "anew: " + line)).ShouldBeEmpty();
}
