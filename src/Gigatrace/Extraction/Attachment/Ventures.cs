using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>
/// Works that two companies run together: "A and B will build a plant", "the A-B joint venture". The venture's own name
/// once the text has said it, else the names of both, "A-B".
/// </summary>
public sealed class Ventures(Terms terms)
{
    private IReadOnlyList<string> _partners = [];
    private string? _name;

    /// <summary>Ventures of this text by the names of both partners, in either order.</summary>
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The venture last spoken of: its own name, else that of its partners; null before one was.</summary>
    public string? Current => _name ?? (_partners is [var first, var second] ? Joined(first, second) : null);

    public static string Joined(string first, string second) => $"{first}-{second}";

    /// <summary>Whether a company is one of two behind a name of both.</summary>
    public static bool IsPartner(string? joined, string company) =>
        joined is not null && joined.Length > company.Length && company.Length > 0 && joined.Contains('-', StringComparison.Ordinal) && IsPart(joined, company);

    private static bool IsPart(string joined, string company)
    {
        for (var at = joined.IndexOf(company, StringComparison.Ordinal); at >= 0; at = joined.IndexOf(company, at + 1, StringComparison.Ordinal))
        {
            var end = at + company.Length;
            if ((at == 0 || joined[at - 1] == '-') && (end == joined.Length || joined[end] == '-')) return true;
        }

        return false;
    }

    /// <summary>The own name of the venture of two; null where the text gives none.</summary>
    public string? NameOf(string first, string second) => _names.GetValueOrDefault(Joined(first, second));

    /// <summary>"the plant of Hyundai and LG": who runs it, where behind the first of two stands the second; null where nobody does.</summary>
    public string? OfBoth(Sentence sentence, Mention first)
    {
        var and = first.Tokens.End;
        if (first.Tokens.First <= sentence.First || sentence.Written(first.Tokens.First - 1) is not ("of" or "by") || and + 1 >= sentence.End || sentence.Written(and) is not ("and" or "&") || sentence.MentionAt(and + 1) is not { IsCompany: true } second || second.Name == first.Name || !Industrial(first) || !Industrial(second)) return null;
        foreach (var one in (string?[])[first.Name, first.Organisation?.Parent])
        {
            foreach (var other in (string?[])[second.Name, second.Organisation?.Parent])
            {
                if (one is not null && other is not null && NameOf(one, other) is { } own) return own;
            }
        }

        return Joined(first.Name, second.Name);
    }

    public bool IsName(string company) => _names.ContainsValue(company);

    /// <summary>Takes over the names of ventures that another reading of the text came to know.</summary>
    public void Know(Ventures other)
    {
        foreach (var (joined, name) in other._names) _names.TryAdd(joined, name);
    }

    public void Forget() => (_partners, _name, Where) = ([], null, null);

    /// <summary>The country or region where the two want to make something together, as the words that join them say: "to form a battery venture in China"; null where they do not.</summary>
    public Mention? Where { get; private set; }

    /// <summary>Remembers the partners and the name of a venture that a sentence speaks of.</summary>
    /// <returns>The name of both that the venture's own name takes the place of; null where the sentence names none.</returns>
    public (string Joined, string Name)? Note(Sentence sentence)
    {
        foreach (var joint in sentence.Mentions)
        {
            if (joint.Organisation is { MakesCells: true, Parents: [var first, var second] }) Known(joint.Name, first, second);
        }

        var venture = Word(sentence, sentence.Tokens);
        if (Row(sentence, sentence.End) is { } row && (venture >= 0 || Industrial(row.First) && Industrial(row.Second)) && (row.First.Name != row.Second.Name))
        {
            if (!_partners.SequenceEqual([row.First.Name, row.Second.Name])) (_partners, _name, Where) = ([row.First.Name, row.Second.Name], NameOf(row.First.Name, row.Second.Name), null);
            Where = Area(sentence, Math.Max(venture, row.Second.Tokens.End)) ?? Where;
        }

        if (venture < 0 || _partners.Count != 2 || Named(sentence, venture) is not { } name || _partners.Contains(name.Name)) return null;
        _name = name.Name;
        _names[Joined(_partners[0], _partners[1])] = _names[Joined(_partners[1], _partners[0])] = _name;
        return (Joined(_partners[0], _partners[1]), _name);
    }

