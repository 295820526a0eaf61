using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Ledger.Storage;

/// <summary>
/// Documents on their way into the ledger, within one transaction: what it knows of their paths is asked for at once, and their rows are written many at
/// a time. The outcome is as if they came one after another.
/// </summary>
internal sealed class Appending
{
    /// <summary>So many paths are asked for at once.</summary>
    private const int Chunk = 256;

    private const string LastRows = "SELECT coalesce((SELECT max(row) FROM documents), 0), coalesce((SELECT max(row) FROM readings), 0), coalesce((SELECT max(row) FROM claims), 0)";

    /// <summary>Rows that wait in memory until they are written.</summary>
    private const int Most = 20_000;

    private readonly Database _database;
    private readonly string _programVersion;
    private readonly string _recorded;
    private readonly Dictionary<string, KnownPath> _paths;
    private readonly List<(Document Document, long Row)> _documents = [];
    private readonly List<(IReadOnlyList<Claim> Claims, long First, long Reading, long Document)> _readings = [];
    private long _document, _reading, _claim;
    private int _waiting;

    private Appending(Database database, IEnumerable<string> paths, string programVersion, string recorded)
    {
        (_database, _programVersion, _recorded) = (database, programVersion, recorded);
        (_document, _reading, _claim) = database.Rows(LastRows, row => (row.Long(0), row.Long(1), row.Long(2)))[0];
        _paths = Known(database, [.. paths.Distinct(StringComparer.Ordinal)]);
    }

    /// <param name="recorded">Now.</param>
    public static Added[] Run(Database database, IReadOnlyList<(Document Document, IReadOnlyList<Claim> Claims)> read, string programVersion, string recorded)
    {
        var appending = new Appending(database, read.Select(one => one.Document.Path), programVersion, recorded);
        var added = new Added[read.Count];
        for (var at = 0; at < added.Length; at++) added[at] = appending.Add(read[at].Document, read[at].Claims);
        appending.Write();
        return added;
    }

    private Added Add(Document document, IReadOnlyList<Claim> claims)
    {
        if (!_paths.TryGetValue(document.Path, out var path)) _paths.Add(document.Path, path = new KnownPath());
        var key = ReadingKey.Of(document);
        var isKnown = path.Versions.TryGetValue(key, out var version);
        var added = path.ReadLast == 0 ? Added.New : !isKnown || path.ReadLast != version ? Added.Changed : path.ReadBy != _programVersion ? Added.Reread : Added.Unchanged;
        if (added == Added.Unchanged) return added;
        if (!isKnown) path.Versions.Add(key, version = AddVersion(document));
        AddReading(version, claims);
        (path.ReadLast, path.ReadBy) = (version, _programVersion);
        if (_waiting > Most) Write();
        return added;
    }

    private long AddVersion(Document document)
    {
        _documents.Add((document, ++_document));
        _waiting += document.Passages.Length;
        return _document;
    }

    private void AddReading(long document, IReadOnlyList<Claim> claims)
    {
        _readings.Add((claims, _claim + 1, ++_reading, document));
        _claim += claims.Count;
        _waiting += claims.Count;
    }

    /// <summary>What others refer to comes first. Rows are made as they are written: a server works on the last ones meanwhile.</summary>
    private void Write()
    {
        Insert(LedgerRows.Documents, _documents.Select(one => LedgerRows.Of(one.Document, one.Row, _recorded)));
        Insert(LedgerRows.Passages, _documents.SelectMany(one => one.Document.Passages.Select((passage, number) => LedgerRows.Of(passage, one.Row, number))));
        Insert(LedgerRows.Signatures, _documents.Select(one => new object?[] { one.Row, Signature.Of(one.Document).ToBytes() }));
        Insert(LedgerRows.Readings, _readings.Select(one => new object?[] { one.Reading, one.Document, _programVersion, _recorded }));
        Insert(LedgerRows.Claims, _readings.SelectMany(one => one.Claims.Select((claim, at) => LedgerRows.Of(claim, one.First + at, one.Reading))));
        _documents.Clear();
        _readings.Clear();
        _waiting = 0;
    }

    private void Insert(Table table, IEnumerable<object?[]> rows)
    {
        if (rows.Any()) _database.Insert(table, rows);
    }

    private static Dictionary<string, KnownPath> Known(Database database, string[] paths)
    {
        var known = new Dictionary<string, KnownPath>(StringComparer.Ordinal);
        foreach (var chunk in paths.Chunk(Chunk))
        {
            var (names, values) = Database.List(chunk);
            foreach (var (key, path, row) in database.Rows($"SELECT {ReadingKey.Columns}, d.row FROM documents d WHERE d.path IN ({names}) ORDER BY d.row", row => (ReadingKey.Of(row), row.Text(1), row.Long(ReadingKey.Count)), values))
            {
                if (!known.TryGetValue(path, out var one)) known.Add(path, one = new KnownPath());
                one.Versions[key] = row;
            }

            foreach (var (path, document, version) in database.Rows($"""
                SELECT d.path, r.document, r.program_version FROM readings r JOIN documents d ON d.row = r.document
                WHERE r.row IN (SELECT max(x.row) FROM documents o JOIN readings x ON x.document = o.row WHERE o.path IN ({names}) GROUP BY o.path)
                """, row => (row.Text(0), row.Long(1), row.Text(2)), values))
            {
                (known[path].ReadLast, known[path].ReadBy) = (document, version);
            }
        }

        return known;
    }

    /// <summary>What the ledger has under a path.</summary>
    private sealed class KnownPath
    {
        /// <summary>Row numbers of its documents by all that tells them apart.</summary>
        public Dictionary<UInt128, long> Versions { get; } = [];

        /// <summary>The row of the document read last; 0 where none was.</summary>
        public long ReadLast { get; set; }

        public string? ReadBy { get; set; }
    }
}
