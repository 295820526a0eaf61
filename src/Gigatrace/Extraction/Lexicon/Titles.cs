using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// Job titles: a head ("CEO", "director") with what stands before it ("vice", "plant", "human resources"), joined ones
/// ("founder and CEO"), and what it is for, where that is no organisation ("head of the cell division").
/// </summary>
internal static class Titles
{
    public static void Find(Sentence sentence, Terms terms)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (sentence.MentionAt(at) is not null) continue;
            if (OfTwo(sentence, terms, at) is { } shared)
            {
                sentence.Mentions.Add(shared);
                continue;
            }

            var board = Board(sentence, at);
            if (board < 0 && (!terms.Has(sentence[at], TermClass.TitleHead) || IsOfState(sentence, terms, at) || IsTrade(sentence, at))) continue;
            var first = Start(sentence, terms, at);
            var end = Joined(sentence, terms, Math.Max(at, board) + 1);
            var range = new TokenRange(first, end);
            var name = sentence.Text.Quote(sentence.SpanOf(range));
            if (Past(sentence, first) is > 0 and var past)
            {
                name = "former " + name;
                range = new TokenRange(first - past, end);
            }

            sentence.Mentions.Add(new Mention(MentionKind.Title, name, range, sentence.SpanOf(range)));
            at = end - 1;
        }
    }

    /// <summary>"Member of the Executive Board for Research": who sits on a board. Where that stands; -1 where it does not.</summary>
    private static int Board(Sentence sentence, int at)
    {
        if (sentence.Written(at) is not ("Member" or "member") || at + 3 >= sentence.End || sentence.Written(at + 1) is not "of") return -1;
        for (var board = at + 2; board < Math.Min(sentence.End, at + 6); board++)
        {
            if (sentence.Written(board) is "Board" or "board" or "Directorate") return board;
        }

        return -1;
    }

    /// <summary>"A. B. and C. D., managing directors of X": one title of two people, in its singular.</summary>
    private static Mention? OfTwo(Sentence sentence, Terms terms, int at)
    {
        if (sentence.Written(at) is not ("directors" or "founders" or "managers" or "presidents" or "chairmen" or "heads" or "executives" or "Directors" or "Founders" or "Presidents")) return null;
        var first = Start(sentence, terms, at);
        var afterTwo = first - 2 > sentence.First && sentence.Written(first - 1) is "," && sentence[first - 2].Upper || first - 3 > sentence.First && sentence.Written(first - 1) is "the" or "its" or "both" && sentence.Written(first - 2) is "," && sentence[first - 3].Upper;
        if (!afterTwo || !sentence.Any(sentence.First, first, static word => word is "and" or "&")) return null;
        var range = new TokenRange(first, at + 1);
        var name = sentence.Text.Quote(sentence.SpanOf(range));
        return new Mention(MentionKind.Title, name.EndsWith("men", StringComparison.Ordinal) ? name[..^2] + "an" : name[..^1], range, sentence.SpanOf(range));
    }

    /// <summary>How many tokens before a title say that it is of the past: "ex-", "one-time", "then".</summary>
    private static int Past(Sentence sentence, int first)
    {
        var hyphen = first - 1 > sentence.First && sentence.Written(first - 1) is "-" or "‑";
        var at = hyphen ? first - 2 : first - 1;
        if (at < sentence.First || sentence.MentionAt(at) is not null) return 0;
        if (sentence.Written(at) is "ex" or "Ex" or "erstwhile" or "onetime" or "then" or "previous" or "Previous") return first - at;
        return !hyphen && sentence.Written(at) is "time" && at - 2 >= sentence.First && sentence.Written(at - 1) is "-" && sentence.Written(at - 2) is "one" or "One" ? first - at + 2 : 0;
    }

    private static int Start(Sentence sentence, Terms terms, int head)
    {
        var first = head;
        while (first > sentence.First && terms.Has(sentence[first - 1], TermClass.TitleModifier | TermClass.TitleHead) && sentence.MentionAt(first - 1) is null && !sentence[first].LineBefore) first--;
        // "chief competitiveness officer": whatever an officer is the chief of.
        if (first == head && sentence.Written(head) is "officer" or "Officer" && head - 2 >= sentence.First && sentence.Written(head - 2) is "chief" or "Chief" && sentence.MentionAt(head - 1) is null) first -= 2;
        // "co-founder" is three tokens.
        if (first - 2 >= sentence.First && sentence.Written(first - 1) is "-" && sentence.Written(first - 2) is "co" or "Co" or "vice" or "Vice") first -= 2;
        return first;
    }

    /// <summary>Over further heads: "and CEO", "& Marketing", "officer", then over "of the … division".</summary>
    private static int Joined(Sentence sentence, Terms terms, int end)
    {
        while (end < sentence.End)
        {
            var next = sentence[end];
            // "executive vice-president".
            if (sentence.Written(end) is "vice" or "Vice" && end + 2 < sentence.End && sentence.Written(end + 1) is "-" && terms.Has(sentence[end + 2], TermClass.TitleHead))
            {
                end += 3;
                continue;
            }

            if (terms.Has(next, TermClass.TitleHead | TermClass.TitleModifier) && sentence.MentionAt(end) is null && next.SpaceBefore && !next.LineBefore)
            {
                end++;
                continue;
            }

            if ((terms.Has(next, TermClass.And) || sentence.Written(end) is "+") && HeadWithin(sentence, terms, end + 1) is > 0 and var head)
            {
                end = head;
                continue;
            }

            break;
        }

        return Purpose(sentence, terms, Field(sentence, terms, end));
    }

    /// <summary>"…, Senior Vice President EV Systems,": behind a name and a comma what the office is for, up to a mark or "at".</summary>
    private static int Field(Sentence sentence, Terms terms, int end)
    {
        var first = end - 1;
        while (first > sentence.First && terms.Has(sentence[first - 1], TermClass.TitleModifier | TermClass.TitleHead)) first--;
        if (first - 2 < sentence.First || sentence.Written(first - 1) is not "," || !sentence[first - 2].Upper || sentence.MentionAt(first - 2) is not null) return end;
        var at = end;
        // "A. B., vice president, supply chain, at X"
        if (end < sentence.End && sentence.Written(end) is "," && FieldBetween(sentence, terms, end + 1) is > 0 and var behind) return behind;
        while (at < Math.Min(sentence.End, end + 4) && sentence[at].Kind == TokenKind.Word && !sentence[at].LineBefore && sentence.MentionAt(at) is null && (sentence[at].Upper || terms.Has(sentence[at], TermClass.Battery))) at++;
        return at > end && (at == sentence.End || sentence.Written(at) is "," or "." or ")" or "at" or "for") ? at : end;
    }

    /// <summary>"supply chain, at": at most three plain words between commas before "at" or "of"; where they end, 0 where there are none.</summary>
    private static int FieldBetween(Sentence sentence, Terms terms, int at)
    {
        for (var end = at; end < Math.Min(sentence.End - 1, at + 4); end++)
        {
            if (end > at && sentence.Written(end) is "," && sentence.Written(end + 1) is "at" or "of") return end;
            if (sentence[end].Kind != TokenKind.Word && sentence.Written(end) is not "&" || sentence.MentionAt(end) is not null || terms.Has(sentence[end], TermClass.Finite | TermClass.Relative | TermClass.Determiner | TermClass.TitleHead)) return 0;
        }

        return 0;
    }

    private static int HeadWithin(Sentence sentence, Terms terms, int at)
    {
        for (var i = at; i < Math.Min(sentence.End, at + 4); i++)
        {
            if (terms.Has(sentence[i], TermClass.TitleHead)) return i + 1;
            if (sentence.Written(i) is "co" or "Co" or "-") continue;
            if (!terms.Has(sentence[i], TermClass.TitleModifier)) return terms.Has(sentence[at], TermClass.TitleModifier) && i > at && sentence.Written(at - 1) is "&" ? i : -1;
        }

        return -1;
    }

    /// <summary>"for Technology", "of the advanced automotive battery division": up to an organisation or a mark, at most six words.</summary>
    private static int Purpose(Sentence sentence, Terms terms, int end)
    {
        if (end + 1 >= sentence.End || sentence.Written(end) is not ("of" or "for")) return end;
        var at = end + 1;
        if (terms.Has(sentence[at], TermClass.Definite)) at++;
        var first = at;
        // "co-founder of the house": of the company spoken of.
        if (sentence.Written(at) is "house" or "concern") return end;
        while (at < sentence.End && at < first + 6 && sentence[at].Kind == TokenKind.Word && sentence.MentionAt(at) is null &&
            !terms.Has(sentence[at], TermClass.Finite | TermClass.Relative | TermClass.Locating | TermClass.Determiner | TermClass.CompanyNoun & ~TermClass.NameEnding) || at < sentence.End - 1 && sentence.Written(at) is "business" or "Business" && sentence.Written(at + 1) is "development" or "Development" || at > first && at < sentence.End && sentence.Written(at) is "division" or "unit" or "business" or "Division" or "Unit" or "Business" or "Group") at++;
        // "head of R&D"
        if (at == first + 1 && at + 1 < sentence.End && sentence.Written(at) is "&" && !sentence[at].SpaceBefore) at += 2;
        // "chairman of TCC", "CEO of Recharge": heads of the whole, of a company that no list holds.
        if (first == end + 1 && LeadsAll(sentence, terms, end - 1) && Capitals(sentence, first, at)) return end;
        return at > first && (at == sentence.End || sentence.Written(at) is "of" or "at" or "," or "(" or ".") ? at : end;
    }

    /// <summary>"The business secretary", "the energy minister": an office of state, not of a company.</summary>
    private static bool IsOfState(Sentence sentence, Terms terms, int head) =>
        terms.Has(sentence[head], TermClass.Politician) && !(head > sentence.First && sentence.Written(head - 1) is "company" or "Company" or "corporate" or "Corporate" or "general" or "General" or "executive" or "board" or "sales" or "employee");

    /// <summary>"a scientist": a trade; an office only for whoever is the first of them.</summary>
    private static bool IsTrade(Sentence sentence, int head) =>
        sentence.Written(head) is "scientist" or "Scientist" && !(head > sentence.First && sentence.Written(head - 1) is "chief" or "Chief" or "lead" or "Lead" or "principal" or "Principal");

    /// <summary>Whether a title's head is that of somebody who leads or founded a company as a whole.</summary>
    internal static bool LeadsAll(Sentence sentence, Terms terms, int head) =>
        sentence.Written(head) is "CEO" or "chairman" or "Chairman" or "chairwoman" or "Chairwoman" or "chair" or "Chair" or "founder" or "Founder" or "boss" or "cofounder" or "Cofounder" ||
        head > sentence.First && sentence.Written(head) is "executive" or "Executive" && sentence.Written(head - 1) is "chief" or "Chief" ||
        head > sentence.First && sentence.Written(head) is "director" or "Director" && sentence.Written(head - 1) is "managing" or "Managing" && terms.Has(sentence[head], TermClass.TitleHead);

    private static bool Capitals(Sentence sentence, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (!sentence[at].Upper) return false;
        }

        return true;
    }
}

