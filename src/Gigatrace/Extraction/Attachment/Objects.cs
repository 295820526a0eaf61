using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>To whom or what a claim relates its subject: the partner, the customer, the company of an office, the giver of money.</summary>
internal sealed class Objects(Discourse discourse, Terms terms, Spoken spoken)
{
    /// <summary>The objects of a claim, one claim each; one null where the shape has none; none where its slot means nobody.</summary>
    public List<(string? Name, Span? Span, ImmutableArray<string> Models)> Of(Sentence sentence, Trigger trigger, ClaimShape shape, int at, Plant? plant)
    {
        var objects = Find(sentence, trigger, shape, at, plant);
        if (shape.Predicate == "funding" && objects is [{ Name: { } purse }]) _purse = (sentence.Passage, purse);
        return objects;
    }

    private List<(string? Name, Span? Span, ImmutableArray<string> Models)> Find(Sentence sentence, Trigger trigger, ClaimShape shape, int at, Plant? plant)
    {
        if (shape is { Object: null, Predicate: "funding" } && Giver(sentence, at, plant) is { } unsaid) return [(unsaid.Name, unsaid.Span, [])];
        if (shape.Object is null) return [(null, null, ModelsOf(sentence, shape, null))];
        if (shape is { Object: "context", Predicate: "role" } && Whose(sentence, trigger) is { } whose) return [(whose.Name, whose.Span, [])];
        if (shape.Object == "context") return trigger.Bound(shape.Value)?.Target is Mention title && IsPolitical(title.Name) && !IsAtMaker(sentence, trigger, title.Name) ? [] : (shape.Predicate == "role" ? spoken.Led(sentence, trigger) ?? Mainly(sentence, trigger) : null) is { } led ? [(led, null, [])] : About(sentence, trigger, shape, at) is { } about ? [(about, null, [])] : [];
        // Whose cars the batteries are for: the carmaker that was last spoken of, where nobody else has been since.
        if (shape.Object == "carmaker") return discourse.CarMaker is { } buyer && buyer == discourse.Company && !sentence.Mentions.Exists(mention => mention.Organisation is { MakesCars: true }) ? [(buyer, null, [])] : [];
        if (shape.Object == "takeover") return spoken.TakenOver(sentence) is { } last ? [(last.Buyer, null, [])] : [];
        if (shape.Object == "partners") return [.. Partners(sentence, trigger).Select(name => ((string?)name, (Span?)null, ImmutableArray<string>.Empty))];
        if (trigger.Bound(shape.Object) is null && shape is { Predicate: "funding", Subject: not null } && trigger.Bound(shape.Subject) is not null && shape.More.GetValueOrDefault("kind") == "equity" && discourse.CompanyAt(sentence, trigger.Tokens.First) is { } investor) return [(investor, null, [])];
        if (trigger.Bound(shape.Object) is null && shape.Predicate == "funding" && Giver(sentence, at, plant) is { } giver) return [(giver.Name, giver.Span, [])];
        if (trigger.Bound(shape.Object) is not { } bound) return Predicates.NeedsObject(shape.Predicate) ? [] : [(null, null, [])];
        switch (bound.Target)
        {
            // Who clears a subsidy does not pay it.
            case List<Mention> { Count: 1 } single when single[0].Name == "European Commission" && shape.Predicate == "funding" && (shape.More.GetValueOrDefault("kind") == "grant" || sentence.Any(trigger.Tokens.First, trigger.Tokens.End, static word => word is "blessing" or "approved" or "approves" or "cleared" or "clears" or "nod" or "approval" or "authorised" or "authorized")):
                return Giver(sentence, at, plant) is { } payer ? [(payer.Name, payer.Span, [])] : [(null, null, [])];
            case List<Mention> givers when shape.Predicate == "funding":
                return [(Givers.Together([.. givers.Select(mention => discourse.State(mention.Name) ?? mention.Name)]), givers[0].Span, [])];
            case List<Mention> organisations:
                // "belongs to A, B and C" names owners, none of them a parent.
                if (shape.Predicate == "parent" && (organisations.Count > 1 || IsOneOfTwo(sentence, organisations[0]))) return [];
                return More(sentence, shape, bound.Tokens.End, Each(sentence, shape, organisations));
            case Description description:
                return Meant(sentence, description) is { } meant ? [(meant, null, ModelsOf(sentence, shape, meant))] : Predicates.NeedsObject(shape.Predicate) ? [] : [(null, null, [])];
            case Mention { Kind: MentionKind.Model } model:
                return More(sentence, shape, bound.Tokens.End, [(model.Maker, model.Span, [model.Name])]);
            case Mention { Kind: MentionKind.Place } state when shape.Predicate == "funding":
                return Givers.NameOf(sentence, state, discourse.Government) is { } name ? [(name, state.Span, [])] : [];
            case Mention mention:
                return [(mention.Kind == MentionKind.Place ? Sites.NameOf(mention) : mention.Name, mention.Span, [])];
            case PlantPhrase { Operator: { } owner }:
                return [(owner.Name, owner.Span, [])];
            default:
                return [];
        }
    }

