using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Places of which a text says only that something else is made there: "series production of the ID.4 in Zwickau", "its fifth car factory, at Fuzhou". No works of cells stands there, as far as it says.</summary>
internal sealed class OtherTowns(Terms terms)
{
    private readonly HashSet<string> _others = new(StringComparer.OrdinalIgnoreCase), _cells = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text speaks of works of another industry, and of works of cells or packs.</summary>
    private bool _speaksOfOthers, _speaksOfCells;

    public void Read(Sentence sentence, List<PlantPhrase> phrases)
    {
        _speaksOfOthers |= phrases.Exists(static phrase => phrase is { OtherIndustry: true, Battery: false });
        _speaksOfCells = _speaksOfCells || SpeaksOfCells(sentence, phrases);
        var cells = terms.Any(sentence, sentence.First, sentence.End, TermClass.Battery) || sentence.Values.Exists(value => value.Kind == Values.ValueKind.Energy) || phrases.Exists(phrase => phrase.Battery);
        if (!cells && !phrases.Exists(phrase => phrase.OtherIndustry) && !MakesModel(sentence)) return;
        foreach (var place in sentence.Mentions)
        {
            if (place.Kind != MentionKind.Place || phrases.Exists(phrase => phrase.Places.Contains(place) && Surroundings.IsOnGrounds(sentence, phrase))) continue;
            if (!cells) _others.Add(Sites.NameOf(place));
            // "Cars made in China get their cells from X" says nothing of works of cells there.
            else if (place.Place is { Kind: PlaceKind.Municipality } || phrases.Exists(phrase => phrase.Battery)) _cells.Add(Sites.NameOf(place));
        }
    }

    /// <summary>Cells or packs are made at a place after all.</summary>
    public void Cells(Mention place) => _cells.Add(Sites.NameOf(place));

    public bool Has(Mention place) => _speaksOfOthers && !_speaksOfCells || _others.Contains(Sites.NameOf(place)) && !_cells.Contains(Sites.NameOf(place));

    /// <summary>GWh. Less is what a car carries.</summary>
    private const decimal OfPacks = 0.01m;

    /// <summary>A works of batteries, what one makes a year, or a works in a sentence that speaks of batteries or of somebody who makes them and no cars.</summary>
    private bool SpeaksOfCells(Sentence sentence, List<PlantPhrase> phrases) =>
        phrases.Exists(static phrase => phrase.Battery) || sentence.Values.Exists(static value => value is { Kind: Values.ValueKind.Energy, High: > OfPacks }) ||
        phrases.Exists(static phrase => !phrase.OtherIndustry) && (terms.Any(sentence, sentence.First, sentence.End, TermClass.Battery) || sentence.Mentions.Exists(static mention => mention.Organisation is { MakesCells: true, MakesCars: false }));

    /// <summary>"Production of the ID.4 has begun in", "will build the Model Y at".</summary>
    private static bool MakesModel(Sentence sentence) => sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Model) &&
        sentence.Any(sentence.First, sentence.End, static word => word is "production" or "Production" or "produce" or "produces" or "produced" or "build" or "builds" or "built" or "assemble" or "assembles" or "assembled" or "assembly" or "manufactured" or "manufacture" or "manufactures");
}
