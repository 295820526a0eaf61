using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>What bare sums are counted in, where that is said apart from them: in a column's head ("Capex (€bn)", "$m"), or once for the text ("all amounts in yen").</summary>
internal sealed record SumUnit(string Currency, decimal Scale)
{
    /// <summary>A unit is written in no more letters than this.</summary>
    private const int Longest = 24;

    /// <summary>A works costs no less than this: a smaller number beside a currency is none of money.</summary>
    private const decimal Least = 10_000;

    private static readonly Vocabulary Words = new();

    /// <summary>Heads come again and again: what the last ones of them say is kept.</summary>
    [ThreadStatic]
    private static Dictionary<string, SumUnit?>? heads;

    private const int MostKept = 1000, LongestKept = 60;

    public static SumUnit? OfHead(string head)
    {
        heads ??= new Dictionary<string, SumUnit?>(StringComparer.Ordinal);
        if (heads.TryGetValue(head, out var known)) return known;
        var unit = ReadHead(head);
        if (heads.Count >= MostKept) heads.Clear();
        if (head.Length <= LongestKept) heads[head] = unit;
        return unit;
    }

    /// <summary>"Plants (¥ bn, cells only)": what a heading says in brackets of the sums below it.</summary>
    public static SumUnit? OfHeading(string heading)
    {
        var (open, close) = (heading.LastIndexOf('('), heading.LastIndexOf(')'));
        return open < 0 || close < open ? null : heading[(open + 1)..close].Split([',', ';', ':']).Select(static piece => piece.Trim()).Select(static piece => Read(piece.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? piece[3..] : piece)).FirstOrDefault(static unit => unit is not null);
    }

    private static SumUnit? ReadHead(string head)
    {
        var (open, close) = (head.LastIndexOf('('), head.LastIndexOf(')'));
        if (open >= 0 && close > open && Read(head[(open + 1)..close]) is { } bracketed) return bracketed;
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Read(string.Join(' ', words[Math.Max(0, words.Length - 2)..])) ?? (words is [.., var last] ? Read(last) : null);
    }

    /// <summary>"All amounts in yen": said of every sum of the text.</summary>
    public static SumUnit? OfText(Analysis analysis)
    {
        foreach (var sentence in analysis.Parts.Where(part => part.Passage.Kind != Documents.PassageKind.TableRow).SelectMany(part => part.Sentences))
        {
            for (var at = sentence.First + 1; at + 1 < sentence.End; at++)
            {
                if (sentence.Written(at) is not "in" || sentence.Written(at - 1) is not ("amounts" or "sums" or "figures" or "money" or "costs" or "prices" or "values" or "numbers")) continue;
                for (var end = Math.Min(sentence.End, at + 4); end > at + 1; end--)
                {
                    if (Read(sentence.Text.Quote(sentence.SpanOf(new TokenRange(at + 1, end)))) is { } unit) return unit;
                }
            }
        }

        return null;
    }

    /// <summary>The bare numbers of a cell as the sums that they are.</summary>
    public void Apply(Sentence cell)
    {
        for (var at = 0; at < cell.Values.Count; at++)
        {
            if (cell.Values[at] is not { Kind: ValueKind.Number } value) continue;
            var scale = value.Low >= 1_000_000 ? 1 : Scale;
            if (value.Low * scale >= Least) cell.Values[at] = value with { Kind = ValueKind.Money, Unit = Currency, Low = value.Low * scale, High = value.High * scale };
        }
    }

    /// <summary>"€bn", "USD million", "yen": what would be a sum with a number at its place.</summary>
    private static SumUnit? Read(string unit)
    {
        unit = unit.Trim(' ', '*', '_', ':');
        if (unit.Length is 0 or > Longest || unit.Any(char.IsAsciiDigit)) return null;
        for (var at = 0; at <= unit.Length; at++)
        {
            var (before, behind) = (unit[..at].TrimEnd(), unit[at..].TrimStart());
            if (Sum(before + "1" + behind) is { } glued) return glued;
            if ((at == 0 || unit[at - 1] == ' ' || at == unit.Length) && Sum($"{before} 1 {behind}".Trim()) is { } apart) return apart;
        }

        return null;
    }

    private static SumUnit? Sum(string text)
    {
        var source = new SourceText(text);
        var tokens = new List<Token>();
        Tokenizer.Tokenize(source, source.All, Words, tokens);
        var values = new List<Value>();
        ValueReader.Read(source, CollectionsMarshal.AsSpan(tokens), 0, null, values);
        return values is [{ Kind: ValueKind.Money, Unit: { } currency, IsRange: false } sum] && sum.Span.Length == text.Length ? new SumUnit(currency, sum.Low) : null;
    }
}
