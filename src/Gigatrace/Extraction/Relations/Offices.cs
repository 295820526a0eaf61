using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>Who has which office: a person, a title beside the name and the company of the clause, in any order; "who heads the battery unit of X".</summary>
internal static class Offices
{
    private const string Rule = "role.parts";

    private const int LongestUnit = 7;

    public static void Read(Cast cast, List<Relation> found)
    {
        var sentence = cast.Sentence;
        foreach (var title in sentence.Mentions)
        {
            if (title.Kind != MentionKind.Title || Person(cast, title) is not { } person || cast.Scene.Terms.Any(sentence, person.Tokens.First, person.Tokens.End, TermClass.Statesman) || IsSaid(cast, person.Name) || Company(cast, title, person) is not { } company) continue;
            found.Add(new Relation(Rule, "role", new TokenRange(Math.Min(title.Tokens.First, person.Tokens.First), Math.Max(title.Tokens.End, person.Tokens.End)), title.Tokens.First, new Attached(null, person.Name, person.Span, "person beside the title")) { Word = title.Name, Object = company.Name, ObjectSpan = company.Span });
        }

        if (cast.Says(RelationWord.Lead)) Heads(cast, found);
    }

    private static bool IsSaid(Cast cast, string person) => cast.Scene.Said.Exists(draft => draft.Predicate == "role" && draft.Name is { } name && (name.Contains(person, StringComparison.Ordinal) || person.Contains(name, StringComparison.Ordinal)));

    /// <summary>The name right behind a title ("chairman Osamu Suzuki"), also where a part of it is a company's too.</summary>
    private static Mention? Person(Cast cast, Mention title)
    {
        var (sentence, first) = (cast.Sentence, title.Tokens.End);
        if (first >= sentence.End || cast.Scene.Terms.Has(sentence[title.Tokens.End - 1], TermClass.Politician)) return null;
        if (sentence.MentionAt(first) is { Kind: MentionKind.Person } known) return known;
        var (end, words) = (first, 0);
        while (end < sentence.End && sentence[end].Kind == TokenKind.Word && sentence[end].Upper && sentence[end].Length > 1 && !cast.Scene.Terms.Has(sentence[end], TermClass.NotAName | TermClass.Month | TermClass.Plant))
        {
            end++;
            words++;
            while (end + 1 < sentence.End && sentence.Written(end) is "-" && !sentence[end].SpaceBefore && sentence[end + 1] is { Kind: TokenKind.Word, SpaceBefore: false }) end += 2;
        }

        if (words is < 2 or > 4 || sentence.MentionAt(first) is { Organisation: not null } or { Kind: not (MentionKind.Organisation or MentionKind.Place) }) return null;
        return Mention.In(sentence, MentionKind.Person, sentence.Text.Quote(sentence.SpanOf(new TokenRange(first, end))), first, end);
    }

    private static Mention? Company(Cast cast, Mention title, Mention person)
    {
        var sentence = cast.Sentence;
        if (cast.Parties.Find(party => cast.IsOwner(party) && title.Tokens.First - party.Tokens.End is >= 0 and <= 3) is { } owner) return owner;
        if (person.Tokens.End < sentence.End && sentence.Written(person.Tokens.End) is "of" or "at" or "from" && cast.Behind(person.Tokens.End + 1) is { } behind) return behind;
        var others = cast.Parties.FindAll(party => !person.Tokens.Contains(party.Tokens.First) && sentence.Clause(title.Tokens.First).Contains(party.Tokens.First));
        if (others.Count > 0 && others.TrueForAll(party => party.Name == others[0].Name)) return others[0];
        return others.Count == 0 && (!Objects.IsPolitical(title.Name) || title.Name == "president") && (cast.Scene.Discourse.SectionCompany ?? cast.Scene.Discourse.Company) is { } spoken ? Mention.In(sentence, MentionKind.Organisation, spoken, title.Tokens.First, title.Tokens.First + 1) : null;
    }

    /// <summary>"A. B., who heads the battery unit of both carmakers": the office is what a verb says.</summary>
    private static void Heads(Cast cast, List<Relation> found)
    {
        var sentence = cast.Sentence;
        for (var at = cast.First(sentence.First + 1, sentence.End, RelationWord.Lead); at >= 0; at = cast.First(at + 1, sentence.End, RelationWord.Lead))
        {
            var who = sentence.Written(at - 1) is "who" ? sentence.Written(at - 2) is "," ? at - 2 : at - 1 : at;
            if (sentence.Mentions.Find(mention => mention.Kind == MentionKind.Person && mention.Tokens.End == who) is not { } person || IsSaid(cast, person.Name)) continue;
            var end = at + 1;
            while (end < Math.Min(sentence.End, at + LongestUnit) && sentence.Written(end) is not ("of" or "at" or "," or "." or "and") && sentence.MentionAt(end) is not { Kind: MentionKind.Organisation }) end++;
            if (end >= sentence.End || sentence.Written(end) is not ("of" or "at") || Companies(cast, end + 1) is not { Count: > 0 } companies) continue;
            var unit = cast.Scene.Terms.Has(sentence[at + 1], TermClass.Determiner) ? at + 2 : at + 1;
            var office = (sentence.Written(at) is "chairs" ? "chair" : "head") + (unit < end ? " of the " + sentence.Text.Quote(sentence.SpanOf(new TokenRange(unit, end))) : "");
            foreach (var company in companies) found.Add(new Relation(Rule, "role", new TokenRange(person.Tokens.First, end), at, new Attached(null, person.Name, person.Span, "person whose office a verb tells")) { Word = office, Object = company.Name, ObjectSpan = company.Span });
        }
    }

    /// <summary>The two that were spoken of last; of "both carmakers", the two that make cars.</summary>
    private static IEnumerable<string> Both(Cast cast, int at) =>
        cast.Sentence.Written(at + 1) is "carmakers" or "automakers" ? cast.Scene.Spoken.LastTwo(cast.Scene.Discourse.MakesCars) : cast.Scene.Spoken.Last(cast.Sentence, at, 2);

    private static List<Mention> Companies(Cast cast, int at)
    {
        var sentence = cast.Sentence;
        if (cast.Behind(at) is { } first) return cast.Row(first);
        return sentence.Written(at) is "both" && at + 1 < sentence.End && sentence.Written(at + 1) is "carmakers" or "automakers" or "companies" or "groups" or "firms"
            ? [.. Both(cast, at).Select(name => Mention.In(sentence, MentionKind.Organisation, name, at, at + 2))] : [];
    }
}
