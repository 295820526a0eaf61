using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>
/// Everything that was ever held, in memory: for one who asks of many days one after the other. It gives the same states as the rows do, takes about 4 kB a claim,
/// and stays as it is when the ledger goes on. Of several threads at once.
/// </summary>
public sealed class Chronicle
{
    private readonly Dictionary<string, Life> _subjects;
    private readonly HeldItem[] _others;
    private readonly ImmutableDictionary<string, Claim> _claims;
    private readonly ImmutableHashSet<string> _undated;
    private readonly DateOnly _lastDay;

    /// <param name="rows">All there ever were.</param>
    /// <param name="claims">Those that evidence may be asked of.</param>
    /// <param name="lastDay">The last on which anything became known.</param>
    internal Chronicle(IReadOnlyCollection<HeldRow> rows, IEnumerable<Claim> claims, DateOnly lastDay)
    {
        var items = rows.AsParallel().AsOrdered().Where(HeldItem.IsRead).Select(HeldItem.Of).ToArray();
        _others = [.. items.Where(item => !HeldSet.IsOfSubject(item.Kind))];
        _subjects = items.Where(item => HeldSet.IsOfSubject(item.Kind)).GroupBy(item => item.Subject, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Life([.. group]), StringComparer.Ordinal);
        _claims = claims.ToImmutableDictionary(claim => claim.Id, StringComparer.Ordinal);
        _undated = State.UndatedOf(_claims.Values);
        _lastDay = lastDay;
    }

    /// <summary>Everything that is held as of a day; null for everything that is known. Its claims are those of all days.</summary>
    public State At(DateOnly? asOf)
    {
        var day = asOf ?? _lastDay;
        var held = new Dictionary<string, SubjectHeld>(_subjects.Count, StringComparer.Ordinal);
        foreach (var (subject, life) in _subjects)
        {
            if (life.At(day.DayNumber) is { } then) held.Add(subject, then);
        }

        var others = _others.Where(item => item.HoldsOn(day.DayNumber)).ToArray();
        return State.Of(asOf, day, held, HeldSet.Others(others), HeldSet.Queue(others), _claims, _undated);
    }

    /// <summary>One subject through time: between two days on which anything changed it is the same, and made when it is first asked for.</summary>
    private sealed class Life
    {
        private readonly HeldItem[] _items;
        private readonly int[] _changes;
        private readonly SubjectHeld?[] _held;

        public Life(HeldItem[] items)
        {
            _items = items;
            _changes = [.. items.SelectMany(item => new[] { item.From, item.To }).Distinct().Order()];
            _held = new SubjectHeld?[_changes.Length];
        }

        /// <summary>Null where nothing was held of it.</summary>
        public SubjectHeld? At(int day)
        {
            var found = Array.BinarySearch(_changes, day);
            var since = found >= 0 ? found : ~found - 1;
            if (since < 0) return null;
            var held = _held[since] ??= HeldSet.OfSubject(_items.Where(item => item.HoldsOn(day))) ?? SubjectHeld.Nothing;
            return ReferenceEquals(held, SubjectHeld.Nothing) ? null : held;
        }
    }
}