    /// <summary>"… in China": the country or region behind what is formed.</summary>
    private static Mention? Area(Sentence sentence, int from)
    {
        foreach (var place in sentence.Mentions)
        {
            if (place is { Kind: MentionKind.Place, IsTown: false } && place.Tokens.First > from && sentence.Written(place.Tokens.First - 1) is "in") return place;
        }

        return null;
    }

    /// <summary>A venture that the lists know: where the text names it, "the partners" are its two.</summary>
    private void Known(string name, string first, string second)
    {
        if (!_names.TryAdd(Joined(first, second), name)) return;
        _names.TryAdd(Joined(second, first), name);
        if (_partners.Count == 0) (_partners, _name) = ([first, second], name);
    }

    /// <summary>Who runs a works of two that the clause before a token speaks of; null where it does not speak of two.</summary>
    public string? At(Sentence sentence, int at)
    {
        var clause = sentence.Clause(Math.Min(at, sentence.End - 1));
        if (Row(sentence, at) is { } row && clause.Contains(row.First.Tokens.First) && ((Makes(row) || BuildTogether(sentence, row.First, row.Second)) && !Actors.IsOblique(sentence, row.First) || Word(sentence, clause) >= 0)) return NameOf(Joined(row.First.Name, row.Second.Name));
        return SpokenOf(sentence, new TokenRange(clause.First, at)) ? Current : null;
    }

    /// <summary>"A and B have broken ground on a plant": one works of two, whatever else either makes.</summary>
    private bool BuildTogether(Sentence sentence, Mention first, Mention second)
    {
        if (sentence.Passage.Kind == PassageKind.Heading || !Industrial(first) || !Industrial(second) || first.Tokens.End != second.Tokens.First - 1 || terms.Any(sentence, second.Tokens.End, sentence.End, TermClass.Plants)) return false;
        var verb = second.Tokens.End;
        while (verb < sentence.End && sentence.Written(verb) is "have" or "had" or "are" or "were" or "will" or "would" or "jointly" or "together" or "also" or "now" or "plan" or "want" or "intend" or "agreed" or "to") verb++;
        return verb + 1 < sentence.End && (sentence.Written(verb) is "broken" or "broke" or "break" && sentence.Written(verb + 1) is "ground" || sentence.Written(verb) is "build" or "building" or "built" or "construct" or "constructing" || sentence.Written(verb) is "started" or "begun" or "began" && sentence.Written(verb + 1) is "construction" or "building" or "work");
    }

    /// <summary>The venture's own name, where the text has one, for the names of its partners.</summary>
    public string NameOf(string joined) => _names.GetValueOrDefault(joined) ?? joined;

    /// <summary>"the partners", "the two companies", "the joint venture": both together act.</summary>
    private bool SpokenOf(Sentence sentence, TokenRange within)
    {
        for (var at = within.First + 1; at < within.End; at++)
        {
            var together = sentence.Written(at) is "partners" or "companies" or "duo" or "pair" || terms.Has(sentence[at], TermClass.Venture);
            if (!together || at + 1 < sentence.End && sentence.Written(at + 1) is "'" or "’" or "'s" or "’s") continue;
            var before = at - 1;
            while (before > within.First && sentence.Written(before) is "joint" or "two" or "battery" or "new") before--;
            if (sentence.Written(before) is "the" or "The" or "both" or "Both" or "Their" or "their") return true;
        }

        return false;
    }

    /// <summary>The last two organisations before a token that act together: "A and B", "A-B joint venture", "A … a joint venture with B".</summary>
    private (Mention First, Mention Second)? Row(Sentence sentence, int until)
    {
        if (sentence.Mentions.Count < 2) return null;
        for (var at = sentence.Mentions.Count - 1; at > 0; at--)
        {
            var second = sentence.Mentions[at];
            if (second.Tokens.End > until || !second.IsCompany) continue;
            var place = at - 1;
            while (place >= 0 && !(sentence.Mentions[place] is { IsCompany: true } other && other.Tokens.End <= second.Tokens.First && other.Name != second.Name)) place--;
            if (place < 0) continue;
            var first = sentence.Mentions[place];
            // "BlueOval SK, the joint venture with Ford": no venture of the two.
            if (first.Organisation?.Parents.Contains(second.Name) == true || second.Organisation?.Parents.Contains(first.Name) == true) continue;
            var before = place - 1;
            while (before >= 0 && sentence.Mentions[before].Tokens.End > first.Tokens.First) before--;
            if (before >= 0 && sentence.Mentions[before].Name != first.Name && InRow(sentence, sentence.Mentions[before], first)) continue;
            if (Joins(sentence, first, second) || IsJoinedBy(sentence, first, second)) return (first, second);
        }

        return null;
    }

