using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>What the ledger held at an instant, and what came since: both must be what one would have seen then.</summary>
public sealed class RecordedTests
{
    /// <summary>Five paths with a few contents each, read, read again by other versions, taken back; judgements made and withdrawn; in random order.</summary>
    [Theory, InSqlite, InPostgres]
    public void Any_moment_can_be_asked_for_later(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        var random = new Random(5);
        var moments = new List<Moment> { Moment.Of(ledger, place.Clock.Now) };
        for (var step = 0; step < 120; step++)
        {
            place.Clock.Now = place.Clock.Now.AddHours(7);
            Step(ledger, random);
            moments.Add(Moment.Of(ledger, place.Clock.Now));
        }

        foreach (var moment in moments)
        {
            Shown(ledger.LoadClaims(moment.At)).ShouldBe(moment.Claims);
            Moment.Of(ledger.LoadJudgements(moment.At)).ShouldBe(moment.Judgements);
            Moment.Of(ledger.LoadSignatures(moment.At)).ShouldBe(moment.Signatures);
            ledger.RecordedDays(moment.At).OrderBy(day => day.Key, StringComparer.Ordinal).ShouldBe(moment.Days);
        }
    }

    [Theory, InSqlite, InPostgres]
    public void All_that_is_read_together_is_of_one_moment(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using var one = place.Open();
        using var two = place.Open();
        one.AddDocument(LedgerStoreTests.Document("a.txt", "one"), [], "1");
        one.Read(() =>
        {
            var before = one.LoadDocuments().Count;
            two.AddDocument(LedgerStoreTests.Document("b.txt", "two"), [], "1");
            one.LoadDocuments().Count.ShouldBe(before);
            Should.Throw<InvalidOperationException>(() => one.AddDocument(LedgerStoreTests.Document("c.txt", "three"), [], "1"));
            return before;
        }).ShouldNotBe(one.LoadDocuments().Count);
    }

    [Theory]
    [InlineData("1.2.3.4", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("1.2.3", false)]
    [InlineData("1.2.3.-4", false)]
    [InlineData("1.2.3.x", false)]
    [InlineData(null, false)]
    public void A_watermark_is_written_and_read(string? text, bool isOne) => Watermark.Parse(text)?.ToString().ShouldBe(isOne ? text : null);

    private static void Step(LedgerStore ledger, Random random)
    {
        var document = LedgerStoreTests.Document($"{random.Next(5)}.txt", $"text {random.Next(3)}");
        switch (random.Next(10))
        {
            case 0:
                ledger.Retract(document.Id, "", "Ann");
                break;
            case 1:
                ledger.AddJudgement(Verdict.Same, "one", "two", "", "Ann");
                break;
            case 2 when ledger.LoadJudgements() is { Count: > 0 } judgements:
                ledger.Withdraw(judgements[random.Next(judgements.Count)].Id, "", "Ann");
                break;
            default:
                ledger.AddDocument(document, [.. LedgerStoreTests.Claims(document)], random.Next(4) == 0 ? "2" : "1");
                break;
        }
    }

    private static List<string> Shown(IEnumerable<Claim> claims) => [.. claims.Select(claim => $"{claim.Id} {claim.Path} {claim.Predicate}")];

    private sealed record Moment(DateTimeOffset At, List<string> Claims, List<string> Judgements, List<string> Signatures, List<KeyValuePair<string, DateOnly>> Days)
    {
        public static Moment Of(LedgerStore ledger, DateTimeOffset at) =>
            new(at, Shown(ledger.LoadClaims()), Of(ledger.LoadJudgements()), Of(ledger.LoadSignatures()), [.. ledger.RecordedDays().OrderBy(day => day.Key, StringComparer.Ordinal)]);

        public static List<string> Of(IEnumerable<Judgement> judgements) => [.. judgements.Select(one => one.ToString())];

        public static List<string> Of(IEnumerable<Signed> signatures) => [.. signatures.Select(one => $"{one.Id} {one.Path}").Order(StringComparer.Ordinal)];
    }
}
