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

        var whole = sentences.SelectMany(sentence => sentence.Mentions.Where(mention => mention is { Organisation: not null, Tokens.Length: > 1 }), (sentence, mention) => (Sentence: sentence, Mention: mention)).ToList();
        var said = whole.Select(one => one.Mention.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var one in whole) ShortForm(one.Sentence, one.Mention, names, said);
        names.Settle(sentences.SelectMany(sentence => sentence.Mentions).Where(mention => mention.Place is { Kind: PlaceKind.Region }).Select(mention => mention.Place!), lexicon.Places);
        Nicknames(sentences, names);
        foreach (var written in Acronyms(sentences).ToList()) names.MeansNone(written);
        var newNames = new NewNames(terms, names);
        foreach (var sentence in sentences) newNames.Learn(sentence);
        newNames.LearnFirstWords(sentences, [.. LongNames(sentences, names)], word => lexicon.Names.Single(word) is not null || names.Place(word) is not null || names.Organisation(word) is { } own && own != word);
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

            for (var at = sentence.First; at < sentence.End; at++)
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
        Sort(sentence, known);
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

    /// <summary>The document's tokens as far as a name that starts in the sentence may go.</summary>
    private static ReadOnlySpan<Token> UpToEnd(Sentence sentence) => sentence.Run(new TokenRange(0, sentence.End));

    private void Scan(Sentence sentence, DocumentNames names, bool learn)
    {
        var tokens = UpToEnd(sentence);
        for (var at = sentence.First; at < sentence.End;)
        {
            var learned = tokens[at].Kind == TokenKind.Word && names.MayStart(sentence.Written(at));
            var mention = (learned ? NewOrganisation(sentence, at, names, longerThan: 1) : null) ?? Known(sentence, tokens, at, names) ?? (learned ? NewOrganisation(sentence, at, names) : null) ?? Municipality(sentence, at, names, learn);
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
        if (lexicon.Names.Single(written) is null or Place || lexicon.Names.Single(written) is Organisation group && !said.Contains(group.Name) && IsOf(mention.Organisation!, group)) names.AddShort(written, mention.Organisation!);
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
        if (token.AllUpper && names.Short(sentence.Written(at)) is { } meant && !(lexicon.Names.Longest(sentence.Text, tokens, at, token.Marked, out var whole, out _) && whole > at + 1)) return Mention(sentence, MentionKind.Organisation, meant.Name, at, at + 1) with { Organisation = meant };
        if (token.AllUpper && names.IsNone(sentence.Written(at))) return null;
        var tagged = token.Marked;
        if (!lexicon.Names.Longest(sentence.Text, tokens, at, tagged, out var end, out var target)) return PossessiveWithoutMark(sentence, tokens, at);
        if (end == at + 1 && token.AllUpper && terms[token] != TermClass.None && Shouted(sentence, at)) return null;
        if (target is Organisation or Place && LongerPlace(sentence, at, end) is { } longer) return longer;
        if (target is Place { Kind: PlaceKind.Municipality } && end + 1 < sentence.End && sentence.Written(end) is "-" && !sentence[end].SpaceBefore && sentence[end + 1].Upper) return null;
        if (target is Place && Namesake(sentence, at, end, names) is { } town) return town;
        return Make(sentence, target, at, end, names);
    }

    /// <summary>"Holland, Michigan", and "the Holland plant" further down: a town called like a country or region, where the text says so.</summary>
    private Mention? Namesake(Sentence sentence, int at, int end, DocumentNames names)
    {
        var written = sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end)));
        if (names.Place(written) is null && Hint(sentence, end) is { } hint && lexicon.Places.Best(written, hint) is { Population: > 0 } listed && listed.Region == hint) names.AddPlace(written, listed);
        // "in Michigan, where its Holland facility": the region was said before, a works is said behind.
        var near = end < sentence.End && terms.Has(sentence[end], TermClass.Plant) ? sentence.Mentions.FindLast(mention => mention.Place is { Kind: PlaceKind.Region })?.Place : null;
        if (near is not null && lexicon.Places.Find(written).FirstOrDefault(place => place.Region == near.Name && place.CountryCode == near.CountryCode) is { } local) names.AddPlace(written, local);
        return names.Place(written) is { } town ? Mention(sentence, MentionKind.Place, town.Name, at, end) with { Place = town } : null;
    }

    /// <summary>"ACC" in a text on advanced chemistry cells: an acronym of a listed organisation, the words of which the text has for something else and nowhere for that.</summary>
    private IEnumerable<string> Acronyms(IReadOnlyList<Sentence> sentences)
    {
        var named = sentences.SelectMany(sentence => sentence.Mentions, (sentence, mention) => (Sentence: sentence, Mention: mention)).Where(one => one.Mention.Organisation is not null).ToList();
        var whole = named.Where(one => one.Mention.Tokens.Length > 1).Select(one => one.Mention.Name).ToHashSet(StringComparer.Ordinal);
        return named.Where(one => one.Mention.Tokens.Length == 1 && one.Sentence[one.Mention.Tokens.First] is { AllUpper: true, Length: 3 or 4 } && !whole.Contains(one.Mention.Name))
            .Select(one => one.Sentence.Text.Quote(one.Mention.Span)).Distinct(StringComparer.Ordinal).Where(written => sentences.Any(sentence => SpeltOut(sentence, written)));
    }

    /// <summary>In the acronym's own sentence or in capitals, none of the words so short that it may stand there by chance.</summary>
    private bool SpeltOut(Sentence sentence, string acronym)
    {
        var here = Enumerable.Range(sentence.First, sentence.Tokens.Length).Any(at => sentence[at].AllUpper && sentence.Written(at).SequenceEqual(acronym));
        for (var at = sentence.First; at + acronym.Length <= sentence.End; at++)
        {
            var fits = 0;
            while (fits < acronym.Length && sentence[at + fits] is { Kind: TokenKind.Word, Length: > 3 } && char.ToUpperInvariant(sentence.Written(at + fits)[0]) == acronym[fits] && (here || sentence[at + fits].Upper) && !terms.Has(sentence[at + fits], TermClass.Finite) && sentence.MentionAt(at + fits) is null) fits++;
            if (fits == acronym.Length) return true;
        }

        return false;
    }

    /// <summary>"Divitipally in the Mahbubnagar district of Telangana": the region behind a district that no list holds.</summary>
    private string? HintOfDistrict(Sentence sentence, ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at; i + 2 < Math.Min(sentence.End, at + 5) && sentence[i].Upper; i++)
        {
            if (sentence.Written(i + 1) is not ("district" or "county" or "County" or "District" or "department" or "prefecture")) continue;
            var region = sentence.Written(i + 2) is "of" or "in" or "," ? i + 3 : -1;
            return region > 0 && region < sentence.End && lexicon.Names.Longest(sentence.Text, tokens, region, false, out _, out var target) && target is Place place ? place.Name : null;
        }

        return null;
    }

    /// <summary>People. A smaller town is not spoken of without its state.</summary>
    private const int OfSomeSize = 5_000;

    /// <summary>"Holland" in a text on Michigan, which speaks of no Dutch: the town of a region that the text names, not the country that is only called so at times.</summary>
    private void Nicknames(IReadOnlyList<Sentence> sentences, DocumentNames names)
    {
        var areas = sentences.SelectMany(sentence => sentence.Mentions).Where(mention => mention.Place is { Kind: not PlaceKind.Municipality }).ToList();
        foreach (var called in areas.Where(area => area is { Kind: MentionKind.Place, Place.Kind: PlaceKind.Country, Written: { } written } && written != area.Name && areas.TrueForAll(other => other.Place != area.Place || other.Written == written)).DistinctBy(area => area.Name))
        {
            var town = lexicon.Places.Find(called.Written!).FirstOrDefault(place => place.Population >= OfSomeSize && areas.Exists(area => area.Place!.Kind == PlaceKind.Region && area.Place.Name == place.Region && area.Place.CountryCode == place.CountryCode));
            if (town is not null) names.AddPlace(called.Written!, town);
        }
    }

    /// <summary>"THE BIG ONE": an ordinary word among words in capitals is no acronym.</summary>
    private static bool Shouted(Sentence sentence, int at) =>
        at > sentence.First && sentence[at - 1] is { AllUpper: true } || at + 1 < sentence.End && sentence[at + 1] is { AllUpper: true };

    private Mention? Make(Sentence sentence, object target, int at, int end, DocumentNames names) => target switch
    {
        Organisation organisation => LongerOrganisation(sentence, organisation, at, end, names),
        Model model => Mention(sentence, MentionKind.Model, model.Name, at, end) with { Maker = model.Maker },
        Place { Kind: PlaceKind.Municipality } town when Hint(sentence, end) is { } hint && lexicon.Places.Best(sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))), hint) is { } local => Mention(sentence, MentionKind.Place, local.Name, at, end) with { Place = local, Known = true },
        Place place => Mention(sentence, MentionKind.Place, place.Name, at, end) with { Place = place, Known = place.Kind == PlaceKind.Municipality },
        Nationality nationality => Mention(sentence, MentionKind.Nationality, nationality.Place.Name, at, end) with { Place = nationality.Place },
        Works works => Mention(sentence, MentionKind.Works, works.Name, at, end) with { Works = works },
        Chemistry chemistry => Mention(sentence, MentionKind.Chemistry, chemistry.Name, at, end),
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

            if (terms.Has(token, TermClass.NameEnding) && !terms.Has(token, TermClass.Plant) && i + 1 - at <= 5 && (i + 1 >= sentence.End || !sentence[i + 1].Upper || !sentence[i + 1].SpaceBefore || !terms.Has(sentence[i + 1], TermClass.Plant | TermClass.NameEnding)))
            {
                var written = sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, i + 1)));
                names.AddOrganisation(written, written, i + 1 - at);
                return Mention(sentence, MentionKind.Organisation, written, at, i + 1) with { New = true };
            }
        }

        if (Regional(sentence, at, last) is > 0 and var region)
        {
            var written = sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, region)));
            return Mention(sentence, MentionKind.Organisation, written, at, region) with { New = true };
        }

        while (last < sentence.End && sentence.Written(last) is "." or "," && last + 1 < sentence.End && terms.Has(sentence[last + 1], TermClass.LegalForm) && sentence[last + 1].Upper && last > end) last += 2;
        return Mention(sentence, MentionKind.Organisation, organisation.Name, at, last) with { Organisation = organisation };
    }

    /// <summary>"president of Toyota Motor North America": behind a title a name that goes on with a region is that of the daughter there. Where it ends; 0 where it does not.</summary>
    private int Regional(Sentence sentence, int at, int end)
    {
        if (at - 2 < sentence.First || sentence.Written(at - 1) is not ("of" or "at") || !terms.Has(sentence[at - 2], TermClass.TitleHead) || end >= sentence.End || !sentence[end].Upper || !sentence[end].SpaceBefore) return 0;
        var tokens = UpToEnd(sentence);
        return lexicon.Names.Longest(sentence.Text, tokens, end, false, out var close, out var target) && target is Place { Kind: not PlaceKind.Municipality } && !(close < sentence.End && terms.Has(sentence[close], TermClass.Plant)) ? close : 0;
    }

    /// <summary>"Envisions CEO": an s without its apostrophe before a title, as careless and translated texts write it.</summary>
    private Mention? PossessiveWithoutMark(Sentence sentence, ReadOnlySpan<Token> tokens, int at)
    {
        var written = sentence.Written(at);
        if (!tokens[at].Upper || written.Length < 5 || written[^1] != 's' || at + 1 >= sentence.End || !terms.Has(tokens[at + 1], TermClass.TitleHead | TermClass.Plant)) return null;
        return lexicon.Names.Single(written[..^1]) is Organisation organisation ? Mention(sentence, MentionKind.Organisation, organisation.Name, at, at + 1) with { Organisation = organisation } : null;
    }

    private Mention? NewOrganisation(Sentence sentence, int at, DocumentNames names, int longerThan = 0)
    {
        for (var end = Math.Min(sentence.End, at + names.LongestName); end > at + longerThan; end--)
        {
            if (names.Organisation(sentence.Text[sentence.SpanOf(new TokenRange(at, end))]) is { } name)
            {
                var known = lexicon.Organisation(name);
                return Mention(sentence, MentionKind.Organisation, name, at, end) with { New = known is null, Organisation = known };
            }
        }

        return null;
    }

    private static Mention Mention(Sentence sentence, MentionKind kind, string name, int at, int end) =>
        new(kind, name, new TokenRange(at, end), sentence.SpanOf(new TokenRange(at, end))) { Written = kind == MentionKind.Place ? sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))) : null };

    /// <summary>A list name that is only the start of a longer place's name behind "in" ("Commerce", "Georgetown").</summary>
    private Mention? LongerPlace(Sentence sentence, int at, int end)
    {
        if (!Located(sentence, at)) return null;
        for (var last = Math.Min(sentence.End, at + Gazetteer.MaxTokens); last > end; last--)
        {
            if (!NameLike(sentence, at, last)) continue;
            if (lexicon.Places.Best(sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, last))), Hint(sentence, last)) is { } place) return Mention(sentence, MentionKind.Place, place.Name, at, last) with { Place = place };
        }

        return null;
    }

    private Mention? Municipality(Sentence sentence, int at, DocumentNames names, bool learn)
    {
        var token = sentence[at];
        if (token.Kind != TokenKind.Word || !token.Upper || terms.Has(token, TermClass.NotAName | TermClass.Month | TermClass.Weekday)) return null;
        for (var end = Math.Min(sentence.End, at + Gazetteer.MaxTokens); end > at; end--)
        {
            if (!NameLike(sentence, at, end) || end == at + 1 && sentence[at].AllUpper && sentence[at].Length <= 4) continue;
            var written = sentence.Text[sentence.SpanOf(new TokenRange(at, end))];
            if (names.Place(written) is { } plain) return Mention(sentence, MentionKind.Place, plain.Name, at, end) with { Place = plain };
            // "for Patrick Pouyanné": the name goes on.
            if (end < sentence.End && sentence[end] is { Kind: TokenKind.Word, Upper: true, SpaceBefore: true, LineBefore: false } && terms[sentence[end]] == TermClass.None && !lexicon.Names.Longest(sentence.Text, UpToEnd(sentence), end, false, out _, out _)) continue;
            if (!IsPlain(sentence, at, end)) continue;
            if ((lexicon.Places.Best(written.ToString(), Hint(sentence, end)) ?? Unlisted(sentence, at, end)) is not { } place) continue;
            if (learn) names.AddPlace(written.ToString(), place);
            return Mention(sentence, MentionKind.Place, place.Name, at, end) with { Place = place };
        }

        return null;
    }

    /// <summary>"in Smallville, Ohio": no list holds it, but the text says that it is a place and where.</summary>
    private Place? Unlisted(Sentence sentence, int at, int end)
    {
        if (sentence.Written(at - (at > sentence.First ? 1 : 0)) is not ("in" or "In" or "near" or "outside" or "at" or "At") && sentence.Passage.Kind != PassageKind.TableRow || Hint(sentence, end) is not { } hint || lexicon.Places.FindRegion(hint) is not { } region) return null;
        if (sentence.Mentions.Exists(mention => mention.Tokens.First < end && mention.Tokens.End > at) || Enumerable.Range(at, end - at).Any(i => sentence[i].Kind == TokenKind.Word && !sentence[i].Upper)) return null;
        return region with { Name = sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))), Kind = PlaceKind.Municipality, Region = region.Kind == PlaceKind.Region ? region.Name : null };
    }

    /// <summary>Capitalised words with small ones and hyphens between them, ending in a capitalised one.</summary>
    private static bool NameLike(Sentence sentence, int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            var token = sentence[i];
            if (i > at && token.LineBefore) return false;
            var joint = sentence.Written(i) is "-" or "." or "'" or "‑";
            if (joint ? i == at || token.SpaceBefore : token.Kind != TokenKind.Word) return false;
            if (!joint && !token.Upper && (i == at || i == end - 1 || token.Length > 4)) return false;
        }

        return sentence[end - 1].Kind == TokenKind.Word && (end == sentence.End || !sentence[end].Upper || sentence[end].SpaceBefore || sentence.Written(end) is "'s" or "’s");
    }

    /// <summary>Whether the words around it make it plain that a place is named.</summary>
    private bool IsPlain(Sentence sentence, int at, int end)
    {
        if (Located(sentence, at) || FollowedByRegion(sentence, end)) return true;
        if (sentence.Passage.Kind is PassageKind.TableRow or PassageKind.Heading or PassageKind.ListItem && Alone(sentence, at, end)) return true;
        if (end < sentence.End && at > sentence.First && sentence.Written(at - 1) is "the" or "The" or "a" && terms.Has(sentence[end], TermClass.Battery | TermClass.CompanyNoun) && HasCompanyNoun(sentence, end)) return true;
        if (end < sentence.End && terms.Has(sentence[end], TermClass.Plant) && (at == sentence.First || !sentence[at - 1].Upper)) return true;
        if (end + 1 < sentence.End && sentence.Written(end) is "'s" or "’s" && NearPlant(sentence, end)) return true;
        // "Douai, Dunkirk and Douvrin": behind another place in a row.
        return at > sentence.First + 1 && sentence.Mentions is [.., { Kind: MentionKind.Place } before] && before.Tokens.End == at - 1 &&
            (sentence.Written(at - 1) is "," or "and" or "&" or "/");
    }

    /// <summary>"the Endicott cell maker": what sort of company within three words.</summary>
    private bool HasCompanyNoun(Sentence sentence, int at) => terms.Any(sentence, at, Math.Min(sentence.End, at + 3), TermClass.CompanyNoun | TermClass.Plant);

    private bool NearPlant(Sentence sentence, int end) => terms.Any(sentence, end + 1, Math.Min(sentence.End, end + 5), TermClass.Plant);

    private bool Located(Sentence sentence, int at)
    {
        if (at == sentence.First) return false;
        var before = at - 1;
        while (before > sentence.First && sentence.Written(before) is "[" or "*" or "\"" or "“" or "#") before--;
        if (sentence.Written(before) is "picks" or "picked" or "selects" or "selected" or "chooses" or "chose" or "choose" or "choosing") return true;
        return terms.Has(sentence[before], TermClass.Locating) && (sentence.Written(before) is not ("of" or "by") || FollowedByRegion(sentence, at + 1));
    }

    private static bool Alone(Sentence sentence, int at, int end)
    {
        var before = at == sentence.First || sentence[at - 1].Kind is TokenKind.Punctuation or TokenKind.Symbol;
        return before && (end == sentence.End || sentence[end].Kind is TokenKind.Punctuation or TokenKind.Symbol || sentence[end].LineBefore);
    }

    private bool FollowedByRegion(Sentence sentence, int end) => Hint(sentence, end) is not null;

    /// <summary>The region or country behind a comma or in brackets: "Smyrna, Tennessee", "Überherrn (Saarland)".</summary>
    private string? Hint(Sentence sentence, int end)
    {
        while (end < sentence.End && sentence.Written(end) is "]" or "*" or "city" or "City" or "district" or "District" or "town") end++;
        // "Pryor OK" in a table or note
        if (end < sentence.End && sentence[end] is { AllUpper: true, Length: 2 } && sentence.Passage.Kind is PassageKind.TableRow or PassageKind.ListItem or PassageKind.Heading && lexicon.Places.FindRegion(sentence.Text.Quote(sentence[end].Span)) is { Kind: PlaceKind.Region } state) return state.Name;
        if (end + 1 >= sentence.End || sentence.Written(end) is not ("," or "(" or "in" or "of")) return null;
        if (sentence.Written(end) is "in" or "of" && sentence.Written(end + 1) is "the") end++;
        if (end + 1 >= sentence.End || !sentence[end + 1].Upper) return null;
        var tokens = UpToEnd(sentence);
        if (!lexicon.Names.Longest(sentence.Text, tokens, end + 1, false, out var behind, out var target)) return HintOfDistrict(sentence, tokens, end + 1);
        if (target is Place { Kind: PlaceKind.Municipality }) return HintOfDistrict(sentence, tokens, end + 1);
        // "Holland in the US state of Michigan"
        if (target is Place { Kind: PlaceKind.Country } or Nationality && behind + 2 < sentence.End && sentence.Written(behind) is "state" or "province" or "region" && sentence.Written(behind + 1) is "of" && lexicon.Names.Longest(sentence.Text, tokens, behind + 2, false, out _, out var inner) && inner is Place within) return within.Name;
        return target is Place place ? place.Name : null;
    }
}
