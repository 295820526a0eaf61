using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// Organisations that no list holds, from how a text uses them: "a start-up from Grenoble named X", "X, a maker of cells",
/// "X Energy Co., Ltd.", "COSMX announced", "X's gigafactory", and the short form in brackets behind a long name.
/// </summary>
public sealed class NewNames(Terms terms, DocumentNames names)
{
    public void Learn(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.End;)
        {
            if (sentence.MentionAt(at) is { } mention)
            {
                at = mention.Tokens.End;
                if (mention.Kind == MentionKind.Organisation) ShortForm(sentence, mention.Tokens, mention.Name);
                continue;
            }

            var end = MayBegin(sentence, at) ? Run(sentence, at) : at;
            if (end == at)
            {
                at++;
                continue;
            }

            if (ActsAsOrganisation(sentence, at, end))
            {
                // "Michigan Economic Development Corp": the place before belongs to the name.
                var start = PlaceBefore(sentence, at)?.Tokens.First ?? at;
                if (!terms.Has(sentence[end - 1], TermClass.LegalForm | TermClass.NameEnding)) start = at;
                // "Proterra Powered, the battery division": a known name before it belongs to it.
                if (sentence[at].SpaceBefore && Described(sentence, end) && at > sentence.First && sentence.MentionAt(at - 1) is { Kind: MentionKind.Organisation } head) start = head.Tokens.First;
                var run = new TokenRange(start, end);
                var written = sentence.Text.Quote(sentence.SpanOf(run));
                names.AddOrganisation(written, WithoutLegalForm(sentence, run), run.Length);
                ShortForm(sentence, run, written);
            }

            at = end;
        }
    }

    private Mention? PlaceBefore(Sentence sentence, int at) =>
        sentence.Mentions.Find(mention => mention.Kind == MentionKind.Place && mention.Tokens.End == at && sentence[at].SpaceBefore && (at - 1 == sentence.First || !terms.Has(sentence[mention.Tokens.First], TermClass.Locating)));

    private static bool MayBegin(Sentence sentence, int at) =>
        sentence[at].Kind == TokenKind.Word && (sentence[at].Upper || HasInnerCapital(sentence.Written(at)));

    /// <summary>The end of a run of capitalised words that could be a name; <paramref name="at"/> itself where there is none.</summary>
    private int Run(Sentence sentence, int at)
    {
        var end = at;
        while (end < sentence.End && end < at + 5 && sentence.MentionAt(end) is null)
        {
            var token = sentence[end];
            if (end > at && token.LineBefore) break;
            var joint = end > at && !token.SpaceBefore && sentence.Written(end) is "-" && end + 1 < sentence.End && sentence[end + 1].Upper && !sentence[end + 1].SpaceBefore;
            var capital = token.Kind == TokenKind.Word && (token.Upper || HasInnerCapital(sentence.Written(end))) && (end == at ? !terms.Has(token, TermClass.NotAName | TermClass.Month | TermClass.Weekday | TermClass.Politician) : !terms.Has(token, TermClass.Month | TermClass.TitleHead));
            if (!joint && !capital) break;
            end++;
        }

        return end > at && sentence.Written(end - 1) is "-" ? end - 1 : end;
    }

    private bool ActsAsOrganisation(Sentence sentence, int at, int end)
    {
        var last = sentence[end - 1];
        var words = end - at;
        if (words == 1 && sentence[at].Length < 2 || InCapitals(sentence, at, end)) return false;
        // "Separately, the fund …": an adverb that opens the sentence.
        if (words == 1 && at == sentence.First && sentence.Written(at).EndsWith("ly", StringComparison.Ordinal) && end < sentence.End && sentence.Written(end) is ",") return false;
        // "Chief Technology Officer": the words of an office.
        if (terms.Has(sentence[at], TermClass.TitleHead) && end < sentence.End && terms.Has(sentence[end], TermClass.TitleHead)) return false;
        if (words >= 2 && terms.Has(last, TermClass.NameEnding) && !terms.Has(last, TermClass.Plant) && !IsThing(sentence, at, end)) return true;
        // "Jeong Se-woong" is no Jeong SE.
        if (words >= 2 && terms.Has(last, TermClass.LegalForm) && !(end < sentence.End && sentence.Written(end) is "-" && !sentence[end].SpaceBefore)) return true;
        if (IntroducedByDescription(sentence, at, end) || Related(sentence, at, end)) return true;
        if (Described(sentence, end)) return true;
        var oddlyWritten = words == 1 && last.Length >= 4 && (last.AllUpper && last.Length is >= 4 and <= 9 || HasInnerCapital(sentence.Written(at)));
        if (oddlyWritten && end < sentence.End && terms.Has(sentence[end], TermClass.Acting) && !(at > sentence.First && terms.Has(sentence[at - 1], TermClass.Determiner))) return true;
        return OwnsPlant(sentence, end);
    }

    /// <summary>"FIRMS BREAK GROUND ON CELL FACTORY": words of a heading in capitals are no name for having them.</summary>
    private static bool InCapitals(Sentence sentence, int at, int end)
    {
        var shouted = 0;
        for (var i = Math.Max(sentence.First, at - 2); i < Math.Min(sentence.End, end + 2); i++)
        {
            if (sentence[i] is { AllUpper: true, Length: > 1 }) shouted++;
            else if (i >= at && i < end && sentence[i].Kind == TokenKind.Word) return false;
        }

        return shouted > 3;
    }

    /// <summary>"the Blade Battery", "TMS (Thermal Management Systems)": a product or a term, since a company has no article but before "group", "bank" and the like.</summary>
    private bool IsThing(Sentence sentence, int at, int end)
    {
        if (at - 1 < sentence.First || sentence.Written(end - 1) is "Group" or "Company" or "Corporation" or "Bank" or "Fund" or "Partners" or "Works" or "Ventures" or "Capital" or "Holding" or "Holdings") return false;
        if (terms.Has(sentence[at - 1], TermClass.Determiner)) return sentence.Written(end - 1) is "Battery" or "Batteries" or "Cell" or "Cells" or "System" or "Systems" or "Technology" or "Power" or "Storage" or "Solutions";
        return sentence.Written(at - 1) is "(" && at - 2 >= sentence.First && sentence[at - 2] is { AllUpper: true, Length: < 6 } && sentence.MentionAt(at - 2) is null;
    }

    /// <summary>"… CEO", "… as its new plant manager": who is named has an office behind the name.</summary>
    private bool IsOfOffice(Sentence sentence, int end)
    {
        for (var at = end; at < Math.Min(sentence.End, end + 6); at++)
        {
            if (terms.Has(sentence[at], TermClass.TitleHead)) return true;
            if (!terms.Has(sentence[at], TermClass.TitleModifier | TermClass.Determiner) && sentence.Written(at) is not ("as" or "to" or "new" or "be" or "future" or "next" or "interim")) return false;
        }

        return false;
    }

    /// <summary>"the start-up X", "a joint venture called X", "battery maker X".</summary>
    private bool IntroducedByDescription(Sentence sentence, int at, int end)
    {
        var before = at - 1;
        while (before > sentence.First && sentence.Written(before) is "," or "\"" or "“" or "(" or "‘") before--;
        if (before < sentence.First) return false;
        // "named A. B. as CEO", "the boss is called A. B.": somebody with an office.
        if (terms.Has(sentence[before], TermClass.Naming)) return CompanyNounBefore(sentence, before, 8) && !terms.Any(sentence, Math.Max(sentence.First, before - 8), before, TermClass.TitleHead) && !IsOfOffice(sentence, end);
        return before == at - 1 && terms.Has(sentence[before], TermClass.CompanyNoun | TermClass.Venture) && !sentence[before].Upper &&
            sentence.Written(before) is not ("company" or "unit" or "arm" or "business" or "division" or "start" or "partner" or "operator");
    }

    /// <summary>"CEO of X", "a subsidiary of X", "bought by X", "a joint venture with X", "orders from X Y": who is led, owns, buys or joins.</summary>
    private bool Related(Sentence sentence, int at, int end)
    {
        var before = at - 1;
        while (before > sentence.First && sentence.Written(before) is "the" or "[" or "\"" or "“") before--;
        if (before <= sentence.First || terms.Has(sentence[end - 1], TermClass.Battery | TermClass.Plant) && end - at == 1 || sentence[at].Length < 3 && end - at == 1 || end < sentence.End && sentence.Written(end) is "-") return false;
        var what = before - 1;
        switch (sentence.Written(before))
        {
            case "of":
                return Titles.LeadsAll(sentence, terms, what) && before == at - 1 || sentence.Written(what) is "subsidiary" or "subsidiaries" or "filial" or "affiliate" or "offshoot";
            case "at":
                return Titles.LeadsAll(sentence, terms, what) && before == at - 1;
            case "by":
                return sentence.Written(what) is "bought" or "acquired" or "owned" && end - at > (before == at - 1 ? 0 : 1);
            case "with":
                return terms.Has(sentence[what], TermClass.Venture) || end - at > 1 && sentence.Written(what) is "memorandum" or "MoU" or "contract" or "agreement" or "partnership" or "alliance" or "accord";
            case "from":
                return end - at > 1 && sentence.Written(what) is "orders" or "order" or "contract" or "technology" or "licence" or "license";
            case "+":
                return what > sentence.First && sentence.MentionAt(what) is { Kind: MentionKind.Organisation };
            default:
                return false;
        }
    }

    private bool CompanyNounBefore(Sentence sentence, int at, int within) =>
        terms.Any(sentence, Math.Max(sentence.First, at - within), at, TermClass.CompanyNoun | TermClass.Venture);

    /// <summary>"X, a Norwegian battery start-up": a comma, an article and within six words what sort of company.</summary>
    private bool Described(Sentence sentence, int end)
    {
        if (end + 2 >= sentence.End || sentence.Written(end) is not "," || !terms.Has(sentence[end + 1], TermClass.Determiner)) return false;
        for (var i = end + 2; i < Math.Min(sentence.End, end + 8); i++)
        {
            if (sentence.Written(i) is "," or "of" or "." or "for" or "at" || terms.Has(sentence[i], TermClass.TitleHead) && !terms.Has(sentence[i], TermClass.CompanyNoun | TermClass.Venture)) return false;
            // "X, the company's head of …" is a person.
            if (terms.Has(sentence[i], TermClass.CompanyNoun | TermClass.Venture)) return !(i + 1 < sentence.End && (sentence.Written(i + 1) is "'s" or "’s" or "'" or "’" || terms.Has(sentence[i + 1], TermClass.TitleHead)));
        }

        return false;
    }

    /// <summary>"X's plant", "X’s planned gigafactory".</summary>
    private bool OwnsPlant(Sentence sentence, int end)
    {
        if (end + 1 >= sentence.End || sentence.Written(end) is not ("'s" or "’s")) return false;
        for (var i = end + 1; i < Math.Min(sentence.End, end + 5); i++)
        {
            if (terms.Has(sentence[i], TermClass.Plant)) return true;
            if (!terms.Has(sentence[i], TermClass.PlantModifier | TermClass.Battery)) return false;
        }

        return false;
    }

    private void ShortForm(Sentence sentence, TokenRange run, string name)
    {
        var open = run.End;
        if (open < sentence.End && sentence.Written(open) is "." && !sentence[open].SpaceBefore) open++;
        if (open + 2 >= sentence.End || sentence.Written(open) is not "(") return;
        var close = open + 1;
        if (sentence.Written(close) is "“" or "\"" or "‘") close++;
        if (close + 1 < sentence.End && sentence[close].AllUpper && sentence.Written(close + 1) is ")" or "”" or "\"" or "’") names.AddOrganisation(sentence.Text.Quote(sentence[close].Span), name, 1);
    }

    /// <summary>Shorter words are too often something else.</summary>
    private const int ShortestFirst = 3;

    /// <summary>The first word of a longer name stands for it, where the text uses it alone: "Recharge" for "Recharge Industries".</summary>
    /// <param name="known">Every longer name that the text has: as written, its first word's token, and the name that it stands for.</param>
    public void LearnFirstWords(IReadOnlyList<Sentence> sentences, List<(Sentence Sentence, TokenRange Tokens, string Name)> known, Func<string, bool> taken)
    {
        var candidates = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (sentence, tokens, name) in known)
        {
            var first = sentence[tokens.First];
            if (tokens.Length < 2 || first.Length < ShortestFirst || first.AllUpper || first.Kind != TokenKind.Word || !first.Upper || terms[first] != TermClass.None || !sentence[tokens.First + 1].SpaceBefore) continue;
            var word = sentence.Text.Quote(first.Span);
            candidates[word] = candidates.TryGetValue(word, out var other) && other != name ? null : name;
        }

        if (candidates.Count == 0) return;
        var asked = candidates.GetAlternateLookup<ReadOnlySpan<char>>();
        var anyCase = candidates.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var (initials, lengths) = (0UL, 0UL);
        foreach (var word in candidates.Keys) (initials, lengths) = (initials | 1UL << (word[0] & 0x1F), lengths | 1UL << word.Length);
        var alone = new HashSet<string>(StringComparer.Ordinal);
        var common = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sentence in sentences)
        {
            for (var at = sentence.First; at < sentence.End; at++)
            {
                if (sentence[at] is not { Kind: TokenKind.Word, Length: >= ShortestFirst }) continue;
                var written = sentence.Written(at);
                if ((lengths >> written.Length & 1) == 0 || written[0] < 0x80 && (initials >> (written[0] & 0x1F) & 1) == 0) continue;
                if (!sentence[at].Upper)
                {
                    if (anyCase.TryGetValue(written, out var one)) common.Add(one);
                }
                else if (asked.TryGetValue(written, out var word, out _) && sentence.MentionAt(at) is null && at > sentence.First && !(sentence[at - 1].Upper && sentence.Written(at) is not "-") && !(at + 1 < sentence.End && (sentence[at + 1].Upper || !sentence[at + 1].SpaceBefore && sentence.Written(at + 1) is "-"))) alone.Add(word);
            }
        }

        foreach (var (word, name) in candidates)
        {
            if (name is not null && alone.Contains(word) && !common.Contains(word) && !taken(word)) names.StandsFor(word, name);
        }
    }

    private string WithoutLegalForm(Sentence sentence, TokenRange run)
    {
        var end = run.End;
        while (end - 1 > run.First && terms.Has(sentence[end - 1], TermClass.LegalForm) && !terms.Has(sentence[end - 1], TermClass.NameEnding)) end--;
        return sentence.Text.Quote(sentence.SpanOf(run with { End = end }));
    }

    private static bool HasInnerCapital(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            // Most letters of a text are small ones.
            if (word[i] is not (>= 'a' and <= 'z') && char.IsUpper(word[i]) && char.IsLower(word[i - 1])) return true;
        }

        return false;
    }
}
