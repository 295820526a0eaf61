using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// Finds what a document's sentences name. Two passes: the first learns which names the document makes plain (places behind
/// "in", organisations that no list holds), the second marks every mention. Longest name first; lists before lookups.
/// </summary>
public sealed class NameFinder(NameLexicon lexicon, Terms terms)
{
    private readonly PlaceFinder _places = new(lexicon, terms);

    /// <param name="speaker">Who says "we" in the text; null where nobody does.</param>
    public DocumentNames Learn(IReadOnlyList<Sentence> sentences, string? speaker = null)
    {
        var names = new DocumentNames();
        if (speaker is not null && lexicon.Organisation(speaker) is null) names.AddOrganisation(speaker, speaker, speaker.Count(letter => letter == ' ') + 1);
        foreach (var sentence in sentences)
        {
            Scan(sentence, names, learn: true);
            sentence.Index();
        }

        var whole = new List<(Sentence Sentence, Mention Mention)>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (var mention in sentence.Mentions)
            {
                if (mention is not { Organisation: not null, Tokens.Length: > 1 }) continue;
                whole.Add((sentence, mention));
                said.Add(mention.Name);
            }
        }

        foreach (var one in whole) ShortForm(one.Sentence, one.Mention, names, said);
        names.Settle(sentences.SelectMany(sentence => sentence.Mentions).Where(mention => mention.Place is { Kind: PlaceKind.Region }).Select(mention => mention.Place!), lexicon.Places);
        _places.Nicknames(sentences, names);
        foreach (var written in Acronyms(sentences).ToList()) names.MeansNone(written);
        var newNames = new NewNames(terms, names);
        foreach (var sentence in sentences) newNames.Learn(sentence);
        List<(Sentence, TokenRange, string)> longNames = [.. LongNames(sentences, names)];
        foreach (var (acronym, name) in Explained(longNames)) names.Explains(acronym, name, lexicon.Organisation(name));
        newNames.LearnFirstWords(sentences, longNames, word => lexicon.Names.Single(word) is not null || names.Place(word) is not null || names.Organisation(word) is { } own && own != word);
        foreach (var sentence in sentences) sentence.Mentions.Clear();

