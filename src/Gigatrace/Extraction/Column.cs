using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>What the filled cells below one head are, as parts of them all.</summary>
internal sealed class Column
{
    /// <summary>A cell that begins with a name and goes on no further than this is that name's.</summary>
    private const int LongestName = 8;

    private readonly List<Sentence> _cells;

    public Column(string head, IReadOnlyList<Sentence> cells)
    {
        Head = head.Trim(' ', '*', '_', '`').ToLowerInvariant();
        _cells = [.. cells.Where(static cell => cell.Text[cell.Span].ContainsAnyInRange('0', '9') || cell.Text[cell.Span].ContainsAnyInRange('A', 'z'))];
        Makers = Part(static cell => Opening(cell) is { Organisation.MakesCells: true });
        Companies = Part(static cell => Opening(cell) is { IsCompany: true });
        CarMakers = Part(static cell => Opening(cell) is { } name && Fields.CarMaker(name) is not null);
        Models = Part(static cell => cell.Mentions.Exists(static mention => mention.Kind == MentionKind.Model));
        Places = Part(static cell => Opening(cell)?.Kind == MentionKind.Place);
        Unnamed = !_cells.Exists(static cell => cell.Mentions.Exists(static mention => mention.Kind is MentionKind.Organisation or MentionKind.Place));
        Figures = Part(static cell => cell.Values is [{ Kind: not ValueKind.Ordinal } value, ..] && value.Tokens.First <= cell.First + 1 && Opening(cell) is null);
        Lands = Part(static cell => Opening(cell) is { Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality } || cell.Text[cell.Span] is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']);
        Dates = Kinds(ValueKind.Date);
        Percents = Kinds(ValueKind.Percent);
        Energies = Kinds(ValueKind.Energy);
        Sums = Kinds(ValueKind.Money);
        Numbers = Kinds(ValueKind.Number);
        Chemistries = Part(static cell => cell.Mentions.Exists(static mention => mention.Kind == MentionKind.Chemistry));
        Signed = _cells.Exists(static cell => cell.Span.Start > 0 && (cell.Text.Value[cell.Span.Start] is '+' or '▲' or '▼' || cell.Text.Value[cell.Span.Start - 1] is '+' or '▲' or '▼'));
        Falling = IsFalling();
    }

    /// <summary>In small letters.</summary>
    public string Head { get; }

    public int Filled => _cells.Count;

    public double Makers { get; }

    public double Companies { get; }

    /// <summary>Makers of cars, by their own name or that of a model.</summary>
    public double CarMakers { get; }

    public double Models { get; }

    public double Places { get; }

    /// <summary>Countries and regions, by name or by their codes.</summary>
    public double Lands { get; }

    public double Figures { get; }

    /// <summary>No cell names a company or place.</summary>
    public bool Unnamed { get; }

    public double Dates { get; }

    public double Percents { get; }

    public double Energies { get; }

    public double Sums { get; }

    public double Numbers { get; }

    public double Chemistries { get; }

    /// <summary>Its figures are changes: "+3.1".</summary>
    public bool Signed { get; }

    /// <summary>Its figures are parts of one whole, the greatest first.</summary>
    public bool Falling { get; }

    public double Part(Func<Sentence, bool> isOne) => _cells.Count == 0 ? 0 : (double)_cells.Count(isOne) / _cells.Count;

    /// <summary>Whether short cells are of a sort.</summary>
    public double Names(Func<Mention, bool> isOne) => Part(cell => cell.Tokens.Length <= LongestName && Opening(cell) is { } name && isOne(name));

    private double Kinds(ValueKind kind) => Part(cell => cell.Values.Exists(value => value.Kind == kind));

    private bool IsFalling()
    {
        var parts = _cells.Select(static cell => cell.Values.Find(static value => value is { Kind: ValueKind.Percent or ValueKind.Number, IsRange: false })?.Low).OfType<decimal>().ToList();
        return parts.Count >= 2 && parts.Count == _cells.Count && parts.Sum() is >= 15 and <= 101 && parts.Exists(static part => part != Math.Floor(part)) && parts.Zip(parts.Skip(1)).All(static pair => pair.First >= pair.Second);
    }

    /// <summary>The name that a cell begins with.</summary>
    private static Mention? Opening(Sentence cell) => cell.Mentions is [{ } name, ..] && name.Tokens.First <= cell.First + 1 ? name : null;
}
