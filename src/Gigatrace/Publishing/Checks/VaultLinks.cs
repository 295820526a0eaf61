using Gigatrace.Claims;

namespace Gigatrace.Publishing.Checks;

/// <summary>A link that leads nowhere.</summary>
/// <param name="Span">Of the whole link.</param>
/// <param name="Target">As the link writes it, without a heading.</param>
/// <param name="Meant">A note whose name is nearly the same; null where there is none.</param>
internal sealed record BrokenLink(Span Span, string Target, string? Meant);

/// <summary>
/// Links between the files of a vault. Many people link notes that are still to be written: where more than a few of the links to notes lead nowhere, that is a
/// manner and no fault, and only a link is told whose name is nearly another's.
/// </summary>
internal sealed class VaultLinks
{
    /// <summary>Of the notes that are linked, so many are there where links are kept in order.</summary>
    private const double InOrder = 0.8;

    private readonly HashSet<string> _paths;
    private readonly ILookup<string, string> _names;
    private readonly Dictionary<Note, NoteLink[]> _broken = new(ReferenceEqualityComparer.Instance);
    private readonly bool _tellAll;

    /// <param name="files">All files of the vault, below it, with forward slashes; null where links are not to be looked at.</param>
    /// <param name="notes">Those whose links are looked at.</param>
    public VaultLinks(IReadOnlyCollection<string>? files, IReadOnlyCollection<Note> notes)
    {
        _paths = (files ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Not every program follows a link to another name of a note; whoever writes one means the note.
        _names = (files ?? []).Select(file => (Name: NameOf(file), Path: file)).Concat(notes.SelectMany(note => note.Document.Aliases.Select(alias => (Name: alias, Path: note.Relative)))).ToLookup(row => row.Name, row => row.Path, StringComparer.OrdinalIgnoreCase);
        if (files is null) return;
        var targets = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var note in notes)
        {
            var links = NoteLink.Of(note.Document.Text.Value).Select(link => (Link: link, Leads: Leads(note, link))).ToArray();
            foreach (var (link, leads) in links) _ = targets.TryAdd(link.Target, leads);
            _broken[note] = [.. links.Where(one => !one.Leads).Select(one => one.Link)];
        }

        _tellAll = targets.Count > 0 && targets.Values.Count(leads => leads) >= InOrder * targets.Count;
    }

    /// <summary>Each target once for a note.</summary>
    public IEnumerable<BrokenLink> Broken(Note note) =>
        _broken.GetValueOrDefault(note, []).DistinctBy(link => link.Target, StringComparer.OrdinalIgnoreCase).Select(link => new BrokenLink(link.Span, link.Target, Nearest(link.Target))).Where(link => _tellAll || link.Meant is not null);

    private bool Leads(Note note, NoteLink link) => link.Wiki ? Leads(link.Target) : LeadsFrom(note.Relative, link.Target);

    /// <summary>By the name alone, or by the path from the vault on.</summary>
    private bool Leads(string target) => target.Contains('/', StringComparison.Ordinal) ? Exists(target.TrimStart('/')) || _names[NameOf(target)].Any(path => WithoutEnding(path).EndsWith("/" + WithoutEnding(target), StringComparison.OrdinalIgnoreCase)) : _names.Contains(NameOf(target)) || _names.Contains(target);

    /// <summary>From the note's own folder, or from the vault on. What lies outside of the vault is not known.</summary>
    private bool LeadsFrom(string note, string target)
    {
        if (target.StartsWith('/')) return Exists(target.TrimStart('/'));
        return Resolved(note, target) is not { } path || Exists(path) || Exists(target);
    }

    private bool Exists(string path) => path.Length == 0 || _paths.Contains(path) || _paths.Contains(path + ".md") || _paths.Any(file => file.StartsWith(path.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where it leads out of the vault.</summary>
    private static string? Resolved(string note, string target)
    {
        var parts = new List<string>(note.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0) return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>A note that is written like the target but for a slip.</summary>
    private string? Nearest(string target)
    {
        var name = NameOf(target);
        if (name.Length < 5) return null;
        var (small, most) = (name.ToLowerInvariant(), name.Length < 9 ? 1 : 2);
        return _names.Select(group => group.Key).Where(other => Math.Abs(other.Length - name.Length) <= most && other.Any(char.IsLetter) && SameDigits(other, name))
            .Select(other => (Name: other, Slips: Slips(other.ToLowerInvariant(), small, most))).Where(other => other.Slips <= most)
            .OrderBy(other => other.Slips).ThenBy(other => other.Name, StringComparer.Ordinal).Select(other => other.Name).FirstOrDefault();
    }

    /// <summary>Another number is another thing: "2024-01-03", "Plant 2".</summary>
    private static bool SameDigits(string one, string other) => one.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit));

    /// <summary>How many letters were changed, left out, put in or swapped with the next; more than <paramref name="most"/> where it is more.</summary>
    private static int Slips(string one, string other, int most)
    {
        var rows = new int[3][];
        for (var i = 0; i < 3; i++) rows[i] = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var (now, before, earlier) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            now[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(before[j], now[j - 1]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) now[j] = Math.Min(now[j], earlier[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }

            if (least > most) return most + 1;
        }

        return rows[one.Length % 3][other.Length];
    }

    private static string NameOf(string path) => WithoutEnding(path[(path.LastIndexOf('/') + 1)..]);

    private static string WithoutEnding(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
}
