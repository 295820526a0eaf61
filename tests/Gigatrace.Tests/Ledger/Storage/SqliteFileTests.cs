using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>What is so of a ledger in a file only.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly LedgerPlace _place = new(Engine.Sqlite);

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_file_that_is_no_database_is_said_to_be_none()
    {
        File.WriteAllText(_place.Address, string.Concat(Enumerable.Repeat("This is a letter to a friend. ", 200)));
        _place.Refusal().ShouldBe($"{_place.Address} is not a ledger: it is no SQLite database");
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

    [Fact]
    public void A_damaged_file_is_said_to_be_damaged_and_left_as_it_is()
    {
        var whole = Whole();
        var random = new Random(9);
        var said = 0;
        for (var time = 0; time < 40; time++)
        {
            var damaged = (byte[])whole.Clone();
            var (at, length) = (random.Next(100, whole.Length - 600), random.Next(200, 600));
            random.NextBytes(damaged.AsSpan(at, length));
            File.WriteAllBytes(_place.Address, damaged);
            if (Asked() is not { } message) continue;
            message.ShouldContain(" is damaged");
            said++;
            File.ReadAllBytes(_place.Address).ShouldBe(damaged);
        }

        said.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_said_to_be_damaged()
    {
        var whole = Whole();
        File.WriteAllBytes(_place.Address, whole[..(whole.Length * 2 / 3)]);
        Asked().ShouldNotBeNull().ShouldContain(" is damaged");
    }

    /// <summary>The engine's own limit stands for the disk's.</summary>
    [Fact]
    public void A_full_disk_leaves_nothing_half_written()
    {
        using (var database = Database.Open(_place.Address, create: true, "2026-01-01"))
        {
            database.Number("PRAGMA max_page_count = 60");
            LedgerPlace.OneLine(() => database.Write(() =>
            {
                for (var row = 1; row < 100_000; row++) database.Insert(LedgerRows.Readings, [[(long)row, null, "x", "y"]]);
                return 0;
            })).ShouldNotBeEmpty();
        }

        using var ledger = _place.Open();
        ledger.LoadDocuments().ShouldBeEmpty();
    }

    /// <summary>A ledger with some documents, as bytes.</summary>
    private byte[] Whole()
    {
        using (var ledger = _place.Open())
        {
            foreach (var number in Enumerable.Range(0, 150))
            {
                var document = LedgerStoreTests.Document($"{number}.txt", string.Join(' ', new MadeUpArticles(number).Sentences(6)));
                ledger.AddDocument(document, [.. LedgerStoreTests.Claims(document)], "1");
            }
        }

        return File.ReadAllBytes(_place.Address);
    }

    /// <summary>What opening and reading all of it ends with; null where it is read.</summary>
    private string? Asked()
    {
        try
        {
            using var ledger = _place.Open();
            ledger.LoadClaims();
            ledger.LoadDocuments();
            ledger.LoadSignatures();
            return null;
        }
        catch (LedgerException exception)
        {
            return exception.Message;
        }
    }
}