        return names;
    }

    /// <summary>Names of more than one word, of the lists and new ones, where the text has them.</summary>
    private static IEnumerable<(Sentence, TokenRange, string)> LongNames(IReadOnlyList<Sentence> sentences, DocumentNames names)
    {
        foreach (var sentence in sentences)
        {
            foreach (var mention in sentence.Mentions)
            {
                if (mention is { Kind: MentionKind.Organisation, Tokens.Length: > 1 }) yield return (sentence, mention.Tokens, mention.Name);
            }

            for (var at = sentence.First; at < sentence.End && names.HasOrganisations; at++)
            {
                if (sentence.MentionAt(at) is not null || !names.MayStart(sentence.Written(at))) continue;
                for (var end = Math.Min(sentence.End, at + names.LongestName); end > at + 1; end--)
                {
                    if (names.Organisation(sentence.Text[sentence.SpanOf(new TokenRange(at, end))]) is { } name) yield return (sentence, new TokenRange(at, end), name);
                }
            }
        }
    }

    public void Mark(Sentence sentence, DocumentNames names)
    {
        Scan(sentence, names, learn: false);
        sentence.Index();
        var known = sentence.Mentions.Count;
        Titles.Find(sentence, terms);
        Sort(sentence, known);
        known = sentence.Mentions.Count;
        People.Find(sentence, terms);
        if (names.HasPeople) People.FindAgain(sentence, names);
        Sort(sentence, known);
        People.Learn(sentence, names);
        if (sentence.Values.Count > 0) RemoveNamed(sentence);
        Clauses.Split(sentence, terms);
        sentence.Index();
    }

    /// <summary>"the Powerwall 2 and", "on Highway 411,": a short number behind a capitalised word, with nothing counted behind it.</summary>
    private bool IsOfName(Sentence sentence, Value value)
    {
        var at = value.Tokens.First;
        if (value.Tokens.Length != 1 || sentence[at].Length > 3 || at - 1 <= sentence.First || sentence.Passage.Kind != PassageKind.Paragraph) return false;
        if (sentence[at - 1].Kind != TokenKind.Word || !sentence[at - 1].Upper || terms.Has(sentence[at - 1], TermClass.NotAName)) return false;
        // "Stellantis 45 percent, Mercedes-Benz 30 and Saft 25": a share that leaves its sign unsaid.
        if (sentence.MentionAt(at - 1) is { Kind: MentionKind.Organisation } && sentence.Values.Exists(share => share.Kind == ValueKind.Percent && share.Tokens.End <= at)) return false;
        return at + 1 >= sentence.End || sentence[at + 1].Kind == TokenKind.Punctuation && sentence.Written(at + 1) is "." or "," or ")" || terms.Has(sentence[at + 1], TermClass.And | TermClass.Locating | TermClass.Finite);
    }

    /// <summary>Numbers that are part of a name are no values.</summary>
    private void RemoveNamed(Sentence sentence)
    {
        sentence.Values.RemoveAll(value => value.Kind == ValueKind.Number && IsOfName(sentence, value));
        sentence.Values.RemoveAll(value => sentence.MentionAt(value.Tokens.First) is { Kind: not MentionKind.Title } mention && value.Tokens.End <= mention.Tokens.End);
    }

    private static void Sort(Sentence sentence, int known)
    {
        if (sentence.Mentions.Count == known) return;
        sentence.Mentions.Sort((a, b) => a.Tokens.First.CompareTo(b.Tokens.First));
        sentence.Index();
    }

    private void Scan(Sentence sentence, DocumentNames names, bool learn)
    {
        var tokens = sentence.UpToEnd;
        for (var at = sentence.First; at < sentence.End;)
        {
            ref readonly var token = ref tokens[at];
            var learned = token.Kind == TokenKind.Word && names.MayStart(sentence.Written(at));
            // Small words that begin no name.
            if (!learned && !token.Upper && !lexicon.Names.MayBegin(token.Word))
            {
                at++;
                continue;
            }

            var mention = (learned ? NewOrganisation(sentence, at, names, longerThan: 1) : null) ?? Known(sentence, tokens, at, names) ?? (learned ? NewOrganisation(sentence, at, names) : null) ?? _places.Municipality(sentence, at, names, learn);
            if (mention is null)
            {
                at++;
                continue;
            }

            sentence.Mentions.Add(mention);
            at = mention.Tokens.End;
        }
    }

    /// <summary>"SK" and "LG" alone mean SK Innovation and LG Energy Solution where the text speaks of these.</summary>
    /// <param name="said">Names that the text has in full: a group that it names so keeps its own short form.</param>
    private void ShortForm(Sentence sentence, Mention mention, DocumentNames names, HashSet<string> said)
    {
        var first = sentence[mention.Tokens.First];
        if (!first.AllUpper || first.Length is < 2 or > 3) return;
        var written = sentence.Text.Quote(first.Span);
        if (lexicon.Names.Single(written) is null or Place { Kind: not PlaceKind.Country } || lexicon.Names.Single(written) is Organisation group && !said.Contains(group.Name) && IsOf(mention.Organisation!, group)) names.AddShort(written, mention.Organisation!);
    }

    private bool IsOf(Organisation company, Organisation group)
    {
        for (var parent = company.Parent; parent is not null; parent = lexicon.Organisation(parent)?.Parent)
        {
            if (parent == group.Name) return true;
        }

        return false;
    }

    /// <summary>A name of the lists. Behind a hash sign any case will do.</summary>
    private Mention? Known(Sentence sentence, ReadOnlySpan<Token> tokens, int at, DocumentNames names)
    {
        var token = tokens[at];
        if (token.Kind is TokenKind.Punctuation) return null;
        if (token.Word == 0) return PossessiveWithoutMark(sentence, tokens, at);
        if (!token.SpaceBefore && at > sentence.First && sentence.Written(at - 1) is "." && sentence[at - 1].End == token.Start) return null;
        if (token.AllUpper && names.Short(sentence.Written(at)) is { } meant && !(lexicon.Names.Longest(sentence.Text, tokens, at, token.Marked, out var whole, out _) && whole > at + 1)) return Mention.In(sentence, MentionKind.Organisation, meant.Name, at, at + 1) with { Organisation = meant.Organisation, New = meant.Organisation is null };
        if (token.AllUpper && names.IsNone(sentence.Written(at))) return null;
        var tagged = token.Marked;
        if (!lexicon.Names.Longest(sentence.Text, tokens, at, tagged, out var end, out var target)) return PossessiveWithoutMark(sentence, tokens, at);
        if (end == at + 1 && token.AllUpper && terms[token] != TermClass.None && Shouted(sentence, at)) return null;
        // "its MD and CEO": an office, and no state.
        if (end == at + 1 && target is Place && token is { AllUpper: true, Length: 2 } && terms.Has(token, TermClass.TitleHead) && sentence.Written(Math.Max(sentence.First, at - 1)) is not ",") return null;
        if (end == at + 1 && target is Organisation && terms.Has(token, TermClass.NotAName) && !token.AllUpper && !IsNameWithin(sentence, at)) return null;
        if (target is Organisation or Place && _places.LongerPlace(sentence, at, end) is { } longer) return longer;
        if (target is Place { Kind: PlaceKind.Municipality } && end + 1 < sentence.End && sentence.Written(end) is "-" && !sentence[end].SpaceBefore && sentence[end + 1].Upper) return null;
        if (target is Place && _places.Namesake(sentence, at, end, names) is { } town) return town;
        return Make(sentence, target, at, end, names);
    }

    /// <summary>"ACC" in a text on advanced chemistry cells: an acronym of a listed organisation, the words of which the text has for something else and nowhere for that.</summary>
    private IEnumerable<string> Acronyms(IReadOnlyList<Sentence> sentences)
    {
        var named = sentences.SelectMany(sentence => sentence.Mentions, (sentence, mention) => (Sentence: sentence, Mention: mention)).Where(one => one.Mention.Organisation is not null).ToList();
        var whole = named.Where(one => one.Mention.Tokens.Length > 1).Select(one => one.Mention.Name).ToHashSet(StringComparer.Ordinal);
        return named.Where(one => one.Mention.Tokens.Length == 1 && one.Sentence[one.Mention.Tokens.First] is { AllUpper: true, Length: 3 or 4 } && !whole.Contains(one.Mention.Name))
            .Select(one => one.Sentence.Text.Quote(one.Mention.Span)).Distinct(StringComparer.Ordinal).Where(written => sentences.Any(sentence => SpeltOut(sentence, written) || IsOfScheme(sentence, written)));
    }

    /// <summary>"the ACC-PLI auction", "the PLI ACC scheme": what India's scheme of incentives is for.</summary>
    private static bool IsOfScheme(Sentence sentence, string acronym)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (!sentence.Written(at).SequenceEqual("PLI")) continue;
            for (var near = Math.Max(sentence.First, at - 2); near < Math.Min(sentence.End, at + 3); near++)
            {
                if (sentence.Written(near).SequenceEqual(acronym) && (Math.Abs(near - at) == 1 || sentence.Written((near + at) / 2) is "-" or "–")) return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "Indonesia Battery Corporation (IBC)", "…, IBC to its friends": an acronym of a listed organisation behind another name,
    /// the words of which it spells.
    /// </summary>
    private IEnumerable<(string Acronym, string Name)> Explained(List<(Sentence Sentence, TokenRange Tokens, string Name)> known)
    {
        foreach (var (sentence, tokens, name) in known)
        {
            var at = tokens.End + 1;
            if (at >= sentence.End || sentence.Written(at - 1) is not ("(" or "," or "or")) continue;
            if (sentence.Written(at) is "or" or "“" or "\"" && at + 1 < sentence.End) at++;
            var written = sentence.Text.Quote(sentence[at].Span);
            if (sentence[at] is { AllUpper: true, Length: > 2 } && written == Initials(sentence, tokens) && lexicon.Names.Single(written) is Organisation listed && listed.Name != name) yield return (written, name);
        }
    }

    private string Initials(Sentence sentence, TokenRange tokens) =>
        string.Concat(Enumerable.Range(tokens.First, tokens.Length).Where(at => sentence[at].Upper && (!terms.Has(sentence[at], TermClass.LegalForm) || terms.Has(sentence[at], TermClass.NameEnding | TermClass.CompanyNoun))).Select(at => sentence.Written(at)[0]));

    /// <summary>In the acronym's own sentence or in capitals, none of the words so short that it may stand there by chance.</summary>
    private bool SpeltOut(Sentence sentence, string acronym)
    {
        var here = sentence.Text[sentence.Span].Contains(acronym, StringComparison.Ordinal) && Has(sentence, acronym);
        for (var at = sentence.First; at + acronym.Length <= sentence.End; at++)
        {
            var fits = 0;
            while (fits < acronym.Length && sentence[at + fits] is { Kind: TokenKind.Word, Length: > 3 } && char.ToUpperInvariant(sentence.Written(at + fits)[0]) == acronym[fits] && (here || sentence[at + fits].Upper) && !terms.Has(sentence[at + fits], TermClass.Finite) && sentence.MentionAt(at + fits) is null) fits++;
            if (fits == acronym.Length) return true;
        }

        return false;
    }

    private static bool Has(Sentence sentence, string acronym)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (sentence[at].AllUpper && sentence.Written(at).SequenceEqual(acronym)) return true;
        }

        return false;
    }

    /// <summary>"Total" in "a unit of Total": a word that begins many a sentence and heading is a name only inside of prose, before no other word with a capital.</summary>
    private static bool IsNameWithin(Sentence sentence, int at) =>
        at > sentence.First && sentence.Passage.Kind == PassageKind.Paragraph && sentence[at - 1].Kind == TokenKind.Word && (at + 1 == sentence.End || !sentence[at + 1].Upper);

    /// <summary>"THE BIG ONE": an ordinary word among words in capitals is no acronym.</summary>
    private static bool Shouted(Sentence sentence, int at) =>
        at > sentence.First && sentence[at - 1] is { AllUpper: true } || at + 1 < sentence.End && sentence[at + 1] is { AllUpper: true };

    private Mention? Make(Sentence sentence, object target, int at, int end, DocumentNames names) => target switch
    {
        Organisation organisation => LongerOrganisation(sentence, organisation, at, end, names),
        Model model => Mention.In(sentence, MentionKind.Model, model.Name, at, end) with { Maker = model.Maker },
        Place { Kind: PlaceKind.Municipality } town when _places.Hint(sentence, end) is { } hint && lexicon.Places.Best(sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))), hint) is { } local => Mention.In(sentence, MentionKind.Place, local.Name, at, end) with { Place = local, Known = true },
        Place { Kind: PlaceKind.Region } region when lexicon.Works.IsSite(region) && !(end < sentence.End && sentence.Written(end) is "Prefecture" or "prefecture" or "state" or "State") && !(at > sentence.First && sentence.Written(at - 1) is "," or "(") => Mention.In(sentence, MentionKind.Place, region.Name, at, end) with { Place = region with { Kind = PlaceKind.Municipality, Region = region.Name }, Known = true },
        Place place => Mention.In(sentence, MentionKind.Place, place.Name, at, end) with { Place = place, Known = place.Kind == PlaceKind.Municipality },
        Nationality nationality => Mention.In(sentence, MentionKind.Nationality, nationality.Place.Name, at, end) with { Place = nationality.Place },
        Works works => Mention.In(sentence, MentionKind.Works, works.Name, at, end) with { Works = works },
        Chemistry chemistry => Mention.In(sentence, MentionKind.Chemistry, chemistry.Name, at, end),
        _ => null,
    };

    /// <summary>
    /// "SVOLT Europe", "LG Chem Wroclaw Energy": a known name that goes on with capitalised words to a name's ending is
    /// another organisation. Legal forms behind a known name belong to it.
    /// </summary>
    private Mention LongerOrganisation(Sentence sentence, Organisation organisation, int at, int end, DocumentNames names)
    {
        var last = end;
        for (var i = end; i < sentence.End && i < end + 4; i++)
        {
            var token = sentence[i];
            if (token.Kind != TokenKind.Word || !token.Upper || !token.SpaceBefore || token.LineBefore) break;
            if (terms.Has(token, TermClass.LegalForm))
            {
                if (last == i) last = i + 1;
                continue;
            }

            // "Pomega Energy Storage Technologies": a name of several words with one of those that any company may add.
            if (last == i && i - at > 1 && organisation.MakesCells && sentence.Written(i) is "Technology" or "Technologies" or "Group" or "Company" or "Corporation" or "Holding" or "Holdings" or "Systems")
            {
                last = i + 1;
                continue;
            }

            if (terms.Has(token, TermClass.NameEnding) && !terms.Has(token, TermClass.Plant) && i + 1 - at <= 5 && (i + 1 >= sentence.End || !sentence[i + 1].Upper || !sentence[i + 1].SpaceBefore || !terms.Has(sentence[i + 1], TermClass.Plant | TermClass.NameEnding)))
            {
                var written = sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, i + 1)));
                names.AddOrganisation(written, written, i + 1 - at);
                return Mention.In(sentence, MentionKind.Organisation, written, at, i + 1) with { New = true };
            }
        }

        if (Regional(sentence, at, last) is > 0 and var region)
        {
            var written = sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, region)));
            return Mention.In(sentence, MentionKind.Organisation, written, at, region) with { New = true };
        }

        while (last < sentence.End && sentence.Written(last) is "." or "," && last + 1 < sentence.End && terms.Has(sentence[last + 1], TermClass.LegalForm) && sentence[last + 1].Upper && last > end) last += 2;
        last = BehindDotted(sentence, last);
        return Mention.In(sentence, MentionKind.Organisation, organisation.Name, at, last) with { Organisation = organisation };
    }

    /// <summary>Behind a legal form written with points, "N.V.", or the point of one, "Co. Ltd.", where the sentence goes on.</summary>
    private int BehindDotted(Sentence sentence, int at)
    {
        while (at + 1 < sentence.End && sentence.Written(at) is "." or "," && terms.Has(sentence[at - 1], TermClass.LegalForm) && terms.Has(sentence[at + 1], TermClass.LegalForm) && sentence[at + 1].Upper) at += 2;
        var isForm = terms.Has(sentence[at - 1], TermClass.LegalForm) || sentence[at - 1].Length == 1 && at - 2 > sentence.First && sentence.Written(at - 2) is ".";
        if (isForm && at < sentence.End - 1 && sentence.Written(at) is "." && !sentence[at].SpaceBefore && !sentence[at + 1].Upper) return at + 1;
        if (at + 4 > sentence.End || !sentence[at].SpaceBefore) return at;
        var letters = "";
        var end = at;
        while (end + 1 < sentence.End && sentence[end].Length == 1 && char.IsLetter(sentence.Written(end)[0]) && sentence.Written(end + 1) is "." && (end == at || !sentence[end].SpaceBefore) && letters.Length < 3)
        {
            letters += sentence.Written(end)[0];
            end += 2;
        }

        return letters is "NV" or "BV" or "SA" or "SpA" or "SE" or "AG" or "AB" or "AS" or "LP" or "SL" ? end : at;
    }

    /// <summary>"president of Toyota Motor North America": behind a title a name that goes on with a region is that of the daughter there. Where it ends; 0 where it does not.</summary>
    private int Regional(Sentence sentence, int at, int end)
    {
        if (at - 2 < sentence.First || sentence.Written(at - 1) is not ("of" or "at") || !terms.Has(sentence[at - 2], TermClass.TitleHead) || end >= sentence.End || !sentence[end].Upper || !sentence[end].SpaceBefore) return 0;
        if (sentence.Written(end) is "Europe" or "Americas" or "America" or "Asia" or "EMEA" or "APAC") return end + 1;
        if (sentence.Written(end) is "North" or "South" or "Latin" && end + 1 < sentence.End && sentence.Written(end + 1) is "America") return end + 2;
        var tokens = sentence.UpToEnd;
        return lexicon.Names.Longest(sentence.Text, tokens, end, false, out var close, out var target) && target is Place { Kind: not PlaceKind.Municipality } && !(close < sentence.End && terms.Has(sentence[close], TermClass.Plant)) ? close : 0;
    }

    /// <summary>"Envisions CEO": an s without its apostrophe before a title, as careless and translated texts write it.</summary>
    private Mention? PossessiveWithoutMark(Sentence sentence, ReadOnlySpan<Token> tokens, int at)
    {
        var written = sentence.Written(at);
        if (!tokens[at].Upper || written.Length < 5 || written[^1] != 's' || at + 1 >= sentence.End || !terms.Has(tokens[at + 1], TermClass.TitleHead | TermClass.Plant)) return null;
        return lexicon.Names.Single(written[..^1]) is Organisation organisation ? Mention.In(sentence, MentionKind.Organisation, organisation.Name, at, at + 1) with { Organisation = organisation } : null;
    }

    private Mention? NewOrganisation(Sentence sentence, int at, DocumentNames names, int longerThan = 0)
    {
        for (var end = Math.Min(sentence.End, at + names.LongestName); end > at + longerThan; end--)
        {
            if (names.Organisation(sentence.Text[sentence.SpanOf(new TokenRange(at, end))]) is { } name)
            {
                var known = lexicon.Organisation(name);
                return Mention.In(sentence, MentionKind.Organisation, name, at, end) with { New = known is null, Organisation = known };
            }
        }

        return null;
    }
}
