using System.Collections.Immutable;
using Gigatrace.Identity;

namespace Gigatrace.Publishing.Vaults;

/// <summary>A note that is in the folder already.</summary>
/// <param name="Path">From the folder, with forward slashes.</param>
/// <param name="Text">Null for one in which <see cref="Vault.Sign"/> does not stand: it is none of ours.</param>
/// <param name="Fault">Why it cannot be changed whatever it says; null where it can.</param>
public sealed record VaultFile(string Path, string? Text, string? Fault = null);

public enum VaultResult
{
    New,
    Changed,
    Unchanged,

    /// <summary>Not written, though there is something to write.</summary>
    Left,

    /// <summary>Nothing is held under its name any more: our parts were emptied, what is the person's stays.</summary>
    Gone,
}

/// <summary>What is to be done with one note.</summary>
/// <param name="Path">From the folder, with forward slashes; never out of it.</param>
/// <param name="Text">The whole new text; null where nothing is to be written.</param>
/// <param name="Line">Where the reason stands, from 1; null where it is the whole note.</param>
/// <param name="Why">Null where there is nothing to tell.</param>
public sealed record VaultChange(string Path, string Kind, string Name, VaultResult Result, string? Text, int? Line = null, string? Why = null);

/// <summary>
/// The ledger as a folder of notes for Obsidian: one for each plant and company, and one that lists them. A pure function of what is held and of what is in
/// the folder. Of a note that is there only properties and parts of ours change; where that cannot be done without losing what a person wrote, it is left and told.
/// </summary>
public static class Vault
{
    /// <summary>A text without this has neither a mark nor a property of ours.</summary>
    public const string Sign = "gigatrace";

    private const string IndexName = "Gigatrace";

    private static readonly Dictionary<string, string> Folders = new(StringComparer.Ordinal) { ["plant"] = "Plants/", ["company"] = "Companies/", ["index"] = "" };

    /// <param name="files">All notes of the folder, by any paths that end in <c>.md</c>.</param>
    public static IReadOnlyList<VaultChange> Plan(View view, IEnumerable<VaultFile> files)
    {
        var maker = new NoteMaker(view);
        var places = new VaultPlaces(files, [.. maker.Things(), ("index", IndexName)], Folders);
        var links = new NoteLinks(places.Targets);
        var plants = view.State.Plants.ToDictionary(plant => plant.Name, StringComparer.Ordinal);
        var companies = view.State.Companies.ToDictionary(company => company.Name, StringComparer.Ordinal);
        var entities = view.State.Entities.Where(entity => entity.Kind == EntityKind.Plant).ToDictionary(entity => entity.Name, StringComparer.Ordinal);
        return
        [
            .. places.Notes.Select(place => Change(place, place.Kind switch
            {
                "plant" => maker.Plant(plants[place.Name], entities.GetValueOrDefault(place.Name)?.Aliases ?? [], links),
                "company" => maker.Company(companies[place.Name], links),
                _ => maker.Index([.. places.Notes.Where(other => other.Kind is "company").Select(other => other.Name)], links),
            })).Concat(places.Orphans.Select(orphan => Emptied(view, orphan, links))).Concat(places.Doubles.Select(Second)).OrderBy(change => change.Path, StringComparer.Ordinal),
        ];
    }

    private static VaultChange Change(VaultPlaces.Place place, VaultNote note)
    {
        if (place.Before is not { } file) return new VaultChange(place.Path, place.Kind, place.Name, VaultResult.New, NoteMerge.New(note));
        if (file.Fault is { } fault) return new VaultChange(place.Path, place.Kind, place.Name, VaultResult.Left, null, null, fault);
        var merged = NoteMerge.Into(file.Text ?? "", note);
        if (merged.Text is null) return new VaultChange(place.Path, place.Kind, place.Name, VaultResult.Left, null, merged.Line, merged.Why);
        return merged.Text == file.Text ? new VaultChange(place.Path, place.Kind, place.Name, VaultResult.Unchanged, null) : new VaultChange(place.Path, place.Kind, place.Name, VaultResult.Changed, merged.Text);
    }

    private static VaultChange Emptied(View view, VaultPlaces.Orphan orphan, NoteLinks links)
    {
        var now = view.State.Entities.FirstOrDefault(entity => entity.Aliases.Contains(orphan.Name))?.Name;
        var told = $"nothing is held under this name{(view.State.AsOf is { } day ? $" as of {Phrases.Day(day)}" : "")}";
        var note = VaultNote.Gone(orphan.Kind, orphan.Name, $"{char.ToUpperInvariant(told[0])}{told[1..]}.{(now is null ? "" : $" It counts as {links.To(now, inTable: false)} now.")}\n");
        var change = Change(new VaultPlaces.Place(orphan.Kind, orphan.Name, orphan.Before.Path, orphan.Before), note);
        return change.Result is VaultResult.Left ? change : change with { Result = VaultResult.Gone, Why = now is null ? told : $"{told}; it counts as {now} now" };
    }

    private static VaultChange Second(VaultPlaces.Double twin) => new(twin.Path, twin.Kind, twin.Name, VaultResult.Left, null, null, $"it is a second note on {twin.Name}; {twin.Kept} is the one that is kept up");
}
