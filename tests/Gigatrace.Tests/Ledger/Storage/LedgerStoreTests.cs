using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>What a ledger does, whatever keeps it.</summary>
public sealed class LedgerStoreTests
{
    [Theory, InSqlite, InPostgres]
    public void What_is_recorded_comes_back_the_same(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var document = Document("press/a.txt", "A text with a 🚗 in it.");
        var claims = Claims(document).ToArray();
        using (var ledger = place.Open()) ledger.AddDocument(document, claims, "1").ShouldBe(Added.New);
        using var again = place.Open();
        again.LoadClaims().Select(Printed).ShouldBe(claims.Select(Printed));
        var stored = again.LoadDocuments().Single();
        (stored.Counted, stored.ProgramVersion, stored.Recorded).ShouldBe((true, "1", place.Clock.Now));
        (stored.Document.Text.Value, stored.Document.Published!.Edtf, stored.Document.Publisher, stored.Document.SourceKind).ShouldBe((document.Text.Value, "2025-06", "Daily", SourceKind.Release));
        stored.Document.Passages.Select(passage => $"{passage with { Cells = [], Header = [] }} {string.Join(' ', passage.Cells)}").ShouldBe(document.Passages.Select(passage => $"{passage with { Cells = [], Header = [] }} {string.Join(' ', passage.Cells)}"));
        stored.Document.Tags.ShouldBe(["ev"]);
    }

    [Theory, InSqlite, InPostgres]
    public void What_counts_is_listed_by_its_path_without_its_text(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        foreach (var path in (string[])["works@2025-02.csv", "works@2025-01.csv", "Works@2025-01.csv", "works.csv", "werke@2025-01.csv"]) ledger.AddDocument(Document(path, path), [], "v");
        ledger.AddDocument(Document("works@2025-01.csv", "again"), [], "w");
        ledger.Counted("works@").Select(one => $"{one.Path} {one.Name} {one.ProgramVersion}").ShouldBe([$"works@2025-02.csv {ledger.FindDocuments(ledger.Counted("works@2025-02")[0].Id)[0].Document.Name} v", $"works@2025-01.csv {ledger.FindDocuments(ledger.Counted("works@2025-01")[0].Id)[0].Document.Name} w"]);
        ledger.Retract(ledger.Counted("works@2025-02")[0].Id, "wrong", "Ann").ShouldBeTrue();
        ledger.Counted("works@").Count.ShouldBe(1);
        ledger.LoadRetractions().Select(one => $"{one.Reason} {one.By} {one.Recorded == place.Clock.Now}").ShouldBe(["wrong Ann True"]);
        var judgement = ledger.AddJudgement(Verdict.Same, "A", "B", "alike", "Ann");
        ledger.LoadWithdrawals().ShouldBeEmpty();
        ledger.Withdraw(judgement.Id, "not alike", "Ben").ShouldBeTrue();
        ledger.LoadWithdrawals()[judgement.Id].ShouldBe(new TakenBack(judgement.Id, "not alike", "Ben", place.Clock.Now));
    }

    [Theory, InSqlite, InPostgres]
    public void Reading_again_adds_nothing(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var document = Document("a.txt", "one");
        using var ledger = place.Open();
        ledger.AddDocument(document, [.. Claims(document)], "1");
        var size = place.Rows();
        place.Clock.Now = place.Clock.Now.AddDays(1);
        ledger.AddDocument(document, [.. Claims(document)], "1").ShouldBe(Added.Unchanged);
        place.Rows().ShouldBe(size);
        ledger.RecordedDays()[document.Id].ShouldBe(new DateOnly(2026, 1, 1));
    }

    [Theory, InSqlite, InPostgres]
    public void A_changed_document_is_a_new_version_and_the_old_one_is_kept(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var (first, second) = (Document("a.txt", "one"), Document("a.txt", "two"));
        using var ledger = place.Open();
        ledger.AddDocument(first, [.. Claims(first)], "1");
        ledger.AddDocument(second, [Claims(second).First()], "1").ShouldBe(Added.Changed);
        ledger.LoadClaims().Select(claim => claim.DocumentId).ShouldBe([second.Id]);
        ledger.LoadDocuments().Select(stored => (stored.Document.Id, stored.Counted)).ShouldBe([(first.Id, false), (second.Id, true)]);
        ledger.FindClaims(Claims(first).First().Id[..6]).ShouldHaveSingleItem();
        ledger.AddDocument(first, [.. Claims(first)], "1").ShouldBe(Added.Changed);
        ledger.LoadDocuments().Select(stored => (stored.Document.Id, stored.Counted)).ShouldBe([(first.Id, true), (second.Id, false)]);
    }

    [Theory, InSqlite, InPostgres]
    public void A_new_date_from_a_sidecar_counts_from_then_on(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var document = Document("a.txt", "one") with { Published = null };
        using var ledger = place.Open();
        ledger.AddDocument(document, [.. Claims(document)], "1");
        When.TryParse("2024-03", out var published).ShouldBeTrue();
        ledger.AddDocument(document with { Published = published }, [.. Claims(document)], "1").ShouldBe(Added.Changed);
        ledger.LoadClaims().ShouldAllBe(claim => claim.Published == published);
        ledger.LoadDocuments().Single().Document.Published.ShouldBe(published);
    }

