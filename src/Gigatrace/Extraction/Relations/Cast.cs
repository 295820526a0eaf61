using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>Who plays a part in a sentence: companies by their names, and "the Koreans" or "the carmaker" for those that were spoken of.</summary>
/// <param name="Words">All classes that the sentence has a word of.</param>
internal sealed record Cast(Scene Scene, RelationWords Lexicon, RelationWord Words)
{
    public Sentence Sentence => Scene.Sentence;

    /// <summary>In text order.</summary>
    public List<Mention> Parties => field ??= Find();

    public bool Says(RelationWord any) => (Words & any) != RelationWord.None;

    public bool Has(int at, RelationWord any) => at >= Sentence.First && at < Sentence.End && (Lexicon.Of(Sentence, at) & any) != RelationWord.None && Sentence.MentionAt(at) is null;

    /// <summary>The first word of a class from a token to before another; -1 where there is none.</summary>
    public int First(int from, int to, RelationWord any)
    {
        for (var at = Math.Max(from, Sentence.First); at < Math.Min(to, Sentence.End); at++)
        {
            if (Has(at, any)) return at;
        }

        return -1;
    }

    public bool Any(TokenRange range, RelationWord any) => First(range.First, range.End, any) >= 0;

    /// <summary>The party that ends right before a token.</summary>
    public Mention? Before(int end) => Parties.Find(party => party.Tokens.End == end);

    /// <summary>The party that begins at a token or behind an article, an origin or what it is: "the Korean maker SK On".</summary>
    public Mention? Behind(int at, int most = 4)
    {
        for (var i = at; i < Math.Min(Sentence.End, at + most); i++)
        {
            if (Parties.Find(party => party.Tokens.First == i) is { } party) return party;
            if (!IsBeforeName(i)) return null;
        }

        return null;
    }

    private bool IsBeforeName(int at) =>
        Scene.Terms.Has(Sentence[at], TermClass.Determiner | TermClass.CompanyNoun | TermClass.CarMakerNoun | TermClass.Battery | TermClass.Venture | TermClass.Plant) || Sentence.Written(at) is "including" || Sentence.MentionAt(at) is { Kind: MentionKind.Nationality or MentionKind.Place } || Sentence.Written(at) is "'s" or "’s" or "-" or "both" or "cell" or "battery" or "joint" or "parent";

    /// <summary>The row that a party begins: "A, B and C".</summary>
    public List<Mention> Row(Mention first)
    {
        var row = new List<Mention> { first };
        for (var end = first.Tokens.End; end < Sentence.End;)
        {
            var next = end;
            while (next < Sentence.End && next < end + 3 && (Sentence.Written(next) is "," or "and" or "&" or "/" or "+" || next > end && Scene.Terms.Has(Sentence[next], TermClass.Definite | TermClass.Possessive))) next++;
            if (next == end || Parties.Find(party => party.Tokens.First == next) is not { } other) break;
            row.Add(other);
            end = other.Tokens.End;
        }

        return row;
    }

    /// <summary>Who does something at a token: the last company before it in its clause that nothing governs, with those it stands in a row with.</summary>
    public List<Mention> Actors(int at)
    {
        var clause = Sentence.Clause(at);
        var actor = Parties.FindLast(party => party.Tokens.End <= at && party.Tokens.First >= clause.First && !Attachment.Actors.IsOblique(Sentence, party) && !IsOwner(party));
        if (actor is null) return [];
        var row = new List<Mention> { actor };
        for (var at2 = Parties.IndexOf(actor) - 1; at2 >= 0 && Row(Parties[at2]).Contains(row[0]); at2--) row.Insert(0, Parties[at2]);
        return row;
    }

    /// <summary>Whom a clause is about: the first company before a token that nothing governs, with those it stands in a row with.</summary>
    public List<Mention> Subject(int at)
    {
        var clause = Sentence.Clause(at);
        var subject = Parties.Find(party => party.Tokens.End <= at && party.Tokens.First >= clause.First && !Attachment.Actors.IsOblique(Sentence, party) && !IsOwner(party));
        return subject is null ? [] : Row(subject).FindAll(party => party.Tokens.End <= at);
    }

