namespace Gigatrace.Ledger;

/// <summary>How names of organisations and persons are printed, as of every day.</summary>
internal sealed class PrintedNames
{
    private readonly Dictionary<string, List<(DateOnly From, string? Printed)>> _names = new(StringComparer.Ordinal);

    /// <summary>As printed on a day; the name itself where none of that day uses it.</summary>
    public string On(string name, DateOnly day)
    {
        if (!_names.TryGetValue(name, out var turns)) return name;
        for (var at = turns.Count - 1; at >= 0; at--)
        {
            if (turns[at].From <= day) return turns[at].Printed ?? name;
        }

        return name;
    }

    /// <summary>Days from which a name is printed otherwise, in order.</summary>
    public IReadOnlyList<(DateOnly From, string? Printed)> Turns(string name) => _names.TryGetValue(name, out var turns) ? turns : [];

    /// <param name="from">Later than every day that was added of the name before.</param>
    /// <param name="printed">Null where the name is no longer used.</param>
    public void Add(string name, DateOnly from, string? printed)
    {
        if (!_names.TryGetValue(name, out var turns)) _names.Add(name, turns = []);
        if (turns.Count == 0 ? printed is not null : turns[^1].Printed != printed) turns.Add((from, printed));
    }

    /// <summary>Names as they were kept.</summary>
    public void Add(IEnumerable<HeldRow> kept)
    {
        foreach (var rows in kept.GroupBy(row => row.Subject, StringComparer.Ordinal))
        {
            foreach (var row in rows.OrderBy(row => row.From))
            {
                Add(row.Subject, DateOnly.FromDayNumber(row.From), row.Payload);
                if (row.To < HeldRow.Open && !rows.Any(next => next.From == row.To)) Add(row.Subject, DateOnly.FromDayNumber(row.To), null);
            }
        }
    }

    /// <summary>All names of a family, over all days.</summary>
    public void Add(FamilyWalk family) => Add(family, new PrintedNames(), DateOnly.MinValue);

    /// <summary>All names of a family, over all days.</summary>
    /// <param name="before">How they were printed; still so before a day.</param>
    /// <param name="from">The day.</param>
    public void Add(FamilyWalk family, PrintedNames before, DateOnly from)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, turns) in before._names)
        {
            foreach (var (day, printed) in turns.Where(turn => turn.From < from))
            {
                Add(name, day, printed);
                _ = printed is null ? held.Remove(name) : held.Add(name);
            }
        }

        foreach (var day in family.GroupingDays.Where(day => day >= from))
        {
            var now = family.GroupedOn(day).Names.ToArray();
            foreach (var (name, printed) in now) Add(name, day, printed);
            held.ExceptWith(now.Select(pair => pair.Key));
            foreach (var gone in held) Add(gone, day, null);
            held = now.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        }
    }
}
