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
        if (shape is { Object: null, Predicate: "funding" } && Giver(sentence, at, plant) is { } unsaid) return [(unsaid.Name, unsaid.Span, [])];
        if (shape.Object is null) return [(null, null, ModelsOf(sentence, shape, null))];
        if (shape.Object == "context") return trigger.Bound(shape.Value)?.Target is Mention title && IsPolitical(title.Name) ? [] : (shape.Predicate == "role" ? spoken.Led(sentence, trigger) ?? Mainly(sentence, trigger) : null) is { } led ? [(led, null, [])] : discourse.CompanyAt(sentence, at) is { } about ? [(about, null, [])] : [];
        // Whose cars the batteries are for: the carmaker that was last spoken of, where nobody else has been since.
        if (shape.Object == "carmaker") return discourse.CarMaker is { } buyer && buyer == discourse.Company && !sentence.Mentions.Exists(mention => mention.Organisation is { MakesCars: true }) ? [(buyer, null, [])] : [];
        if (shape.Object == "takeover") return spoken.TakenOver(sentence) is { } last ? [(last.Buyer, null, [])] : [];
        if (shape.Object == "partners") return [.. discourse.Partners.Select(name => ((string?)name, (Span?)null, ImmutableArray<string>.Empty))];
        if (trigger.Bound(shape.Object) is null && shape is { Predicate: "funding", Subject: not null } && trigger.Bound(shape.Subject) is not null && shape.More.GetValueOrDefault("kind") == "equity" && discourse.CompanyAt(sentence, trigger.Tokens.First) is { } investor) return [(investor, null, [])];
        if (trigger.Bound(shape.Object) is null && shape.Predicate == "funding" && Giver(sentence, at, plant) is { } giver) return [(giver.Name, giver.Span, [])];
        if (trigger.Bound(shape.Object) is not { } bound) return Predicates.NeedsObject(shape.Predicate) ? [] : [(null, null, [])];
        switch (bound.Target)
        {
            // Who clears a subsidy does not pay it.
            case List<Mention> { Count: 1 } single when single[0].Name == "European Commission" && shape.Predicate == "funding" && shape.More.GetValueOrDefault("kind") == "grant":
                return Giver(sentence, at, plant) is { } payer ? [(payer.Name, payer.Span, [])] : [(null, null, [])];
            case List<Mention> givers when shape.Predicate == "funding":
                return [(Givers.Together([.. givers.Select(mention => discourse.State(mention.Name) ?? mention.Name)]), givers[0].Span, [])];
            case List<Mention> organisations:
                // "belongs to A, B and C" names owners, none of them a parent.
                if (shape.Predicate == "parent" && organisations.Count > 1) return [];
                return Each(sentence, shape, organisations);
            case Description description:
                return Meant(sentence, description) is { } meant ? [(meant, null, ModelsOf(sentence, shape, meant))] : Predicates.NeedsObject(shape.Predicate) ? [] : [(null, null, [])];
            case Mention { Kind: MentionKind.Model } model:
                return [(model.Maker, model.Span, [model.Name])];
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

    private static List<(string? Name, Span? Span, ImmutableArray<string> Models)> Each(Sentence sentence, ClaimShape shape, List<Mention> organisations)
    {
        var all = new List<(string? Name, Span? Span, ImmutableArray<string> Models)>(organisations.Count);
        foreach (var mention in organisations) all.Add((mention.Name, mention.Span, ModelsOf(sentence, shape, mention.Name)));
        return all;
    }

    /// <summary>A bare "president" without a company is a country's.</summary>
    private static bool IsPolitical(string title) => title is "President" or "president" or "leader" or "Leader" or "head" or "chief" or "secretary" or "Secretary" or "General Secretary";

    /// <summary>Whom a description like "the company", "the carmaker" or "it" means.</summary>
    public string? Meant(Sentence sentence, Description description) =>
        description.CarMaker ? discourse.CarMaker : description.Pronoun ? discourse.CompanyAt(sentence, description.Tokens.First) : discourse.Company;

    /// <summary>"said chief executive A. B., once at X": where no company stands before the office it is at the one that the paragraph, the section or the text is about.</summary>
    private string? Mainly(Sentence sentence, Trigger trigger) =>
        sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First < trigger.Tokens.End) || discourse.SpeaksOfSupplier(sentence) ? null : discourse.OnlyMaker(sentence.Passage) ?? discourse.SectionCompany ?? discourse.Main;

    private (string Name, Span? Span)? Giver(Sentence sentence, int at, Plant? plant)
    {
        if (Givers.Find(sentence, at, terms, plant, discourse.Government) is { } giver) return (discourse.State(giver.Name) ?? giver.Name, giver.Span);
        return discourse.Self is { } speaker && plant?.IsOf(speaker) != true && Givers.SaysWe(sentence, at) ? (speaker, null) : null;
    }

    private static ImmutableArray<string> ModelsOf(Sentence sentence, ClaimShape shape, string? maker) =>
        shape.Predicate != "supplies" || maker is null ? [] : [.. sentence.Mentions.Where(mention => mention.Kind == MentionKind.Model && mention.Maker == maker).Select(mention => mention.Name).Distinct()];
}
