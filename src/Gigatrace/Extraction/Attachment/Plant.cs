using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction.Attachment;

/// <summary>
/// A works that a document speaks of, while the document is read: what is known of it grows from sentence to sentence
/// ("a plant in Poland", later "the factory stands in Kobierzyce"), so its name is only asked for at the end.
/// </summary>
public sealed class Plant
{
    private string? _name;

    public string? Operator
    {
        get;
        set => (field, _name) = (value, null);
    }

    /// <summary>The operator is only who was spoken of, and no maker of cells: a maker named later with the plant takes its place.</summary>
    public bool OperatorIsGuess { get; set; }

    /// <summary>The town nearest to where the text first spoke of it, for a works that it never places.</summary>
    public Mention? Near { get; set; }

    /// <summary>The name of its own, which stands for the place where the text does not say where it is.</summary>
    public Works? Works
    {
        get;
        set => (field, _name) = (value, null);
    }

    /// <summary>As the text writes it; short names for countries.</summary>
    public string? PlaceName
    {
        get;
        set => (field, _name) = (value, null);
    }

    public Place? Place { get; set; }

    /// <summary>The works of the list that it is; null where that holds none.</summary>
    internal KnownSite? Known { get; set; }

    /// <summary>1 where the text does not say or says "first".</summary>
    public int Part
    {
        get;
        set => (field, _name) = (value, null);
    } = 1;

    /// <summary>The text calls it a phase: "the plant" is the whole, then, and takes the plain name.</summary>
    public bool IsPhase { get; set; }

    /// <summary>Its operator, or one of the two that run it together.</summary>
    public bool IsOf(string company) => Operator is not null && (Operator == company || Ventures.IsPartner(Operator, company));

    /// <summary>The first works of the same operator at the same place.</summary>
    public bool IsFirstBeside(Plant later) => Part == 1 && later.Part > 1 && Operator == later.Operator && PlaceName == later.PlaceName;

    /// <summary>"AESC Sunderland 2"; null while operator or place is not known.</summary>
    public string? Name => _name ??= (Operator, PlaceName, Works) switch
    {
        (not null, not null, _) => $"{Operator} {PlaceName}{(Part > 1 ? $" {Part}" : "")}",
        (not null, null, { } works) => works.Name.StartsWith(Operator, StringComparison.Ordinal) ? works.Name : $"{Operator} {works.Name}",
        _ => null,
    };
}
