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

    /// <summary>Whether a note, not decoded yet, may claim anything: it has a word of the field or the name of a maker of cells.</summary>
    public bool MayClaim(ReadOnlySpan<byte> note) => _extractor.Value.MayClaimAsNote(note);

    /// <summary>2. Extract: a document to claims, each with the exact words it rests on.</summary>
    /// <param name="works">Who is known to run works where, for a person's note, which may leave it out; null where nothing but the text is to count.</param>
    public Extracted Extract(Document document, LedgerWorks? works = null) => _extractor.Value.Extract(document, works);

    /// <summary>The works among what a ledger knows.</summary>
    public static LedgerWorks Works(IEnumerable<Identity.Entity> known) =>
        new(known.Where(entity => entity is { Kind: Identity.EntityKind.Plant, Operator: not null, Place: not null }).Select(plant => (plant.Operator!, plant.Place!)));

    /// <summary>3. Record: appended to the ledger, nothing overwritten; on disk when this returns.</summary>
    public static Added Record(LedgerStore ledger, Document document, ImmutableArray<Claim> claims) => ledger.AddDocument(document, claims, Version);

    /// <summary>The same for several at once: all of them, or, where that fails, none.</summary>
    public static IReadOnlyList<Added> Record(LedgerStore ledger, IReadOnlyList<(Document Document, IReadOnlyList<Claim> Claims)> read) => ledger.AddDocuments(read, Version);

    /// <summary>Which of some recorded documents are copies: by their id, the original.</summary>
    /// <param name="documents">Ids.</param>
    public static IReadOnlyDictionary<string, Signed> Copies(LedgerStore ledger, IReadOnlyCollection<string> documents) => Refreshed(ledger).Originals(documents);

    /// <summary>4. Reconcile: from everything recorded to what we hold. Only what new rows touch is worked out; the rest was kept.</summary>
    /// <param name="asOf">Only what was known on that day counts; null for everything.</param>
    /// <param name="withClaims">The claims that findings rest on are wanted too.</param>
    public static State Reconcile(LedgerStore ledger, DateOnly? asOf, bool withClaims = true) => Refreshed(ledger).At(asOf, withClaims);

    /// <summary>The same as this ledger was at an instant: what came later, was judged or taken back later, or was read anew later, is left out. Worked out anew.</summary>
    public static State Reconcile(LedgerStore ledger, DateOnly? asOf, DateTimeOffset recordedBy) => ledger.Read(() =>
        Ledger.Reconcile.Run(ledger.LoadClaims(recordedBy), ledger.LoadJudgements(recordedBy), asOf, ledger.RecordedDays(recordedBy), KnowledgeOf(ledger), Ledger.Copies.Find(ledger.LoadSignatures(recordedBy))));

    /// <summary>The same as if a document had been recorded, which is not: what would be held on its day.</summary>
    /// <param name="claims">Those of the document.</param>
    public static State ReconcileWith(LedgerStore ledger, Document document, IReadOnlyList<Claim> claims) => ledger.Read(() => Ledger.Reconcile.Run(
        [.. ledger.LoadClaims().Where(claim => claim.Path != document.Path), .. claims], ledger.LoadJudgements(), document.Published?.Latest ?? document.Published?.Earliest, ledger.RecordedDays(), KnowledgeOf(ledger), Ledger.Copies.Find(ledger.LoadSignatures())));

    /// <summary>All that was ever held of some subjects, and of whoever ran them.</summary>
    /// <param name="recordedBy">As this ledger was at an instant; null for now.</param>
    public static Past Past(LedgerStore ledger, IReadOnlyCollection<string> subjects, DateTimeOffset? recordedBy = null) => recordedBy is { } instant
        ? Then(ledger, instant, rows => Ledger.Past.About(subjects, names => [.. rows.Where(row => names.Contains(row.Subject))]))
        : Refreshed(ledger).Past(subjects);

    /// <summary>What began or ended from one day until another, both among them.</summary>
    /// <param name="to">Null for all that came after.</param>
    /// <param name="recordedBy">As this ledger was at an instant; null for now.</param>
    public static Past Changes(LedgerStore ledger, DateOnly from, DateOnly? to, DateTimeOffset? recordedBy = null)
    {
        if (recordedBy is not { } instant) return Refreshed(ledger).Changed(from, to);
        return Then(ledger, instant, rows => [.. rows.Where(row => Ledger.Past.Told.Contains(row.Kind) && (Within(row.From) || Within(row.To)))]);

        bool Within(int day) => day >= from.DayNumber && day <= (to?.DayNumber ?? HeldRow.Open - 1);
    }

    /// <summary>What is held, brought up to the rows of the ledger.</summary>
    public static Ledger.Storage.Holdings Refreshed(LedgerStore ledger)
    {
        var holdings = ledger.Holdings(Version);
        holdings.Refresh();
        return holdings;
    }

    /// <summary>5. Publish: what cards, lists and timelines are made from.</summary>
    /// <param name="today">The day that stands for "now" where the state was made without one.</param>
    /// <param name="withLines">Evidence is to name its line, for which the texts of its documents are loaded when asked for; the ledger stays open so long.</param>
    public static View Publish(LedgerStore ledger, State state, DateOnly today, bool withLines)
    {
        return withLines ? new View(state, today, Lines(ledger)) : new View(state, today);
    }

    /// <summary>The line of a claim's first character in its file, for which the text of its document is loaded; the ledger stays open so long.</summary>
    public static Func<Claim, int?> Lines(LedgerStore ledger)
    {
        var texts = new Dictionary<string, SourceText?>(StringComparer.Ordinal);
        return claim => LineNumber.Of(claim, Text(claim.DocumentId));

        SourceText? Text(string id)
        {
            if (texts.TryGetValue(id, out var text)) return text;
            text = ledger.FindDocuments(id).FirstOrDefault()?.Document.Text;
            // Lines of a note move with what is written into it, so none is named.
            texts.Add(id, text = text is not null && GeneratedParts.AreIn(text.Value) ? null : text);
            return text;
        }
    }

    /// <summary>The sources count as those who keep the ledger say today: that is no row of it.</summary>
    private static Knowledge KnowledgeOf(LedgerStore ledger) => Knowledge.Default with { Sources = ledger.Sources };

    private static Past Then(LedgerStore ledger, DateTimeOffset recordedBy, Func<IReadOnlyList<HeldRow>, IReadOnlyCollection<HeldRow>> which) => ledger.Read(() =>
    {
        var claims = ledger.LoadClaims(recordedBy);
        var rows = Ledger.Past.Rows(claims, ledger.LoadJudgements(recordedBy), ledger.RecordedDays(recordedBy), Ledger.Copies.Find(ledger.LoadSignatures(recordedBy)), KnowledgeOf(ledger));
        return Ledger.Past.Of(which(rows), ids =>
        {
            var wanted = ids.ToHashSet(StringComparer.Ordinal);
            return claims.Where(claim => wanted.Contains(claim.Id));
        });
    });
}
