using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Attachment;

/// <summary>The companies of a text in the order in which it last spoke of them: what "the two", "the three" and "the venture" of some mean.</summary>
internal sealed class Spoken(Discourse discourse)
{
    private readonly List<string> _companies = [];
    private int _story = -1;
    private (Passage Passage, string Company)? _office;
    private (Passage Passage, string Company)? _held;
    private (Sentence Of, string Company)? _heldHere;
    private (Passage Passage, Attached Target, string Buyer)? _takeover;

    public void Enter(Sentence sentence)
    {
        if (sentence.Passage.Story == _story) return;
        _companies.Clear();
        _story = sentence.Passage.Story;
    }

    public void Leave(Sentence sentence)
    {
        if (sentence.Mentions.FindLast(static mention => mention is { Kind: MentionKind.Organisation, Organisation: null or { GivesMoney: false } }) is { } last) LastNamed = last.Name;
        Note(_companies, sentence, sentence.End);
        if (sentence.Mentions.Where(mention => mention.Kind == MentionKind.Organisation).Select(mention => mention.Name).Distinct().Count() is > 0 and var named) _inRow = named;
    }

    /// <summary>How many companies the last sentence with any has named.</summary>
    private int _inRow;

    /// <summary>Those last spoken of before a token, so many; none where there were fewer. A venture or daughter of one of them does not count.</summary>
    public IReadOnlyList<string> Last(Sentence sentence, int before, int count)
    {
        var companies = _companies.ToList();
        Note(companies, sentence, before);
        // "The cells go to A, B and C. The two had signed in May": those of the venture.
        if (count == 2 && _inRow > 2 && discourse.Partners is { Count: 2 } partners && companies.Count == _companies.Count) return partners;
        return companies.Count < count ? [] : companies[^count..];
    }

    /// <summary>The company that the last sentence with any named last, be it another's daughter.</summary>
    public string? LastNamed { get; private set; }

    /// <summary>Whom of some sort the text spoke of last, before the sentence under way; null where of nobody.</summary>
    public string? LastWhere(Predicate<string> isOne) => _companies.FindLast(isOne);

    /// <summary>The two of some sort that the text spoke of last; none where there were fewer.</summary>
    public IReadOnlyList<string> LastTwo(Predicate<string> isOne) => _companies.FindAll(isOne) is { Count: > 1 } some ? some[^2..] : [];

    /// <summary>Whether the text has spoken of a company.</summary>
    public bool Named(string company) => _companies.Contains(company);

    /// <summary>Of what the holders that a rule names have their shares: their venture by its name, its works, else what was last spoken of and is none of them.</summary>
    public Attached? Venture(Sentence sentence, Trigger trigger, int at)
    {
        if (IsOfMarket(sentence)) return null;
        List<string> holders = [.. trigger.Bindings.Select(binding => binding.Target).OfType<List<Mention>>().SelectMany(row => row).Select(mention => mention.Name).Distinct()];
        if (holders.Count == 0) holders = [.. discourse.Partners];
        bool IsHolder(string name) => holders.Contains(name);
        if (holders is [var first, var second])
        {
            if (discourse.Ventures.NameOf(first, second) is { } own && !IsHolder(own)) return new Attached(null, own, null, "venture of the holders");
            foreach (var joined in (string[])[Ventures.Joined(first, second), Ventures.Joined(second, first)])
            {
                if (discourse.Focus?.Operator == joined) return new Attached(discourse.Focus, joined, null, "works of the holders");
                if (discourse.Plants.FirstOrDefault(plant => plant.Operator == joined) is { } works) return new Attached(works, joined, null, "works of the holders");
                if (discourse.Ventures.Current == joined && discourse.Focus is { Operator: { } runs } && (IsHolder(runs) || holders.Exists(holder => Ventures.IsPartner(runs, holder)))) return new Attached(discourse.Focus, joined, null, "works of the holders");
                if (discourse.Ventures.Current == joined) return new Attached(null, joined, null, "venture of the holders");
            }
        }

        string?[] spoken = [discourse.Ventures.Current, Held(sentence, trigger), discourse.CompanyAt(sentence, at), discourse.Company, discourse.CellMaker, discourse.SectionCompany];
        if (Array.Find(spoken, name => name is not null && !IsHolder(name) && !holders.Exists(holder => Ventures.IsPartner(name, holder))) is { } company) return new Attached(null, company, null, "company spoken of");
        return discourse.Focus is { Operator: { } by } focus && IsHolder(by) ? new Attached(focus, by, null, "works spoken of") : null;
    }

