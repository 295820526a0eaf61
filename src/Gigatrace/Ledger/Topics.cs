using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Claims on one topic: only they replace or contradict each other.</summary>
/// <param name="Name">Subject, predicate and what tells unlike things apart, with slashes between them.</param>
/// <param name="Scope">What tells sibling topics of one subject and predicate apart: basis, product, level, and a phase of the plant; empty for the plain one.</param>
/// <param name="Period">The year it speaks of, where the predicate's topics are told apart by it.</param>
internal sealed record Topic(string Subject, Predicate Predicate, string Name, string Scope, string Period, IReadOnlyList<Entry> Entries);

internal static class Topics
{
    /// <summary>Milestones that happen again and again: each date is a topic of its own.</summary>
    private static readonly string[] Repeated = ["announced", "approved", "paused"];

    /// <summary>The topics of one subject and predicate, sorted by name.</summary>
    public static IReadOnlyList<Topic> Of(string subject, Predicate predicate, IReadOnlyList<Entry> entries)
    {
        if (predicate.Settles == Settles.Sum) return Sums.Of(subject, predicate, entries);
        var classed = predicate.Topic.Contains("basis") ? Bases.Classes(entries).Select(row => (Entry: row.Class.Length > 0 ? row.Entry with { Basis = row.Class } : row.Entry, row.Class)) : entries.Select(entry => (Entry: entry, Class: ""));
        return
        [
            .. from row in classed
               let scope = Scope(predicate, row.Entry, row.Class)
               let key = Key(predicate, row.Entry)
               let period = (predicate.Topic.Contains("period") || row.Class is "output") && row.Entry.Modality == Modality.Actual ? Period(row.Entry) : ""
               group row.Entry by (scope, key, period) into topic
               let name = string.Join('/', new[] { subject, predicate.Name, topic.Key.key, topic.Key.scope, topic.Key.period }.Where(part => part.Length > 0))
               orderby name
               select new Topic(subject, predicate, name, topic.Key.scope, topic.Key.period, [.. topic]),
        ];
    }

    private static string Scope(Predicate predicate, Entry entry, string basis)
    {
        List<string> parts = [];
        if (basis.Length > 0) parts.Add(basis);
        if (!predicate.Topic.Contains("basis") && predicate.Settles == Settles.PlanOrState && entry.Claim.Part is { } part && Bases.IsPhase(part)) parts.Add(part);
        if (predicate.Topic.Contains("product") && entry.Claim.Product is { } product and not "traction") parts.Add(product);
        if (predicate.Topic.Contains("level") && entry.Claim.Level is { } level and not "cell") parts.Add(level);
        if (predicate.Topic.Contains("region") && entry.Claim.Region is { } region && !region.Equals("world", StringComparison.OrdinalIgnoreCase)) parts.Add(region);
        return string.Join(' ', parts);
    }

    private static string Key(Predicate predicate, Entry entry)
    {
        List<string> parts = [];
        if (predicate.Topic.Contains("object") && entry.Object is { } other) parts.Add(other);
        if (predicate.Topic.Contains("value") && entry.Value is { } value) parts.Add(Word(value, predicate, entry));
        if (predicate.Topic.Contains("unit") && entry.Claim.Unit is { } unit) parts.Add(unit);
        if (predicate.Topic.Contains("kind") && entry.Claim.Kind is { } kind) parts.Add(kind);
        return string.Join('/', parts);
    }

    private static string Word(ClaimValue value, Predicate predicate, Entry entry)
    {
        var word = value is ClaimValue.Text text && predicate.Name is "role" ? text.Word.ToLowerInvariant() : value.ToString()!;
        return predicate.Settles == Settles.Event && Array.IndexOf(Repeated, word) >= 0 ? $"{word} {entry.Claim.When?.Edtf}".TrimEnd() : word;
    }

    private static string Period(Entry entry) =>
        (entry.Claim.When?.Latest ?? entry.Claim.When?.Earliest ?? entry.Claim.Published?.Latest)?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
