using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>How firmly, and from when, the cells of a row or the words of an item say that somebody delivers: "now", "from 2027", "rumour".</summary>
internal static class Firmness
{
    /// <summary>Null where what they speak of is over, or none.</summary>
    public static (Modality Modality, When? When)? Of(IReadOnlyList<Sentence> said)
    {
        bool Has(Predicate<ReadOnlySpan<char>> isOne) => said.Any(piece => piece.Any(piece.First, piece.End, isOne));

        if (Has(static word => Is(word, "lost", "until", "former", "formerly", "ended", "cancelled", "canceled", "dropped", "no", "not", "never", "none", "denied"))) return null;
        // "Contract of 2021, cells from 2028": what is to come says when they are to be delivered.
        var days = said.SelectMany(static piece => piece.Values).Where(static value => value is { Kind: ValueKind.Date, When: not null }).Select(static value => value.When!).ToList();
        var day = days.Find(when => when.Earliest > said[0].Published?.Latest) ?? days.FirstOrDefault();
        if (Has(static word => Is(word, "rumour", "rumor", "rumours", "rumors", "rumoured", "rumored", "unconfirmed", "reportedly", "allegedly", "speculation", "hearsay"))) return (Modality.Rumoured, day);
        if (Has(static word => Is(word, "talks", "possible", "possibly", "maybe", "perhaps", "option", "considered", "could", "may", "might", "negotiating", "negotiations", "testing", "samples"))) return (Modality.Possible, day);
        var ahead = day?.Earliest is { } first && said[0].Published?.Latest is { } today && first > today;
        return (ahead || day is null && Has(static word => Is(word, "planned", "later", "future", "coming", "soon", "follow", "follows", "expected", "intended")) ? Modality.Planned : Modality.Actual, day);
    }

    private static bool Is(ReadOnlySpan<char> word, params ReadOnlySpan<string> some)
    {
        foreach (var one in some)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
