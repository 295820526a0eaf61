using System.Collections.Immutable;

namespace Gigatrace.Publishing.Vaults;

/// <summary>What a note of the vault is to say; the note itself may hold more, which is the person's.</summary>
/// <param name="Kind">plant, company or index.</param>
/// <param name="Name">As printed.</param>
/// <param name="Aliases">Sorted.</param>
/// <param name="Tags">All begin with <c>gigatrace/</c>.</param>
/// <param name="Properties">In their order; each a text, a number, a date or a list of texts.</param>
/// <param name="Parts">In their order, by name; no text is empty, each ends in a line break.</param>
internal sealed record VaultNote(string Kind, string Name, ImmutableArray<string> Aliases, ImmutableArray<string> Tags, ImmutableArray<(string Key, Property Value)> Properties, ImmutableArray<(string Name, string Text)> Parts)
{
    /// <summary>What is left of a note on something that is no longer held under its name.</summary>
    public static VaultNote Gone(string kind, string name, string text) => new(kind, name, [], ["gigatrace/gone"], [], [("facts", text)]);
}

/// <summary>A property as Obsidian knows them.</summary>
internal abstract record Property
{
    private Property()
    {
    }

    /// <param name="Value">May be a link.</param>
    public sealed record Text(string Value) : Property;

    public sealed record Number(decimal Value) : Property;

    public sealed record Date(DateOnly Value) : Property;

    public sealed record List(ImmutableArray<string> Values) : Property;
}