    /// <summary>Where a bare title leads: what the passage's last office was at, unless the sentence names a company; null where that is not known.</summary>
    public string? Led(Sentence sentence, Trigger trigger) =>
        _office is { } office && ReferenceEquals(office.Passage, sentence.Passage) && !sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation) && !IsIts(sentence, trigger) ? office.Company : null;

    /// <summary>Of whom the shares are that a sentence gives without saying it: of the company whose shares the passage spoke of, unless the sentence names another before them.</summary>
    public string? Held(Sentence sentence, Trigger trigger)
    {
        if (_heldHere is { } here && ReferenceEquals(here.Of, sentence)) return here.Company;
        if (_held is not { } held || !ReferenceEquals(held.Passage, sentence.Passage)) return null;
        return sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && (mention.Name == held.Company || mention.Tokens.End <= trigger.Tokens.First)) ? null : held.Company;
    }

    /// <summary>Remembers of whom a sentence said who holds shares.</summary>
    public void Shares(Sentence sentence, string company) => _held = (sentence.Passage, company);

    /// <summary>Remembers of whom the sentence under way has said so far who holds shares.</summary>
    public void SharesHere(Sentence sentence, string company) => _heldHere = (sentence, company);

    /// <summary>Remembers who took over whom by a sentence.</summary>
    public void Takeover(Sentence sentence, Attached target, string buyer) => _takeover = (sentence.Passage, target, buyer);

    /// <summary>The takeover that the passage spoke of last; null where it spoke of none.</summary>
    public (Attached Target, string Buyer)? TakenOver(Sentence sentence) => _takeover is { } last && ReferenceEquals(last.Passage, sentence.Passage) ? (last.Target, last.Buyer) : null;

    /// <summary>Remembers at what company the office was that a sentence names.</summary>
    public void Office(Sentence sentence, string company) => _office = (sentence.Passage, company);

    private static bool IsIts(Sentence sentence, Trigger trigger) =>
        sentence.Any(Math.Max(sentence.First, trigger.Tokens.First - 2), trigger.Tokens.End, static word => word is "its" or "Its" or "their" or "Their" or "whose");

    /// <summary>Percentages in a sentence on the market are shares of that, not of a company, where it names none.</summary>
    public static bool IsOfMarket(Sentence sentence) => sentence.Any(sentence.First, sentence.End, static word => word is "market" or "Market");

    /// <summary>"SNE Research has counted the cells in cars registered since January: A 36%, B 16%": shares of a market too.</summary>
    public static bool IsRanking(Sentence sentence) => IsRowOfRivals(sentence) || sentence.Any(sentence.First, sentence.End, static word => word is "registered" or "registrations" or "installations" or "installed" or "SNE");

    /// <summary>"A has 37.9 %, B 17.8 %, C 9.4 %", three makers of cells: rivals, who never hold one company together.</summary>
    private static bool IsRowOfRivals(Sentence sentence) =>
        sentence.Values.Count(static value => value.Kind == ValueKind.Percent) > 2 && sentence.Mentions.Where(static mention => mention.Organisation is { MakesCells: true, MakesCars: false }).Select(static mention => mention.Name).Distinct(StringComparer.Ordinal).Count() > 2;

    private void Note(List<string> companies, Sentence sentence, int before)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention is { Kind: MentionKind.Model, Maker: { } maker } && mention.Tokens.End <= before)
            {
                if (!companies.Contains(maker)) companies.Add(maker);
                continue;
            }

            if (mention.Kind != MentionKind.Organisation || mention.Organisation is { GivesMoney: true, Kind: not "investor" } || mention.Tokens.End > before || discourse.Ventures.IsName(mention.Name)) continue;
            if (mention.Organisation?.Parent is { } parent && companies.Contains(parent)) continue;
            companies.Remove(mention.Name);
            companies.Add(mention.Name);
        }
    }
}
