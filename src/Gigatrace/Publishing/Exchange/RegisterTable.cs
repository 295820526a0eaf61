using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Exchange;

/// <summary>A register's columns written back from the claims that stand on a day: what its edition of that day said.</summary>
public static class RegisterTable
{
    /// <param name="known">The claims that are known on the day, of any source.</param>
    public static Report Make(TableMap map, IReadOnlyCollection<Claim> known)
    {
        ArgumentNullException.ThrowIfNull(map);
        var last = Registers.LastWords([.. known.Where(claim => claim.Doc == map.Register)]).GroupBy(claim => claim.Subject, StringComparer.Ordinal);
        ImmutableArray<string> columns = [.. TableRows.Used(map).Select(column => column.Name).Distinct(StringComparer.Ordinal)];
        var owners = Owners(map);
        var rows = last.Select(group => Row(group.ToLookup(claim => claim.Rule, StringComparer.Ordinal), columns, owners)).OfType<ImmutableArray<string>>()
            .OrderBy(row => string.Join('\n', row), StringComparer.Ordinal).ToArray();
        return new Report
        {
            Title = $"{map.Register}: {Phrases.Count(rows.Length, "row")}",
            Tables = [new Table([.. columns.Select(column => new Column(column))]) { Rows = [.. rows.Select(row => new Row(row, []))] }],
            Items = [.. rows.Select(row => new JsonObject(columns.Select((column, at) => KeyValuePair.Create(column, (JsonNode?)row[at]))))],
            Nothing = "the register says nothing on that day",
        };
    }

    /// <summary>By column, the rule whose claims carry its cell, and its place in their record.</summary>
    private static Dictionary<string, (string Rule, int At, int Of)> Owners(TableMap map)
    {
        var owners = new Dictionary<string, (string, int, int)>(StringComparer.Ordinal);
        Add(RowClaims.Listed, RowClaims.KeyColumns(map));
        foreach (var field in map.Fields) Add(RowClaims.RuleOf(field), field.Main.Columns);
        return owners;

        void Add(string rule, ImmutableArray<MapColumn> columns)
        {
            for (var at = 0; at < columns.Length; at++) owners.TryAdd(columns[at].Name, (rule, at, columns.Length));
        }
    }

    /// <summary>Null for a row that is not there.</summary>
    private static ImmutableArray<string>? Row(ILookup<string, Claim> said, ImmutableArray<string> columns, Dictionary<string, (string Rule, int At, int Of)> owners)
    {
        if (said[RowClaims.Listed].FirstOrDefault() is not { } listed || Registers.IsTakenBack(listed)) return null;
        return [.. columns.Select(column => Cell(said, owners[column]))];
    }

    private static string Cell(ILookup<string, Claim> said, (string Rule, int At, int Of) owner)
    {
        var written = said[owner.Rule].FirstOrDefault()?.AsWritten;
        if (string.IsNullOrEmpty(written)) return "";
        // A single column's cell stands as it is, except in the row's own claim, which is always a record.
        if (owner.Of == 1 && owner.Rule != RowClaims.Listed) return written;
        return Csv.Cells(written) is { } cells && owner.At < cells.Length ? cells[owner.At] : "";
    }
}
