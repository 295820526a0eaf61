using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>What is so of a ledger in a file only.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly LedgerPlace _place = new(Engine.Sqlite);

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_missing_ledger_is_said_to_be_missing() =>
        _place.Refusal(create: false).ShouldBe($"there is no ledger at {_place.Address}");

    [Fact]
    public void A_file_that_is_no_database_is_said_to_be_none()
    {
        File.WriteAllText(_place.Address, string.Concat(Enumerable.Repeat("This is a letter to a friend. ", 200)));
        _place.Refusal().ShouldBe($"{_place.Address} is not a ledger: it is no SQLite database");
    }

    [Fact]
    public void Another_programs_database_is_not_touched()
    {
        _place.Run("CREATE TABLE notes (text TEXT)");
        _place.Refusal().ShouldBe($"{_place.Address} is a database, but not a ledger of this program");
    }

    [Fact]
    public void A_newer_ledger_is_refused()
    {
        using (_place.Open()) { }
        _place.Run("INSERT INTO schema_version (version, applied) VALUES (99, '2030-01-01')");
        _place.Refusal().ShouldContain("was written by a newer version of this program");
    }

    [Fact]
    public void A_ledger_of_the_first_version_gets_its_signatures()
    {
        var document = LedgerStoreTests.Document("a.txt", string.Join(' ', new MadeUpArticles(1).Sentences(6)));
        using (var ledger = _place.Open()) ledger.AddDocument(document, [.. LedgerStoreTests.Claims(document)], "1");
        _place.Run("DROP TABLE held; DROP TABLE held_names; DROP TABLE held_blocks; DROP TABLE held_uses; DROP TABLE held_readings; DROP TABLE held_copies; DROP TABLE held_meta; DROP TABLE signatures; DELETE FROM schema_version; INSERT INTO schema_version (version, applied) VALUES (1, '2025-01-01')");
        using (var ledger = _place.Open())
        {
            ledger.LoadSignatures().Single().Signature.Prints.ShouldBe(Signature.Of(document).Prints);
            ledger.LoadClaims().Count.ShouldBe(2);
            ledger.AddDocument(LedgerStoreTests.Document("b.txt", "two"), [], "1").ShouldBe(Added.New);
        }

        using var again = _place.Open();
        again.LoadSignatures().Count.ShouldBe(2);
    }

    [Fact]
    public void A_folder_is_no_ledger()
    {
        Directory.CreateDirectory(_place.Address);
        _place.Refusal().ShouldBe($"{_place.Address} is a folder, not a ledger file");
    }

    [Fact]
    public void A_ledger_in_a_missing_folder_cannot_be_made() =>
        Should.Throw<LedgerException>(() => LedgerStore.Open(Path.Combine(_place.Address, "none", "test.db"), create: true)).Message.ShouldContain("cannot be opened");
}
