using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Web;

/// <summary>Everything that is held as of one day, and where whose page is.</summary>
internal sealed record Industry(View View, SitePaths Paths)
{
    private readonly Lazy<Dictionary<string, string>> _names = new(() => Paths.All.ToDictionary(pair => "/" + pair.Value, pair => pair.Key, StringComparer.Ordinal));

    private readonly Lazy<ILookup<string, Finding>> _findings = new(() => View.State.Findings.SelectMany(finding => finding.Supports.Concat(finding.Against.Select(one => one.Claim)).Select(claim => (claim, finding))).ToLookup(pair => pair.claim, pair => pair.finding, StringComparer.Ordinal));

    private readonly Lazy<ILookup<string, Disagreement>> _disagreements = new(() => View.State.Disagreements.SelectMany(one => one.Against.Append(one.Holds).Select(claim => (claim, one))).ToLookup(pair => pair.claim, pair => pair.one, StringComparer.Ordinal));

    /// <summary>What is held because of a claim or against it.</summary>
    public IEnumerable<Finding> FindingsOf(string claim) => _findings.Value[claim];

    public IEnumerable<Disagreement> DisagreementsOf(string claim) => _disagreements.Value[claim];

    /// <summary>From the root of the server; null for a name without a page.</summary>
    public string? PathOf(string name) => Paths.All.TryGetValue(name, out var path) ? "/" + path : null;

    /// <summary>Whose page that is; null for nobody's.</summary>
    public string? NameAt(string path) => _names.Value.GetValueOrDefault(path);
}

/// <summary>
/// The industry as of any day. Everything that was ever held is in memory, made anew when the ledger went on; the days that were asked for last are kept, so that one who
/// goes from page to page does not wait for the same again.
/// </summary>
internal sealed class Industries(TimeProvider clock)
{
    private const int MostDays = 16;

    private readonly Lock _lock = new();
    private (Watermark Here, DateOnly Today, Lazy<Chronicle> All, Dictionary<DateOnly, (Lazy<Industry> Made, long Used)> Days)? _now;
    private long _uses;

    public Industry Of(Holdings held, DateOnly? day)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Lazy<Industry> made;
        lock (_lock)
        {
            var here = held.Here();
            // "Now" is of another day after midnight, from the same chronicle.
            if (_now is not { } now || now.Here != here) _now = now = (here, today, new Lazy<Chronicle>(held.Chronicle), []);
            else if (now.Today != today) _now = now = (here, today, now.All, []);
            var key = day ?? DateOnly.MaxValue;
            made = now.Days.TryGetValue(key, out var kept) ? kept.Made : new Lazy<Industry>(() => Make(now.All.Value, day, today));
            now.Days[key] = (made, ++_uses);
            if (now.Days.Count > MostDays) _ = now.Days.Remove(now.Days.MinBy(one => one.Value.Used).Key);
        }

        try
        {
            // Whoever comes while it is made waits for it.
            return made.Value;
        }
        catch
        {
            // What went wrong once is not what everybody is told from then on.
            lock (_lock) _now = null;
            throw;
        }
    }

    private static Industry Make(Chronicle all, DateOnly? day, DateOnly today)
    {
        var state = all.At(day);
        return new Industry(new View(state, today), new SitePaths(state, ending: ""));
    }
}
