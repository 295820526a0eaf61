using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction.Relations;

/// <summary>
/// Reads what companies have to do with each other from the parts that they play in a sentence, whatever its order: who holds, what is held,
/// how much of it. Beside the rules, and only where these found nothing: a rule knows its wording, a part is known by its sort.
/// </summary>
internal sealed class RelationReader(RelationWords words) : IRelations
{
    private static readonly List<Relation> None = [];

    /// <summary>In tokens. What is longer, or names more, is a list, and what stands in it plays no part.</summary>
    private const int LongestSentence = 300;

    private const int MostNames = 40;

    public List<Relation> Read(Scene scene)
    {
        var (sentence, all) = (scene.Sentence, RelationWord.None);
        if (sentence.Tokens.Length > LongestSentence || sentence.Mentions.Count > MostNames || !sentence.Mentions.Exists(static mention => mention.Kind is MentionKind.Organisation or MentionKind.Model or MentionKind.Chemistry or MentionKind.Title or MentionKind.Person or MentionKind.Place) && sentence.Values.Count == 0) return None;
        for (var at = sentence.First; at < sentence.End; at++) all |= words.Of(sentence, at);
        if (all == RelationWord.None && !sentence.Mentions.Exists(static mention => mention.Kind is MentionKind.Model or MentionKind.Chemistry or MentionKind.Title)) return None;
        var cast = new Cast(scene, words, all);
        var found = new List<Relation>();
        Holders.Read(cast, found);
        Purchases.Read(cast, found);
        Daughters.Read(cast, found);
        Customers.Read(cast, found);
        Partners.Read(cast, found);
        Events.Read(cast, found);
        Makings.Read(cast, found);
        Offices.Read(cast, found);
        return found;
    }
}
