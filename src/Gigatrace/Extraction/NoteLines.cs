using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>
/// A note that is about one works, by its title and by who runs it in its properties: its bare lines ("Under construction", "45 GWh, 2,500 jobs") are said of that.
/// </summary>
/// <param name="titles">The note's title and its other names.</param>
internal sealed class NoteLines(Discourse discourse, TableWords words, Fields fields, IReadOnlyList<Analysis> titles)
{
    /// <summary>A bare line has no more words than this.</summary>
    private const int Longest = 14;

    /// <summary>The works that the title names; else that of a property.</summary>
    private Plant? _own = Called(discourse.SectionPlant, Town(titles));

    public bool HasWorks => _own is not null;

    /// <summary>"operator: ACC" in a note that is called as a town.</summary>
    public void Property(Sentence sentence)
    {
        if (_own is not null || sentence.Passage.Kind != PassageKind.ListItem || sentence.Tokens.Length < 3 || sentence.Written(sentence.First + 1) is not ":") return;
        if (words.Label(sentence.Text.Quote(sentence.SpanOf(new TokenRange(sentence.First, sentence.First + 1)))) is not "company") return;
        if (sentence.Mentions.Where(mention => mention.Kind == MentionKind.Organisation).ToList() is not [var runs] || Town(titles) is not { } town) return;
        _own = discourse.FindOrAdd(runs.Name, town, null);
        _ = Called(_own, town);
        discourse.SetFocus(_own, runs.Name);
        discourse.EnterSection(0, _own, runs.Name);
    }

    /// <summary>The item of a list that is about a company, and which.</summary>
    private (Passage Item, string Company)? _about;

    /// <summary>"**PPES** (…) – joint venture of", "- Ultium: half each": whom a paragraph and the list below it, or an item and those further in, are about.</summary>
    public void Lead(string text, Passage passage, Sentence opening)
    {
        if (Notes.Owner(text, passage, opening) is { } owner && !(owner.Organisation is { MakesCars: true } && discourse.SectionCompany is { } maker && discourse.Makes(maker)))
        {
            var works = discourse.Plants.Where(plant => plant.IsOf(owner.Name)).ToList() is [var only] ? only : null;
            discourse.EnterCompany(works, owner.Name);
            if (passage.Kind == PassageKind.ListItem) _about = (passage, owner.Name);
            else discourse.EnterSection(LowestLevel, works, owner.Name);
        }
        else if (_about is var (item, company) && Notes.IsBelow(text, passage, item))
        {
            discourse.SetFocus(null, company, section: false);
        }
        else if (passage.Kind == PassageKind.ListItem)
        {
            _about = null;
        }
    }

    /// <summary>A lead in bold letters ranks below every heading.</summary>
    private const int LowestLevel = 7;

