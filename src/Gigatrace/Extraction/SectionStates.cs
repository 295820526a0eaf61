using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction;

/// <summary>The state that a heading gives to what stands below it: "Plants in operation", "Cancelled", "Nissan – scrapped".</summary>
internal sealed class SectionStates(TableWords words)
{
    private int _level;

    /// <summary>Of the works that the section under way lists; null where its headings say none.</summary>
    public string? State { get; private set; }

    /// <summary>To be called for each heading, when what it is about is known.</summary>
    public List<ClaimDraft> Enter(Part heading, Discourse discourse)
    {
        if (heading.Passage.Level <= _level) State = null;
        foreach (var sentence in heading.Sentences)
        {
            var piece = Behind(sentence);
            if (words.OnlyState(sentence.Text.Quote((piece ?? sentence).Span)) is not { } state) continue;
            (State, _level) = (state, heading.Passage.Level);
            if (piece is not null && (discourse.SectionPlant ?? OnlyOne(sentence, heading.Passage.Level, discourse)) is { } plant) return [Status(piece, plant)];
        }

        return [];
    }

    /// <summary>"Nissan – scrapped": the only works of the company that the heading names, which the section is then about.</summary>
    private static Plant? OnlyOne(Sentence heading, int level, Discourse discourse)
    {
        if (heading.Mentions is not [{ IsCompany: true } company] || discourse.Plants.Where(plant => plant.IsOf(company.Name)).ToList() is not [var only]) return null;
        discourse.SetFocus(only, company.Name);
        discourse.EnterSection(level, only, company.Name);
        return only;
    }

    /// <summary>The state of the works that a row or list item speaks of, where it says none itself.</summary>
    public IEnumerable<ClaimDraft> Of(Sentence item, List<ClaimDraft> told) =>
        State is null ? [] : told.Select(draft => draft.Plant).OfType<Plant>().Distinct().Where(plant => !told.Exists(draft => draft.Plant == plant && draft.Predicate == "status")).Select(plant => Status(item, plant)).ToList();

    private ClaimDraft Status(Sentence said, Plant plant) =>
        Fields.New(said, "status", plant, null, null, new ClaimValue.Text(State!), State == "planned" ? Modality.Planned : Modality.Actual);

    /// <summary>What a heading says of its subject behind a dash or colon; null where it has neither.</summary>
    private static Sentence? Behind(Sentence heading)
    {
        for (var at = heading.End - 2; at > heading.First; at--)
        {
            if (heading.Written(at) is "–" or "—" or "-" or ":" or "→") return Fields.Piece(heading, at + 1, heading.End);
        }

        return null;
    }
}
