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
            if (!terms.Has(sentence[at], TermClass.TitleHead) || sentence.MentionAt(at) is not null || IsOfState(sentence, terms, at)) continue;
            var first = Start(sentence, terms, at);
            var end = Joined(sentence, terms, at + 1);
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
        while (at < Math.Min(sentence.End, end + 4) && sentence[at].Kind == TokenKind.Word && !sentence[at].LineBefore && sentence.MentionAt(at) is null && (sentence[at].Upper || terms.Has(sentence[at], TermClass.Battery))) at++;
        return at > end && (at == sentence.End || sentence.Written(at) is "," or "." or ")" or "at" or "for") ? at : end;
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
        while (at < sentence.End && at < first + 6 && sentence[at].Kind == TokenKind.Word && sentence.MentionAt(at) is null &&
            !terms.Has(sentence[at], TermClass.Finite | TermClass.Relative | TermClass.Locating | TermClass.Determiner | TermClass.CompanyNoun & ~TermClass.NameEnding) || at > first && at < sentence.End && sentence.Written(at) is "division" or "unit" or "business" or "Division" or "Unit" or "Business" or "Group") at++;
        // "chairman of TCC", "CEO of Recharge": heads of the whole, of a company that no list holds.
        if (first == end + 1 && LeadsAll(sentence, terms, end - 1) && Capitals(sentence, first, at)) return end;
        return at > first && (at == sentence.End || sentence.Written(at) is "of" or "at" or "," or "(" or ".") ? at : end;
    }

    /// <summary>"The business secretary", "the energy minister": an office of state, not of a company.</summary>
    private static bool IsOfState(Sentence sentence, Terms terms, int head) =>
        terms.Has(sentence[head], TermClass.Politician) && !(head > sentence.First && sentence.Written(head - 1) is "company" or "Company" or "corporate" or "Corporate" or "general" or "General" or "executive" or "board" or "sales" or "employee");

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
            if (words is >= 2 and <= 4)
            {
                var range = new TokenRange(at, end);
                sentence.Mentions.Add(new Mention(MentionKind.Person, sentence.Text.Quote(sentence.SpanOf(range)), range, sentence.SpanOf(range)));
            }

            at = Math.Max(end, at + 1);
        }
    }

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

            if (token.Kind != TokenKind.Word || !token.Upper || terms.Has(token, TermClass.NotAName | TermClass.Weekday | TermClass.TitleHead | TermClass.Politician) || terms.Has(token, TermClass.Month) && !IsSurname(sentence, at, i)) break;
            if (i == at || token.SpaceBefore) words++;
            end = i + 1;
        }

        return end;
    }

    /// <summary>"CEO Kim Jun says", "Theresa May": no date stands around the month's name.</summary>
    private static bool IsSurname(Sentence sentence, int first, int at) =>
        at > first && (at + 1 == sentence.End || sentence[at + 1].Kind == TokenKind.Word || sentence.Written(at + 1) is "," or "'s" or "’s") && (at < 2 || sentence[at - 1].Kind == TokenKind.Word);
}
