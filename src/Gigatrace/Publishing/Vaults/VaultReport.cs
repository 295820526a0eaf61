using System.Text.Json.Nodes;

namespace Gigatrace.Publishing.Vaults;

/// <summary>What was, or would be, done with the notes of a vault.</summary>
public static class VaultReport
{
    /// <param name="folder">The vault as it was given.</param>
    /// <param name="planned">Nothing was written.</param>
    public static Report Make(string folder, IReadOnlyList<VaultChange> changes, bool planned) => new()
    {
        Title = $"{folder}: {Summary(changes)}{(planned ? " (nothing was written)" : "")}",
        Tables = [new Table([new("note"), new("result", Whole: true), new("why")]) { Rows = [.. changes.Where(change => change.Result is not VaultResult.Unchanged).Select(ToRow)] }],
        Items = [.. changes.Select(ToJson)],
        Nothing = changes.Count > 1 ? "every note says what is held already" : "there are no notes to write; `gigatrace read PATH` brings documents in",
    };

    /// <summary>"12 new, 3 changed, 40 unchanged, 1 left".</summary>
    public static string Summary(IReadOnlyList<VaultChange> changes)
    {
        var counts = Enum.GetValues<VaultResult>().Select(result => (Word(result), Count: changes.Count(change => change.Result == result))).Where(row => row.Count > 0).Select(row => $"{row.Count} {row.Item1}");
        return changes.Count == 0 ? "no notes" : string.Join(", ", counts);
    }

    private static Row ToRow(VaultChange change) => new([change.Line is { } line ? $"{change.Path}:{line}" : change.Path, Word(change.Result), change.Why ?? ""], []);

    private static JsonObject ToJson(VaultChange change) => new()
    {
        ["path"] = change.Path,
        ["kind"] = change.Kind,
        ["name"] = change.Name,
        ["result"] = Word(change.Result),
        ["line"] = change.Line,
        ["why"] = change.Why,
    };

    private static string Word(VaultResult result) => result.ToString().ToLowerInvariant();
}
