using System.Globalization;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Everything that was ever held of one family, as rows with the days from which and until which it was.</summary>
internal sealed class History
{
    private readonly string _family;
    private readonly List<HeldRow> _rows = [];
    /// <summary>Of subjects what is held, of names how they are grouped.</summary>
    private readonly Dictionary<(bool Grouping, string Subject), Dictionary<(string Kind, string Key), (string Payload, int From)>> _open = [];

    private History(string family) => _family = family;

    /// <summary>Everything that was ever held of a family.</summary>
    /// <param name="renaming">By day, the names of other families that are printed otherwise from that day on.</param>
    public static IReadOnlyList<HeldRow> Of(string family, FamilyWalk walk, SortedDictionary<DateOnly, HashSet<string>> renaming)
    {
        var history = new History(family);
        history.Go(walk, renaming);
        return history.Rows();
    }

    /// <summary>
    /// What is held from a day on, of a family of which nothing changed before that day. Null where the rows before it are not those of this
    /// family: then nothing of them can be kept.
    /// </summary>
    /// <param name="before">The rows that were held on the eve or later, as they were worked out last.</param>
    public static IReadOnlyList<HeldRow>? Since(DateOnly from, IReadOnlyList<HeldRow> before, string family, FamilyWalk walk, SortedDictionary<DateOnly, HashSet<string>> renaming)
    {
        var history = new History(family);
        if (from > DateOnly.MinValue)
        {
            var eve = from.AddDays(-1);
            _ = walk.Advance(eve);
            foreach (var (subject, held) in walk.Held) history.Turn((false, subject), Of(held), eve);
            history.Regroup(walk.Identities, eve);
            if (!history.Continue(before.Where(row => row.From <= eve.DayNumber && row.To > eve.DayNumber))) return null;
        }

        history.Go(walk, new SortedDictionary<DateOnly, HashSet<string>>(renaming.Where(day => day.Key >= from).ToDictionary(day => day.Key, day => day.Value)));
        return history.Rows();
    }

    private IReadOnlyList<HeldRow> Rows()
    {
        foreach (var ((_, subject), rows) in _open)
        {
            foreach (var (key, row) in rows) Add(subject, key, row, HeldRow.Open);
        }

        return [.. _rows.OrderBy(row => row.Subject, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.From)];
    }

    private void Go(FamilyWalk walk, SortedDictionary<DateOnly, HashSet<string>> renaming)
    {
        var renamed = new Queue<KeyValuePair<DateOnly, HashSet<string>>>(renaming);
        while (Next(walk, renamed) is { } day)
        {
            var names = renamed.Count > 0 && renamed.Peek().Key == day ? renamed.Dequeue().Value : null;
            var touched = walk.Advance(day, names);
            foreach (var subject in touched) Turn((false, subject), Of(walk.Held.GetValueOrDefault(subject)), day);
            if (walk.Regrouped) Regroup(walk.Identities, day);
        }
    }

    /// <summary>What is open began when these rows did. False where the one is not the other.</summary>
    private bool Continue(IEnumerable<HeldRow> before)
    {
        var began = before.ToDictionary(row => (row.Subject, row.Kind, row.Key));
        var count = 0;
        foreach (var ((_, subject), rows) in _open)
        {
            foreach (var (key, row) in rows.ToArray())
            {
                var (name, payload) = Told(subject, key, row.Payload);
                if (!began.TryGetValue((name, key.Kind, key.Key), out var was) || was.Payload != payload || was.Family != _family) return false;
                rows[key] = (row.Payload, was.From);
                count++;
            }
        }

        return count == began.Count;
    }

    private static DateOnly? Next(FamilyWalk walk, Queue<KeyValuePair<DateOnly, HashSet<string>>> renamed) =>
        renamed.Count > 0 && !(walk.Next < renamed.Peek().Key) ? renamed.Peek().Key : walk.Next;