    [Theory, InSqlite, InPostgres]
    public void A_new_program_version_appends_a_new_set_of_claims(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var document = Document("a.txt", "one");
        var claims = Claims(document).ToArray();
        using var ledger = place.Open();
        ledger.AddDocument(document, claims, "1");
        ledger.AddDocument(document, [claims[0] with { Id = "cccc000000000000" }], "2").ShouldBe(Added.Reread);
        ledger.LoadClaims().Single().Id.ShouldBe("cccc000000000000");
        ledger.FindClaims(claims[1].Id).ShouldHaveSingleItem();
    }

    [Theory, InSqlite, InPostgres]
    public void A_document_taken_back_no_longer_counts(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var document = Document("a.txt", "one");
        using var ledger = place.Open();
        ledger.AddDocument(document, [.. Claims(document)], "1");
        ledger.Retract(document.Id, "a hoax", "Ann").ShouldBeTrue();
        ledger.Retract(document.Id, "a hoax", "Ann").ShouldBeFalse();
        ledger.Retract("nothing", "a hoax", "Ann").ShouldBeFalse();
        ledger.LoadClaims().ShouldBeEmpty();
        ledger.FindDocuments(document.Id[..5]).Single().Counted.ShouldBeFalse();
    }

    [Theory, InSqlite, InPostgres]
    public void Judgements_are_appended_and_withdrawn(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        var one = ledger.AddJudgement(Verdict.Same, "Voltara", "Voltara Energy", "one register entry", "Ann");
        var two = ledger.AddJudgement(Verdict.Prefer, "c1", null, "seen on site", "Ann");
        ledger.Withdraw(one.Id, "a mistake", "Ann").ShouldBeTrue();
        ledger.Withdraw(one.Id, "a mistake", "Ann").ShouldBeFalse();
        ledger.LoadJudgements().ShouldBe([one with { Withdrawn = true }, two]);
    }

    [Theory, InSqlite, InPostgres]
    public void A_prefix_is_no_pattern(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var document = Document("a.txt", "one");
        using var ledger = place.Open();
        ledger.AddDocument(document, [.. Claims(document)], "1");
        ledger.FindClaims("%").ShouldBeEmpty();
        ledger.FindClaims("").Count.ShouldBe(2);
    }

    [Theory, InSqlite, InPostgres]
    public void What_fails_half_way_leaves_nothing(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var document = Document("a.txt", "one");
        using var ledger = place.Open();
        Should.Throw<LedgerException>(() => ledger.AddDocument(document, [.. Claims(document), Claims(document).First() with { Quote = null! }], "1"));
        ledger.LoadDocuments().ShouldBeEmpty();
        ledger.AddDocument(document, [.. Claims(document)], "1").ShouldBe(Added.New);
    }

    [Theory, InSqlite, InPostgres]
    public void Characters_that_only_damaged_files_have_are_kept(Engine engine)
    {
        var text = "a\0b\u001ac\u001a0000 \ud83d\ude97";
        var document = Document("a\0.txt", text) with { Title = "\0" };
        var claims = Claims(document).Select(claim => claim with { Quote = text[..3] }).ToArray();
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        ledger.AddDocument(document, claims, "1").ShouldBe(Added.New);
        ledger.AddDocument(document, claims, "1").ShouldBe(Added.Unchanged);
        ledger.ReadBefore("1").Claims(document).ShouldBe(2);
        ledger.LoadDocuments().Single().Document.Text.Value.ShouldBe(text);
        ledger.LoadClaims().Select(Printed).ShouldBe(claims.Select(Printed));
    }

    [Theory, InSqlite, InPostgres]
    public void Half_a_surrogate_pair_breaks_nothing(Engine engine)
    {
        var document = Document("a.txt", "a\ud83d b");
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        ledger.AddDocument(document, [.. Claims(document)], "1").ShouldBe(Added.New);
        ledger.LoadDocuments().Single().Document.Text.Value.ShouldBe(engine == Engine.Sqlite ? "a\ufffd b" : "a\ud83d b");
    }

    [Theory, InSqlite, InPostgres]
    public void Two_programs_may_write_one_ledger(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using var one = place.Open();
        using var two = place.Open();
        one.AddDocument(Document("a.txt", "one"), [], "1").ShouldBe(Added.New);
        two.AddDocument(Document("b.txt", "two"), [], "1").ShouldBe(Added.New);
        two.AddDocument(Document("a.txt", "one"), [], "1").ShouldBe(Added.Unchanged);
        one.LoadDocuments().Count.ShouldBe(2);
    }

