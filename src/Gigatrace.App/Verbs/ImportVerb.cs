using System.CommandLine;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.App.Verbs;

internal static class ImportVerb
{
    public static Command Build(Shell shell)
    {
        var files = new Argument<string[]>("FILE") { Description = "Claim lines (.jsonl), what `export` wrote, or tables (.csv, .tsv).", Arity = ArgumentArity.OneOrMore };
        var map = new Option<string?>("--map") { Description = "What the columns of a table mean: a YAML file, or the name of a register that was imported before.", HelpName = "MAP" };
        var snapshot = new Option<string?>("--snapshot") { Description = "The file is the whole register as it stood then: a day, a month or a year. Without it the map may find the date in the file's name.", HelpName = "DATE" };
        var (format, ledger) = (new FormatOption(), new LedgerOption());
        return Verb.Of(
            "import",
            "Claims from elsewhere into the ledger: claim lines, tables by a map of their columns, a register's monthly snapshots.",
            "gigatrace import claims.jsonl\ngigatrace import tracker.csv --map tracker.yaml\ngigatrace import --snapshot 2022-03 register-2022-03.csv --map register.yaml",
            parsed =>
            {
                var clock = new SetClock(shell.Clock);
                using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: true, clock);
                var import = new Importing(shell, store, clock, parsed.GetValue(map), parsed.GetValue(snapshot));
                var outcomes = import.All(parsed.GetValue(files)!);
                format.Write(shell, parsed, ToReport(outcomes));
                return outcomes.All(one => one.Result == "skipped") ? Ending.NothingDone : Ending.Done;
            },
            files, map, snapshot, format, ledger);
    }

    private static Report ToReport(IReadOnlyList<ImportOutcome> outcomes) => new()
    {
        Title = $"{Phrases.Count(outcomes.Sum(one => one.Claims), "claim")} from {Phrases.Count(outcomes.Count, "document")}",
        Tables =
        [
            new Table([new("document"), new("result", Whole: true), new("as of", Whole: true), new("rows", Right: true), new("new", Right: true), new("changed", Right: true), new("gone", Right: true), new("claims", Right: true)])
            {
                Rows = [.. outcomes.Select(one => new Row([one.Path, one.Result, one.Snapshot ?? "", Number(one.Rows), Number(one.New), Number(one.Changed), Number(one.Gone), $"{one.Claims}"], []))],
            },
        ],
        Items = [.. outcomes.Select(one => new JsonObject { ["path"] = one.Path, ["result"] = one.Result, ["snapshot"] = one.Snapshot, ["rows"] = one.Rows, ["new"] = one.New, ["changed"] = one.Changed, ["gone"] = one.Gone, ["claims"] = one.Claims })],
        Nothing = "nothing was imported",
    };

    private static string Number(int? number) => number is { } one ? $"{one}" : "";
}

/// <param name="Result">new, changed, unchanged, reread, compared anew, retracted or skipped.</param>
/// <param name="Snapshot">For a register's edition its date, and then rows and how they differ from the edition before it; null else.</param>
internal sealed record ImportOutcome(string Path, string Result, int Claims, string? Snapshot = null, int? Rows = null, int? New = null, int? Changed = null, int? Gone = null);

/// <summary>Files of every kind into the ledger; what is wrong with them is said on standard error.</summary>
internal sealed class Importing(Shell shell, LedgerStore store, SetClock clock, string? mapName, string? snapshot)
{
    /// <summary>Stands for the program's version in readings of what was imported.</summary>
    private const string Version = "import";

    /// <summary>So many documents are recorded at once.</summary>
    private const int Batch = 256;

    private readonly List<ImportOutcome> _outcomes = [];

    /// <summary>By path, the version of the last reading of what counted before.</summary>
    private Dictionary<string, string>? _held;

    public IReadOnlyList<ImportOutcome> All(string[] files)
    {
        var tables = files.Where(file => mapName is not null || Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".tsv").ToArray();
        if (snapshot is not null && files.Length != 1) throw new Failure("--snapshot is the date of one file; for several, let the map find it in their names (date_in_name)");
        if (tables.Length > 0 && Map(tables) is { } map) Tables(tables, map);
        foreach (var file in files.Except(tables)) Lines(file);
        return _outcomes;
    }

    /// <summary>Null where the tables are claims as `export claims --format csv` writes them, and have been taken so.</summary>
    private TableMap? Map(string[] tables)
    {
        if (mapName is null)
        {
            if (tables.Select(Text).FirstOrDefault(text => text is null || !ClaimTable.Is(ClaimTable.HeadOf(text))) is not null) throw new Failure($"{tables[0]}: say what its columns mean: --map MAP (docs/import.md shows how)");
            foreach (var table in tables) ClaimRows(table);
            return null;
        }

        var text = File.Exists(mapName) ? File.ReadAllText(mapName) : RegisterBook.MapOf(store, mapName) ?? throw new Failure($"{mapName}: no such map, and no register of that name");
        var (map, problems) = TableMapReader.Read(text, mapName);
        foreach (var problem in problems) Say(problem);
        return map ?? throw new Failure($"{mapName}: the map cannot be used");
    }

