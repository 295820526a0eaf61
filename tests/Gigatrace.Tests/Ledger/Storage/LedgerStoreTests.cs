using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Gigatrace.Tests.Ledger.Storage;

public sealed class LedgerStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger").FullName;
    private readonly SettableClock _clock = new();

    private string File => Path.Combine(_folder, "test.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_recorded_comes_back_the_same()
    {
        var document = Document("press/a.txt", "A text with a 🚗 in it.");
        var claims = Claims(document).ToArray();
        using (var ledger = Open()) ledger.AddDocument(document, claims, "1").ShouldBe(Added.New);
        using var again = Open();
        again.LoadClaims().Select(Printed).ShouldBe(claims.Select(Printed));
        var stored = again.LoadDocuments().Single();
        (stored.Counted, stored.ProgramVersion, stored.Recorded).ShouldBe((true, "1", _clock.Now));
        (stored.Document.Text.Value, stored.Document.Published!.Edtf, stored.Document.Publisher, stored.Document.SourceKind).ShouldBe((document.Text.Value, "2025-06", "Daily", SourceKind.Release));
        stored.Document.Passages.Select(passage => $"{passage with { Cells = [], Header = [] }} {string.Join(' ', passage.Cells)}").ShouldBe(document.Passages.Select(passage => $"{passage with { Cells = [], Header = [] }} {string.Join(' ', passage.Cells)}"));
        stored.Document.Tags.ShouldBe(["ev"]);
    }

    [Fact]
    public void Reading_again_adds_nothing()
    {
        var document = Document("a.txt", "one");
        using var ledger = Open();
        ledger.AddDocument(document, [.. Claims(document)], "1");
        var size = Rows();
        _clock.Now = _clock.Now.AddDays(1);
        ledger.AddDocument(document, [.. Claims(document)], "1").ShouldBe(Added.Unchanged);
        Rows().ShouldBe(size);
        ledger.RecordedDays()[document.Id].ShouldBe(new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void A_changed_document_is_a_new_version_and_the_old_one_is_kept()
    {
        var (first, second) = (Document("a.txt", "one"), Document("a.txt", "two"));
        using var ledger = Open();
        ledger.AddDocument(first, [.. Claims(first)], "1");
        ledger.AddDocument(second, [Claims(second).First()], "1").ShouldBe(Added.Changed);
        ledger.LoadClaims().Select(claim => claim.DocumentId).ShouldBe([second.Id]);
        ledger.LoadDocuments().Select(stored => (stored.Document.Id, stored.Counted)).ShouldBe([(first.Id, false), (second.Id, true)]);
        ledger.FindClaims(Claims(first).First().Id[..6]).ShouldHaveSingleItem();
        ledger.AddDocument(first, [.. Claims(first)], "1").ShouldBe(Added.Changed);
        ledger.LoadDocuments().Select(stored => (stored.Document.Id, stored.Counted)).ShouldBe([(first.Id, true), (second.Id, false)]);
    }

    [Fact]
    public void A_new_date_from_a_sidecar_counts_from_then_on()
    {
        var document = Document("a.txt", "one") with { Published = null };
        using var ledger = Open();
        ledger.AddDocument(document, [.. Claims(document)], "1");
        When.TryParse("2024-03", out var published).ShouldBeTrue();
        ledger.AddDocument(document with { Published = published }, [.. Claims(document)], "1").ShouldBe(Added.Changed);
        ledger.LoadClaims().ShouldAllBe(claim => claim.Published == published);
        ledger.LoadDocuments().Single().Document.Published.ShouldBe(published);
    }

    [Fact]
    public void A_new_program_version_appends_a_new_set_of_claims()
    {
        var document = Document("a.txt", "one");
        var claims = Claims(document).ToArray();
        using var ledger = Open();
        ledger.AddDocument(document, claims, "1");
        ledger.AddDocument(document, [claims[0] with { Id = "cccc000000000000" }], "2").ShouldBe(Added.Reread);
        ledger.LoadClaims().Single().Id.ShouldBe("cccc000000000000");
        ledger.FindClaims(claims[1].Id).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_document_taken_back_no_longer_counts()
    {
        var document = Document("a.txt", "one");
        using var ledger = Open();
        ledger.AddDocument(document, [.. Claims(document)], "1");
        ledger.Retract(document.Id, "a hoax", "Ann").ShouldBeTrue();
        ledger.Retract(document.Id, "a hoax", "Ann").ShouldBeFalse();
        ledger.Retract("nothing", "a hoax", "Ann").ShouldBeFalse();
        ledger.LoadClaims().ShouldBeEmpty();
        ledger.FindDocuments(document.Id[..5]).Single().Counted.ShouldBeFalse();
    }

    [Fact]
    public void Judgements_are_appended_and_withdrawn()
    {
        using var ledger = Open();
        var one = ledger.AddJudgement(Verdict.Same, "Voltara", "Voltara Energy", "one register entry", "Ann");
        var two = ledger.AddJudgement(Verdict.Prefer, "c1", null, "seen on site", "Ann");
        ledger.Withdraw(one.Id, "a mistake", "Ann").ShouldBeTrue();
        ledger.Withdraw(one.Id, "a mistake", "Ann").ShouldBeFalse();
        ledger.LoadJudgements().ShouldBe([one with { Withdrawn = true }, two]);
    }

    [Fact]
    public void A_prefix_is_no_pattern()
    {
        var document = Document("a.txt", "one");
        using var ledger = Open();
        ledger.AddDocument(document, [.. Claims(document)], "1");
        ledger.FindClaims("%").ShouldBeEmpty();
        ledger.FindClaims("").Count.ShouldBe(2);
    }

    [Fact]
    public void What_fails_half_way_leaves_nothing()
    {
        var document = Document("a.txt", "one");
        using var ledger = Open();
        Should.Throw<LedgerException>(() => ledger.AddDocument(document, [.. Claims(document), Claims(document).First() with { Quote = null! }], "1"));
        ledger.LoadDocuments().ShouldBeEmpty();
        ledger.AddDocument(document, [.. Claims(document)], "1").ShouldBe(Added.New);
    }

    [Fact]
    public void Two_programs_may_write_one_ledger()
    {
        using var one = Open();
        using var two = Open();
        one.AddDocument(Document("a.txt", "one"), [], "1");
        two.AddDocument(Document("b.txt", "two"), [], "1");
        one.LoadDocuments().Count.ShouldBe(2);
    }

    [Fact]
    public void A_missing_ledger_is_said_to_be_missing() => Message(create: false).ShouldBe($"there is no ledger at {File}");

    [Fact]
    public void A_file_that_is_no_database_is_said_to_be_none()
    {
        System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat("This is a letter to a friend. ", 200)));
        Message(create: true).ShouldBe($"{File} is not a ledger: it is no SQLite database");
    }

    [Fact]
    public void Another_programs_database_is_not_touched()
    {
        Execute("CREATE TABLE notes (text TEXT)");
        Message(create: true).ShouldBe($"{File} is a database, but not a ledger of this program");
    }

    [Fact]
    public void A_newer_ledger_is_refused()
    {
        using (Open()) { }
        Execute("INSERT INTO schema_version (version, applied) VALUES (99, '2030-01-01')");
        Message(create: true).ShouldContain("was written by a newer version of this program");
    }

    [Fact]
    public void A_ledger_of_the_first_version_gets_its_signatures()
    {
        var document = Document("a.txt", string.Join(' ', new MadeUpArticles(1).Sentences(6)));
        using (var ledger = Open()) ledger.AddDocument(document, [.. Claims(document)], "1");
        Execute("DROP TABLE held; DROP TABLE held_meta; DROP TABLE signatures; DELETE FROM schema_version; INSERT INTO schema_version (version, applied) VALUES (1, '2025-01-01')");
        using (var ledger = Open())
        {
            ledger.LoadSignatures().Single().Signature.Prints.ShouldBe(Signature.Of(document).Prints);
            ledger.LoadClaims().Count.ShouldBe(2);
            ledger.AddDocument(Document("b.txt", "two"), [], "1").ShouldBe(Added.New);
        }

        using var again = Open();
        again.LoadSignatures().Count.ShouldBe(2);
    }

    [Fact]
    public void A_folder_is_no_ledger()
    {
        Directory.CreateDirectory(File);
        Message(create: true).ShouldBe($"{File} is a folder, not a ledger file");
    }

    [Fact]
    public void A_ledger_in_a_missing_folder_cannot_be_made() =>
        Should.Throw<LedgerException>(() => LedgerStore.Open(Path.Combine(_folder, "none", "test.db"), create: true)).Message.ShouldContain("cannot be opened");

    private LedgerStore Open() => LedgerStore.Open(File, create: true, _clock);

    private string Message(bool create)
    {
        var exception = Should.Throw<LedgerException>(() => LedgerStore.Open(File, create));
        exception.Message.ShouldNotContain("\n");
        return exception.Message;
    }

    private long Rows()
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM readings) + (SELECT count(*) FROM claims) + (SELECT count(*) FROM passages)";
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static Document Document(string path, string text)
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

    private static IEnumerable<Claim> Claims(Document document)
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

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 30, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
