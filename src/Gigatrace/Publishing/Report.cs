using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Gigatrace.Publishing;

/// <summary>
/// What a question is answered with, before it has a form: tables for people, objects for programs, made of the same
/// findings. The writers in <c>Forms/</c> (and the terminal's, in the executable) know nothing else.
/// </summary>
public sealed record Report
{
    public string? Title { get; init; }

    /// <summary>Lines under the title.</summary>
    public ImmutableArray<string> Lead { get; init; } = [];

    /// <summary>The first is the answer itself and is all that CSV gives; the others stand beside it on a card.</summary>
    public ImmutableArray<Table> Tables { get; init; } = [];

    public ImmutableArray<JsonObject> Items { get; init; } = [];

    /// <summary>What JSON gives in place of the items alone: an object that holds them and what is to be said of all; null for the items.</summary>
    public JsonObject? Whole { get; init; }

    /// <summary>For the forms that draw; null for an answer that is no graph.</summary>
    public Graph? Graph { get; init; }

    /// <summary>How many items there are, where these may be a part of them; null where they are all.</summary>
    public int? Of { get; init; }

    /// <summary>The answer is one object, not a list of them.</summary>
    public bool Single { get; init; }

    /// <summary>What a person reads where there is nothing to show.</summary>
    public string Nothing { get; init; } = "nothing found";

    public bool IsEmpty => Tables.All(table => table.Rows.IsEmpty) && Items.IsEmpty;
}

/// <summary>A part of a long answer, so that no more of it is made than is asked for: so many rows after so many others.</summary>
public readonly record struct Part(int Skip, int Take)
{
    public static Part All { get; } = new(0, int.MaxValue);

    public ImmutableArray<T> Of<T>(ImmutableArray<T> rows) => [.. rows.Skip(Skip).Take(Take)];

    /// <summary>What of it is left for the rows that follow so many.</summary>
    public Part After(int rows) => new(Math.Max(0, Skip - rows), Take - Math.Clamp(rows - Skip, 0, Take));
}

/// <summary>Columns and rows of plain text; every row has as many cells as there are columns.</summary>
public sealed record Table(ImmutableArray<Column> Columns)
{
    public string? Title { get; init; }

    public ImmutableArray<Row> Rows { get; init; } = [];
}

/// <param name="Name">The head, in lower case; also the key in CSV.</param>
/// <param name="Right">Figures stand at the right.</param>
/// <param name="Whole">Not broken over lines where there is room for it elsewhere: names, dates, figures.</param>
/// <param name="Aside">Left out on a narrow terminal.</param>
public sealed record Column(string Name, bool Right = false, bool Whole = false, bool Aside = false)
{
    /// <summary>Its cells are what the row rests on words for, and lead to them where a form has links: figures, findings.</summary>
    public bool Says { get; init; } = Right;
}

/// <param name="Evidence">What the row rests on; printed only where it is asked for.</param>
public sealed record Row(ImmutableArray<string> Cells, ImmutableArray<Evidence> Evidence)
{
    /// <summary>Cell by cell, where the cells of a row rest on different words; empty where all rest on <see cref="Evidence"/>.</summary>
    public ImmutableArray<ImmutableArray<Evidence>> ByCell { get; init; } = [];

    /// <summary>What one cell rests on.</summary>
    public ImmutableArray<Evidence> Behind(int cell) => ByCell.IsEmpty ? Evidence : ByCell[cell];
}