    /// <summary>"GM's plant": only whose something is.</summary>
    public bool IsOwner(Mention party) => party.Tokens.End < Sentence.End && Sentence.Written(party.Tokens.End) is "'s" or "’s" or "'" or "’";

    private List<Mention> Find()
    {
        var parties = new List<Mention>();
        foreach (var mention in Sentence.Mentions)
        {
            if (mention is { Kind: MentionKind.Organisation, Organisation: null or { Kind: not ("agency" or "government") } }) parties.Add(mention);
        }

        if (Says(RelationWord.Share)) AddUnlisted(parties);
        for (var at = Sentence.First; at + 1 < Sentence.End; at++)
        {
            if (Sentence.Written(at) is not ("the" or "The") || Described(at, parties) is not { } party) continue;
            var place = parties.FindIndex(other => other.Tokens.First > at);
            parties.Insert(place < 0 ? parties.Count : place, party);
        }

        return parties;
    }

    /// <summary>The end of a run of capitalised words that no list knows; the token itself where none begins there.</summary>
    public int Capitals(int first)
    {
        var end = first;
        while (end < Sentence.End && Sentence[end] is { Kind: TokenKind.Word, Upper: true, Length: > 1 } && Sentence.MentionAt(end) is null && !Scene.Terms.Has(Sentence[end], TermClass.NotAName | TermClass.Month | TermClass.Weekday | TermClass.TitleHead)) end++;
        return end;
    }

    /// <summary>"Stellantis and FedEx hold shares": capitals in a row with a company are one too, where shares are spoken of.</summary>
    private void AddUnlisted(List<Mention> parties)
    {
        for (var i = 0; i < parties.Count; i++)
        {
            var first = parties[i].Tokens.End;
            if (first >= Sentence.End || Sentence.Written(first) is not ("and" or "&" or ",")) continue;
            var end = Capitals(++first);
            if (end > first && end < Sentence.End && (Has(end, RelationWord.Hold | RelationWord.Share) || Sentence.Written(end) is "," or "and" or ".")) parties.Insert(i + 1, Mention.In(Sentence, MentionKind.Organisation, Sentence.Text.Quote(Sentence.SpanOf(new TokenRange(first, end))), first, end));
        }
    }

    /// <summary>"the Chinese keep 80 percent", "in which the Japanese carmaker owns 56": whom words behind an article mean; null where they are no such, or nobody is known.</summary>
    private Mention? Described(int at, List<Mention> parties)
    {
        var origin = Sentence.MentionAt(at + 1) is { Kind: MentionKind.Nationality } nationality ? nationality.Place?.CountryCode : Scene.Discourse.Demonym(Sentence.Written(at + 1));
        var end = origin is null ? at + 1 : Sentence.MentionAt(at + 1)?.Tokens.End ?? at + 2;
        if (end < Sentence.End && Sentence.Written(end) is "carmaker" or "automaker") return Named(Scene.Discourse.CarMaker is { } maker && (origin is null || Scene.Discourse.Listed(maker)?.Country == origin) ? maker : Last(origin, cars: true), end + 1);
        if (origin is null || end < Sentence.End && !(Sentence[end].Kind == Tokens.TokenKind.Punctuation || Has(end, RelationWord.Hold | RelationWord.Rest | RelationWord.Buy) || Scene.Terms.Has(Sentence[end], TermClass.Finite | TermClass.And | TermClass.Relative) || Sentence.Written(end) is "the" or "with" or "to" or "'s" or "’s")) return null;
        return Named(Last(origin, cars: false), end);

        Mention? Named(string? name, int until) => name is null ? null : Mention.In(Sentence, MentionKind.Organisation, name, at, until) with { Organisation = Scene.Discourse.Listed(name) };

        string? Last(string? code, bool cars) =>
            parties.FindLast(party => party.Tokens.End <= at && IsOne(party.Name))?.Name ?? Scene.Spoken.LastWhere(IsOne);

        bool IsOne(string name) => (origin is null || Scene.Discourse.Listed(name)?.Country == origin) && (end >= Sentence.End || Sentence.Written(end) is not ("carmaker" or "automaker") || Scene.Discourse.MakesCars(name));
    }
}
