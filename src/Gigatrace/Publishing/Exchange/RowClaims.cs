using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Exchange;

/// <summary>What rows of one table say, by its map: claims whose quote is the row as it is written.</summary>
internal sealed class RowClaims(TableMap map, TableRows table, string path, Action<Diagnostic> report)
{
    /// <summary>The rule of the claim that a row is there at all.</summary>
    public const string Listed = "row";

    private const NumberStyles Figures = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowExponent;

    public static string RuleOf(MapField field) => $"row.{field.Name}";

    /// <summary>"Operator Town 2"; null, with a message, where its columns are empty.</summary>
    public string? Subject(TableRow row)
    {
        var said = new StringBuilder();
        var cells = false;
        foreach (var part in map.Subject)
        {
            var text = part.Column is null ? part.Text : Told(row, part.Column);
            cells |= part.Column is not null && text.Length > 0;
            said.Append(text);
        }

        if (Part(row) is { } number && !map.Subject.Any(part => part.Column is not null && map.Part.Columns.Contains(part.Column))) said.Append(' ').Append(number);
        var subject = string.Join(' ', said.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (cells || map.Subject.All(part => part.Column is null)) return subject;
        report(new Diagnostic("import.row", path, row.Line, "the columns of its subject are empty; the row is left out"));
        return null;
    }

    /// <summary>The cells of the key, or of the subject where there is none, as one record.</summary>
    public string Key(TableRow row) => Csv.Write(KeyColumns(map).Select(column => table.Cell(row, column)));

    public static ImmutableArray<MapColumn> KeyColumns(TableMap map) =>
        [.. map.Key.Concat(map.Subject.Select(part => part.Column).OfType<MapColumn>()).Concat(map.Part.Columns).DistinctBy(column => column.Name)];

    /// <summary>That the row is there.</summary>
    public Claim OfRow(Document document, TableRow row, string subject) => Make(document, row, subject, Listed) with
    {
        Predicate = Predicates.Entry,
        Kind = $"{document.Name}/row",
        Value = new ClaimValue.Text(Key(row)),
        AsWritten = Key(row),
    };

    /// <summary>What the row says in one field. A cell that says nothing gives nothing; one that is written all the same, or cannot be understood, gives a claim that takes back what was said.</summary>
    public IEnumerable<Claim> Of(Document document, TableRow row, string subject, MapField field)
    {
        var written = Written(row, field);
        var nothing = Make(document, row, subject, RuleOf(field)) with { Predicate = field.Predicate, Kind = KindOf(document, field), Modality = Modality.Denied, AsWritten = written };
        if (field.Main.Columns.All(column => Told(row, column).Length == 0))
        {
            if (written.Any(c => c is not (',' or ' '))) yield return nothing;
            yield break;
        }

        var problems = new List<(MapColumn? Column, string Message)>();
        var claims = Parts(row, field).Select(part => One(nothing with { Modality = Modality.Actual }, row, field, part, problems)).ToList();
        foreach (var (column, message) in problems)
        {
            report(new Diagnostic("import.value", path, row.Line, $"{(column is null ? "" : $"column {table.Number(column)} ({column.Name}): ")}{message}; the value is left out"));
        }

        foreach (var claim in problems.Count > 0 ? [nothing] : claims) yield return claim;
    }

    /// <summary>The same claim with an id that its document, place and content make.</summary>
    public static Claim Sealed(Claim claim, Document document, Span span) => Identified(claim with
    {
        DocumentId = document.Id,
        Doc = document.Name,
        Path = document.Path,
        Url = document.Url,
        Publisher = document.Publisher,
        SourceKind = document.SourceKind,
        Published = document.Published,
        Quote = document.Text.Quote(span),
        Start = document.Text.ToCodePoint(span.Start),
        End = document.Text.ToCodePoint(span.End),
    });

    public static Claim Identified(Claim claim) => claim with
    {
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{claim.DocumentId}|{claim.Start}|{claim.End}|{claim.Subject}|{claim.Predicate}|{claim.Value}|{claim.Unit}|{claim.Object}|{claim.When}|{claim.Kind}|{claim.Modality.Name()}|{claim.Rule}")).AsSpan(0, 8)),
    };

    /// <summary>The cell as written, of several columns a record of them.</summary>
    private string Written(TableRow row, MapField field) =>
        field.Main.Columns is [var one] ? table.Cell(row, one) : Csv.Write(field.Main.Columns.Select(column => table.Cell(row, column)));

    private Claim Make(Document document, TableRow row, string subject, string rule) => Sealed(
        new Claim { Id = "", DocumentId = "", Doc = "", Path = "", Subject = subject, Part = Part(row), Predicate = "", Quote = "", Start = 0, End = 0, Rule = rule }, document, row.Span);

    private static string? KindOf(Document document, MapField field) => field.Predicate == Predicates.Entry ? $"{document.Name}/{field.Main.Columns[0].Name}" : null;

    private string? Part(TableRow row) => map.Part.Fixed ?? (map.Part.Columns.Select(column => Told(row, column)).FirstOrDefault() is { Length: > 0 } part ? part : null);

    /// <summary>The cell as far as it says something: trimmed, empty for what the map calls empty.</summary>
    private string Told(TableRow row, MapColumn column)
    {
        var cell = table.Cell(row, column).Trim();
        return map.Empty.Contains(cell.ToLowerInvariant()) ? "" : cell;
    }

    private IEnumerable<string> Parts(TableRow row, MapField field)
    {
        var whole = Joined(row, field.Main);
        return field.Split is null ? [whole] : whole.Split(field.Split, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private string Joined(TableRow row, MapRole role) => string.Join(' ', role.Columns.Select(column => Told(row, column)).Where(cell => cell.Length > 0));

    private Claim One(Claim claim, TableRow row, MapField field, string main, List<(MapColumn?, string)> problems)
    {
        var value = Text(field.Value);
        var made = claim with
        {
            Value = value is null ? null : Figure(field, value, problems) ?? new ClaimValue.Text(value),
            Object = Text(field.Object),
            When = Time(field.When, row, Main(field.When), problems),
            Unit = field.Value.IsNothing ? null : Text(field.Unit),
            Kind = Text(field.Kind) ?? claim.Kind,
            Basis = Text(field.Basis),
            Qualifier = Text(field.Qualifier),
            Product = Text(field.Product),
            Level = Text(field.Level),
            Region = Text(field.Region),
        };
        made = made with { Modality = Modalities.Find(Text(field.Modality)) ?? (field.Predicate is "status" && value is "planned" ? Modality.Planned : Modality.Actual) };
        if (problems.Count == 0) problems.AddRange(Vocabularies.Problems(made).Select(problem => ((MapColumn?)field.Main.Columns[0], problem)));
        return RowClaims.Identified(made);

        string? Main(MapRole role) => ReferenceEquals(role, field.Main) ? main : null;

        string? Text(MapRole role) => Word(role, Main(role) ?? Joined(row, role), problems);
    }

    /// <summary>The text of a role: always the same, or the cell, or what the list of words has for it. Null where it says nothing.</summary>
    private static string? Word(MapRole role, string cell, List<(MapColumn?, string)> problems)
    {
        if (role.Fixed is not null) return role.Fixed;
        if (role.Words.IsEmpty) return cell.Length == 0 ? null : cell;
        foreach (var (written, meant) in role.Words)
        {
            if (written.EndsWith('*') ? cell.StartsWith(written[..^1], StringComparison.OrdinalIgnoreCase) : cell.Equals(written, StringComparison.OrdinalIgnoreCase)) return meant.Length == 0 ? null : meant;
        }

        if (role.Else is not null) return role.Else;
        if (cell.Length > 0) problems.Add((role.Columns[0], $"\"{cell}\" is none of its words"));
        return null;
    }

    private ClaimValue? Figure(MapField field, string text, List<(MapColumn?, string)> problems)
    {
        if (Predicates.Find(field.Predicate) is not { Type: Ledger.ValueType.Number } || field.Value.Fixed is not null) return null;
        if (Number(text) is { } one) return new ClaimValue.Number(one * field.Factor);
        // A range has its dash behind a digit; at the front it is a sign.
        var dash = text.AsSpan(1).IndexOfAny('-', '–') + 1;
        if (dash > 0 && Number(text[..dash]) is { } low && Number(text[(dash + 1)..]) is { } high && low <= high) return low == high ? new ClaimValue.Number(low * field.Factor) : new ClaimValue.Range(low * field.Factor, high * field.Factor);
        problems.Add((field.Value.Columns[0], $"\"{text}\" is no number"));
        return null;
    }

    private decimal? Number(string text)
    {
        var plain = new string([.. text.Where(c => c is not (' ' or '\u00A0' or '\u202F' or '\''))]);
        if (map.DecimalComma) plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        else if (Grouped(plain)) plain = plain.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, Figures, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e18m ? number : null;
    }

    /// <summary>Every comma has three digits behind it: 1,200 is a thousand, 1,2 is not to be guessed.</summary>
    private static bool Grouped(string text) => text.Split('.')[0].Split(',').Skip(1).All(group => group.Length == 3);

    private When? Time(MapRole role, TableRow row, string? main, List<(MapColumn?, string)> problems)
    {
        var text = role.Fixed ?? Word(role with { Formats = [] }, main ?? Joined(row, role), problems);
        if (text is null) return null;
        if (Dates.Read(text, role.Formats) is { } when) return when;
        problems.Add((role.Columns.FirstOrDefault(), $"\"{text}\" is no date{(role.Formats.IsEmpty ? "" : $" in the form {string.Join(" or ", role.Formats)}")}"));
        return null;
    }
}
