using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>Names of money that several countries have, "dirhams", "crowns", "pesos": that of the country among them which the text names most; the usual one where it names none.</summary>
internal static class LocalCurrencies
{
    /// <summary>By the first letters of the name, the code of the usual currency among them: country → code.</summary>
    private static readonly Dictionary<string, (string Country, string Code)[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dirham"] = [("MA", "MAD"), ("AE", "AED")],
        ["crown"] = [("SE", "SEK"), ("NO", "NOK"), ("DK", "DKK"), ("CZ", "CZK"), ("IS", "ISK")],
        ["krone"] = [("NO", "NOK"), ("DK", "DKK")],
        ["kroner"] = [("NO", "NOK"), ("DK", "DKK")],
        ["peso"] = [("MX", "MXN"), ("AR", "ARS"), ("CL", "CLP"), ("CO", "COP"), ("PH", "PHP")],
    };

    public static void Settle(List<Sentence> sentences)
    {
        Dictionary<string, int>? named = null;
        foreach (var sentence in sentences)
        {
            for (var at = 0; at < sentence.Values.Count; at++)
            {
                if (sentence.Values[at] is not { Kind: ValueKind.Money } sum || Candidates(sentence, sum) is not { } candidates) continue;
                named ??= Countries(sentences);
                var most = candidates.MaxBy(one => named.GetValueOrDefault(one.Country));
                if (named.GetValueOrDefault(most.Country) > 0) sentence.Values[at] = sum with { Unit = most.Code };
            }
        }
    }

    /// <summary>What a sum's word is such a name of, where nothing before it says whose ("Swedish crowns").</summary>
    private static (string Country, string Code)[]? Candidates(Sentence sentence, Value sum)
    {
        if (sum.Unit is not ("AED" or "SEK" or "NOK" or "MXN")) return null;
        for (var at = sum.Tokens.First + 1; at < sum.Tokens.End; at++)
        {
            var word = sentence.Text.Quote(sentence[at].Span);
            if ((Known.GetValueOrDefault(word) ?? (word.EndsWith('s') ? Known.GetValueOrDefault(word[..^1]) : null)) is not { } candidates) continue;
            return sentence.MentionAt(at - 1) is { Kind: MentionKind.Nationality or MentionKind.Place } ? null : candidates;
        }

        return null;
    }

    private static Dictionary<string, int> Countries(List<Sentence> sentences)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var code in sentences.SelectMany(sentence => sentence.Mentions).Select(mention => mention.Place?.CountryCode).OfType<string>()) named[code] = named.GetValueOrDefault(code) + 1;
        return named;
    }
}
