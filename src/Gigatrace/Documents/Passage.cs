using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

public enum PassageKind
{
    Paragraph,
    Heading,
    ListItem,

    /// <summary>A table row; <see cref="Passage.Cells"/> are its cells, <see cref="Passage.Header"/> those of its head.</summary>
    TableRow,

    /// <summary>A picture's words; read, but it repeats what the text says.</summary>
    Caption,
}

/// <summary>A stretch of a document that is read as one: no sentence crosses its ends.</summary>
public sealed record Passage
{
    /// <summary>Without the marks around it: no <c>#</c>, list bullet or table pipe at its ends.</summary>
    public required Span Span { get; init; }

    public required PassageKind Kind { get; init; }

    /// <summary>1 to 6 for a heading (a bold line alone counts as 6); 0 else.</summary>
    public int Level { get; init; }

    /// <summary>Which story of a round-up it belongs to, from 0; all 0 in a document of one story.</summary>
    public int Story { get; init; }

    /// <summary>The text itself says that a machine wrote this part.</summary>
    public bool AiGenerated { get; init; }

    /// <summary>Menus, teasers, share lines, newsletter boxes, advertisements: kept in the text, not read for claims.</summary>
    public bool Boilerplate { get; init; }

    /// <summary>Cells of a table row, trimmed of white space and of emphasis and link marks; empty spans for empty cells.</summary>
    public ImmutableArray<Span> Cells { get; init; } = [];

    /// <summary>Cells of the table's head row, by column; empty where the table has none, or for the head row itself.</summary>
    public ImmutableArray<Span> Header { get; init; } = [];

    /// <summary>Which table of the document, from 0; -1 outside tables.</summary>
    public int Table { get; init; } = -1;
}
