using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Publishing.Checks;

/// <summary>A folder of notes, or a single note.</summary>
public sealed record Vault
{
    /// <summary>The folder's own name.</summary>
    public required string Name { get; init; }

    /// <summary>All files in it, below it, with forward slashes; null for a single note, of which it is not known what lies beside it.</summary>
    public IReadOnlyCollection<string>? Files { get; init; }

    /// <summary>Those that are checked; saved articles among them are left.</summary>
    public required ImmutableArray<Note> Notes { get; init; }

    public CheckSettings Settings { get; init; } = new();

    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>What the ledger has against the notes.</summary>
    /// <param name="entities">Who and what the ledger knows on that day.</param>
    /// <param name="day">Only what was known on that day counts; notes without a date speak from it.</param>
    /// <param name="lineOf">The line of a claim's first character in its file.</param>
    public Checked Check(Holdings holdings, IReadOnlyList<Entity> entities, DateOnly day, Func<Claim, int?> lineOf)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        var notes = Notes.Where(note => !note.IsClipping).OrderBy(note => note.Document.Path, StringComparer.Ordinal).ToArray();
        var homes = new Homes(entities, Knowledge.Default);
        var said = notes.Select(note => note.Dated(day).Select(claim => homes.Placed(note.Document, claim)).ToArray()).ToArray();
        var own = new OwnDocuments(Name, Files ?? [], notes);
        var ledger = holdings.Beside([.. said.SelectMany(claims => claims)], day, own.Among);
        var checker = new Checker(ledger, Settings, new VaultLinks(Files, notes), day, lineOf);
        var (problems, remarks) = (ImmutableArray.CreateBuilder<Problem>(), ImmutableArray.CreateBuilder<Diagnostic>());
        var known = Baseline.Begin();
        foreach (var (note, claims) in notes.Zip(said))
        {
            var ignores = new Ignores(note.Document.Text, note.Document.Path);
            problems.AddRange(checker.Check(note, claims).Select(problem => known.Look(ignores.Look(problem))));
            remarks.AddRange(ignores.Remarks());
        }

        return new Checked(problems.ToImmutable(), [.. Settings.Diagnostics, .. remarks]);
    }
}
