namespace Gigatrace.Extraction.Values;

/// <summary>What money is called: symbols, ISO 4217 codes and names. A bare dollar is American, a bare ¥ a yen.</summary>
internal static class Currencies
{
    private static readonly Dictionary<char, Lexeme> Symbols = new (char Symbol, string Code)[]
    {
        ('$', "USD"), ('＄', "USD"), ('€', "EUR"), ('£', "GBP"), ('¥', "JPY"), ('￥', "JPY"), ('₩', "KRW"), ('￦', "KRW"), ('₹', "INR"), ('₽', "RUB"), ('₺', "TRY"),
        ('฿', "THB"), ('₫', "VND"), ('₪', "ILS"), ('₴', "UAH"), ('₱', "PHP"), ('₦', "NGN"), ('₡', "CRC"), ('₾', "GEL"), ('₸', "KZT"), ('₵', "GHS"), ('₿', "BTC"),
    }.ToDictionary(pair => pair.Symbol, pair => new Lexeme { Unit = Money(pair.Code), Prefix = true });

    /// <summary>Letters before a dollar sign.</summary>
    private static readonly Dictionary<string, string> Dollars = new(StringComparer.OrdinalIgnoreCase)
    {
        ["US"] = "USD", ["USD"] = "USD", ["C"] = "CAD", ["CA"] = "CAD", ["CAD"] = "CAD", ["CDN"] = "CAD", ["Can"] = "CAD", ["A"] = "AUD", ["AU"] = "AUD", ["AUD"] = "AUD",
        ["HK"] = "HKD", ["HKD"] = "HKD", ["NZ"] = "NZD", ["NZD"] = "NZD", ["S"] = "SGD", ["SGD"] = "SGD", ["NT"] = "TWD", ["TWD"] = "TWD", ["R"] = "BRL", ["MX"] = "MXN",
        ["MXN"] = "MXN", ["Mex"] = "MXN",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> DollarLookup = Dollars.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A country's adjective before a currency's name, and what it makes of it.</summary>
    private static readonly Dictionary<(string Adjective, string Code), string> Adjectives = new()
    {
        [("us", "USD")] = "USD", [("american", "USD")] = "USD", [("s", "USD")] = "USD", [("states", "USD")] = "USD", [("canadian", "USD")] = "CAD", [("australian", "USD")] = "AUD",
        [("kong", "USD")] = "HKD", [("zealand", "USD")] = "NZD", [("singapore", "USD")] = "SGD", [("taiwan", "USD")] = "TWD", [("british", "GBP")] = "GBP",
        [("egyptian", "GBP")] = "EGP", [("swiss", "CHF")] = "CHF", [("french", "CHF")] = "FRF", [("belgian", "CHF")] = "BEF", [("cfa", "CHF")] = "XOF",
        [("swedish", "SEK")] = "SEK", [("norwegian", "SEK")] = "NOK", [("danish", "SEK")] = "DKK", [("czech", "SEK")] = "CZK", [("icelandic", "SEK")] = "ISK",
        [("norwegian", "NOK")] = "NOK", [("danish", "NOK")] = "DKK", [("czech", "CZK")] = "CZK", [("japanese", "JPY")] = "JPY", [("chinese", "CNY")] = "CNY",
        [("korean", "KRW")] = "KRW", [("indian", "INR")] = "INR", [("pakistani", "INR")] = "PKR", [("lankan", "INR")] = "LKR", [("indonesian", "IDR")] = "IDR",
        [("hungarian", "HUF")] = "HUF", [("polish", "PLN")] = "PLN", [("turkish", "TRY")] = "TRY", [("mexican", "MXN")] = "MXN", [("argentine", "MXN")] = "ARS",
        [("philippine", "MXN")] = "PHP", [("chilean", "MXN")] = "CLP", [("colombian", "MXN")] = "COP", [("russian", "RUB")] = "RUB", [("brazilian", "BRL")] = "BRL",
        [("thai", "THB")] = "THB", [("malaysian", "MYR")] = "MYR", [("vietnamese", "VND")] = "VND", [("moroccan", "AED")] = "MAD", [("uae", "AED")] = "AED", [("african", "ZAR")] = "ZAR",
        [("dutch", "NLG")] = "NLG", [("finnish", "FIM")] = "FIM", [("german", "DEM")] = "DEM", [("deutsche", "DEM")] = "DEM", [("serbian", "RSD")] = "RSD", [("saudi", "SAR")] = "SAR",
    };

    /// <summary>Codes that people also write in small letters; the others count only in capitals, as many are words (TRY, MAD, ALL).</summary>
    private static readonly string[] EverywhereCodes = ["usd", "eur", "gbp", "jpy", "cny", "rmb", "btc"];

    public static Lexeme? Symbol(char c) => Symbols.GetValueOrDefault(c);

    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        foreach (var code in "USD EUR GBP JPY CNY KRW INR CAD AUD NZD HKD SGD TWD CHF SEK NOK DKK ISK CZK HUF PLN RON BGN RSD TRY RUB UAH MXN BRL ARS CLP COP THB VND IDR MYR PHP ZAR AED SAR QAR MAD EGP ILS KZT GEL BTC".Split(' '))
        {
            yield return (code.ToLowerInvariant(), Code(Money(code)));
            if (code is "USD" or "EUR" or "GBP" or "SEK" or "NOK" or "DKK" or "AUD" or "CAD") yield return ("m" + code.ToLowerInvariant(), Code(new(ValueKind.Money, code, 1_000_000)));
        }

        yield return ("rmb", Code(Money("CNY")));
        yield return ("nis", Code(Money("ILS")));
        yield return ("rm", Code(Money("MYR")));
        yield return ("rp", Code(Money("IDR")));
        yield return ("rs", Code(Money("INR")));
        yield return Name("euro euros", "EUR");
        yield return Name("dollar dollars bucks", "USD");
        yield return Name("pound pounds quid", "GBP");
        yield return Name("yen", "JPY");
        yield return Name("yuan yuans renminbi", "CNY");
        yield return Name("won", "KRW");
        yield return Name("rupee rupees", "INR");
        yield return Name("franc francs", "CHF");
        yield return Name("krona kronor kronas crown crowns", "SEK");
        yield return Name("krone kroner", "NOK");
        yield return Name("koruna korunas", "CZK");
        yield return Name("forint forints", "HUF");
        yield return Name("zloty zlotys zloties", "PLN");
        yield return Name("lei", "RON");
        yield return Name("lira liras", "TRY");
        yield return Name("ruble rubles rouble roubles", "RUB");
        yield return Name("peso pesos", "MXN");
        yield return Name("reais", "BRL");
        yield return Name("baht", "THB");
        yield return Name("ringgit", "MYR");
        yield return Name("rupiah", "IDR");
        yield return Name("dong dongs", "VND");
        yield return Name("rand", "ZAR");
        yield return Name("dirham dirhams", "AED");
        yield return Name("riyal riyals", "SAR");
        yield return Name("dinar dinars", "RSD");
        yield return Name("shekel shekels", "ILS");
        yield return Name("guilder guilders", "NLG");
        yield return Name("markka markkas", "FIM");
        yield return Name("deutschmark deutschmarks", "DEM");
        yield return Name("bitcoin bitcoins", "BTC");
        yield return ("cent cents", new Lexeme { Unit = new(ValueKind.Money, "USD", 0.01m), Starts = false });
        yield return ("pence penny p", new Lexeme { Unit = new(ValueKind.Money, "GBP", 0.01m), Starts = false });
    }

