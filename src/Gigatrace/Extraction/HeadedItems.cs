using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>
/// "- [[Xpeng]], [[Leapmotor]]" below "Customers", "- [[Gotion]] (a quarter)" below "Where they bought in": the items of a list whose heading says what joins
/// each company to the one that the text is about. Which way it goes, the heading says, or what the two make.
/// </summary>
internal sealed class HeadedItems(Discourse discourse, TableWords words, Fields fields)
{
    /// <summary>An item of a list of customers that says little else has no more words than this.</summary>
    private const int LongestList = 16;

    /// <summary>An item has no more words than this; a longer one is prose.</summary>
    private const int LongestItem = 40;

    /// <summary>"Customers": what the items below the heading are, where that is customers.</summary>
    private string? _customers;

    private Tie _tie;

    /// <summary>The items below the heading are of shares held, not of a market.</summary>
    public bool IsOfShares => _tie is Tie.Holding or Tie.Holds or Tie.Held;

    /// <summary>To be called for each heading.</summary>
    public void Head(Part heading)
    {
        (_customers, _tie) = (null, Tie.None);
        if (heading.Sentences is not [var line] || heading.Passage.Level <= 1) return;
        _tie = Ties.Of(line.Text.Quote(line.Span));
        // "Customers of Göd", "Customers besides Tesla"
        var end = Enumerable.Range(line.First, line.Tokens.Length).FirstOrDefault(at => at > line.First && line.Written(at) is "of" or "besides" or "beside" or "except" or "other" or "apart" or "outside" or "beyond" or "at" or "in" or "for" or "from" or "(" or ":" or "–" or "—" or ",", line.End);
        var text = line.Text.Quote(line.SpanOf(new TokenRange(line.First, end)));
        if (words.Label(text) == "customer" && !line.Mentions.Exists(mention => mention.Tokens.First < end)) _customers = text;
    }

    /// <summary>What an item says by standing below its heading.</summary>
    public List<ClaimDraft> Item(Sentence sentence)
    {
        if (_customers is null && _tie == Tie.None || sentence.Passage.Kind != PassageKind.ListItem || sentence.Span.Start > sentence.Passage.Span.Start + 4) return [];
        if (Customer(sentence) is { Count: > 0 } customers) return customers;
        if (_tie == Tie.Supply && Shipped(sentence) is { Count: > 0 } shipped) return shipped;
        if (sentence.Tokens.Length > LongestItem || (discourse.SectionCompany ?? discourse.Main ?? discourse.Company) is not { } about || Opening(sentence) is not [{ } first, ..] row || row.Exists(mention => Name(mention) == about)) return [];
        return _tie == Tie.Supply ? Delivered(sentence, row, about) : IsOfShares && first.Kind == MentionKind.Organisation ? Held(sentence, row, about) : [];
    }

    /// <summary>"- Xpeng, Leapmotor" below "Customers"; of a longer item who stands first in it.</summary>
    private List<ClaimDraft> Customer(Sentence sentence)
    {
        if (_customers is null || discourse.SectionCompany is not { } maker || !discourse.Makes(maker)) return [];
        if (sentence.Any(sentence.First, sentence.End, static word => word is "?" or "talks" or "lost" or "until" or "no" or "not" or "former" or "maybe" or "possibly")) return [];
        var named = sentence;
        if (sentence.Tokens.Length > LongestList)
        {
            if (sentence.Mentions is not [{ } first, ..] || first.Tokens.First > sentence.First || Fields.CarMaker(first) is null) return [];
            named = Fields.Piece(sentence, sentence.First, first.Tokens.End);
        }

        var said = fields.Of(named, "customer", _customers, discourse.SectionPlant, maker);
        if (sentence.Values.Where(value => value is { Kind: ValueKind.Date, When: not null }).ToList() is not [{ When: { } when }]) return said;
        var ahead = when.Earliest is { } day && sentence.Published?.Latest is { } today && day > today;
        return [.. said.Select(draft => draft with { When = when, Modality = ahead ? Modality.Planned : draft.Modality, Hangs = !ahead && draft.Hangs })];
    }

