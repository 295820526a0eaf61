using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>A heading claims nothing (the text below it does), but says what that text is about: a plant, a company, a time.</summary>
internal static class Headings
{
    public static void Read(List<Sentence> sentences, Discourse discourse, Terms terms, int level)
    {
        (discourse.SectionDate, discourse.HeadingDate) = (null, null);
        foreach (var sentence in sentences)
        {
            discourse.NotePeriod(sentence);
            if (sentence.Values is [{ Kind: ValueKind.Date, When: { } date } only] && only.Tokens.Length >= sentence.Tokens.Length - 1)
            {
                (discourse.SectionDate, discourse.HeadingDate) = (date, date);
                continue;
            }

            About(sentence, discourse, terms, level);
        }
    }

    /// <summary>"**Windsor.** NextStar Energy. 49 GWh": what a paragraph is about by its first words, in bold. A country over it, or what is neither works nor company, begins anew.</summary>
    public static void Lead(Sentence lead, Sentence? next, Discourse discourse, Terms terms)
    {
        var town = lead.Mentions.Find(static mention => mention.IsTown);
        if (town is not null || lead.Mentions.Exists(static mention => mention.Kind == MentionKind.Place))
        {
            var runs = Company(lead)?.Name ?? (next is { Mentions: [{ Kind: MentionKind.Organisation } only] } && only.Tokens.Length >= next.Tokens.Length - 1 ? only.Name : null);
            discourse.EnterPlace(town ?? lead.Mentions.Find(static mention => mention.Kind == MentionKind.Place)!, runs ?? (town is null ? null : discourse.At(lead, town)?.Operator ?? First(next)));
        }
        else if (Company(lead) is not null)
        {
            About(lead, discourse, terms, level: 6);
        }
    }

    /// <summary>The company that a sentence names first, where that makes cells.</summary>
    private static string? First(Sentence? sentence) => sentence?.Mentions.Find(static mention => mention.Kind == MentionKind.Organisation) is { Organisation.MakesCells: true } first ? first.Name : null;

    /// <summary>The organisation that a heading is about; the one behind the colon in "VOLKSWAGEN: PowerCo hires".</summary>
    private static Mention? Company(Sentence sentence)
    {
        bool Acts(Mention mention) => mention.Kind == MentionKind.Organisation && !Actors.IsOblique(sentence, mention) && mention.Organisation is not { GivesMoney: true };
        var colon = -1;
        for (var at = sentence.First; at < sentence.End && colon < 0; at++)
        {
            if (sentence.Written(at) is ":") colon = at;
        }

        // "CATL: Europe decides" is about the maker of cells before the colon.
        if (colon > 0 && sentence.Mentions.Find(mention => mention.Tokens.First < colon && Acts(mention)) is { Organisation.MakesCells: true } before) return before;
        return sentence.Mentions.Find(mention => mention.Tokens.First > colon && Acts(mention)) ?? sentence.Mentions.Find(Acts)
            // "Elsewhere in the Honda world"
            ?? sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End < sentence.End && sentence.Written(mention.Tokens.End) is "world" or "universe" or "empire" or "family" or "camp" or "group" or "Group" or "orbit");
    }

    /// <summary>A heading that is a company's name alone is about its works, where the text knows of only one.</summary>
    private static Plant? OnlyOf(Sentence sentence, string company, Discourse discourse) =>
        (Short(sentence, discourse) == company || sentence.Mentions.Exists(mention => mention.Name == company && mention.Tokens.Length >= sentence.Tokens.Length - 1)) && discourse.Plants.Where(plant => plant.IsOf(company)).ToList() is [var only] ? only : null;

    /// <summary>"Ola" over a section: the first word of a name that runs works of this text.</summary>
    private static string? Short(Sentence sentence, Discourse discourse) =>
        sentence.Tokens.Length is 1 or 2 && sentence.Text.Quote(sentence.Span) is { Length: > 1 } word && char.IsUpper(word[0]) ? discourse.Plants.Select(plant => plant.Operator).FirstOrDefault(name => name is not null && (name == word || name.StartsWith(word + " ", StringComparison.Ordinal))) : null;

    private static void About(Sentence sentence, Discourse discourse, Terms terms, int level)
    {
        var phrases = new List<PlantPhrase>();
        PlantPhrases.Find(sentence, terms, phrases);
        discourse.Enter(sentence, phrases);
        var company = Company(sentence)?.Name;
        Plant? plant = null;
        foreach (var phrase in phrases)
        {
            if (phrase.Places.Count == 0 && phrase.Operator is null && !phrase.Plural && sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place)) phrase.Places.Add(sentence.Mentions.Find(mention => mention.Kind == MentionKind.Place)!);
            if (phrase.Places.Count == 0 && phrase.Part is null) continue;
            if (discourse.Resolve(sentence, phrase) is [var found, ..]) plant ??= found;
        }

        // "ProLogium (Taiwan)": where a company with several works comes from.
        if (plant is null && sentence.Mentions.Find(mention => mention.Kind == MentionKind.Place) is { } place && (place.IsTown || company is null || !Fields.Bracketed(sentence, place) || !discourse.HasSeveral(company)))
        {
            plant = discourse.Plants.Where(known => Sites.SamePlace(known, place)).ToList() is [var first, .. var others] && (others.Count == 0 || place.Place is { Kind: PlaceKind.Municipality }) && (place.Place is { Kind: PlaceKind.Municipality } || company is null || first.IsOf(company)) ? first : null;
            if (plant is null && place.Place?.Kind == PlaceKind.Municipality && (discourse.VentureAt(sentence, sentence.End) ?? company ?? discourse.Company) is { } owner) plant = discourse.FindOrAdd(owner, place, null);
        }

        company ??= Short(sentence, discourse);
        plant ??= company is null ? null : OnlyOf(sentence, company, discourse);
        if (level <= 1) plant = discourse.OfTitle(plant);
        discourse.SetFocus(plant, company ?? plant?.Operator);
        discourse.EnterSection(level, plant, company ?? plant?.Operator);
        discourse.Leave(sentence, phrases, heading: true);
    }
}