    /// <summary>All read the same at once, and make the ledger at once too.</summary>
    [Theory, InSqlite, InPostgres]
    public void Many_writers_at_once_lose_nothing_and_double_nothing(Engine engine)
    {
        const int Writers = 6, Documents = 40;
        using var place = new LedgerPlace(engine);
        var added = new System.Collections.Concurrent.ConcurrentBag<Added>();
        Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = Writers }, writer =>
        {
            using var ledger = place.Open();
            foreach (var number in Enumerable.Range(0, Documents).Select(at => (at + (writer * 7)) % Documents))
            {
                var document = Document($"{number}.txt", $"text {number}");
                added.Add(ledger.AddDocument(document, [.. Claims(document)], "1"));
            }

            ledger.AddJudgement(Verdict.Same, "one", $"other {writer}", "", "Ann");
        });
        added.Count(one => one == Added.New).ShouldBe(Documents);
        added.Count(one => one == Added.Unchanged).ShouldBe(Documents * (Writers - 1));
        place.Rows().ShouldBe(Documents * 5);
        using var read = place.Open();
        read.LoadJudgements().Select(one => one.Second).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, Writers).Select(writer => $"other {writer}"));
    }

    [Theory, InSqlite, InPostgres]
    public void A_missing_ledger_is_not_made_where_that_is_not_wanted(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        place.Refusal(create: false).ShouldStartWith("there is no ledger at ");
        using (place.Open()) { }
        using (LedgerStore.Open(place.Address, create: false)) { }
    }

    [Theory, InSqlite, InPostgres]
    public void A_newer_ledger_is_refused(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using (place.Open()) { }
        place.Run("INSERT INTO schema_version (version, applied) VALUES (99, '2030-01-01')");
        place.Refusal().ShouldContain("was written by a newer version of this program (ledger version 99, this program knows 3)");
    }

    [Theory, InSqlite, InPostgres]
    public void Another_programs_tables_are_not_touched(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        place.RunBefore("CREATE TABLE notes (text TEXT)");
        place.Refusal().ShouldContain(engine == Engine.Sqlite ? "is a database, but not a ledger of this program" : "holds tables, but no ledger of this program");
    }

    /// <summary>What version 2 had not, a ledger gets when it is opened.</summary>
    [Theory, InSqlite, InPostgres]
    public void A_ledger_of_an_older_version_gets_what_it_lacks(Engine engine)
    {
        var document = Document("a.txt", string.Join(' ', new MadeUpArticles(1).Sentences(6)));
        foreach (var version in new[] { 1, 2 })
        {
            using var place = new LedgerPlace(engine);
            using (var ledger = place.Open()) ledger.AddDocument(document, [.. Claims(document)], "1");
            place.MakeOld(version);
            using (var ledger = place.Open())
            {
                ledger.LoadSignatures().Single().Signature.Prints.ShouldBe(Signature.Of(document).Prints);
                ledger.LoadClaims().Count.ShouldBe(2);
                ledger.AddDocument(Document("b.txt", "two"), [], "1").ShouldBe(Added.New);
                ledger.Held.Insert([new HeldRow("f", "s", "k", "", 1, 2, "x")]);
                Should.Throw<LedgerException>(() => ledger.Held.Insert([new HeldRow("f", "s", "k", "", 1, 2, "x")]));
            }

            using var again = place.Open();
            again.LoadSignatures().Count.ShouldBe(2);
        }
    }

    internal static Document Document(string path, string text)
    {
        return new Document
        {
            Id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(path + text)))[..16],
            Name = Path.GetFileNameWithoutExtension(path),
            Path = path,
            Text = new SourceText(text),
            Passages = [new Passage { Span = new Span(0, text.Length), Kind = PassageKind.TableRow, Cells = [new Span(0, 1), new Span(1, 1)], AiGenerated = true, Table = 3 }],
            Publisher = "Daily",
            Published = Story.Time("2025-06"),
            SourceKind = SourceKind.Release,
            Tags = ["ev"],
        };
    }

    internal static IEnumerable<Claim> Claims(Document document)
    {
        var claim = new Claim
        {
            Id = "a" + document.Id[1..], DocumentId = document.Id, Doc = document.Name, Path = document.Path, Publisher = document.Publisher, SourceKind = document.SourceKind, Published = document.Published,
            Subject = "Voltara Durres", Part = "phase 1", Predicate = "capacity", Value = new ClaimValue.Range(24, 30.5m), Unit = "GWh/yr", Basis = "initial", Qualifier = "about", When = Story.Time("[..2030]"),
            Modality = Modality.Rumoured, Attribution = "people near it", AiGenerated = true, AsWritten = "24 to 30.5 GWh", Quote = document.Text.Value[..3], Start = 0, End = 3, Rule = "capacity.of",
        };
        yield return claim;
        yield return claim with { Id = "b" + document.Id[1..], Predicate = "supplies", Value = null, Unit = null, Object = "Lumen Cars", Models = ["One", "Two, too"], Product = "12V", Region = "Peru", When = null };
    }

    private static string Printed(Claim claim) => $"{claim with { Models = [] }} {string.Join('|', claim.Models)}";
}