    /// <summary>A currency before its number: $ · US$ · EUR · Rs. and where it begins; the symbol or code stands at <paramref name="at"/>.</summary>
    public static Unit? Before(in ValueTokens s, int at, int floor, out int first, out int end)
    {
        (first, end) = (at, at + 1);
        if (IsNameBefore(s, at)) return s.Lexeme(at).Unit;
        if (s.Lexeme(at) is not { Prefix: true, Unit: { Kind: ValueKind.Money } unit } || !IsCode(s, at)) return null;
        if (unit.Name == "INR" && s[end] is ".") end++;
        if (s[at] is "$" && at - 1 >= floor && s.IsWord(at - 1) && DollarLookup.TryGetValue(s[at - 1], out var code) && (s.IsGlued(at) || (s[at - 1].Length <= 2 && !s.Is(at - 1, "a") && !s.Is(at - 1, "s"))))
        {
            first = at - 1;
            return Money(code);
        }

        if (s[at] is "$" && at - 4 >= floor && s[at - 1] is "." && s.Is(at - 2, "s") && s[at - 3] is "." && s.Is(at - 4, "u")) first = at - 4;
        if (s.Is(at, "rmb") && s[end] is "¥") end++;
        if (s[end] is "$" && DollarLookup.ContainsKey(s[at])) end++;
        return unit;
    }