    /// <summary>More than two in a row are no pair.</summary>
    private static bool InRow(Sentence sentence, Mention before, Mention mention) =>
        before.Kind == MentionKind.Organisation && mention.Tokens.First - before.Tokens.End == 1 && sentence.Written(before.Tokens.End) is ",";

    /// <summary>Only "and" (in a heading a comma, before "venture" a hyphen) stands between two names, but for legal forms and a short form in brackets.</summary>
    private bool Joins(Sentence sentence, Mention first, Mention second)
    {
        var joint = 0;
        for (var at = first.Tokens.End; at < second.Tokens.First; at++)
        {
            if (sentence.MentionAt(at) is { } again && again.Name != first.Name && again.Kind is not (MentionKind.Nationality or MentionKind.Place)) return false;
            if (sentence.Written(at) is "and" or "&") joint++;
            else if (sentence.Written(at) is "," && sentence.Passage.Kind == PassageKind.Heading && second.Tokens.First == at + 1) joint++;
            else if (sentence.Written(at) is "-" or "–" or "/" && first.Tokens.End == at && second.Tokens.First == at + 1 && VentureBehind(sentence, second.Tokens.End)) joint++;
            else if (!(sentence.MentionAt(at) is not null || sentence.Written(at) is "(" or ")" or "." or "," or "N" or "V" or "S" or "A" || terms.Has(sentence[at], TermClass.LegalForm) || joint == 1 && Describes(sentence, at))) return false;
        }

        return joint == 1;
    }

    /// <summary>"LG Chem and the Chinese carmaker Geely", "Stellantis and South Korea's Samsung SDI": what sort of company the second is.</summary>
    private bool Describes(Sentence sentence, int at) =>
        terms.Has(sentence[at], TermClass.Definite | TermClass.CompanyNoun | TermClass.CarMakerNoun | TermClass.Battery) || sentence.Written(at) is "'s" or "’s" or "its" or "partner" or "giant" or "start" or "up" or "-" or "compatriot" or "rival";

    /// <summary>"A announced a joint venture with B", "A will partner with B".</summary>
    private bool IsJoinedBy(Sentence sentence, Mention first, Mention second)
    {
        var with = second.Tokens.First - 1;
        if (with - 1 <= first.Tokens.End || sentence.Written(with) is not "with" || Actors.IsOblique(sentence, first)) return false;
        return terms.Has(sentence[with - 1], TermClass.Venture) || sentence.Written(with - 1) is "partner" or "jointly" || sentence.Written(with - 1) is "up" && sentence.Written(with - 2) is "team" or "teamed" or "teaming";
    }

    private bool VentureBehind(Sentence sentence, int at) => terms.Any(sentence, at, Math.Min(sentence.End, at + 6), TermClass.Venture | TermClass.Plant);

    private static bool Industrial(Mention mention) => mention.Organisation is null or { MakesCells: true } or { MakesCars: true };

    /// <summary>One of them makes cells, so that what they build together is a works of theirs.</summary>
    private static bool Makes((Mention First, Mention Second) row) =>
        Industrial(row.First) && Industrial(row.Second) && (row.First.Organisation is { MakesCells: true } != row.Second.Organisation is { MakesCells: true });

    private int Word(Sentence sentence, TokenRange within)
    {
        for (var at = within.First; at < within.End; at++)
        {
            if (terms.Has(sentence[at], TermClass.Venture)) return at;
        }

        return -1;
    }

    /// <summary>"the joint venture X", "a joint venture, called X", "X, a joint venture of A and B".</summary>
    private Mention? Named(Sentence sentence, int venture)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind != MentionKind.Organisation || _partners.Contains(mention.Name)) continue;
            if (mention.Tokens.First > venture && mention.Tokens.First - venture <= 4 && (mention.Tokens.First == venture + 1 || terms.Has(sentence[mention.Tokens.First - 1], TermClass.Naming))) return mention;
            if (mention.Tokens.End < venture && venture - mention.Tokens.End <= 4 && sentence.Written(mention.Tokens.End) is "," && terms.Has(sentence[mention.Tokens.End + 1], TermClass.Determiner)) return mention;
        }

        return null;
    }
}
