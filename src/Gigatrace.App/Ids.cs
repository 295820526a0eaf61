using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.App;

/// <summary>From the beginning of an id, as a person types it, to the one thing that has it, or a line that says why not.</summary>
internal static class Ids
{
    private const int Shortest = 4;

    public static Claim Claim(LedgerStore store, string typed) => One(store.FindClaims(Prefix(typed)), typed, "claim", claim => claim.Id);

    public static Judgement Judgement(LedgerStore store, string typed)
    {
        var prefix = Prefix(typed);
        return One([.. store.LoadJudgements().Where(one => one.Id.StartsWith(prefix, StringComparison.Ordinal))], typed, "judgement", judgement => judgement.Id);
    }

    /// <summary>By its id, or, of those that count, by its name or path.</summary>
    public static StoredDocument Document(LedgerStore store, string typed) => One(Documents(store, typed), typed, "document", stored => stored.Document.Path);

    /// <summary>Every document that has such an id, else every one that is called so.</summary>
    public static IReadOnlyList<StoredDocument> Documents(LedgerStore store, string typed)
    {
        var found = typed.Trim().Length < Shortest ? [] : store.FindDocuments(Prefix(typed));
        return found.Count > 0 ? found : [.. store.Counted("").Where(one => one.Name == typed || one.Path == typed).SelectMany(one => store.FindDocuments(one.Id))];
    }

    public static string Prefix(string typed)
    {
        var id = typed.Trim().ToLowerInvariant();
        return id.Length >= Shortest ? id : throw new Failure($"'{typed}' is too short for an id; give at least its first {Shortest} digits");
    }

    /// <summary>Things of any kind have ids that begin so.</summary>
    public static Failure Several(string typed, IEnumerable<string> ids) => new($"'{typed}' begins {ids.Count()} ids: {string.Join(", ", ids.Take(8))}; give more of it");

    private static T One<T>(IReadOnlyList<T> found, string typed, string what, Func<T, string> id) => found.Count switch
    {
        0 => throw new Failure($"no {what} has an id that begins with '{typed}'{(what is "document" ? ", and none is called so" : "")}"),
        1 => found[0],
        _ => throw new Failure($"'{typed}' fits {found.Count} {what}s: {string.Join(", ", found.Select(id).Take(8))}; give more of it"),
    };
}