    /// <summary>The companies, or models of cars, that an item begins with.</summary>
    private static List<Mention> Opening(Sentence sentence)
    {
        var row = new List<Mention>();
        for (var at = sentence.First; at < sentence.End;)
        {
            if (sentence.MentionAt(at) is { } name)
            {
                if (!name.IsCompany && name.Kind != MentionKind.Model) break;
                row.Add(name);
                at = name.Tokens.End;
            }
            else if (sentence.Written(at) is "," or "and" or "&" or "/" or "+" or "[" or "]" or "[[" or "]]" && at < sentence.First + 12) at++;
            else break;
        }

        return row;
    }

    private static string Name(Mention mention) => mention.Kind == MentionKind.Model ? mention.Maker ?? mention.Name : mention.Name;

    /// <summary>A maker of cells delivers, a maker of cars is delivered to.</summary>
    private List<ClaimDraft> Delivered(Sentence sentence, List<Mention> row, string about)
    {
        // "BMW: co-development", "Hyundai: MoU": joined in something else than deliveries.
        if (sentence.Any(sentence.First, sentence.End, static word => word is "MoU" or "MOU" or "memorandum" or "development" or "technology" or "licence" or "license" or "alliance" or "venture" or "JV" or "stake" or "research" or "recycling" or "invested" or "partnership") && !sentence.Any(sentence.First, sentence.End, static word => word is "supply" or "supplies" or "deliveries" or "delivers" or "delivery")) return [];
        if (Firmness.Of([sentence]) is not var (modality, when) || sentence.Any(sentence.First, sentence.End, static word => word is "?")) return [];
        var drafts = new List<ClaimDraft>();
        foreach (var name in row.DistinctBy(Name))
        {
            var buys = discourse.Makes(about) && Fields.CarMaker(name) is not null;
            if (!buys && !(discourse.MakesCars(about) && name is { Kind: MentionKind.Organisation, Organisation: null or { MakesCells: true } or { Kind: "supplier" } })) continue;
            var buyer = buys ? Fields.CarMaker(name)! : about;
            drafts.Add(Fields.New(sentence, "supplies", null, buys ? about : name.Name, null, null, modality) with { Object = buyer, ObjectSpan = buys ? name.Span : null, When = when, Models = Fields.Models(sentence, buyer) });
        }

        // "BYD (bZ3, LFP)"
        if (drafts is [{ Subject: { } maker }]) drafts.AddRange(Fields.Chemistries(sentence, null, maker, modality));
        return drafts;
    }

    /// <summary>"Holland cells: Jeep Wagoneer": where the works of an item deliver to.</summary>
    private List<ClaimDraft> Shipped(Sentence sentence)
    {
        if (sentence.Mentions is not [{ IsTown: true } town, ..] || town.Tokens.First > sentence.First + 1 || Firmness.Of([sentence]) is not var (modality, when) || sentence.Any(sentence.First, sentence.End, static word => word is "?")) return [];
        var mark = town.Tokens.End;
        while (mark < Math.Min(sentence.End, town.Tokens.End + 4) && sentence.Written(mark) is not (":" or "→" or "–" or "—")) mark++;
        if (mark >= sentence.End || sentence.Written(mark) is not (":" or "→" or "–" or "—") || discourse.At(sentence, town) is not { Operator: { } runs } plant) return [];
        var buyers = sentence.Mentions.Where(buyer => buyer.Tokens.First > mark && Fields.CarMaker(buyer) is { } name && name != runs).DistinctBy(Name).ToList();
        // "Cadillac Lyriq (GM)": the owner of the brand, where both are named.
        buyers.RemoveAll(brand => buyers.Exists(owner => discourse.IsDaughter(Name(brand), Name(owner))));
        return [.. buyers.Select(buyer => Fields.New(sentence, "supplies", plant, null, null, null, modality) with { Object = Name(buyer), ObjectSpan = buyer.Span, When = when, Models = [.. sentence.Mentions.Where(static model => model.Kind == MentionKind.Model).Select(static model => model.Name)] })];
    }