/// <summary>Runs of two to four capitalised words that name nothing else: people, where a title stands by.</summary>
internal static class People
{
    public static void Find(Sentence sentence, Terms terms)
    {
        for (var at = sentence.First; at < sentence.End;)
        {
            var end = Run(sentence, terms, at, out var words);
            if (words is >= 2 and <= 4 && !IsInstitution(sentence.Written(end - 1)))
            {
                var range = new TokenRange(at, end);
                sentence.Mentions.Add(new Mention(MentionKind.Person, sentence.Text.Quote(sentence.SpanOf(range)), range, sentence.SpanOf(range)));
            }

            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>"Carlsson resigned": somebody who was named with an office before, by the last name alone.</summary>
    public static void FindAgain(Sentence sentence, DocumentNames names)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (sentence[at] is not { Kind: TokenKind.Word, Upper: true } || sentence.MentionAt(at) is not null || sentence.Mentions.Exists(mention => mention.Tokens.Contains(at)) || names.Person(sentence.Written(at)) is not { } name) continue;
            if (at > sentence.First && sentence[at - 1] is { Kind: TokenKind.Word, Upper: true } && sentence.MentionAt(at - 1) is null && at - 1 > sentence.First || at + 1 < sentence.End && sentence[at + 1] is { Kind: TokenKind.Word, Upper: true }) continue;
            var range = new TokenRange(at, at + 1);
            sentence.Mentions.Add(new Mention(MentionKind.Person, name, range, sentence.SpanOf(range)));
        }
    }