    /// <summary>"Toyota and Panasonic's battery company": two have it together, and neither is its parent.</summary>
    private static bool IsOneOfTwo(Sentence sentence, Mention owner)
    {
        var and = owner.Tokens.First - 1;
        return and > sentence.First && sentence.Written(and) is "and" or "&" && sentence.MentionAt(and - 1) is { Kind: MentionKind.Organisation } && owner.Tokens.End < sentence.End && sentence.Written(owner.Tokens.End) is "'s" or "’s" or "'" or "’" &&
            !sentence.Any(owner.Tokens.End, Math.Min(sentence.End, owner.Tokens.End + 4), static word => word is "subsidiary" or "unit" or "arm" or "division" or "daughter" or "offshoot" or "brand");
    }

    private static List<(string? Name, Span? Span, ImmutableArray<string> Models)> Each(Sentence sentence, ClaimShape shape, List<Mention> organisations)
    {
        var all = new List<(string? Name, Span? Span, ImmutableArray<string> Models)>(organisations.Count);
        foreach (var mention in organisations) all.Add((mention.Name, mention.Span, ModelsOf(sentence, shape, mention.Name)));
        return all;
    }

    /// <summary>"the three partners", "each of them": those of the venture spoken of, else so many companies as were named last.</summary>
    private IReadOnlyList<string> Partners(Sentence sentence, Trigger trigger)
    {
        if (sentence.Any(trigger.Tokens.First, trigger.Tokens.End, static word => word is "three")) return spoken.Last(sentence, trigger.Tokens.First, 3);
        if (sentence.Any(trigger.Tokens.First, trigger.Tokens.End, static word => word is "four")) return spoken.Last(sentence, trigger.Tokens.First, 4);
        if (trigger.Bindings.Select(binding => binding.Target).OfType<List<Mention>>().FirstOrDefault() is [{ Organisation.Parents: [var one, var other] }] && spoken.Named(one) && spoken.Named(other)) return [one, other];
        if (discourse.Partners.Count > 0) return discourse.Partners;
        return sentence.Any(trigger.Tokens.First, trigger.Tokens.End, static word => word is "own" or "owns" or "hold" or "holds" or "holding" or "owning" or "partner" or "partners" or "shareholders") ? spoken.Last(sentence, trigger.Tokens.First, 2) : [];
    }

    /// <summary>"go into the BMW iX, Geely's Zeekr 001 and the Model Y": the buyers that a row of models and makers goes on with.</summary>
    private static List<(string? Name, Span? Span, ImmutableArray<string> Models)> More(Sentence sentence, ClaimShape shape, int end, List<(string? Name, Span? Span, ImmutableArray<string> Models)> row)
    {
        if (shape.Predicate != "supplies") return row;
        var bound = end;
        while (end < Math.Min(sentence.End, bound + 3) && sentence.MentionAt(end) is null && sentence[end].Upper | sentence[end].Kind == Tokens.TokenKind.Number) end++;
        for (var at = end; at < sentence.End;)
        {
            if (sentence.MentionAt(at) is not { } next)
            {
                if (sentence.Written(at) is not ("," or "and" or "&" or "/" or "the" or "'s" or "’s" or "'" or "as" or "well")) break;
                at++;
                continue;
            }

            // "Geely's Zeekr 001": whose brand it is stands before it.
            if (next.Kind == MentionKind.Model && at > sentence.First + 1 && sentence.Written(at - 1) is "'s" or "’s" && sentence.MentionAt(at - 2) is { Kind: MentionKind.Organisation } whose && row.Exists(known => known.Name == whose.Name))
            {
                at = next.Tokens.End;
                continue;
            }

            var company = next.Kind == MentionKind.Organisation;
            var buyer = next switch { { Kind: MentionKind.Model } => next.Maker, { Kind: MentionKind.Organisation, Organisation.MakesCars: true } => next.Name, _ => null };
            at = next.Tokens.End;
            // "the Aion Y", "Kia's EV3": a model that no list holds.
            if (company && at < sentence.End && sentence.Written(at) is "'s" or "’s" && sentence.MentionAt(at + 1) is null) at++;
            while (company && at < Math.Min(sentence.End, next.Tokens.End + 4) && sentence.MentionAt(at) is null && sentence[at].Upper | sentence[at].Kind == Tokens.TokenKind.Number) at++;
            if (buyer is null || at < sentence.End && sentence.MentionAt(at) is null && sentence.Written(at) is not ("," or "." or ";" or ":" or "and" or "&" or "/" or "'s" or "’s" or "'" or "(" or ")" or "to" or "as" or "in" or "from" or "since")) break;
            if (!row.Exists(known => known.Name == buyer)) row.Add((buyer, next.Span, ModelsOf(sentence, shape, buyer)));
        }

        return row;
    }