    private void Regroup(Identities identities, DateOnly day)
    {
        var now = new Dictionary<string, List<(string Kind, string Key, string Payload)>>(StringComparer.Ordinal);
        foreach (var entity in identities.Others()) Of(entity.Name).Add((HeldKinds.Other, "", HeldJson.Write(entity)));
        foreach (var (name, printed) in identities.Names) Of(name).Add((HeldKinds.Name, "", printed));
        foreach (var open in Reconcile.Queue(identities)) Of(open.Name).Add((HeldKinds.Queue, open.Candidates[0], HeldJson.Write(open)));
        foreach (var (subject, rows) in now) Turn((true, subject), rows, day);
        foreach (var subject in _open.Keys.Where(subject => subject.Grouping && !now.ContainsKey(subject.Subject)).ToArray()) Turn(subject, [], day);

        List<(string, string, string)> Of(string subject)
        {
            if (!now.TryGetValue(subject, out var list)) now.Add(subject, list = []);
            return list;
        }
    }

    private static List<(string Kind, string Key, string Payload)> Of(SubjectHeld? held)
    {
        if (held is null) return [];
        var rows = new List<(string, string, string)>();
        if (held.Plant is { } plant)
        {
            rows.Add((HeldKinds.Plant, "", HeldJson.Write(plant)));
            if (plant.Operator is { } runs) rows.Add((HeldKinds.Runs, plant.Name, runs));
        }

        foreach (var finding in held.Findings)
        {
            rows.Add((HeldKinds.Finding, finding.Id, HeldJson.Write(finding)));
            if (finding.Object is { } other) rows.Add((HeldKinds.Object, finding.Id, other));
            if (Standing.TopicOf(finding) is { } topic) rows.Add((HeldKinds.Standing, finding.Id, topic));
        }

        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in held.Disagreements)
        {
            var key = string.Join('|', row.Topic, row.Kind, row.Holds, row.Against[0]);
            var number = count[key] = count.GetValueOrDefault(key) + 1;
            rows.Add((HeldKinds.Disagreement, number == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}|{number}"), HeldJson.Write(row)));
        }

        if (!held.Slips.IsEmpty) rows.Add((HeldKinds.Slips, "", HeldJson.Write(held.Slips)));
        if (!held.Owned.IsEmpty) rows.Add((HeldKinds.Owned, "", HeldJson.Write(held.Owned)));
        if (!held.Path.IsEmpty) rows.Add((HeldKinds.Path, "", HeldJson.Write(held.Path)));
        rows.AddRange(held.Heard.Select(heard => (HeldKinds.Heard, string.Create(CultureInfo.InvariantCulture, $"{heard.Known:yyyy-MM-dd} {heard.Publisher}"), HeldJson.Write(heard))));
        return rows;
    }

    /// <summary>From that day on a subject has these rows and no others.</summary>
    private void Turn((bool Grouping, string Subject) subject, List<(string Kind, string Key, string Payload)> rows, DateOnly day)
    {
        if (!_open.TryGetValue(subject, out var open)) _open.Add(subject, open = []);
        var now = new HashSet<(string, string)>();
        foreach (var (kind, key, payload) in rows)
        {
            _ = now.Add((kind, key));
            if (open.TryGetValue((kind, key), out var before))
            {
                if (before.Payload == payload) continue;
                Add(subject.Subject, (kind, key), before, day.DayNumber);
            }

            open[(kind, key)] = (payload, day.DayNumber);
        }

        foreach (var key in open.Keys.Where(key => !now.Contains(key)).ToArray())
        {
            _ = open.Remove(key, out var before);
            Add(subject.Subject, key, before, day.DayNumber);
        }
    }

    private void Add(string subject, (string Kind, string Key) key, (string Payload, int From) row, int to)
    {
        if (row.From >= to) return;
        var (name, payload) = Told(subject, key, row.Payload);
        _rows.Add(new HeldRow(_family, name, key.Kind, key.Key, row.From, to, payload));
    }

    /// <summary>What leads from another name to the subject is found under that name.</summary>
    private static (string Subject, string Payload) Told(string subject, (string Kind, string Key) key, string payload) => key.Kind is HeldKinds.Object or HeldKinds.Runs or HeldKinds.Standing ? (payload, subject) : (subject, payload);
}
