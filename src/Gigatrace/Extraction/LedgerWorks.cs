using System.Collections.Frozen;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction;

/// <summary>
/// Who runs the works in which town, known before a text is read: a person's note says "[[Salzgitter]] has 40 GWh" and means whoever has works there. Towns where
/// several have works are left out, and a text's own word counts before this.
/// </summary>
public sealed class LedgerWorks
{
    private readonly FrozenDictionary<string, string> _runs;

    /// <param name="works">Each with its operator and the town it is called by.</param>
    public LedgerWorks(IEnumerable<(string Operator, string Place)> works) =>
        _runs = works.GroupBy(one => Vocabulary.Fold(one.Place), one => one.Operator, StringComparer.Ordinal).Select(town => (town.Key, Runs: town.Distinct(StringComparer.Ordinal).ToArray()))
            .Where(town => town.Runs.Length == 1).ToFrozenDictionary(town => town.Key, town => town.Runs[0], StringComparer.Ordinal);

    /// <summary>Makes the works of the towns that a text names known to it, where it knows none there of a maker of cells.</summary>
    internal void Tell(Discourse discourse, IEnumerable<Sentence> sentences)
    {
        foreach (var town in sentences.SelectMany(sentence => sentence.Mentions).Where(static mention => mention.IsTown).DistinctBy(static mention => mention.Place))
        {
            if ((_runs.GetValueOrDefault(Vocabulary.Fold(Sites.NameOf(town))) ?? _runs.GetValueOrDefault(Vocabulary.Fold(town.Name))) is not { } runs) continue;
            if (discourse.Plants.FirstOrDefault(plant => Sites.SamePlace(plant, town)) is not { } known) _ = discourse.FindOrAdd(runs, town, null);
            else if (known.Operator is null || (known.Operator != runs && !discourse.Makes(known.Operator))) (known.Operator, known.OperatorIsGuess) = (runs, false);
        }
    }
}
