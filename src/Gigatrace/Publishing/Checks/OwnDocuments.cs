using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Publishing.Checks;

/// <summary>Which documents of a ledger are notes of the vault, or copies of them: a note is no evidence for itself, nor for its neighbours.</summary>
internal sealed class OwnDocuments
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<Signature>> _holding = [];
    private readonly HashSet<(int, int, string)> _words;

    /// <param name="vault">The vault's name: the last part of its path.</param>
    /// <param name="files">Paths of all its notes, below it.</param>
    /// <param name="notes">Those that are checked.</param>
    public OwnDocuments(string vault, IEnumerable<string> files, IReadOnlyCollection<Note> notes)
    {
        foreach (var file in files) _ = _paths.Add($"/{vault}/{file}");
        foreach (var note in notes)
        {
            _ = _paths.Add("/" + note.Document.Path);
            var signature = Signature.Of(note.Document);
            foreach (var key in Copies.KeysOf(signature))
            {
                if (!_holding.TryGetValue(key, out var held)) _holding.Add(key, held = []);
                held.Add(signature);
            }
        }

        _words = [.. notes.SelectMany(note => note.Claims).Select(claim => (claim.Start, claim.End, claim.Quote))];
    }

    public IReadOnlySet<string> Among(IReadOnlyCollection<Spoken> documents) => documents.Where(IsOwn).Select(one => one.Document.Id).ToHashSet(StringComparer.Ordinal);

    private bool IsOwn(Spoken one) =>
        (IsAtPath(one.Document.Path) && !one.Claims.Any(claim => Note.IsClippingOf(claim.SourceKind, claim.Publisher ?? claim.Url))) || one.Claims.All(claim => _words.Contains((claim.Start, claim.End, claim.Quote))) || IsCopy(one.Document.Signature);

    /// <summary>The path as it was given, or the vault's name and what comes after it, at the end of it.</summary>
    private bool IsAtPath(string path)
    {
        for (var at = 0; at >= 0; at = path.IndexOf('/', at + 1))
        {
            if (_paths.Contains(at == 0 && !path.StartsWith('/') ? "/" + path : path[at..])) return true;
        }

        return false;
    }

    private bool IsCopy(Signature signature) => Copies.KeysOf(signature).SelectMany(key => _holding.GetValueOrDefault(key) ?? []).Distinct().Any(other => Copies.Likeness(signature, other) is not null);
}
