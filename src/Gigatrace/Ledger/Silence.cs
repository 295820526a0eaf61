using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>What years without a word on a plant suggest; never a status, only beside it.</summary>
internal sealed class Silence
{
    private readonly Dictionary<string, DateOnly> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _byOperator = new(StringComparer.Ordinal);
    private readonly DateOnly _day;

    public Silence(IReadOnlyList<Entry> entries, IReadOnlyList<Entity> plants, DateOnly day)
    {
        _day = day;
        var operators = plants.Where(plant => plant.Operator is not null).ToDictionary(plant => plant.Name, plant => plant.Operator!, StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => !entry.Undated))
        {
            if (!(_last.TryGetValue(entry.Subject, out var last) && last >= entry.Known)) _last[entry.Subject] = entry.Known;
            Of(operators.GetValueOrDefault(entry.Subject, entry.Subject)).Add(entry);
        }
    }

    /// <summary>
    /// paused after two silent years, cancelled after four; only for a plant that is not yet built, and only where at least
    /// two publishers wrote of its operator since. Null else.
    /// </summary>
    public string? Infer(Entity plant, string? status)
    {
        if (status is not ("rumoured" or "announced" or "permitted" or "under_construction" or "paused")) return null;
        if (plant.Operator is null || !_last.TryGetValue(plant.Name, out var last) || last.AddYears(2) > _day) return null;
        var since = Of(plant.Operator).Where(entry => entry.Known > last).Select(entry => entry.Publisher).Distinct(StringComparer.Ordinal).Take(2).Count();
        if (since < 2) return null;
        return last.AddYears(4) <= _day ? "cancelled" : status is "paused" ? null : "paused";
    }

    private List<Entry> Of(string name)
    {
        if (!_byOperator.TryGetValue(name, out var list)) _byOperator.Add(name, list = []);
        return list;
    }
}
