using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Relations;

/// <summary>Who holds how much of what: "BEST, in which SK Innovation holds 49 percent", "a 50:50 venture of A and B", "A and B have 60 and 40 percent".</summary>
internal static class Holders
{
    private const string Rule = "stake.parts";

    /// <summary>More than these cannot be shares of one whole.</summary>
    private const decimal Whole = 100.5m;

    public static void Read(Cast cast, List<Relation> found)
    {
        var sentence = cast.Sentence;
        if (!cast.Says(RelationWord.Hold | RelationWord.Share | RelationWord.Venture | RelationWord.Alike) || Spoken.IsOfMarket(sentence) || Spoken.IsRanking(sentence)) return;
        var said = cast.Scene.Said.FindAll(static draft => draft.Predicate is "stake" or "market_share");
        if (said.Exists(static draft => draft is { Plant: not null, SubjectSpan: not null } || draft.Predicate == "market_share")) return;
        var parts = Parts(cast, said.Count > 0);
        if (parts.Count == 0)
        {
            if (said.Count == 0) Unsized(cast, found);
            return;
        }

        var held = Held(cast, parts);
        if (said.Count > 0 && (held is not { InRelative: true } || said.Exists(draft => draft.Name == held.Name))) return;
        var shares = Assign(cast, parts, held);
        if (shares.Count == 0 || shares.Where(static share => share.Part is not null).Sum(static share => share.Part!.Low) > Whole) return;
        if (Of(cast, held, shares) is not { } of || shares.Exists(share => share.Holder == of.Company)) return;
        var tokens = new TokenRange(Math.Min(parts[0].Tokens.First, shares.Min(share => share.Place?.Tokens.First ?? parts[0].Tokens.First)), parts[^1].Tokens.End);
        foreach (var (holder, place, part) in shares)
        {
            found.Add(new Relation(Rule, "stake", tokens, (part ?? parts[0]).Tokens.First, of) { Value = part, Object = holder, ObjectSpan = place?.Span, Replaces = said.Count > 0 });
        }

        if (IsAll(shares)) AddPartners(cast, shares, tokens, found);
    }

    /// <summary>Those who have all of a company between them have it together.</summary>
    private static void AddPartners(Cast cast, List<(string Holder, Mention? Place, Value? Part)> shares, TokenRange tokens, List<Relation> found)
    {
        for (var first = 0; first < shares.Count; first++)
        {
            for (var second = first + 1; second < shares.Count; second++)
            {
                if (cast.Scene.Said.Exists(draft => draft.Predicate == "partnership" && (draft.Name == shares[first].Holder && draft.Object == shares[second].Holder || draft.Name == shares[second].Holder && draft.Object == shares[first].Holder))) continue;
                if (cast.Scene.Discourse.IsDaughter(shares[first].Holder, shares[second].Holder) || cast.Scene.Discourse.IsDaughter(shares[second].Holder, shares[first].Holder)) continue;
                found.Add(new Relation("partnership.holders", "partnership", tokens, tokens.First, new Attached(null, shares[first].Holder, shares[first].Place?.Span, "holders of one company")) { Object = shares[second].Holder, ObjectSpan = shares[second].Place?.Span, Kind = "jv", Timeless = true });
            }
        }
    }

    /// <summary>Percentages and fractions that can be shares in a company.</summary>
    private static List<Value> Parts(Cast cast, bool again)
    {
        var sentence = cast.Sentence;
        var parts = new List<Value>();
        foreach (var value in sentence.Values)
        {
            if (value is { Kind: ValueKind.Percent, IsRange: false, Low: > 0 and < 100 } && (again || !cast.Scene.IsTaken(value)) && IsShare(cast, value.Tokens)) parts.Add(value);
        }

        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (cast.Has(at, RelationWord.Half | RelationWord.Third | RelationWord.Quarter | RelationWord.Fifth) && sentence.ValueAt(at) is null or { Kind: ValueKind.Ordinal } && IsFraction(cast, at)) parts.Add(Fraction(cast, at));
        }

        parts.AddRange(Bare(cast, parts));
        parts.Sort(static (one, other) => one.Tokens.First.CompareTo(other.Tokens.First));
        // "50:50", "half and half, each 50%": one share, of each.
        for (var at = parts.Count - 1; at > 0; at--)
        {
            if (parts[at].Low == 50 && parts[at - 1].Low == 50 && !cast.Parties.Exists(party => party.Tokens.First >= parts[at - 1].Tokens.End && party.Tokens.End <= parts[at].Tokens.First)) parts.RemoveAt(at);
        }

