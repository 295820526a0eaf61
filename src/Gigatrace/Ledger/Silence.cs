using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>What years without a word on a plant suggest; never a status, only beside it.</summary>
internal sealed class Silence
{
    private readonly Dictionary<string, DateOnly> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Heard>> _byOperator = new(StringComparer.Ordinal);
    private readonly DateOnly _day;

    public Silence(IEnumerable<(string Subject, Heard Heard)> said, IReadOnlyList<Entity> plants, DateOnly day)
    {
        _day = day;
        var operators = plants.Where(plant => plant.Operator is not null).ToDictionary(plant => plant.Name, plant => plant.Operator!, StringComparer.Ordinal);
        foreach (var (subject, heard) in said)
        {
            if (!(_last.TryGetValue(subject, out var last) && last >= heard.Known)) _last[subject] = heard.Known;
            Of(operators.GetValueOrDefault(subject, subject)).Add(heard);
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
        var since = _byOperator.GetValueOrDefault(plant.Operator, []).Where(heard => heard.Known > last).Select(heard => heard.Publisher).Distinct(StringComparer.Ordinal).Take(2).Count();
        if (since < 2) return null;
        return last.AddYears(4) <= _day ? "cancelled" : status is "paused" ? null : "paused";
    }

    private List<Heard> Of(string name)
    {
        if (!_byOperator.TryGetValue(name, out var list)) _byOperator.Add(name, list = []);
        return list;
    }
}
