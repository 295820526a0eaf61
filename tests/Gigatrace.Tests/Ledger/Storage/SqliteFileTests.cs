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
}
