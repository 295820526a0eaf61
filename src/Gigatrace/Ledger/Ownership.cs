using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>The owners of one subject in their order: parents and acquirers, each until the next, and holders with their shares.</summary>
internal static class Ownership
{
    public static ImmutableArray<Owned> Of(string subject, IReadOnlyList<(Topic Topic, Settled Settled)> settled)
    {
        var whole = Wholes(settled).OrderBy(span => span.Start).ThenBy(span => span.Owner, StringComparer.Ordinal).ToList();
        var owned = ImmutableArray.CreateBuilder<Owned>();
        for (var at = 0; at < whole.Count; at++)
        {
            var span = whole[at];
            var next = whole.Skip(at + 1).FirstOrDefault(other => other.Owner != span.Owner && !Share(span, other));
            owned.Add(new Owned(subject, span.Owner, null, span.From, span.To ?? (next is null ? null : End(span, next)), span.By, Ids(span.Entries)));
        }

        foreach (var (topic, one) in settled.Where(row => row.Topic.Predicate.Name is "stake")) owned.AddRange(Stakes(subject, topic, one));
        return owned.ToImmutable();
    }

    /// <summary>Parents era by era, each with the day on which it was acquired where a text gives one; then acquirers whom nobody calls a parent.</summary>
    private static IEnumerable<Span> Wholes(IReadOnlyList<(Topic Topic, Settled Settled)> settled)
    {
        var bought = settled.Where(row => row.Topic.Predicate.Name is "acquired" && row.Settled.Holds is { Modality: Modality.Actual, Object: not null, Claim.When: not null }).Select(row => row.Settled).ToArray();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var era in settled.Where(row => row.Topic.Predicate.Name is "parent").SelectMany(row => row.Settled.Eras).Where(era => era[0].Object is not null))
        {
            var owner = era[0].Object!;
            var deal = named.Add(owner) ? Array.Find(bought, one => one.Holds.Object == owner) : null;
            var said = era.Select(entry => entry.Claim.When).OfType<When>().Where(when => when.Edtf.Contains('/', StringComparison.Ordinal)).OrderByDescending(Agreement.Fineness).FirstOrDefault();
            var from = deal?.Holds.Claim.When ?? (said?.Earliest is { } first ? When.Day(first) : Known(era));
            yield return new Span(owner, from, said?.Latest is { } last ? When.Day(last) : null, Day(from), "parent", deal is null ? era : [.. era, .. deal.Supports], deal is not null);
        }

        foreach (var deal in bought.Where(deal => !named.Contains(deal.Holds.Object!))) yield return new Span(deal.Holds.Object!, deal.Holds.Claim.When, null, Day(deal.Holds.Claim.When), "acquired", deal.Supports, true);
    }

    /// <summary>"Its sole owner", "wholly owned": nobody else holds a share.</summary>
    public static bool IsOfAll(string quote) => Array.Exists(WordsOfAll, word => quote.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] WordsOfAll = ["sole owner", "sole shareholder", "wholly", "fully owned", "full owner", "entirely owned", "outright", "100 percent", "100 per cent", "100%", "100 %", "all the shares", "all of the shares", "all shares"];

    private static IEnumerable<Owned> Stakes(string subject, Topic topic, Settled settled)
    {
        if (settled.Holds.Modality != Modality.Actual || settled.Holds.Object is not { } holder) yield break;
        var eras = settled.Eras.Where(era => era.Any(entry => entry.Modality == Modality.Actual)).ToArray();
        for (var at = 0; at < eras.Length && eras[at][0].Predicate == topic.Predicate; at++)
        {
            var from = Said(eras[at]) ?? Known(eras[at]);
            yield return new Owned(subject, holder, Finest(eras[at]), from, at + 1 < eras.Length ? Said(eras[at + 1]) ?? Known(eras[at + 1]) : null, topic.Predicate.Name, Ids(eras[at]));
        }
    }

    /// <summary>Until the day of the next deal; without one, some day between the last word on this owner and the first on the next.</summary>
    private static When? End(Span span, Span next)
    {
        if (next.Dealt || span.Entries.All(entry => entry.Undated)) return next.From;
        var (last, first) = (span.Entries.Where(entry => !entry.Undated).Max(entry => entry.Known), next.Entries.Min(entry => entry.Known));
        return last < first && When.TryParse($"[{last:yyyy-MM-dd}..{first:yyyy-MM-dd}]", out var between) ? between : next.From;
    }

    /// <summary>One text names both side by side: they own it together.</summary>
    private static bool Share(Span one, Span other) => one.By is "parent" && other.By is "parent" && one.Entries.Any(entry => other.Entries.Any(second => second.Claim.DocumentId == entry.Claim.DocumentId && second.Predicate == entry.Predicate));

    private static When? Said(IEnumerable<Entry> era) => era.Select(entry => entry.Claim.When).OfType<When>().OrderByDescending(Agreement.Fineness).ThenBy(when => when.Edtf, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>At the latest on the day when it first became known; null where no text has a date.</summary>
    private static When? Known(IEnumerable<Entry> era) => era.Where(entry => !entry.Undated).Select(entry => (DateOnly?)entry.Known).Min() is { } day ? When.By(When.Day(day)) : null;

    private static ClaimValue? Finest(IEnumerable<Entry> era) => era.Where(entry => entry.Value is not null).OrderByDescending(entry => Agreement.Fineness(entry.Claim)).ThenBy(entry => entry.Id, StringComparer.Ordinal).FirstOrDefault()?.Value;

    private static DateOnly Day(When? when) => when?.Latest ?? when?.Earliest ?? DateOnly.MinValue;

    private static ImmutableArray<string> Ids(IEnumerable<Entry> entries) => [.. Sources.BestFirst(entries.Distinct()).Select(entry => entry.Id)];

    /// <param name="Start">Where it stands in the order.</param>
    /// <param name="Dealt">A text gives the day of the deal.</param>
    private sealed record Span(string Owner, When? From, When? To, DateOnly Start, string By, ImmutableArray<Entry> Entries, bool Dealt);
}
