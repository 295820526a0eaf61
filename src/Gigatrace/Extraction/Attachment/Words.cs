using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>What words that a rule found are really of: a car, a works abroad, a plan, one side of an agreement.</summary>
internal static class Words
{
    /// <summary>"Production of the ID.4 has begun", "the ES6 was officially launched": an event of a car.</summary>
    public static bool IsOfCar(Sentence sentence, Trigger trigger, Terms terms)
    {
        var clause = sentence.Clause(trigger.Tokens.First);
        return sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Model && mention.Tokens.End >= trigger.Tokens.First - 5 && mention.Tokens.First <= trigger.Tokens.End + 1 && clause.Contains(mention.Tokens.First)) &&
            !terms.Any(sentence, clause.First, clause.End, TermClass.Battery);
    }

    /// <summary>"Cells come from its works in Wrocław, after it scrapped plans for one in Turkey": an event in another country than that of the works that only stood before.</summary>
    public static bool IsAbroad(Sentence sentence, Trigger trigger, Attached subject)
    {
        var clause = sentence.Clause(trigger.Tokens.First);
        if (subject.Plant?.Place is not { CountryCode: { } code } || subject.Span is { } span && span.Start >= sentence[clause.First].Span.Start) return false;
        return sentence.Mentions.Exists(mention => mention is { Kind: MentionKind.Place, Place.CountryCode: { } other } && other != code && mention.Tokens.First > clause.First && clause.Contains(mention.Tokens.First) && sentence.Written(mention.Tokens.First - 1) is "in") &&
            !sentence.Mentions.Exists(mention => mention.Place?.CountryCode == code && clause.Contains(mention.Tokens.First));
    }

    /// <summary>"To begin production at a planned plant": the works that a claim is of is called planned.</summary>
    public static bool IsPlanned(Sentence sentence, Span works)
    {
        for (var at = sentence.First; at < sentence.End && sentence[at].Span.Start < works.End; at++)
        {
            if (sentence.Written(at) is "planned" or "proposed" && (sentence[at].Span.Start >= works.Start || at + 1 < sentence.End && sentence[at + 1].Span.Start <= works.Start && sentence[Math.Min(at + 2, sentence.End - 1)].Span.End >= works.Start)) return true;
        }

        return false;
    }

    /// <summary>"It announced on Friday that it becomes the supplier", "new capital, announced in April": told as news, but not of a works.</summary>
    public static bool IsOtherNews(Sentence sentence, List<PlantPhrase> phrases, Trigger trigger)
    {
        var verb = trigger.Tokens.First;
        while (verb < trigger.Tokens.End && !Announces(sentence.Written(verb))) verb++;
        if (verb == trigger.Tokens.End) return false;
        if (verb - 2 >= sentence.First && sentence.Written(verb - 1) is "," && IsOther(sentence.Written(verb - 2)) && !phrases.Exists(phrase => phrase.Tokens.Contains(verb - 2))) return true;
        for (var at = verb + 1; at < Math.Min(sentence.End, verb + MostNews) && sentence.Written(at) is not ("." or ";" or ","); at++)
        {
            if (phrases.Exists(phrase => phrase.Tokens.Contains(at)) || IsBuilding(sentence.Written(at))) return false;
            if (IsOther(sentence.Written(at))) return true;
        }

        return false;
    }

    /// <summary>How far behind the verb it may stand what the news is.</summary>
    private const int MostNews = 16;

    private static bool Announces(ReadOnlySpan<char> word) => word is "announced" or "announces" or "announcing" or "announce" or "announcement" or "unveiled" or "unveils" or "revealed" or "reveals" or "confirmed" or "confirms" or "disclosed" or "presented" or "said" or "says";

    private static bool IsBuilding(ReadOnlySpan<char> word) =>
        word is "build" or "builds" or "building" or "erect" or "construct" or "construction" or "plant" or "plants" or "factory" or "gigafactory" or "site" or "location" or "project" or "projects" or "plan" or "plans" or "investment" or "invest" or "rise" or "locate";

    private static bool IsOther(ReadOnlySpan<char> word) =>
        word is "becomes" or "become" or "acquire" or "acquires" or "acquired" or "acquisition" or "buy" or "buys" or "takeover" or "supplier" or "supply" or "supplies" or "loan" or "grant" or "gathered" or "raised" or "secured" or "capital" or "order" or "orders" or "layoffs" or "results" or
            "opening" or "closure" or "completion" or "halt" or "launch" or "inauguration" or "partnership" or "cooperation" or "earthworks" or "not" or "never" or "appointment" or "delay" or "parting" or "selling" or "sell" or "sells" or "leaving" or "withdraws" or "withdrawing" or "exit";

    /// <summary>"We would not be shocked if the third phase were dropped": an end that is only thought of.</summary>
    public static bool IsSupposed(Sentence sentence, Trigger trigger) =>
        sentence.Any(sentence.Clause(trigger.Tokens.First).First, trigger.Tokens.First, static word => word is "if" or "If" or "unless" or "Unless" or "whether" or "Whether" or "Should");

    /// <summary>"Their share stands at 83 percent": that of several, where the sentence names no one.</summary>
    public static bool IsOfSeveral(Sentence sentence, Trigger trigger)
    {
        for (var at = Math.Max(sentence.First, trigger.Tokens.First - 3); at < trigger.Tokens.End; at++)
        {
            if (sentence.Written(at) is "their" or "Their") return !sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End <= at);
        }

        return false;
    }

    /// <summary>"It has been promising its cells since 2017": since when something is said or put off, not made.</summary>
    public static bool IsOnlyTold(Sentence sentence, Trigger trigger)
    {
        if (trigger.Bound("date") is not { } date || !sentence.Any(Math.Max(sentence.First, date.Tokens.First - 2), Math.Min(sentence.End, date.Tokens.First + 1), static word => word is "since" or "Since")) return false;
        var clause = sentence.Clause(date.Tokens.First);
        for (var at = clause.First + 1; at < clause.End; at++)
        {
            if (IsTelling(sentence.Written(at)) && sentence.Any(Math.Max(clause.First, at - 4), at, static word => word is "has" or "have" or "had" or "been" or "'s" or "’s" or "'ve" or "’ve" or "is" or "was")) return true;
        }

        return false;
    }

    private static bool IsTelling(ReadOnlySpan<char> word) =>
        word is "promising" or "promised" or "announcing" or "announced" or "planning" or "planned" or "postponing" or "postponed" or "delaying" or "delayed" or "touting" or "touted" or "advertising" or "heralding" or "talking" or "hoping" or "awaiting" or "awaited" or "waiting" or "expecting" or "expected" or "discussing" or "considering" or "preparing" or "researching" or "developing" or "showing" or "teasing" or "pledging" or "pledged";

    /// <summary>"X signed with A and B", "A and B signed with X": A and B are on one side of it.</summary>
    public static bool IsOneSide(Sentence sentence, List<Mention> row)
    {
        var clause = sentence.Clause(row[0].Tokens.First);
        var others = sentence.Mentions.Where(mention => mention.Kind == MentionKind.Organisation && clause.Contains(mention.Tokens.First) && !row.Exists(one => one.Name == mention.Name)).ToList();
        if (row[0].Tokens.First > sentence.First && sentence.Written(row[0].Tokens.First - 1) is "with") return others.Exists(mention => mention.Tokens.End < row[0].Tokens.First && !Actors.IsOblique(sentence, mention));
        return others.Exists(mention => mention.Tokens.First > row[^1].Tokens.End && sentence.Written(mention.Tokens.First - 1) is "with");
    }

    /// <summary>"The battery made by LG Chem that powers the Zoe": the maker right before what is said of its cells.</summary>
    public static Mention? MadeBy(Sentence sentence, Trigger trigger) =>
        sentence.Mentions.Find(mention => mention.Organisation is { MakesCells: true } && mention.Tokens.End <= trigger.Tokens.First && mention.Tokens.End >= trigger.Tokens.First - 1 && mention.Tokens.First > sentence.First && sentence.Written(mention.Tokens.First - 1) is "by" or "from");
}