    /// <summary>A currency behind its number: € · EUR · US dollars · Swedish kronor · pounds sterling.</summary>
    public static Unit? Behind(in ValueTokens s, int at, out int end)
    {
        var first = s.SkipHyphen(at);
        for (var noun = first; noun <= first + 4; noun++)
        {
            if (s.Lexeme(noun).Unit is { Kind: ValueKind.Money } unit)
            {
                end = noun + 1;
                if (noun == first) return IsBehind(s, noun, ref end) ? unit : null;
                return Adjectives.TryGetValue((Last(s, noun - 1), unit.Name), out var code) && IsCountry(s, first, noun) ? unit with { Name = code } : null;
            }

            if (!s.IsWord(noun) && s[noun] is not ".") break;
        }

        end = at;
        return null;
    }

    /// <summary>"Rupees 500 crore", "euro 20 million": a name, where the number is one of money only.</summary>
    private static bool IsNameBefore(in ValueTokens s, int at) =>
        s.IsAny(at, "euro", "euros", "dollar", "rupees", "yen") && s.IsNumber(at + 1) && s.Lexeme(at + 2).Scale >= 100_000 && !s.IsNumber(at - 1) && s.Lexeme(at - 1) is { Scale: 0, Cardinal: 0 };

    private static Unit Money(string code) => new(ValueKind.Money, code);

    private static (string Forms, Lexeme Lexeme) Name(string forms, string code) => (forms, new Lexeme { Unit = Money(code), Starts = false });

    private static Lexeme Code(Unit unit) => new() { Unit = unit, Prefix = true };

    private static bool IsCode(in ValueTokens s, int at) =>
        !s.IsWord(at) || s.Tokens[at].AllUpper || s[at] is "Rs" or "Rp" || s.IsAny(at, EverywhereCodes);

    /// <summary>A symbol behind a number must not be the next number's own: "5 $20 notes".</summary>
    private static bool IsBehind(in ValueTokens s, int at, ref int end)
    {
        if (s.Lexeme(at).Prefix && !IsCode(s, at)) return false;
        if (!s.IsWord(at) && s.IsNumber(at + 1) && (s.IsGlued(at + 1) || !s.IsGlued(at)) && !IsWithCents(s, at + 1)) return false;
        if (s.IsWord(at) && s.IsNumber(at + 1) && s.IsGlued(at + 1) && !s.IsGlued(at)) return false;
        if (s.Is(at, "p")) return s.IsGlued(at) && s[at] is "p";
        if (s.Is(end, "sterling")) end++;
        return true;
    }

    /// <summary>"10 $ 30 cent": the number behind the symbol is of its hundredths.</summary>
    private static bool IsWithCents(in ValueTokens s, int at) => s[at].Length <= 2 && s.Lexeme(at + 1).Unit is { Kind: ValueKind.Money, Factor: 0.01m };

    private static string Last(in ValueTokens s, int at) => (s[at] is "." ? s[at - 1] : s[at]).ToString().ToLowerInvariant();

    /// <summary>Between number and noun stands one country: US, U.S., United States, Hong Kong, South Korean.</summary>
    private static bool IsCountry(in ValueTokens s, int first, int noun) => (noun - first) switch
    {
        1 => true,
        2 => s.IsAny(first, "united", "hong", "new", "south", "sri", "saudi"),
        3 => s.IsAny(first, "new"),
        4 => s.Is(first, "u") && s[first + 1] is "." && s[first + 3] is ".",
        _ => false,
    };
}
