using Gigatrace.Documents;

namespace Gigatrace.Ledger.Storage;

/// <summary>Which documents are copies, kept in step with those that count: a new one is compared with those that share a stretch of words, no others.</summary>
internal sealed class CopyRows(Database database, UseRows uses)
{
    private static readonly Table Table = new("held_copies", "document", "original");
    private static readonly Table Prints = new("held_prints", "print", "document");

    /// <summary>Of those of some documents that are copies, the original, by id.</summary>
    public IReadOnlyDictionary<string, Signed> Originals(IReadOnlyCollection<string> documents)
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var next = Likes(documents); next.Count > 0; next = Likes([.. next.Values.Distinct(StringComparer.Ordinal)]))
        {
            foreach (var (document, like) in next) _ = roots.TryAdd(document, like);
        }

        if (roots.Count == 0) return new Dictionary<string, Signed>();
        var signed = uses.Signed([.. roots.Values.Distinct(StringComparer.Ordinal)], withPrints: false).ToDictionary(row => row.Signed.Id, row => row.Signed, StringComparer.Ordinal);
        return documents.Where(roots.ContainsKey).Distinct(StringComparer.Ordinal).ToDictionary(document => document, document => signed[Root(document)], StringComparer.Ordinal);

        string Root(string document)
        {
            while (roots.TryGetValue(document, out var like)) document = like;
            return document;
        }
    }

    /// <summary>Works all of it out. The ids of the documents of which it is otherwise than before are returned.</summary>
    public IReadOnlyCollection<string> Rebuild(IEnumerable<Signed> documents)
    {
        var before = database.Rows("SELECT document, original FROM held_copies", row => (Document: row.Text(0), Original: row.Text(1))).ToDictionary(row => row.Document, row => row.Original, StringComparer.Ordinal);
        _ = database.Execute("DELETE FROM held_copies") + database.Execute("DELETE FROM held_prints");
        var index = Copies.Look(documents);
        database.Insert(Table, [.. index.Likes.Select(row => new object?[] { row.Key, row.Value.Id })]);
        var rows = uses.RowsOf([.. index.Ordered.Select(one => one.Id)]);
        database.Insert(Prints, [.. index.Holders.SelectMany(held => held.Value.Select(at => new object?[] { held.Key, rows[index.Ordered[at].Id] }))]);
        return WithCopies([.. index.Likes.Keys.Concat(before.Keys).Distinct(StringComparer.Ordinal).Where(id => index.Likes.GetValueOrDefault(id)?.Id != before.GetValueOrDefault(id))]);
    }

    /// <summary>Adds documents. The ids of those of which it is otherwise than before are returned; null where only <see cref="Rebuild"/> can tell: a text comes before others that many share words with.</summary>
    public IReadOnlyCollection<string>? Add(IReadOnlyCollection<string> documents)
    {
        var turned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, one) in uses.Signed(documents, withPrints: true).OrderBy(one => one.Signed, Copies.Earlier))
        {
            var keys = Copies.KeysOf(one.Signature).ToArray();
            var holders = uses.Holders(keys);
            var full = holders.Where(held => held.Count() >= Copies.MostCompared).ToDictionary(held => held.Key, held => held.Max(Copies.Earlier)!);
            if (full.Values.Any(last => Copies.Earlier.Compare(one, last) < 0)) return null;
            database.Insert(Prints, [.. keys.Where(key => !full.ContainsKey(key)).Select(key => new object?[] { key, row })]);
            foreach (var later in holders.SelectMany(held => held).Where(other => Copies.Earlier.Compare(other, one) > 0).DistinctBy(other => other.Id).Append(one).Order(Copies.Earlier).ToArray())
            {
                if (Compare(later)) _ = turned.Add(later.Id);
            }
        }

        return WithCopies(turned);
    }

    /// <summary>Compares a document with those before it. False where it is a copy of what it was.</summary>
    private bool Compare(Signed one)
    {
        var signature = one.Signature.Prints.IsEmpty ? uses.Signed([one.Id], withPrints: true)[0].Signed.Signature : one.Signature;
        var met = uses.Holders([.. Copies.KeysOf(signature)]).SelectMany(held => held).Where(other => Copies.Earlier.Compare(other, one) < 0).GroupBy(other => other.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var candidates = uses.Signed(met.Keys, withPrints: true).Select(row => row.Signed).Where(other => Copies.MayBeAlike(met[other.Id], signature.Prints.Length, other.Signature.Prints.Length)).Order(Copies.Earlier);
        var like = Copies.MostAlike(one with { Signature = signature }, candidates)?.Id;
        var was = Likes([one.Id]).GetValueOrDefault(one.Id);
        if (like == was) return false;
        _ = database.Execute("DELETE FROM held_copies WHERE document = @document", ("@document", one.Id));
        if (like is not null) database.Insert(Table, [[one.Id, like]]);
        return true;
    }

    /// <summary>Some documents, and those that are copies of them.</summary>
    private HashSet<string> WithCopies(IReadOnlyCollection<string> documents)
    {
        var all = new HashSet<string>(documents, StringComparer.Ordinal);
        for (var next = documents; next.Count > 0;) next = [.. uses.CopiesOf(next).Where(all.Add)];
        return all;
    }

    private Dictionary<string, string> Likes(IReadOnlyCollection<string> documents) => uses.Likes(documents).ToDictionary(row => row.Document, row => row.Original, StringComparer.Ordinal);
}
