using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>What a word does in a clause that relates two companies. A word may do several things.</summary>
[Flags]
internal enum RelationWord
{
    None = 0,

    /// <summary>holds, keeps, takes: between a holder and its share.</summary>
    Hold = 1 << 0,

    /// <summary>stake, shares, equity: what is held.</summary>
    Share = 1 << 1,

    /// <summary>venture, enterprise: what several hold together.</summary>
    Venture = 1 << 2,

    /// <summary>market, sales, staff: a percentage of these is nobody's share in a company.</summary>
    OtherWhole = 1 << 3,

    /// <summary>up, by, from: before a percentage by which something changed, or what it was before.</summary>
    Change = 1 << 4,

    Half = 1 << 5,

    Third = 1 << 6,

    Quarter = 1 << 7,

    Fifth = 1 << 8,

    /// <summary>the rest, the remainder.</summary>
    Rest = 1 << 9,

    /// <summary>each, equally: the same for all that are named.</summary>
    Alike = 1 << 10,

    /// <summary>buys, takes over, signs for.</summary>
    Buy = 1 << 11,

    /// <summary>subsidiary, unit, arm.</summary>
    Daughter = 1 << 12,

    /// <summary>delivers, buys, runs on, customer: between a maker of batteries and who builds them in.</summary>
    Deliver = 1 << 13,

    /// <summary>partner, memorandum, together.</summary>
    Partner = 1 << 14,

    /// <summary>A partnership in a company of both.</summary>
    Jointly = 1 << 15,

    Memorandum = 1 << 16,

    Technology = 1 << 17,

    /// <summary>not, instead, rival: what is told of the two is something else.</summary>
    Deny = 1 << 18,

    /// <summary>heads, chairs: an office told by a verb.</summary>
    Lead = 1 << 19,

    /// <summary>makes, develops, based: what is made and how.</summary>
    Make = 1 << 20,

    /// <summary>picked, chose: a buyer's word.</summary>
    Choose = 1 << 21,

    /// <summary>mothballed, on ice: a works stands still.</summary>
    Halt = 1 << 22,

    /// <summary>scrapped, gives up: a works is not to be.</summary>
    Abandon = 1 << 23,

    /// <summary>under construction, going up.</summary>
    Rise = 1 << 24,

    /// <summary>construction, earthworks: what begins with a works.</summary>
    Building = 1 << 25,

    /// <summary>production, output: what begins in one.</summary>
    Output = 1 << 26,

    /// <summary>began, started.</summary>
    Begin = 1 << 27,

    /// <summary>shut, wound down: a works that ran does so no more.</summary>
    Shut = 1 << 28,

    /// <summary>inaugurated, cut the ribbon.</summary>
    Open = 1 << 29,
}

/// <summary>The words of <c>knowledge/relations.tsv</c> by class: single words, and pairs of words that stand together.</summary>
internal sealed class RelationWords
{
    private readonly RelationWord[] _byWord;
    private readonly Dictionary<(int First, int Second), RelationWord> _pairs = [];

    public RelationWords(KnowledgeSource source, Vocabulary vocabulary)
    {
        var byWord = new Dictionary<int, RelationWord>();
        foreach (var row in source.Table("relations.tsv"))
        {
            var of = Enum.Parse<RelationWord>(row[0]);
            foreach (var word in row[1].Split('|'))
            {
                if (word.Split(' ') is [var first, var second]) _pairs[(vocabulary.Add(first), vocabulary.Add(second))] = _pairs.GetValueOrDefault((vocabulary.Add(first), vocabulary.Add(second))) | of;
                else byWord[vocabulary.Add(word)] = byWord.GetValueOrDefault(vocabulary.Add(word)) | of;
            }
        }

        _byWord = new RelationWord[vocabulary.Count];
        foreach (var (word, classes) in byWord) _byWord[word] = classes;
        foreach (var (first, _) in _pairs.Keys) _opens.Add(first);
    }

    /// <summary>Words that begin a pair.</summary>
    private readonly HashSet<int> _opens = [];

    public RelationWord Of(Sentence sentence, int at)
    {
        var word = sentence[at].Word;
        var alone = (uint)word < (uint)_byWord.Length ? _byWord[word] : RelationWord.None;
        return word > 0 && at + 1 < sentence.End && _opens.Contains(word) ? alone | _pairs.GetValueOrDefault((word, sentence[at + 1].Word)) : alone;
    }
}