    /// <summary>"ACC (a third, like Stellantis and TotalEnergies)", "NextStar Energy: 49 %, the rest LG": who of the two holds how much of the other.</summary>
    private List<ClaimDraft> Held(Sentence sentence, List<Mention> row, string about)
    {
        if (row.Count > 1 || sentence.Any(sentence.First, sentence.End, static word => word is "?" or "sold" or "former" or "no" or "not")) return [];
        var name = row[0];
        var (held, holder) = Ties.Sides(_tie, about, name, discourse);
        var isHolder = holder == name.Name;
        var share = Fields.Percent(sentence);
        var part = share is null ? Fraction(sentence) : share.Low;
        // "VinFast: letter of intent", below "Shareholders, friends": a friend.
        if (part is null && sentence.Tokens.Length > name.Tokens.Length + 6 && !sentence.Any(sentence.First, sentence.End, static word => word is "stake" or "share" or "shares" or "shareholder" or "equity" or "invested" or "invests" or "investor" or "bought" or "buys" or "holds" or "owns" or "put" or "puts" or "money" or "minority" or "majority" or "undisclosed" or "disclosed" or "ticket" or "seat" or "digit" or "$" or "€" or "£")) return [];
        var when = sentence.Values.Find(static value => value is { Kind: ValueKind.Date, When: not null })?.When;
        ClaimDraft Of(string owner, Span? where, decimal? percent) => Fields.New(sentence, "stake", null, held, null, percent is { } some ? new ClaimValue.Number(some) : null, Modality.Actual) with { Object = owner, ObjectSpan = where, When = when, Qualifier = share?.Qualifier, ValueSpan = share?.Span };

        List<ClaimDraft> drafts = [Of(holder, isHolder ? name.Span : null, part)];
        foreach (var other in sentence.Mentions.Where(other => other.IsCompany && other.Tokens.First >= name.Tokens.End && other.Name != about && other.Name != name.Name))
        {
            if (part is not { } first || isHolder) break;
            if (IsBehind(sentence, other, static word => word is "like" or "as")) drafts.Add(Of(other.Name, other.Span, first));
            else if (IsBehind(sentence, other, static word => word is "rest" or "remainder" or "remaining")) drafts.Add(Of(other.Name, other.Span, 100 - first));
        }

        return drafts;
    }

    /// <summary>Whether a name stands behind such a word, alone or in a row of names.</summary>
    private static bool IsBehind(Sentence sentence, Mention name, Predicate<ReadOnlySpan<char>> isOne)
    {
        for (var at = name.Tokens.First - 1; at > sentence.First; at--)
        {
            if (isOne(sentence.Written(at))) return true;
            if (sentence.MentionAt(at) is null && sentence.Written(at) is not ("and" or "," or "&" or "the" or "to" or "is" or "belongs" or "with" or "for" or "[" or "]" or "[[" or "]]" or "(")) return false;
        }

        return false;
    }

    /// <summary>"a third", "one quarter": a share in words.</summary>
    private static decimal? Fraction(Sentence sentence)
    {
        for (var at = sentence.First + 1; at < sentence.End; at++)
        {
            if (sentence.Written(at - 1) is not ("a" or "one" or "A" or "One") && sentence.Written(at) is not "half") continue;
            switch (sentence.Written(at))
            {
                case "half": return 50;
                case "third": return 33.33m;
                case "quarter": return 25;
                case "fifth": return 20;
                case "sixth": return 16.67m;
                case "eighth": return 12.5m;
                case "tenth": return 10;
            }
        }

        return null;
    }
}
