using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>Copies that are found document by document are those that are found among all at once.</summary>
public sealed class CopyRowsTests
{
    private static readonly string[] Words = ["cells", "works", "line", "board", "valley", "river", "plan", "output", "owner", "loan", "minister", "hall", "crane", "summer", "contract", "supplier", "agency", "port", "union", "bridge"];

    private static readonly string[] Paragraphs = [.. Enumerable.Range(0, 6).Select(number => Made(new Random(number), 24 + (number * 17)))];

    [Theory, InSqlite, InPostgres]
    public void Found_one_by_one_they_are_those_found_at_once(Engine engine) => Prop.ForAll(Gen.ArrayOf(OneText(), 14).ToArbitrary(), texts =>
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        var holdings = ledger.Holdings("test", Story.Knowledge);
        for (var at = 0; at < texts.Length; at++)
        {
            var (path, text, month) = texts[at];
            var document = LedgerStoreTests.Document($"{path}.txt", text) with { Published = month == 0 ? null : Story.Time($"2024-{month:00}"), Publisher = $"Paper {path}", Passages = [new Passage { Span = new Span(0, text.Length), Kind = PassageKind.Paragraph }] };
            _ = ledger.AddDocument(document, [.. LedgerStoreTests.Claims(document)], "1");
            if (at % 5 == 4) _ = ledger.Retract(document.Id, "no", "ann");
            holdings.Refresh();
            var once = Gigatrace.Ledger.Copies.Find(ledger.LoadSignatures()).Select(row => $"{row.Key} {row.Value.Id}").Order(StringComparer.Ordinal);
            var kept = holdings.Originals([.. ledger.LoadSignatures().Select(one => one.Id)]).Select(row => $"{row.Key} {row.Value.Id}").Order(StringComparer.Ordinal);
            kept.ShouldBe(once);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(engine == Engine.Sqlite ? 40 : 8));

    [Fact]
    public void Some_of_them_are_copies() =>
        Gigatrace.Ledger.Copies.Likeness(Of(Paragraphs[4]), Of($"{Paragraphs[4]} {Paragraphs[2]}")).ShouldNotBeNull();

    private static Signature Of(string text) => Signature.Of(LedgerStoreTests.Document("a", text) with { Passages = [new Passage { Span = new Span(0, text.Length), Kind = PassageKind.Paragraph }] });

    private static Gen<(int Path, string Text, int Month)> OneText() =>
        from path in Gen.Choose(0, 30)
        from first in Gen.Choose(0, 5)
        from second in Gen.Choose(0, 5)
        from month in Gen.Choose(0, 12)
        select (path, $"{Paragraphs[first]} {Paragraphs[second]}", month);

    private static string Made(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)] + (char)('a' + random.Next(20))));
}
