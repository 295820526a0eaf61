using System.Collections.Concurrent;
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

/// <summary>The industry as of the days that were asked for last, so that one who moves through time or from page to page does not wait for the same again.</summary>
internal sealed class Industries(TimeProvider clock)
{
    private const int MostDays = 16;

    private readonly ConcurrentDictionary<(Watermark Here, DateOnly? Day), (Lazy<Industry> Made, long Used)> _kept = [];
    private long _uses;

    public Industry Of(Holdings held, DateOnly? day)
    {
        var key = (held.Here(), day);
        // Whoever comes while it is made waits for it.
        var made = _kept.GetOrAdd(key, _ => (new Lazy<Industry>(() => Make(held, day)), 0)).Made;
        _kept[key] = (made, Interlocked.Increment(ref _uses));
        foreach (var old in _kept.OrderByDescending(one => one.Value.Used).Skip(MostDays)) _ = _kept.TryRemove(old.Key, out _);
        try
        {
            return made.Value;
        }
        catch
        {
            _ = _kept.TryRemove(key, out _);
            throw;
        }
    }

    private Industry Make(Holdings held, DateOnly? day)
    {
        var state = held.At(day);
        return new Industry(new View(state, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), new SitePaths(state, ending: ""));
    }
}
