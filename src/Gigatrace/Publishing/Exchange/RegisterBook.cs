using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Publishing.Exchange;

/// <summary>A file that is a register as it stood then.</summary>
/// <param name="Text">Reads it; null, with messages given, where it cannot be read.</param>
public sealed record EditionFile(When Date, string Path, Func<Action<Diagnostic>, string?> Text);

/// <param name="Result">new, changed, compared anew (what it is compared with is another now), unchanged, retracted or skipped.</param>
public sealed record EditionOutcome(string Date, string Path, string Result, int Rows = 0, int New = 0, int Changed = 0, int Gone = 0, int Claims = 0);

/// <summary>
/// The editions of one register in a ledger. Each is a document; its claims are what it says otherwise than the edition before it. With which
/// map and predecessor it was compared stands in its reading's version, so an edition that comes late, or another map, shows what is to be compared anew.
/// </summary>
public sealed class RegisterBook
{
    /// <summary>So many editions at most are recorded at once, for what they hold of memory.</summary>
    private const int MostPending = 4;

    private readonly LedgerStore _ledger;
    private readonly TableMap _map;
    private readonly Document _mapDocument;

    /// <param name="map">Has a register.</param>
    public RegisterBook(LedgerStore ledger, TableMap map)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(map);
        (_ledger, _map) = (ledger, map);
        _mapDocument = NewDocument.Of($"{map.Register}@map", MapPath(map.Register!), map.Text) with { SourceKind = SourceKind.Note };
    }

    /// <summary>The map with which a register was imported last; null where the ledger holds no such register.</summary>
    public static string? MapOf(LedgerStore ledger, string register)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Counted(MapPath(register)) is [var map, ..] ? ledger.FindDocuments(map.Id)[0].Document.Text.Value : null;
    }

    /// <summary>The register whose edition a document is, by its path; null for any other document.</summary>
    public static string? RegisterOf(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.SourceKind == SourceKind.Register && document.Path.StartsWith(document.Name + "@", StringComparison.Ordinal) ? document.Name : null;
    }

    /// <summary>Takes up files, in whatever order, and compares anew what has another edition before it now. With no files: only that.</summary>
    public IReadOnlyList<EditionOutcome> Add(IReadOnlyList<EditionFile> files, Action<Diagnostic> report)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(report);
        _ = _ledger.AddDocument(_mapDocument, [], "map");
        return new Run(this, files, report).Outcomes();
    }

    private static string MapPath(string register) => $"{register}@map.yaml";

    private string PathOf(DateOnly day) => $"{_map.Register}@{Phrases.Day(day)}.csv";

    private static DateOnly? DayOf(string path) =>
        path.LastIndexOf('@') is >= 0 and var at && DateOnly.TryParseExact(path[(at + 1)..].Replace(".csv", "", StringComparison.Ordinal), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private Document Make(EditionFile file, DateOnly day, string text) => Described(NewDocument.Of(_map.Register!, PathOf(day), text) with { Published = file.Date });

    private Document Described(Document edition) => edition with
    {
        Publisher = _map.Publisher.Fixed ?? _map.Register,
        Url = _map.Url.Fixed,
        SourceKind = SourceKind.Register,
    };

    /// <summary>One pass over all editions, the oldest first.</summary>
    private sealed class Run(RegisterBook book, IReadOnlyList<EditionFile> files, Action<Diagnostic> report)
    {
        private readonly List<EditionOutcome> _outcomes = [];
        private readonly List<(Document Document, IReadOnlyList<Claim> Claims, string Version)> _pending = [];
        private readonly Dictionary<DateOnly, (string Id, string Version)> _held = book._ledger.Counted($"{book._map.Register}@")
            .Select(one => (Day: DayOf(one.Path), one.Id, one.ProgramVersion)).Where(one => one.Day is not null).ToDictionary(one => one.Day!.Value, one => (one.Id, one.ProgramVersion));

        private readonly HashSet<string> _retracted = book._ledger.LoadRetractions().Select(one => one.Id).ToHashSet(StringComparer.Ordinal);

        /// <summary>The edition before the present one: its id, and itself once it was needed.</summary>
        private string? _beforeId;
        private Edition? _before;

        public IReadOnlyList<EditionOutcome> Outcomes()
        {
            var given = ByDay();
            foreach (var day in _held.Keys.Concat(given.Keys).Distinct().Order().ToArray())
            {
                if (!Take(day, given.GetValueOrDefault(day))) continue;
                if (_pending.Count >= MostPending) Flush();
            }

            Flush();
            return _outcomes;
        }

        private Dictionary<DateOnly, EditionFile> ByDay()
        {
            var days = new Dictionary<DateOnly, EditionFile>();
            foreach (var file in files)
            {
                var day = file.Date.Latest ?? file.Date.Earliest;
                if (day is null || !days.TryAdd(day.Value, file)) Skip(file, day is null ? $"{file.Date.Edtf} is no day, month or year" : $"{days[day.Value].Path} is the edition of that day already");
            }

            return days;
        }

        private void Skip(EditionFile file, string why)
        {
            report(new Diagnostic("import.edition", file.Path, null, why, Skipped: true));
            _outcomes.Add(new EditionOutcome(file.Date.Edtf, file.Path, "skipped"));
        }

        /// <summary>False where nothing is to be recorded.</summary>
        private bool Take(DateOnly day, EditionFile? file)
        {
            var held = _held.TryGetValue(day, out var found) ? found : ((string Id, string Version)?)null;
            var document = file is null ? null : Read(file, day);
            if (document is not null && _retracted.Contains(document.Id))
            {
                _outcomes.Add(new EditionOutcome(file!.Date.Edtf, file.Path, "retracted"));
                document = null;
            }

            if (document is null && held is null) return false;
            var version = $"{book._mapDocument.Id} after {_beforeId ?? "none"}";
            var id = document?.Id ?? held!.Value.Id;
            if (held == (id, version))
            {
                if (document is not null) _outcomes.Add(new EditionOutcome(file!.Date.Edtf, file.Path, "unchanged"));
                (_beforeId, _before) = (id, null);
                return false;
            }

            return Compare(document ?? book.Described(Load(id)), file, version, held is null ? "new" : held.Value.Id == id ? "compared anew" : "changed");
        }

        private bool Compare(Document document, EditionFile? file, string version, string result)
        {
            var now = Edition.Read(document, book._map, file?.Path ?? document.Path, file is null ? _ => { } : report);
            if (now is null)
            {
                _outcomes.Add(new EditionOutcome(document.Published!.Edtf, file?.Path ?? document.Path, "skipped"));
                return false;
            }

            if (_before is null && _beforeId is not null) _before = Edition.Read(Load(_beforeId), book._map, _beforeId, _ => { });
            var change = now.Since(_before);
            _pending.Add((document, change.Claims, version));
            _outcomes.Add(new EditionOutcome(document.Published!.Edtf, file?.Path ?? document.Path, result, change.Rows, change.New, change.Changed, change.Gone, change.Claims.Count));
            (_beforeId, _before) = (document.Id, now);
            return true;
        }

        private Document? Read(EditionFile file, DateOnly day)
        {
            if (file.Text(report) is { } text) return book.Make(file, day, text);
            _outcomes.Add(new EditionOutcome(file.Date.Edtf, file.Path, "skipped"));
            return null;
        }

        private Document Load(string id) => _pending.Find(one => one.Document.Id == id).Document ?? book._ledger.FindDocuments(id)[0].Document;

        private void Flush()
        {
            if (_pending.Count > 0) _ = book._ledger.Write(() => _pending.Select(one => book._ledger.AddDocument(one.Document, one.Claims, one.Version)).ToArray());
            _pending.Clear();
        }
    }
}
