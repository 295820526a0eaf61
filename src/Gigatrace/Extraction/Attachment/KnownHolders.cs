using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>
/// Who the list of battery works knows at a place, by the names that the text uses for them: that is one more vote for whose the
/// works at the place is.
/// </summary>
internal sealed class KnownHolders(NameLexicon lexicon)
{
    /// <summary>What the list adds to the votes of the text.</summary>
    private const double Listed = 5;

    private readonly Dictionary<string, Mention> _named = new(StringComparer.Ordinal);

    /// <summary>The sentences that name several companies.</summary>
    private readonly List<Sentence> _joint = [];

    /// <summary>The companies named so far, by name.</summary>
    public IReadOnlyDictionary<string, Mention> Named => _named;

    public void Read(Sentence sentence)
    {
        var companies = 0;
        foreach (var company in sentence.Mentions)
        {
            if (!company.IsCompany) continue;
            _named[company.Name] = company;
            companies++;
        }

        if (companies > 1) _joint.Add(sentence);
    }

    /// <summary>Adds the votes of the list to those of the text for a place, and says which works each company has there.</summary>
    /// <param name="isElsewhere">Whether the text names the site of a listed works by another place, rather.</param>
    public Dictionary<string, KnownSite> Vote(Mention place, Dictionary<string, double> companies, Predicate<KnownSite> isElsewhere)
    {
        var listed = new Dictionary<string, KnownSite>(StringComparer.Ordinal);
        var there = new List<(KnownSite Known, string Holder)>();
        foreach (var known in lexicon.Works.At(place))
        {
            if (Holder(known, place) is { } holder) there.Add((known, holder));
        }

        foreach (var (known, holder) in there)
        {
            // What an arm or a venture runs is not its owner's, where the text names both.
            var isOwn = known.Company == holder && !known.IsJoint && known.IsAt(place);
            if (companies.Any(joint => joint.Value >= Survey.Enough && IsJoint(joint.Key, holder) && !(isOwn && !there.Exists(other => other.Holder == joint.Key))) || there.Exists(other => !other.Known.IsJoint && IsRunBy(other.Holder, known, holder))) continue;
            if (isElsewhere(known)) companies.Remove(holder);
            else if (listed.TryAdd(holder, known)) companies[holder] = companies.GetValueOrDefault(holder) + Listed;
            else continue;
            if (known.IsJoint) Gather(companies, holder, there);
        }

        return listed;
    }

    /// <summary>Whether another company at the place is an arm of the holder of a works, or of a partner in it.</summary>
    private bool IsRunBy(string other, KnownSite known, string holder) =>
        lexicon.Organisation(other) is { } arm && (arm.Parents.Contains(holder) || known.IsJoint && arm.Parents.Any(parent => Ventures.IsPartner(holder, parent)));

    /// <summary>The name of a venture without a name of its own, its partners in the order of the sentence that speaks of most of them; null where the text names fewer than two, or rather speaks of another such venture at the place.</summary>
    private string? Together(KnownSite known, Mention place)
    {
        if (!known.IsJoint || Partners(known) is not { Count: > 1 } partners) return null;
        var (named, best) = Closest(partners, place);
        if (lexicon.Works.At(place).Any(other => other.IsJoint && other != known && Partners(other) is { Count: > 1 } others && Closest(others, place).Named > named)) return null;
        return best is null ? known.Company : string.Join('-', partners.OrderBy(partner => best.Mentions.FindIndex(mention => mention.Name == partner) is >= 0 and var at ? at : int.MaxValue));
    }

    private List<string> Partners(KnownSite known) => [.. _named.Keys.Where(name => Ventures.IsPartner(known.Company, name)).OrderBy(name => known.Company.IndexOf(name, StringComparison.Ordinal))];

    /// <summary>The sentence that names most of them, before others one that names the place too.</summary>
    private (int Named, Sentence? Sentence) Closest(List<string> partners, Mention place)
    {
        var best = (Named: 0, Sentence: (Sentence?)null);
        foreach (var sentence in _joint)
        {
            var named = 2 * partners.Count(partner => sentence.Mentions.Exists(mention => mention.Name == partner));
            if (named > 0 && sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place && Sites.NameOf(mention) == Sites.NameOf(place))) named++;
            if (named > best.Named) best = (named, sentence);
        }

        return best;
    }

    /// <summary>What the text says of a partner at the site of a venture that the list knows, it says of the venture, unless the partner has works of its own there.</summary>
    private static void Gather(Dictionary<string, double> companies, string venture, List<(KnownSite Known, string Holder)> there)
    {
        if (there.Exists(works => Ventures.IsPartner(venture, works.Holder))) return;
        foreach (var (partner, votes) in companies.Where(company => Ventures.IsPartner(venture, company.Key)).ToList())
        {
            companies[venture] = companies.GetValueOrDefault(venture) + votes;
            companies.Remove(partner);
        }
    }

    /// <summary>Whether one is a venture of the other with somebody else, be it through an arm.</summary>
    public bool IsJoint(string venture, string company) =>
        Ventures.IsPartner(venture, company) || lexicon.Organisation(venture) is { MakesCells: true, Parents.Length: > 1 } joint && joint.Parents.Any(parent => parent == company || lexicon.Organisation(parent)?.Parent == company);

    /// <summary>By which of the names in the text a works of the list is known: its company's, both partners', else that of the company's owner or arm; null where the text names none.</summary>
    private string? Holder(KnownSite known, Mention place)
    {
        if (_named.ContainsKey(known.Company)) return lexicon.Operator(known.Company);
        if (Together(known, place) is { } joined) return joined;
        var parents = lexicon.Organisation(known.Company)?.Parents ?? [];
        if (parents is [var parent] && _named.ContainsKey(parent)) return parent;
        return _named.Values.FirstOrDefault(company => company.Organisation is { MakesCells: true } arm && arm.Parents is [var owner] && owner == known.Company)?.Name;
    }
}