    /// <summary>"Its battery subsidiary Agratas has chosen …": whom the clause, or the text before it, speaks of, and not the one of whom it is said.</summary>
    private string? About(Sentence sentence, Trigger trigger, ClaimShape shape, int at)
    {
        var about = discourse.CompanyAt(sentence, at);
        if (shape.Predicate != "parent" || trigger.Bound(shape.Subject)?.Target is not List<Mention> { Count: 1 } daughter || daughter[0].Name is var name && name != about) return about;
        return Array.Find([discourse.Company, discourse.CarMaker, discourse.CellMaker], other => other is not null && other != name);
    }

    /// <summary>"X, whose head A. B.", "For Y, its CEO C. D. spoke": the company whose office it is; null where neither is said.</summary>
    private static Mention? Whose(Sentence sentence, Trigger trigger)
    {
        for (var at = Math.Max(sentence.First + 1, trigger.Tokens.First - 1); at <= trigger.Tokens.First; at++)
        {
            if (sentence.Written(at) is "whose") return sentence.Mentions.FindLast(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End <= at);
        }

        return sentence.Written(sentence.First) is "For" or "At" && sentence.MentionAt(sentence.First + 1) is { Kind: MentionKind.Organisation } first && first.Tokens.End < sentence.End && sentence.Written(first.Tokens.End) is "," && sentence.Any(first.Tokens.End, Math.Min(sentence.End, first.Tokens.End + 3), static word => word is "its" or "their" or "the") && trigger.Tokens.First <= first.Tokens.End + 3 ? first : null;
    }

    /// <summary>A bare "president" without a company is a country's.</summary>
    public static bool IsPolitical(string title) => IsOfState(title) || title is "President" or "president" or "leader" or "Leader" or "head" or "chief" or "secretary" or "Secretary" or "General Secretary";

    /// <summary>"President Lee Seok-hee was there", in a text on a maker of cells, and no head of a state.</summary>
    private bool IsAtMaker(Sentence sentence, Trigger trigger, string title) =>
        title is "President" or "president" && Mainly(sentence, trigger) is { } company && discourse.Makes(company) && !terms.Any(sentence, sentence.First, sentence.End, TermClass.Statesman);

    /// <summary>"president of the development authority", "head of government": the office is there, and at no company that was spoken of.</summary>
    private static bool IsOfState(ReadOnlySpan<char> title)
    {
        if (title.IndexOf(" of ") is not (> 0 and var of)) return false;
        foreach (var body in (ReadOnlySpan<string>)["authority", "government", "council", "parliament", "chamber", "ministry", "commission", "county", "municipality", "university", "union", "association", "agency", "region", "state", "senate"])
        {
            if (title[of..].Contains(body, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Whom a description like "the company", "the carmaker" or "it" means.</summary>
    public string? Meant(Sentence sentence, Description description) =>
        description.CarMaker ? discourse.CarMakerBefore(sentence, description.Tokens.First) : description.Pronoun ? discourse.CompanyAt(sentence, description.Tokens.End) : Resumed(sentence, description.Tokens.First)?.Name is { } resumed ? resumed : discourse.Company;

    /// <summary>"SK On has made cells since 2022, and the company and Hyundai are building": whom the sentence began with, where it goes on with what it is; null where it does not.</summary>
    private Mention? Resumed(Sentence sentence, int at) =>
        at > sentence.First && sentence.Written(at - 1) is "and" or "," or "that" or "but" or "while" or "as" && Actors.Subject(sentence, terms) is { } subject && subject.Tokens.End < at - 1 ? subject : null;

    /// <summary>"said chief executive A. B., once at X": where no company stands before the office it is at the one that the paragraph, the section or the text is about.</summary>
    private string? Mainly(Sentence sentence, Trigger trigger) =>
        sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First < trigger.Tokens.End) || discourse.SpeaksOfSupplier(sentence) ? null : discourse.OnlyMaker(sentence.Passage) ?? discourse.SectionCompany ?? discourse.Main;

    /// <summary>Whose money the passage last spoke of.</summary>
    private (Passage Passage, string Name)? _purse;

    private (string Name, Span? Span)? Giver(Sentence sentence, int at, Plant? plant)
    {
        if (Givers.Find(sentence, at, terms, plant, discourse.Government) is { } giver) return (discourse.State(giver.Name) ?? giver.Name, giver.Span);
        // "France gives 300 million. Of that 150 million are a grant": the same purse.
        if (_purse is { } purse && (ReferenceEquals(purse.Passage, sentence.Passage) || Givers.SaysTheGift(sentence)) && Givers.IsPartOfGift(sentence, at)) return (purse.Name, null);
        return discourse.Self is { } speaker && plant?.IsOf(speaker) != true && Givers.SaysWe(sentence, at) ? (speaker, null) : null;
    }

    private static ImmutableArray<string> ModelsOf(Sentence sentence, ClaimShape shape, string? maker) =>
        shape.Predicate != "supplies" || maker is null ? [] : [.. sentence.Mentions.Where(mention => mention.Kind == MentionKind.Model && mention.Maker == maker).Select(mention => mention.Name).Distinct()];
}