    /// <summary>Remembers who has an office by the last name.</summary>
    public static void Learn(Sentence sentence, DocumentNames names)
    {
        for (var at = 0; at < sentence.Mentions.Count; at++)
        {
            if (sentence.Mentions[at] is not { Kind: MentionKind.Person, Tokens.Length: > 1 } person) continue;
            var office = at > 0 && sentence.Mentions[at - 1] is { Kind: MentionKind.Title } before && before.Tokens.End >= person.Tokens.First - 2 || at + 1 < sentence.Mentions.Count && sentence.Mentions[at + 1] is { Kind: MentionKind.Title } behind && behind.Tokens.First <= person.Tokens.End + 3;
            if (office && sentence[person.Tokens.End - 1] is { Kind: TokenKind.Word, Length: > 2 }) names.AddPerson(sentence.Text.Quote(sentence[person.Tokens.End - 1].Span), person.Name);
        }
    }

    /// <summary>"Twin Oaks Drive", "the Weissach Development Centre": no person ends so.</summary>
    private static bool IsInstitution(ReadOnlySpan<char> word) => word is "Drive" or "Street" or "Avenue" or "Road" or "Centre" or "Center" or "Park" or "University" or "Institute" or "College" or "Act" or "Fund" or "Agency" or "Authority" or "Association" or "Council" or "Committee" or "Airport" or "Valley" or "River" or "Campus" or "Program" or "Programme" or "Bank" or "Bureau" or "Summit" or "Forum" or "Conference" or "Agreement" or "Initiative";

