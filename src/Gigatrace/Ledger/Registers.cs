using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>
/// A register is a source that is published again and again as a whole: its latest edition speaks for itself. Of what it said of one
/// subject in one column only the last word stands, be it a plan put forward, a state that fell back, or that it says nothing any more.
/// </summary>
/// <remarks>A register is told by its documents' name, a column by the claims' rule.</remarks>
public static class Registers
{
    /// <summary>What stands of claims that are known on a day, other sources untouched; the order is kept.</summary>
    public static IEnumerable<Claim> Standing(IReadOnlyCollection<Claim> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known.All(claim => claim.SourceKind != SourceKind.Register)) return known;
        var last = LastDays(known);
        return known.Where(claim => claim.SourceKind != SourceKind.Register || (IsLast(claim, last) && !IsTakenBack(claim)));
    }

    /// <summary>A register's last word on every subject and column, those it took back among them.</summary>
    public static IEnumerable<Claim> LastWords(IReadOnlyCollection<Claim> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var last = LastDays(known);
        return known.Where(claim => claim.SourceKind == SourceKind.Register && IsLast(claim, last));
    }

    /// <summary>It denies nothing in particular: the cell is empty or not to be understood, or the row is not there.</summary>
    public static bool IsTakenBack(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim is { Modality: Modality.Denied, Value: null, Object: null, When: null };
    }

    /// <summary>What a register speaks of: itself, the subject and the column.</summary>
    internal static (string, string, string) Key(Claim claim) => (claim.Doc, claim.Subject, claim.Rule);

    private static Dictionary<(string, string, string), DateOnly> LastDays(IEnumerable<Claim> known)
    {
        var last = new Dictionary<(string, string, string), DateOnly>();
        foreach (var claim in known)
        {
            if (claim.SourceKind != SourceKind.Register) continue;
            var day = Day(claim);
            if (!(last.TryGetValue(Key(claim), out var before) && before >= day)) last[Key(claim)] = day;
        }

        return last;
    }

    private static bool IsLast(Claim claim, Dictionary<(string, string, string), DateOnly> last) => last[Key(claim)] == Day(claim);

    private static DateOnly Day(Claim claim) => claim.Published?.Latest ?? claim.Published?.Earliest ?? DateOnly.MinValue;
}

/// <summary>The same, claim by claim as they become known.</summary>
internal sealed class RegisterWords
{
    private readonly Dictionary<(string, string, string), List<KnownClaim>> _last = [];
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    /// <summary>Takes a claim, not earlier than those before it; what it replaces is returned.</summary>
    public IReadOnlyList<KnownClaim> Take(KnownClaim known)
    {
        if (known.Claim.SourceKind != SourceKind.Register) return [];
        if (Registers.IsTakenBack(known.Claim)) _ = _gone.Add(known.Claim.Id);
        var key = Registers.Key(known.Claim);
        if (!_last.TryGetValue(key, out var before)) _last.Add(key, before = []);
        if (before.Count == 0 || before[0].Known == known.Known)
        {
            before.Add(known);
            return [];
        }

        _last[key] = [known];
        _gone.UnionWith(before.Select(one => one.Claim.Id));
        return before;
    }

    /// <summary>It is of another source, or the last word of its register.</summary>
    public bool Stands(KnownClaim known) => _gone.Count == 0 || !_gone.Contains(known.Claim.Id);
}
