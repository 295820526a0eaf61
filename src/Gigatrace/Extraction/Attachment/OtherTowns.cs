using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Places of which a text says only that something else is made there: "series production of the ID.4 in Zwickau", "its fifth car factory, at Fuzhou". No works of cells stands there, as far as it says.</summary>
internal sealed class OtherTowns(Terms terms)
{
    private readonly HashSet<string> _others = new(StringComparer.OrdinalIgnoreCase), _cells = new(StringComparer.OrdinalIgnoreCase);

    public void Read(Sentence sentence, List<PlantPhrase> phrases)
    {
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

    public bool Has(Mention place) => _others.Contains(Sites.NameOf(place)) && !_cells.Contains(Sites.NameOf(place));

    /// <summary>"Production of the ID.4 has begun in", "will build the Model Y at".</summary>
    private static bool MakesModel(Sentence sentence) => sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Model) &&
        sentence.Any(sentence.First, sentence.End, static word => word is "production" or "Production" or "produce" or "produces" or "produced" or "build" or "builds" or "built" or "assemble" or "assembles" or "assembled" or "assembly" or "manufactured" or "manufacture" or "manufactures");
}