    private static int Run(Sentence sentence, Terms terms, int at, out int words)
    {
        words = 0;
        var end = at;
        for (var i = at; i < sentence.End; i++)
        {
            var token = sentence[i];
            if (i > at && token.LineBefore || sentence.MentionAt(i) is not null) break;
            var written = sentence.Written(i);
            if (written is "-" && i > at && !token.SpaceBefore) continue;
            if (written is "." && i > at && sentence[i - 1].Length == 1) continue;
            if (i > at && terms.Has(token, TermClass.NameParticle) && !token.Upper) continue;
            if (i > at + 1 && !token.SpaceBefore && token.Kind == TokenKind.Word && sentence.Written(i - 1) is "-")
            {
                end = i + 1;
                continue;
            }

            if (token.Kind != TokenKind.Word || !token.Upper || terms.Has(token, TermClass.NotAName | TermClass.Weekday | TermClass.TitleHead | TermClass.Politician) && !BeforeTitle(sentence, terms, at, i) || terms.Has(token, TermClass.Month) && !IsSurname(sentence, at, i)) break;
            if (i == at || token.SpaceBefore) words++;
            end = i + 1;
        }

        return end;
    }

    /// <summary>"Frank So, executive vice-president": a common word behind a first name and before a title is a surname.</summary>
    private static bool BeforeTitle(Sentence sentence, Terms terms, int first, int at) =>
        at == first + 1 && at + 2 < sentence.End && sentence.Written(at + 1) is "," && sentence.MentionAt(at + 2) is { Kind: MentionKind.Title } && !terms.Has(sentence[at], TermClass.TitleHead | TermClass.Weekday | TermClass.Battery | TermClass.Plant);

    /// <summary>"CEO Kim Jun says", "Theresa May": no date stands around the month's name.</summary>
    private static bool IsSurname(Sentence sentence, int first, int at) =>
        at > first && (at + 1 == sentence.End || sentence[at + 1].Kind == TokenKind.Word || sentence.Written(at + 1) is "," or "'s" or "’s") && (at < 2 || sentence[at - 1].Kind == TokenKind.Word);
}
