using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Exchange;

/// <summary>What the columns of a table mean. Read from a file of its own (<see cref="TableMapReader"/>); <c>docs/import.md</c> describes it.</summary>
public sealed record TableMap
{
    /// <summary>The map's own text: the same text reads a table the same way.</summary>
    public required string Text { get; init; }

    /// <summary>The register's name, for tables that are snapshots of one; null where it has none.</summary>
    public string? Register { get; init; }

    public MapRole Publisher { get; init; } = MapRole.Nothing;

    public MapRole Url { get; init; } = MapRole.Nothing;

    public MapRole Published { get; init; } = MapRole.Nothing;

    /// <summary>Null where it is not said. What is a register is one, whatever the map says.</summary>
    public SourceKind? SourceKind { get; init; }

    /// <summary>A .NET regular expression whose first group, in the file's name, is the date of the snapshot; null where there is none.</summary>
    public string? DateInName { get; init; }

    /// <summary>Null where the head tells it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Null where the bytes tell it.</summary>
    public string? Encoding { get; init; }

    /// <summary>In which line the columns are named, from 1.</summary>
    public int Head { get; init; } = 1;

    /// <summary>A decimal comma, with points or spaces between thousands.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Cells that say nothing, beside the empty one.</summary>
    public ImmutableHashSet<string> Empty { get; init; } = [];

    /// <summary>The columns that tell one row from every other; empty where the subject does.</summary>
    public ImmutableArray<MapColumn> Key { get; init; } = [];

    /// <summary>Text with column names in braces.</summary>
    public required ImmutableArray<TemplatePart> Subject { get; init; }

    /// <summary>The part's number, "2"; said in the subject too where the template does not say it.</summary>
    public MapRole Part { get; init; } = MapRole.Nothing;

    public required ImmutableArray<MapField> Fields { get; init; }
}

/// <summary>A column by its name, or by one of several names that it had over the years.</summary>
/// <param name="IsOptional">A table may lack it; then its cells are empty.</param>
/// <param name="Line">Of the map, from 1: where it is named.</param>
public sealed record MapColumn(ImmutableArray<string> Names, bool IsOptional, int Line)
{
    public string Name => Names[0];
}

/// <summary>A stretch of text or a column's cell.</summary>
public readonly record struct TemplatePart(string Text, MapColumn? Column);

/// <summary>Where a part of a claim comes from: always the same text, or the cells of columns, read as words, a figure or a date.</summary>
public sealed record MapRole
{
    public static MapRole Nothing { get; } = new();

    public string? Fixed { get; init; }

    public ImmutableArray<MapColumn> Columns { get; init; } = [];

    /// <summary>The vocabulary's word for each of the table's; a key that ends in <c>*</c> stands for all that begin so. Case does not matter.</summary>
    public ImmutableArray<(string Written, string Meant)> Words { get; init; } = [];

    /// <summary>What a word that is not listed means; null where it is an error.</summary>
    public string? Else { get; init; }

    /// <summary>.NET date formats, tried in order, for the cells that are not empty with a space between them.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    public bool IsNothing => Fixed is null && Columns.IsEmpty;
}

/// <summary>One thing that every row says.</summary>
public sealed record MapField
{
    /// <summary>Goes into the rule of its claims: a slug, each once in a map.</summary>
    public required string Name { get; init; }

    /// <summary><c>entry</c> for a column that is no predicate of ours.</summary>
    public required string Predicate { get; init; }

    /// <summary>What it says, by <see cref="Main"/>: its cells are what the claim's value is written as.</summary>
    public required MapRole Value { get; init; }

    public MapRole Object { get; init; } = MapRole.Nothing;

    public MapRole When { get; init; } = MapRole.Nothing;

    public MapRole Modality { get; init; } = MapRole.Nothing;

    public MapRole Unit { get; init; } = MapRole.Nothing;

    public MapRole Kind { get; init; } = MapRole.Nothing;

    public MapRole Basis { get; init; } = MapRole.Nothing;

    public MapRole Qualifier { get; init; } = MapRole.Nothing;

    public MapRole Product { get; init; } = MapRole.Nothing;

    public MapRole Level { get; init; } = MapRole.Nothing;

    public MapRole Region { get; init; } = MapRole.Nothing;

    /// <summary>A figure is multiplied by it.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>Where a cell holds several: what stands between them; null where it holds one.</summary>
    public string? Split { get; init; }

    /// <summary>The role whose cells make the field: without any of them the row says nothing here.</summary>
    public MapRole Main => !Value.Columns.IsEmpty ? Value : !Object.Columns.IsEmpty ? Object : When;

    public IEnumerable<MapRole> Roles => [Value, Object, When, Modality, Unit, Kind, Basis, Qualifier, Product, Level, Region];
}
