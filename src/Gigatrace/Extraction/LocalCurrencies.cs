using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>
/// Names of money that several countries have, "dirhams", "crowns", "pesos": that of the country among them which the text names most; the usual one where it names none.
/// A dollar is American unless the text is of another country that has one, and nowhere tells the two apart.
/// </summary>
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

    /// <summary>Countries whose papers call their own money dollars.</summary>
    private static readonly (string Country, string Code)[] Dollars = [("CA", "CAD"), ("AU", "AUD"), ("NZ", "NZD")];

    public static void Settle(List<Sentence> sentences)
    {
        Dictionary<string, int>? named = null;
        SettleDollars(sentences);
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

    /// <summary>"$700 million" is Canadian in a text on Canada that does not write "C$" for what is.</summary>
    private static void SettleDollars(List<Sentence> sentences)
    {
        if (!sentences.Exists(static sentence => sentence.Values.Exists(value => IsDollar(sentence, value)))) return;
        var named = Countries(sentences);
        var (country, code) = Dollars.MaxBy(one => named.GetValueOrDefault(one.Country));
        // Whoever names the United States too, though less often, may mean either; one that writes "US$" says by this that the others are none.
        var weight = sentences.Exists(static sentence => sentence.Values.Exists(value => value is { Kind: ValueKind.Money, Unit: "USD" } && !IsDollar(sentence, value))) ? 1 : 2;
        if (named.GetValueOrDefault(country) is not (> 1 and var own) || own < named.Values.Max() || own <= weight * named.GetValueOrDefault("US") || sentences.Exists(sentence => sentence.Values.Exists(value => value.Kind == ValueKind.Money && value.Unit == code))) return;
        // The agencies of the world write for readers everywhere: a dollar of theirs is American, wherever it is spent.
        if (sentences.Exists(static sentence => sentence.Any(sentence.First, sentence.End, static word => word is "Reuters" or "REUTERS" or "AFP" or "Bloomberg"))) return;
        // A paragraph on other countries alone has its sums in no money of this one.
        var elsewhere = sentences.GroupBy(static sentence => sentence.Passage).Where(passage => IsOfOthers(passage, country)).Select(static passage => passage.Key).ToHashSet();
        foreach (var sentence in sentences)
        {
            for (var at = 0; at < sentence.Values.Count && !elsewhere.Contains(sentence.Passage); at++)
            {
                if (IsDollar(sentence, sentence.Values[at])) sentence.Values[at] = sentence.Values[at] with { Unit = code };
            }
        }
    }

    private static bool IsOfOthers(IEnumerable<Sentence> passage, string country)
    {
        var named = passage.SelectMany(static sentence => sentence.Mentions).Select(static mention => mention.Place?.CountryCode).OfType<string>().ToHashSet();
        return named.Count > 0 && !named.Contains(country);
    }

    /// <summary>Countries whose money is the euro.</summary>
    private const string Euro = "AT BE HR CY DE EE ES FI FR GR IE IT LT LU LV MT NL PT SI SK";

    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal) { ["GB"] = "GBP", ["US"] = "USD", ["CA"] = "CAD", ["SE"] = "SEK", ["NO"] = "NOK", ["PL"] = "PLN", ["HU"] = "HUF", ["CZ"] = "CZK", ["JP"] = "JPY", ["KR"] = "KRW", ["CN"] = "CNY", ["IN"] = "INR", ["AU"] = "AUD", ["TR"] = "TRY" };

    /// <summary>"A French grant of 650 million", "Germany: 700 million grant": in a note that leaves the currency out, millions that a government gives are its own money.</summary>
    public static void SettleGiven(List<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (!sentence.Any(sentence.First, sentence.End, static word => word is "grant" or "grants" or "subsidy" or "aid" or "subsidies" or "Grant")) continue;
            for (var at = 0; at < sentence.Values.Count; at++)
            {
                if (sentence.Values[at] is not { Kind: ValueKind.Number, Low: >= 1_000_000 } sum || MoneyOf(sentence, sum) is not { } code) continue;
                sentence.Values[at] = sum with { Kind = ValueKind.Money, Unit = code };
            }
        }
    }

    private static string? MoneyOf(Sentence sentence, Value sum)
    {
        var giver = sentence.Mentions.FindLast(mention => mention is { Kind: MentionKind.Nationality or MentionKind.Place, IsTown: false } && mention.Tokens.End <= sum.Tokens.First && mention.Tokens.End >= sum.Tokens.First - 4) ??
            sentence.Mentions.Find(mention => mention is { Kind: MentionKind.Place, IsTown: false } && mention.Tokens.First >= sum.Tokens.End && mention.Tokens.First <= sum.Tokens.End + 4);
        return giver?.Place?.CountryCode is not { } country ? null : Euro.Contains(country, StringComparison.Ordinal) ? "EUR" : Own.GetValueOrDefault(country);
    }

    /// <summary>A sum in dollars that does not say whose.</summary>
    private static bool IsDollar(Sentence sentence, Value sum) =>
        sum is { Kind: ValueKind.Money, Unit: "USD" } && !sentence.Any(sum.Tokens.First, sum.Tokens.End, static word => word is "US" or "USD" or "American" or "U" or "us");

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
