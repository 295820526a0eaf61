using System.Collections.Immutable;
using Gigatrace.App.Verbs;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App;

/// <summary>A person decides: the judgement is recorded, and what it changed is told.</summary>
internal static class Judging
{
    /// <param name="first">A name as the ledger has it, however its letters and points are typed.</param>
    public static Report Names(LedgerStore store, Verdict verdict, string first, string second, string reason, string by)
    {
        var before = Held(store);
        var (a, b) = (Named(before, first), Named(before, second));
        if (NameTable.Key(a.Name) == NameTable.Key(b.Name)) throw new Failure($"'{first}' and '{second}' are one name");
        if (verdict == Verdict.Same && a.Kind is { } one && b.Kind is { } other && one != other) throw new Failure($"{a.Name} is a {App.Names.Kind(one)} and {b.Name} a {App.Names.Kind(other)}; they cannot be one");
        return Told(store, before, store.AddJudgement(verdict, a.Name, b.Name, reason, by));
    }

    /// <param name="id">The claim's, or the beginning of it.</param>
    public static Report Claim(LedgerStore store, Verdict verdict, string id, string reason, string by)
    {
        var found = Ids.Claim(store, id);
        var before = Held(store);
        return Told(store, before, store.AddJudgement(verdict, found.Id, null, reason, by));
    }

    /// <param name="id">The judgement's, or the beginning of it.</param>
    public static Report Withdraw(LedgerStore store, string id, string reason, string by)
    {
        var judgement = Ids.Judgement(store, id);
        var before = Held(store);
        if (!store.Withdraw(judgement.Id, reason, by)) throw new Failure($"{judgement.Id} was withdrawn before: {Fates.Withdrawn(store, judgement.Id)}");
        return Told(store, before, judgement with { Withdrawn = true });
    }

    private static Report Told(LedgerStore store, State before, Judgement judgement) =>
        JudgementCard.Made(judgement, FindingChanges.Between(before, Held(store)), judgement.Withdrawn ? Fates.Withdrawn(store, judgement.Id) : null);

    private static State Held(LedgerStore store) => Pipeline.Reconcile(store, null, withClaims: false);

    /// <summary>A name that claims use, however its letters and points are typed, and what it names; null for the kind of a broad place that is no entity.</summary>
    private static (string Name, EntityKind? Kind) Named(State state, string typed)
    {
        var key = NameTable.Key(typed);
        var named = state.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name).Select(name => (Name: name, Kind: (EntityKind?)entity.Kind)))
            .Concat(state.Queue.Select(open => (open.Name, Kind: (EntityKind?)null))).Where(one => NameTable.Key(one.Name) == key).ToImmutableArray();
        if (!named.IsEmpty) return named.FirstOrDefault(one => one.Name == typed, named[0]);
        var nearest = NameSearch.Find(state.Entities, typed, state.Entities).Select(entity => entity.Name).Concat(NameSearch.Nearest(state.Entities, typed)).Distinct(StringComparer.Ordinal).Take(3).ToArray();
        throw new Failure($"nothing is called '{typed}'{(nearest.Length == 0 ? "" : $"; did you mean {string.Join(" or ", nearest.Select(name => $"\"{name}\""))}?")}");
    }
}
