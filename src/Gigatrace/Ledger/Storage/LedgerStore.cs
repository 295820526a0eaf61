using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Ledger.Storage;

public enum Added
{
    /// <summary>Nothing was written: the same document was read by the same version before.</summary>
    Unchanged,

    /// <summary>A document whose path was not known.</summary>
    New,

    /// <summary>Other content under a known path: the old version is kept but no longer counted.</summary>
    Changed,

    /// <summary>The same document read by another version of the program: its claims are added, the old ones kept but no longer counted.</summary>
    Reread,
}

/// <summary>A document as the ledger keeps it.</summary>
/// <param name="Counted">False for an older version of a path, or one that was taken back.</param>
public sealed record StoredDocument(Document Document, DateTimeOffset Recorded, string ProgramVersion, bool Counted);

/// <summary>One ledger file (SQLite). Rows are appended, never changed.</summary>
public sealed class LedgerStore : IDisposable
{
    /// <exception cref="LedgerException">The file is no ledger, is of a newer version, cannot be opened, or is missing and <paramref name="create"/> is false.</exception>
    public static LedgerStore Open(string path, bool create, TimeProvider? clock = null) => throw new NotSupportedException();

    /// <summary>Document, passages and claims in one transaction: when this returns, they are on disk.</summary>
    public Added AddDocument(Document document, IReadOnlyList<Claim> claims, string programVersion) => throw new NotSupportedException();

    /// <summary>Claims of the documents that count.</summary>
    public IReadOnlyList<Claim> LoadClaims() => throw new NotSupportedException();

    public IReadOnlyList<StoredDocument> LoadDocuments() => throw new NotSupportedException();

    /// <summary>By document id, the day it was first recorded: what <see cref="Reconcile.Run"/> takes for undated documents.</summary>
    public IReadOnlyDictionary<string, DateOnly> RecordedDays() => throw new NotSupportedException();

    /// <summary>Every claim, counted or not, whose id starts so.</summary>
    public IReadOnlyList<Claim> FindClaims(string idPrefix) => throw new NotSupportedException();

    public IReadOnlyList<StoredDocument> FindDocuments(string idPrefix) => throw new NotSupportedException();

    /// <summary>Appends a judgement; <paramref name="second"/> is null where it speaks of a claim.</summary>
    public Judgement AddJudgement(Verdict verdict, string first, string? second, string reason, string by) => throw new NotSupportedException();

    /// <summary>False where there is no such judgement.</summary>
    public bool Withdraw(string judgementId, string reason, string by) => throw new NotSupportedException();

    public IReadOnlyList<Judgement> LoadJudgements() => throw new NotSupportedException();

    public void Dispose() => throw new NotSupportedException();
}