        return parts;
    }

    private static bool IsShare(Cast cast, TokenRange value)
    {
        var sentence = cast.Sentence;
        var clause = sentence.Clause(value.First);
        for (var at = value.First - 1; at >= Math.Max(sentence.First, value.First - 3); at--)
        {
            if (cast.Has(at, RelationWord.Change) && !cast.Scene.Terms.Has(sentence[value.First - 1], TermClass.Determiner)) return false;
            if (sentence.MentionAt(at) is not null || sentence.Written(at) is "," or ";") break;
        }

        for (var at = value.End; at < Math.Min(clause.End, value.End + 6); at++)
        {
            if (cast.Has(at, RelationWord.OtherWhole)) return false;
            if (sentence.Written(at) is "," or ";" or ":" || sentence.MentionAt(at) is { Kind: MentionKind.Organisation }) break;
        }

        return true;
    }

    /// <summary>"quarter of InoBat", "half each", "half and half": part of a company, no stretch of a year.</summary>
    private static bool IsFraction(Cast cast, int at)
    {
        var sentence = cast.Sentence;
        if (at + 1 >= sentence.End) return false;
        if (sentence.Written(at + 1) is "and" && cast.Has(at + 2, RelationWord.Half)) return true;
        if (sentence.Written(at) is "halves" && sentence.Written(at + 1) is "of" or "with" or "between") return true;
        if (cast.Has(at + 1, RelationWord.Alike)) return true;
        if (sentence.Written(at + 1) is "of" && cast.Behind(at + 2) is { } whole && !cast.IsOwner(whole)) return true;
        return sentence.Written(at - 1) is "a" or "one" && (sentence[at + 1].Kind == TokenKind.Punctuation || cast.Scene.Terms.Has(sentence[at + 1], TermClass.And)) && cast.Any(new TokenRange(Math.Max(sentence.First, at - 4), at), RelationWord.Hold);
    }

    private static Value Fraction(Cast cast, int at)
    {
        var share = cast.Has(at, RelationWord.Half) ? 50m : cast.Has(at, RelationWord.Third) ? 33.33m : cast.Has(at, RelationWord.Quarter) ? 25m : 20m;
        var tokens = new TokenRange(at, at + 1);
        return new Value(ValueKind.Percent, tokens, cast.Sentence.SpanOf(tokens), share, share) { Unit = "percent" };
    }

    /// <summary>"a joint venture, Toyota 51, Panasonic 49": bare numbers right behind names that make a hundred.</summary>
    private static List<Value> Bare(Cast cast, List<Value> parts)
    {
        if (!cast.Says(RelationWord.Venture | RelationWord.Share | RelationWord.Hold)) return [];
        var sentence = cast.Sentence;
        var bare = new List<Value>();
        for (var at = sentence.First + 1; at < sentence.End; at++)
        {
            if (sentence[at] is not { Kind: TokenKind.Number, Length: 1 or 2 } || at + 1 < sentence.End && sentence[at + 1].Kind == TokenKind.Word && !cast.Scene.Terms.Has(sentence[at + 1], TermClass.And) || sentence.ValueAt(at) is { Kind: not ValueKind.Number } || (cast.Before(at) ?? (sentence.Written(at - 1) is "(" ? cast.Before(at - 1) : null)) is null) continue;
            var (tokens, share) = (new TokenRange(at, at + 1), decimal.Parse(sentence.Written(at), System.Globalization.CultureInfo.InvariantCulture));
            bare.Add(new Value(ValueKind.Percent, tokens, sentence.SpanOf(tokens), share, share) { Unit = "percent" });
        }

        var sum = bare.Sum(static value => value.Low);
        // "A has 10 percent and B 8": beside a share that is written out.
        if (parts.Count > 0) return sum + parts.Sum(static part => part.Low) <= Whole ? bare : [];
        return bare.Count > 1 && sum is >= 99 and <= 101 && cast.Says(RelationWord.Venture | RelationWord.Share) ? bare : [];
    }

    /// <summary>What is held, where the sentence says it: a name, and from where on its holders stand.</summary>
    private sealed record Company(string Name, Gigatrace.Claims.Span Span, TokenRange Tokens, int From)
    {
        /// <summary>"X, in which": nothing else can be meant.</summary>
        public bool InRelative { get; init; }
    }

    private static Company? Held(Cast cast, List<Value> parts)
    {
        var relative = InRelative(cast, parts[0].Tokens.First, parts[0]);
        // "X is a venture of A and B, where A keeps 80 percent": of X, though B stands before.
        return relative is not null && Described(cast, parts) is { } whole && whole.Name != relative.Name && cast.Any(new TokenRange(whole.Tokens.End, relative.Tokens.First), RelationWord.Venture) ? whole with { From = relative.From } : relative ?? Beside(cast, parts);
    }

    private static Company? Beside(Cast cast, List<Value> parts) =>
        BehindPart(cast, parts) ?? Leading(cast, parts) ?? Taken(cast, parts) ?? Described(cast, parts);

    /// <summary>"In the battery firm Gotion the group has a quarter": what the clause begins with.</summary>
    private static Company? Leading(Cast cast, List<Value> parts)
    {
        var first = cast.Sentence.Clause(parts[0].Tokens.First).First;
        if (cast.Sentence.Written(first) is not ("In" or "Of" or "in" or "of") || SaysThat(cast.Sentence)) return null;
        var shares = cast.First(first + 1, first + 4, RelationWord.Share);
        if (cast.Behind(shares > 0 ? shares + 2 : first + 1, 6) is not { } held || cast.IsOwner(held) && !cast.Any(new TokenRange(held.Tokens.End, parts[0].Tokens.First), RelationWord.Share) || cast.Sentence.Written(held.Tokens.End) is "and") return null;
        return new Company(held.Name, held.Span, held.Tokens, held.Tokens.End);
    }

    /// <summary>"X, in which …", "X, of which …", "X, 49 percent of which …": the one right before.</summary>
    private static Company? InRelative(Cast cast, int until, Value? part)
    {
        var sentence = cast.Sentence;
        for (var at = Math.Min(until + 5, sentence.End) - 1; at > sentence.First; at--)
        {
            if (sentence.Written(at) is not ("which" or "whom" or "whose" or "where")) continue;
            if (at > until && !(part is not null && sentence.Written(at - 1) is "of" && part.Tokens.End == at - 1)) continue;
            var before = sentence.Written(at - 1) is "in" or "of" ? at - 1 : sentence.Written(at) is "where" ? at : -1;
            if (before < 0) continue;
            if (at > until) before = part!.Tokens.First;
            if (before > sentence.First && sentence.Written(before - 1) is ",") before--;
            if (Antecedent(cast, before) is { } own) return own with { From = at > until ? part!.Tokens.First : at, InRelative = true };
        }

        return null;
    }

    /// <summary>The company that ends before a token: a party, or capitals that no list knows.</summary>
    private static Company? Antecedent(Cast cast, int end)
    {
        var sentence = cast.Sentence;
        if (cast.Before(end) is { } party) return new Company(party.Name, party.Span, party.Tokens, end);
        var first = end;
        while (first > sentence.First && sentence[first - 1] is { Kind: Tokens.TokenKind.Word, Upper: true, Length: > 1 } && sentence.MentionAt(first - 1) is null && !cast.Scene.Terms.Has(sentence[first - 1], TermClass.NotAName | TermClass.Plant | TermClass.Month)) first--;
        if (first == end || end - first > 4) return null;
        var tokens = new TokenRange(first, end);
        return new Company(sentence.Text.Quote(sentence.SpanOf(tokens)), sentence.SpanOf(tokens), tokens, end);
    }

    /// <summary>"25 percent of X", "a third of the shares in the venture X".</summary>
    private static Company? BehindPart(Cast cast, List<Value> parts)
    {
        var sentence = cast.Sentence;
        foreach (var part in parts)
        {
            for (var at = part.Tokens.End; at < Math.Min(sentence.End, part.Tokens.End + 7); at++)
            {
                if (sentence.MentionAt(at) is { Kind: MentionKind.Organisation } || sentence.Written(at) is "," or ";" or "." || at > part.Tokens.End && cast.Has(at, RelationWord.Hold)) break;
                if (sentence.Written(at) is "of" or "in" && cast.Behind(at + 1, 7) is { } whole && !(cast.IsOwner(whole) && !cast.Any(new TokenRange(whole.Tokens.End, Math.Min(sentence.End, whole.Tokens.End + 3)), RelationWord.Share))) return new Company(whole.Name, whole.Span, whole.Tokens, sentence.First);
            }
        }

        return null;
    }

    /// <summary>"A and B own X at 51 and 49 percent", "will be called X": what a verb of holding, or of naming, takes.</summary>
    private static Company? Taken(Cast cast, List<Value> parts)
    {
        var (sentence, clause) = (cast.Sentence, cast.Sentence.Clause(parts[0].Tokens.First));
        var from = cast.Scene.Terms.Any(sentence, clause.First, parts[0].Tokens.First, TermClass.Finite) ? clause.First : sentence.First;
        for (var verb = cast.First(from, parts[0].Tokens.First, RelationWord.Hold); verb >= 0; verb = cast.First(verb + 1, parts[0].Tokens.First, RelationWord.Hold))
        {
            if (cast.Behind(verb + 1, 3) is { } taken && !cast.IsOwner(taken) && taken.Tokens.End <= parts[0].Tokens.First && cast.Parties.Exists(party => party.Tokens.End <= verb && party.Name != taken.Name)) return new Company(taken.Name, taken.Span, taken.Tokens, sentence.First);
        }

        return cast.Parties.Find(party => party.Tokens.First > sentence.First && cast.Scene.Terms.Has(sentence[party.Tokens.First - 1], TermClass.Naming)) is { } named ? new Company(named.Name, named.Span, named.Tokens, sentence.First) : null;
    }

    /// <summary>"X is a venture of A and B", "X belongs to A with 60 percent": the first name, where it is said to be one's.</summary>
    private static Company? Described(Cast cast, List<Value> parts)
    {
        var sentence = cast.Sentence;
        if (cast.Parties.Find(static party => party.Kind == MentionKind.Organisation) is not { } first || first.Tokens.End >= parts[0].Tokens.First || cast.IsOwner(first)) return null;
        var next = cast.Parties.Find(party => party.Tokens.First >= first.Tokens.End && party.Name != first.Name)?.Tokens.First ?? parts[0].Tokens.First;
        var until = Math.Min(next, parts[0].Tokens.First);
        var opens = sentence.Written(first.Tokens.End) is "is" or "was" or "," or ":" or "(" or "–" or "—" or "belongs" or "are" or "will" or "which";
        if (!opens) return null;
        // "X (A 50, B 50)": as many names as shares behind it.
        var owned = sentence.Written(first.Tokens.End) is "(" or ":" && cast.Parties.Count(party => party.Tokens.First >= first.Tokens.End && party.Name != first.Name) == parts.Count && parts.Count > 1 || cast.Any(new TokenRange(first.Tokens.End, until), RelationWord.Venture) || sentence.Any(first.Tokens.End, next, static word => word is "owned" or "held" or "belongs" or "belong" or "shared" or "split");
        return owned ? new Company(first.Name, first.Span, first.Tokens, first.Tokens.End) : null;
    }

    /// <summary>Which share goes to whom: by their order where there are as many of one as of the other, the same to each where the words say so, else by nearness.</summary>
    private static List<(string Holder, Mention? Place, Value? Part)> Assign(Cast cast, List<Value> parts, Company? held)
    {
        var shares = new List<(string Holder, Mention? Place, Value? Part)>();
        var sentence = cast.Sentence;
        var (from, to) = (sentence.Clause(parts[0].Tokens.First).First, sentence.Clause(parts[^1].Tokens.First).End);
        if (held is not null) from = Math.Max(from, Math.Min(held.From, parts[0].Tokens.First));
        List<Mention> Between(int first, int end) => cast.Parties.FindAll(party => party.Tokens.First >= first && party.Tokens.End <= end && party.Name != held?.Name);
        var holders = Between(from, to);
        // "The Chinese, who bought a quarter of InoBat": whom the clause hangs on.
        if (cast.Scene.Terms.Has(sentence[from], TermClass.Relative) && sentence.Written(from) is "who" or "which" && cast.Before(from - 1) is { } who && who.Name != held?.Name) holders.Insert(0, who);
        if (Left(cast, parts, holders) is { } rest)
        {
            shares.AddRange(rest.Row.Select(static holder => (holder.Name, (Mention?)holder, (Value?)null)));
            parts = parts.FindAll(part => part != rest.Part);
            holders = holders.FindAll(holder => !rest.Row.Contains(holder));
        }

        if (parts is [var one] && IsAlike(cast, one))
        {
            var each = Distinct(holders);
            if (each.Count < 2) each = Distinct(Between(held?.From ?? sentence.First, sentence.End));
            if (each.Count is 2 or 3 && each.Count * one.Low <= Whole) return [.. each.Select(holder => (holder.Name, (Mention?)holder, (Value?)one))];
            if (each.Count == 0 && cast.Scene.Discourse.Partners is { Count: 2 } spoken && one.Low == 50) return [.. spoken.Select(name => (name, (Mention?)null, (Value?)one))];
            if (each.Count > 0) return [];
        }

        if (parts.Count == 0) return shares;
        if (holders.Count == parts.Count && Distinct(holders).Count == holders.Count)
        {
            for (var at = 0; at < parts.Count; at++)
            {
                if (parts.Count == 1 && !IsHeldBy(cast, holders[0], parts[0])) return [];
                shares.Add((holders[at].Name, holders[at], parts[at]));
            }

            return shares;
        }

        if (parts is [var single] && holders.Count > 1 && Nearest(cast, holders, single) is { } nearest) shares.Add((nearest.Name, nearest, single));
        return shares.Exists(static share => share.Part is not null) ? shares : [];
    }

    private static List<Mention> Distinct(List<Mention> holders) => [.. holders.DistinctBy(static holder => holder.Name)];

    /// <summary>A word of holding stands between, or "by", "to" or "with" before the holder.</summary>
    private static bool IsHeldBy(Cast cast, Mention holder, Value part)
    {
        var (first, end) = holder.Tokens.First < part.Tokens.First ? (holder.Tokens.End, part.Tokens.First) : (part.Tokens.End, holder.Tokens.First);
        if (end - first > MostBetween || cast.IsOwner(holder) && !cast.Any(new TokenRange(first, Math.Min(cast.Sentence.End, part.Tokens.End + 3)), RelationWord.Share)) return false;
        if (holder.Tokens.First > part.Tokens.First) return cast.Any(new TokenRange(first, end), RelationWord.Hold | RelationWord.Share);
        if (Actors.IsOblique(cast.Sentence, holder)) return false;
        return SaysHolding(cast, first, end) || cast.Any(new TokenRange(part.Tokens.End, Math.Min(cast.Sentence.End, part.Tokens.End + 5)), RelationWord.Share) && cast.Sentence.Any(first, end, static word => word is "is" or "was" or "remains" or "became" or "becomes" or "with") || cast.Sentence.Written(first) is "(" or ":";
    }

    /// <summary>A verb of holding or buying; "had stood" is none.</summary>
    private static bool SaysHolding(Cast cast, int first, int end)
    {
        for (var at = cast.First(first, end, RelationWord.Hold | RelationWord.Buy); at >= 0; at = cast.First(at + 1, end, RelationWord.Hold | RelationWord.Buy))
        {
            var helps = cast.Sentence.Written(at) is "has" or "have" or "had" && at + 1 < end && cast.Sentence[at + 1].Kind == TokenKind.Word && cast.Sentence.ValueAt(at + 1) is null && !cast.Scene.Terms.Has(cast.Sentence[at + 1], TermClass.Determiner) && cast.Sentence.Written(at + 1) is not ("about" or "around" or "some" or "roughly" or "only" or "just" or "now" or "still");
            if (!helps) return true;
        }

        return false;
    }

    /// <summary>So many words at most stand between a holder and its share.</summary>
    private const int MostBetween = 14;

    private static Mention? Nearest(Cast cast, List<Mention> holders, Value part)
    {
        var before = holders.FindLast(holder => holder.Tokens.End <= part.Tokens.First);
        var behind = holders.Find(holder => holder.Tokens.First >= part.Tokens.End);
        if (before is not null && IsHeldBy(cast, before, part) && holders.Count(holder => holder.Tokens.End <= part.Tokens.First && cast.Row(holder).Contains(before)) == 1) return before;
        return before is null && behind is not null && IsHeldBy(cast, behind, part) && cast.Row(behind).Count == 1 ? behind : null;
    }

    /// <summary>"50:50", "each", "half and half", "equally": the same for all.</summary>
    private static bool IsAlike(Cast cast, Value part)
    {
        var sentence = cast.Sentence;
        if (cast.Any(new TokenRange(Math.Max(sentence.First, part.Tokens.First - 6), Math.Min(sentence.End, part.Tokens.End + 6)), RelationWord.Alike)) return true;
        return part.Low == 50 && (part.Tokens.Length > 2 || part.Tokens.End < sentence.End && sentence.Written(part.Tokens.End) is ":" or "/" or "-" or "–" || sentence.Written(part.Tokens.End) is "and" && cast.Has(part.Tokens.End + 1, RelationWord.Half));
    }

    /// <summary>"A and B share the rest": how much each has, it does not say. The row, and the share that was reckoned for all of it.</summary>
    private static (List<Mention> Row, Value Part)? Left(Cast cast, List<Value> parts, List<Mention> holders)
    {
        foreach (var part in parts)
        {
            if (!cast.Has(part.Tokens.First, RelationWord.Rest)) continue;
            var last = holders.FindLast(holder => holder.Tokens.End <= part.Tokens.First);
            var row = holders.Where(holder => last is not null && (holder == last || cast.Row(holder).Contains(last))).ToList();
            if (row.Count < 2 && holders.Find(holder => holder.Tokens.First >= part.Tokens.End) is { } next) row = cast.Row(next);
            if (row.Count > 1 && (parts.Count > 1 || holders.Count > row.Count)) return (row, part);
        }

        return null;
    }

    /// <summary>Of what the shares are: what the sentence names, else what was spoken of.</summary>
    private static Attached? Of(Cast cast, Company? held, List<(string Holder, Mention? Place, Value? Part)> shares)
    {
        if (held is not null) return new Attached(null, held.Name, held.Span, "what is held by the parts of the sentence");
        var sentence = cast.Sentence;
        // "In that company A has 90%": the one that was named last.
        if (SaysThat(sentence) && cast.Scene.Spoken.LastNamed is { } last && !shares.Exists(share => share.Holder == last)) return new Attached(null, last, null, "that company: the one last named");
        List<Mention> row = [.. shares.Select(share => share.Place ?? Mention.In(sentence, MentionKind.Organisation, share.Holder, sentence.First, sentence.First + 1))];
        if (cast.Scene.Spoken.Venture(sentence, Relation.Found(Rule, sentence.Tokens, [new Binding("holder", sentence.Tokens, row)]), shares[0].Part?.Tokens.First ?? sentence.First) is { } venture) return venture;
        return IsAll(shares) && cast.Says(RelationWord.Venture | RelationWord.Share) ? new Attached(null, string.Join('-', shares.Select(static share => share.Holder)), null, "venture of the holders, by their names") : null;
    }

    /// <summary>Two or more that have all of it between them.</summary>
    private static bool IsAll(List<(string Holder, Mention? Place, Value? Part)> shares) => shares.Count > 1 && (shares.Exists(static share => share.Part is null) || shares.Sum(static share => share.Part!.Low) is >= 99 and <= Whole);

    private static bool SaysThat(Sentence sentence)
    {
        for (var at = sentence.First; at + 2 < sentence.End; at++)
        {
            if (sentence.Written(at) is "in" or "In" or "of" or "Of" && sentence.Written(at + 1) is "that" or "this" && sentence.Written(at + 2) is "company" or "firm" or "maker" or "subsidiary" or "unit") return true;
        }

        return false;
    }

    /// <summary>"The Californians, in whom Stellantis and FedEx hold shares": who holds, not how much.</summary>
    private static void Unsized(Cast cast, List<Relation> found)
    {
        var sentence = cast.Sentence;
        for (var at = cast.First(sentence.First, sentence.End, RelationWord.Hold); at >= 0; at = cast.First(at + 1, sentence.End, RelationWord.Hold))
        {
            if (cast.First(at + 1, at + 5, RelationWord.Share) < 0 || cast.Any(new TokenRange(at, Math.Min(sentence.End, at + 6)), RelationWord.OtherWhole | RelationWord.Deny)) continue;
            var holders = cast.Actors(at);
            if (holders.Count == 0 || InRelative(cast, holders[0].Tokens.First, null) is not { } held || held.Name == holders[0].Name) continue;
            foreach (var holder in holders) found.Add(new Relation(Rule, "stake", new TokenRange(held.Tokens.First, at + 1), at, new Attached(null, held.Name, held.Span, "what is held by the parts of the sentence")) { Object = holder.Name, ObjectSpan = holder.Span });
            return;
        }
    }
}