    private void Tables(string[] files, TableMap map)
    {
        var register = snapshot is not null || map.DateInName is not null;
        if (register && map.Register is null) throw new Failure($"{mapName}: a snapshot needs a \"register\" in its map: the name of what it is a snapshot of");
        if (!register && map.Register is not null) throw new Failure($"{mapName}: it is the map of a register; say of which day the file is: --snapshot DATE, or date_in_name in the map");
        if (!register)
        {
            foreach (var file in files) Table(file, map);
            return;
        }

        var editions = files.Select(file => (File: file, Date: DateOf(file, map))).ToArray();
        foreach (var (file, _) in editions.Where(one => one.Date is null)) Skip(file, null, $"no date is found in its name by {map.DateInName}");
        var book = new RegisterBook(store, map);
        foreach (var one in book.Add([.. editions.Where(one => one.Date is not null).Select(one => new EditionFile(one.Date!, one.File, report => Text(one.File, map, report)))], Say))
        {
            _outcomes.Add(new ImportOutcome(one.Path, one.Result, one.Claims, one.Date, one.Rows, one.New, one.Changed, one.Gone));
        }
    }

    private When? DateOf(string file, TableMap map)
    {
        if (snapshot is not null) return When.FromLoose(snapshot) is { IsDate: true, Latest: not null } when ? when : throw new Failure($"'{snapshot}' is no date; write 2022-03-31, 2022-03 or 2022");
        return SnapshotDate.In(Path.GetFileName(file), map.DateInName!);
    }

    private void Table(string file, TableMap map)
    {
        if (Text(file, map, Say) is not { } text) _outcomes.Add(new ImportOutcome(file, "skipped", 0));
        else Record(file, TableImport.Read(text, file.Replace('\\', '/'), map, Say));
    }

    /// <summary>Claim lines, and what `export ledger` wrote.</summary>
    private void Lines(string file)
    {
        if (Text(file) is not { } text)
        {
            _outcomes.Add(new ImportOutcome(file, "skipped", 0));
            return;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (Line: line, Number: at + 1)).Where(one => one.Line.Trim().Length > 0).ToArray();
        if (lines.Length > 0 && LedgerLines.Read(lines[0].Line) is not null) Restore(file, lines);
        else Claims(file, lines.Select(one => (one.Number, one.Line)));
    }

    private void ClaimRows(string file)
    {
        var text = Text(file)!;
        var source = new SourceText(text);
        var rows = ClaimTable.Rows(text, (at, message) => Say(new Diagnostic("import.row", file, source.Place(at).Line, message)));
        Claims(file, rows.Select(row => (source.Place(row.At).Line, row.Line)));
    }

    private void Claims(string file, IEnumerable<(int Number, string Line)> lines)
    {
        var claims = new List<(int, Claim)>();
        foreach (var (number, line) in lines)
        {
            if (!ClaimLineReader.TryRead(line, out var claim, out var problem)) Say(new Diagnostic("import.line", file, number, $"the line {problem}; it is left out"));
            else claims.Add((number, claim));
        }

        foreach (var (number, claim) in claims)
        {
            foreach (var problem in Vocabularies.Problems(claim)) Say(new Diagnostic("import.vocabulary", file, number, $"{problem}; the claim is kept as it is"));
        }

        Record(file, [.. ClaimDocuments.Of(claims, file, Say).Select(Beside)]);
    }

    /// <summary>A document that the ledger has read itself stays: what others say of it stands beside it, and what is known of it already is left.</summary>
    private (Document Document, IReadOnlyList<Claim> Claims) Beside((Document Document, IReadOnlyList<Claim> Claims) read)
    {
        _held ??= store.Counted("").ToDictionary(one => one.Path, one => one.ProgramVersion, StringComparer.Ordinal);
        if (!_held.TryGetValue(read.Document.Path, out var version) || version == Version) return read;
        var beside = read.Document.Path + "#import";
        return (read.Document with { Path = beside }, [.. read.Claims.Where(claim => _held.ContainsKey(beside) || store.FindClaims(claim.Id).Count == 0)]);
    }

    private void Record(string file, IReadOnlyList<(Document Document, IReadOnlyList<Claim> Claims)> read)
    {
        if (read.Count == 0) Skip(file, null, "nothing in it could be taken");
        foreach (var batch in read.Chunk(Batch))
        {
            shell.Cancelled.ThrowIfCancellationRequested();
            var fresh = batch.Where(one => one.Claims.Count > 0 || !one.Document.Path.EndsWith("#import", StringComparison.Ordinal)).ToArray();
            var added = new Queue<Added>(store.AddDocuments([.. fresh], Version));
            foreach (var one in batch) _outcomes.Add(new ImportOutcome(one.Document.Path, fresh.Contains(one) ? added.Dequeue().ToString().ToLowerInvariant() : "unchanged", one.Claims.Count));
        }
    }

    private void Restore(string file, (string Line, int Number)[] lines)
    {
        var restoring = new Restoring(store, clock, (number, message) => Say(new Diagnostic("import.line", file, number, $"{message}; the line is left out")));
        foreach (var (document, result, claims) in restoring.All(lines)) _outcomes.Add(new ImportOutcome(document, result, claims));
    }

    private void Skip(string file, int? line, string why)
    {
        Say(new Diagnostic("import.skipped", file, line, why, Skipped: true));
        _outcomes.Add(new ImportOutcome(file, "skipped", 0));
    }

    private string? Text(string file) => Text(file, null, Say);

    private static string? Text(string file, TableMap? map, Action<Diagnostic> report)
    {
        if (!File.Exists(file)) throw new Failure($"{file}: no such file");
        return TableText.Decode(File.ReadAllBytes(file), map?.Encoding, file, report);
    }

    private void Say(Diagnostic problem) => shell.Say(Inputs.Line(problem));
}
