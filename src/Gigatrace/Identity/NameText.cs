using System.Collections.Immutable;

namespace Gigatrace.Identity;

/// <summary>What a name says by itself, whatever else is known.</summary>
/// <param name="Key">Folded (<see cref="NameTable.Key"/>).</param>
/// <param name="Bare">Its words in Latin letters, without legal forms, as they are written.</param>
/// <param name="Words">Without legal forms, titles and small words.</param>
/// <param name="All">Every letter of it, in Latin letters, without spaces.</param>
/// <param name="Acronyms">First letters; empty for fewer than three words.</param>
internal sealed record NameText(string Key, string Bare, ImmutableArray<NameWord> Words, ImmutableArray<LegalForm> Forms, string All, ImmutableArray<string> Acronyms)
{
    public string Core { get; } = string.Join(' ', Words.Select(word => word.Text));

    public string Joined { get; } = string.Concat(Words.Select(word => word.Text));

    /// <summary>With the second spelling of letters that have one.</summary>
    public string JoinedOther { get; } = string.Concat(Words.Select(word => word.Other ?? word.Text));

    public string Sorted { get; } = string.Join(' ', Words.Select(word => word.Text).Order(StringComparer.Ordinal));

    /// <summary>The words that make the name; all of them where none does.</summary>
    public ImmutableArray<NameWord> Telling { get; } = Words.Any(word => word.Kind == WordKind.Plain) ? [.. Words.Where(word => word.Kind == WordKind.Plain)] : [.. Words.Where(word => word.Kind is not (WordKind.Number or WordKind.Place))];
}