    /// <summary>What a sentence below a works' heading says of a works elsewhere without naming any place or company is said of that of the heading.</summary>
    public IEnumerable<ClaimDraft> OfSection(Sentence sentence, List<ClaimDraft> told)
    {
        if (discourse.SectionPlant is not { Operator: not null } own || sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place && !Sites.SamePlace(own, mention) && !Sites.Broader(mention.Place, own.Place) || mention.IsCompany && !own.IsOf(mention.Name) && discourse.Plants.Any(plant => plant.IsOf(mention.Name)))) return told;
        return told.Select(draft => draft.Plant is { } plant && (plant.Operator != own.Operator || plant.PlaceName != own.PlaceName) ? draft with { Plant = own, Subject = own.Operator } : draft);
    }

    /// <summary>What a line says of the note's works by a state or a figure alone.</summary>
    /// <param name="told">What was made of it before.</param>
    public List<ClaimDraft> Bare(Sentence sentence, List<ClaimDraft> told)
    {
        if (sentence.Tokens.Length > Longest || (discourse.SectionPlant ?? _own) is not { Operator: not null } plant) return [];
        return _own is null || plant.PlaceName == _own.PlaceName && plant.Part == _own.Part ? Bare(sentence, sentence.First, plant, told) : [];
    }

    /// <summary>"AESC Douai, under construction": the same of the works that the line names first.</summary>
    public List<ClaimDraft> Behind(Sentence sentence, Mention place, List<ClaimDraft> told) =>
        sentence.Tokens.Length <= Longest && place.Tokens.End + 1 < sentence.End && discourse.Focus is { } plant ? Bare(sentence, place.Tokens.End + 1, plant, told) : [];

    private List<ClaimDraft> Bare(Sentence sentence, int from, Plant plant, List<ClaimDraft> told)
    {
        var drafts = new List<ClaimDraft>();
        var pieces = Pieces(sentence, from).Select(piece => (Piece: piece, State: State(piece))).TakeWhile(one => one.State is not null || IsFigure(one.Piece)).ToList();
        // What happened on a day says nothing of the figures beside it.
        var state = pieces.Where(one => one.Piece.Values.Count == 0).Select(one => one.State).FirstOrDefault(one => one is not null);
        foreach (var (piece, said) in pieces)
        {
            if (said is not null) drafts.AddRange(Fields.States(piece, plant, said));
            else drafts.AddRange(fields.OfPlant(piece, null, plant, state, ""));
        }

        fields.Note(plant, state);
        return [.. drafts.Where(draft => !told.Exists(known => known.Predicate == draft.Predicate))];
    }

    private static Mention? Town(IReadOnlyList<Analysis> titles) => titles.SelectMany(title => title.Parts).SelectMany(part => part.Sentences).SelectMany(sentence => sentence.Mentions).FirstOrDefault(mention => mention.IsTown);

    /// <summary>The note's own name for the place goes before one near it by which its lines have it too.</summary>
    private static Plant? Called(Plant? plant, Mention? town)
    {
        if (plant is { Place: { Kind: PlaceKind.Municipality } place } && town is not null && place != town.Place) (plant.PlaceName, plant.Place) = (Sites.NameOf(town), town.Place);
        return plant;
    }

    /// <summary>"Under construction", "Given up in May 2025": the state that a piece is nothing else than, but for its date.</summary>
    private string? State(Sentence piece)
    {
        var end = piece.Values is [{ Kind: ValueKind.Date } date] && date.Tokens.First > piece.First ? date.Tokens.First : piece.End;
        if (end < piece.End && piece.Values[0].Tokens.End < piece.End - 1) return null;
        while (end < piece.End && end > piece.First + 1 && piece.Written(end - 1) is "in" or "on" or "since" or "as" or "of" or "at" or "from") end--;
        var state = words.OnlyState(piece.Text.Quote(piece.SpanOf(new TokenRange(piece.First, end))).TrimEnd('.', '!', ' '));
        // "Approved in June 2023" tells what happened then, not where the works stands.
        return end == piece.End || piece.Written(end) is "since" ? state : null;
    }

    /// <summary>A value and its noun, and nothing else.</summary>
    private static bool IsFigure(Sentence piece)
    {
        if (piece.Mentions.Count > 0 || piece.Values is not [{ Kind: ValueKind.Energy or ValueKind.Number or ValueKind.Money } value]) return false;
        for (var at = piece.First; at < piece.End; at++)
        {
            if ((at < value.Tokens.First || at >= value.Tokens.End) && piece.Written(at) is not ("jobs" or "people" or "employees" or "workers" or "." or "a" or "per" or "year" or "about" or "some" or "capacity")) return false;
        }

        return true;
    }

    private static IEnumerable<Sentence> Pieces(Sentence sentence, int from)
    {
        for (var at = from; at <= sentence.End; at++)
        {
            if (at < sentence.End && (sentence.Written(at) is not ("," or ";" or "·" or "|") || sentence.ValueAt(at) is not null)) continue;
            if (at > from) yield return Fields.Piece(sentence, from, at);
            from = at + 1;
        }
    }
}
