using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;

namespace Gigatrace;

/// <summary>
/// The whole way, in its order: read → extract → record → reconcile → publish. Every verb is some stretch of it. Each step
/// hands on a value and what a person should know about it; nothing here opens a file or looks at the clock.
/// </summary>
public sealed class Pipeline
{
    private readonly Lazy<Extractor> _extractor;

    /// <param name="knowledge">Rules and lexicon; null for those built in. Loaded when first needed.</param>
    public Pipeline(KnowledgeSource? knowledge = null) => _extractor = new(() => Extractor.Create(knowledge));

    /// <summary>
    /// Goes with every recorded reading. It names the very build, rules and lexicon included: what another one reads out of
    /// the same document is appended beside the old claims.
    /// </summary>
    public static string Version { get; } = $"{typeof(Pipeline).Assembly.GetName().Version?.ToString(3)}+{typeof(Pipeline).Module.ModuleVersionId.ToString("N")[..8]}";

    /// <summary>1. Read: a file to its documents, one in most files, many in a feed, mailbox or archive; each with its passages.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="options">Null for the usual bounds.</param>
    public static IEnumerable<Reading> Read(InputFile file, ReadingOptions? options = null) => DocumentReader.Read(file, options);

    /// <summary>2. Extract: a document to claims, each with the exact words it rests on.</summary>
    public Extracted Extract(Document document) => _extractor.Value.Extract(document);

    /// <summary>3. Record: appended to the ledger, nothing overwritten; on disk when this returns.</summary>
    public static Added Record(LedgerStore ledger, Document document, ImmutableArray<Claim> claims) => ledger.AddDocument(document, claims, Version);

    /// <summary>The same for several at once: all of them, or, where that fails, none.</summary>
    public static IReadOnlyList<Added> Record(LedgerStore ledger, IReadOnlyList<(Document Document, IReadOnlyList<Claim> Claims)> read) => ledger.AddDocuments(read, Version);

    /// <summary>Which of the recorded documents are copies: by their id, the original.</summary>
    public static IReadOnlyDictionary<string, Signed> Copies(LedgerStore ledger) => Ledger.Copies.Find(ledger.LoadSignatures());

    /// <summary>4. Reconcile: from everything recorded to what we hold. Only what new rows touch is worked out; the rest was kept.</summary>
    /// <param name="asOf">Only what was known on that day counts; null for everything.</param>
    /// <param name="withClaims">The claims that findings rest on are wanted too.</param>
    public static State Reconcile(LedgerStore ledger, DateOnly? asOf, bool withClaims = true)
    {
        var holdings = ledger.Holdings(Version);
        holdings.Refresh();
        return holdings.At(asOf, withClaims);
    }

    /// <summary>5. Publish: what cards, lists and timelines are made from.</summary>
    /// <param name="today">The day that stands for "now" where the state was made without one.</param>
    /// <param name="withLines">Evidence is to name its line, for which the texts of its documents are loaded when asked for; the ledger stays open so long.</param>
    public static View Publish(LedgerStore ledger, State state, DateOnly today, bool withLines)
    {
        if (!withLines) return new View(state, today);
        var texts = new Dictionary<string, SourceText?>(StringComparer.Ordinal);
        return new View(state, today, claim => LineNumber.Of(claim, Text(claim.DocumentId)));

        SourceText? Text(string id)
        {
            if (!texts.TryGetValue(id, out var text)) texts.Add(id, text = ledger.FindDocuments(id).FirstOrDefault()?.Document.Text);
            return text;
        }
    }
}
