using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>What must hold of any ledger whatever, on both engines.</summary>
public sealed class LawsTests
{
    private static Gen<Claim[][]> Documents { get; } = Gen.ArrayOf(Gen.ArrayOf(PropertyTests.OneClaim(), 3), 5);

    [Theory, InSqlite, InPostgres]
    public void The_order_of_arrival_does_not_matter(Engine engine) => Check(engine, documents =>
    {
        var kept = Held(engine, ledger => Read(ledger, documents, one: true));
        Held(engine, ledger => Read(ledger, [.. documents.Reverse()], one: true)).ShouldBe(kept);
        Held(engine, ledger => Read(ledger, documents, one: false)).ShouldBe(kept);
    });

    [Theory, InSqlite, InPostgres]
    public void Reading_twice_is_reading_once(Engine engine) => Check(engine, documents =>
        Held(engine, ledger => Read(ledger, [.. documents, .. documents], one: true)).ShouldBe(Held(engine, ledger => Read(ledger, documents, one: true))));

    [Theory, InSqlite, InPostgres]
    public void What_becomes_known_later_changes_no_earlier_answer(Engine engine) => Check(engine, documents =>
    {
        var day = new DateOnly(2023, 1, 15).DayNumber;
        var early = documents.Where(claims => claims[0].Published!.Latest!.Value.DayNumber < day).ToArray();
        Held(engine, ledger => Read(ledger, documents, one: true), day).ShouldBe(Held(engine, ledger => Read(ledger, early, one: true), day));
    });

    [Theory, InSqlite, InPostgres]
    public void What_is_taken_back_was_never_said(Engine engine) => Prop.ForAll(Documents.ToArbitrary(), Gen.Choose(0, 80).ToArbitrary(), (documents, what) =>
    {
        var before = Held(engine, ledger => Read(ledger, documents, one: true));
        var after = Held(engine, ledger =>
        {
            Read(ledger, documents, one: true);
            var claims = ledger.LoadClaims();
            var judgement = what % 3 == 0
                ? ledger.AddJudgement(what % 2 == 0 ? Verdict.Prefer : Verdict.Reject, claims[what % claims.Count].Id, null, "so it is", "ann")
                : ledger.AddJudgement(what % 2 == 0 ? Verdict.Same : Verdict.NotSame, HoldingsTests.Names[what % HoldingsTests.Names.Length], HoldingsTests.Names[(what / 9) % HoldingsTests.Names.Length], "so it is", "ann");
            ledger.Holdings("test", Story.Knowledge).Refresh();
            ledger.Withdraw(judgement.Id, "no", "ann").ShouldBeTrue();
        });
        after.ShouldBe(before);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(engine == Engine.Sqlite ? 40 : 8));

    [Theory, InSqlite, InPostgres]
    public void A_finding_rests_on_a_claim_that_counts(Engine engine) => Check(engine, documents => Held(engine, ledger =>
    {
        Read(ledger, documents, one: true);
        _ = ledger.Retract(ledger.LoadDocuments()[0].Document.Id, "no longer", "ann");
        var holdings = ledger.Holdings("test", Story.Knowledge);
        holdings.Refresh();
        var counted = ledger.LoadClaims().Select(claim => claim.Id).ToHashSet();
        holdings.At(null).Findings.ShouldAllBe(finding => finding.Supports.Length > 0 && finding.Supports.All(counted.Contains));
    }));

    private static void Check(Engine engine, Action<Claim[][]> check) => Prop.ForAll(Documents.ToArbitrary(), documents => check(documents)).Check(Config.QuickThrowOnFailure.WithMaxTest(engine == Engine.Sqlite ? 40 : 8));

    /// <summary>Everything that was ever held, or what was held on days before one.</summary>
    private static string Held(Engine engine, Action<LedgerStore> fill, int? before = null)
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        fill(ledger);
        ledger.Holdings("test", Story.Knowledge).Refresh();
        // A family's name may come of a name that is known later.
        var rows = ledger.Held.All().Where(row => before is null || row.From < before).Select(row => before is null ? row : row with { Family = "", To = Math.Min(row.To, before.Value) });
        return string.Join('\n', rows.Select(row => row.ToString()).Order(StringComparer.Ordinal));
    }

    /// <param name="one">One after another, each brought in step; else all at once.</param>
    private static void Read(LedgerStore ledger, Claim[][] documents, bool one)
    {
        var read = documents.Select(Document).ToArray();
        if (!one) _ = ledger.AddDocuments(read, "1");
        else
        {
            foreach (var (document, claims) in read)
            {
                _ = ledger.AddDocument(document, claims, "1");
                ledger.Holdings("test", Story.Knowledge).Refresh();
            }
        }
    }

    private static (Document, IReadOnlyList<Claim>) Document(Claim[] claims)
    {
        var text = string.Join('\n', claims.Select(claim => $"{claim.Quote} {claim.Predicate} {claim.Value} {claim.Object} {claim.When} {claim.Modality}"));
        var document = LedgerStoreTests.Document($"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..8]} {claims[0].Publisher} {claims[0].Published}.txt", text) with { Publisher = claims[0].Publisher, Published = claims[0].Published, SourceKind = claims[0].SourceKind };
        return (document, [.. claims.Select((claim, at) => claim with { Id = $"{document.Id[..10]}{at:000000}", DocumentId = document.Id })]);
    }
}
