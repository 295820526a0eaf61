using System.Globalization;
using System.Text.Json;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Benchmarks;

/// <summary>How many cases of public test sets the value grammars read exactly, in span and value.</summary>
internal static class ValuesBench
{
    /// <summary>
    /// Cases of <c>currency.json</c> and <c>dates.json</c> in a folder: input, reference date, results with inclusive ends. They are what people say to an
    /// assistant, so they are read as a diary; how many of them the reading for news gets, which means other days by some words, stands beside it.
    /// </summary>
    public static void Values(string folder, bool verbose)
    {
        Measure(Path.Combine(folder, "currency.json"), "currency", verbose, ValueKind.Money, DateStyle.News, SameMoney);
        Measure(Path.Combine(folder, "dates.json"), "dates, read as news", verbose: false, ValueKind.Date, DateStyle.News, SameDate);
        Measure(Path.Combine(folder, "dates.json"), "dates", verbose, ValueKind.Date, DateStyle.Diary, SameDate);
    }

    /// <summary>The quoted strings of a test file of EDTF: in a list named invalid they must not parse, elsewhere they must.</summary>
    public static void Edtf(string file, bool verbose)
    {
        int right = 0, all = 0;
        var isInvalid = false;
        foreach (var line in File.ReadLines(file).TakeWhile(line => !line.StartsWith("class", StringComparison.Ordinal)))
        {
            if (line.Contains('=', StringComparison.Ordinal)) isInvalid = line.StartsWith("invalid", StringComparison.Ordinal);
            if (line.Trim().TrimEnd(',') is not ['\'', .., '\''] quoted) continue;
            var text = quoted[1..^1].Replace("\\\\", "\\", StringComparison.Ordinal);
            all++;
            if (When.TryParse(text, out _) != isInvalid) right++;
            else if (verbose) Console.WriteLine($"  {(isInvalid ? "invalid" : "valid")}: {text}");
        }

        Print("edtf", right, all);
    }

    /// <summary>Every value of a text file, a line each.</summary>
    public static void Show(string file, string? published)
    {
        var text = new SourceText(File.ReadAllText(file));
        foreach (var value in Read(text, When.FromLoose(published)))
        {
            Console.WriteLine($"{text.Place(value.Span.Start).Line,4} {value.Kind,-8} {value.When?.Edtf ?? (value.IsRange ? $"{value.Low}..{value.High}" : $"{value.Low}")} {value.Unit} {value.Qualifier} {value.Also}  {Context(text, value.Span)}");
        }
    }

    /// <summary>Every sentence of a text file, a line each.</summary>
    public static void ShowSentences(string file)
    {
        var text = new SourceText(File.ReadAllText(file));
        var tokens = Tokens(text, new Vocabulary());
        var sentences = new List<TokenRange>();
        Sentences.Split(text, tokens, sentences);
        foreach (var one in sentences) Console.WriteLine(text.Quote(new Span(tokens[one.First].Start, tokens[one.End - 1].End)).ReplaceLineEndings(" "));
    }

    /// <summary>Megabytes a second through sentences and values, tokens ready, over the texts of a folder.</summary>
    public static void Speed(string folder)
    {
        var vocabulary = new Vocabulary();
        var reference = When.Day(2024, 5, 15);
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".txt", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => new SourceText(File.ReadAllText(file))).Select(text => (Text: text, Tokens: Tokens(text, vocabulary))).ToList();
        var (sentences, values) = (new List<TokenRange>(), new List<Value>());
        for (var round = 0; round < 3; round++)
        {
            var (clock, chars, count, allocated) = (System.Diagnostics.Stopwatch.StartNew(), 0L, 0L, GC.GetAllocatedBytesForCurrentThread());
            while (clock.ElapsedMilliseconds < 2000)
            {
                foreach (var (text, tokens) in texts)
                {
                    sentences.Clear();
                    values.Clear();
                    Sentences.Split(text, tokens, sentences);
                    foreach (var sentence in sentences) ValueReader.Read(text, tokens.AsSpan(sentence.First, sentence.Length), sentence.First, reference, values);
                    chars += text.Length;
                    count += values.Count;
                }
            }

            var seconds = clock.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"values: {chars / seconds / 1e6:0.0} MB/s, {count / seconds:0} values/s, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)count:0} B a value"));
        }
    }

    private static Token[] Tokens(SourceText text, Vocabulary vocabulary)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, vocabulary, tokens);
        return [.. tokens];
    }

    private static string Context(SourceText text, Span span) =>
        $"{text.Quote(new Span(Math.Max(0, span.Start - 30), span.Start))}⟦{text.Quote(span)}⟧{text.Quote(new Span(span.End, Math.Min(text.Length, span.End + 20)))}".ReplaceLineEndings(" ");

    private static List<Value> Read(SourceText text, When? reference, DateStyle style = DateStyle.News)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, new Vocabulary(), tokens);
        var sentences = new List<TokenRange>();
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);
        Sentences.Split(text, all, sentences);
        var values = new List<Value>();
        foreach (var sentence in sentences) ValueReader.Read(text, all[sentence.First..sentence.End], sentence.First, reference, values, style: style);
        return values;
    }

    private static void Measure(string file, string name, bool verbose, ValueKind kind, DateStyle style, Func<Value, JsonElement, bool> isSame)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        int right = 0, all = 0;
        foreach (var test in json.RootElement.EnumerateArray())
        {
            var text = new SourceText(test.GetProperty("Input").GetString()!);
            var reference = test.TryGetProperty("Context", out var context) ? When.FromLoose(context.GetProperty("ReferenceDateTime").GetString()![..10]) : null;
            var results = test.GetProperty("Results").EnumerateArray().ToList();
            var tokens = new List<Token>();
            Tokenizer.Tokenize(text, text.All, new Vocabulary(), tokens);
            var values = Read(text, reference, style).Where(value => value.Kind == kind && (value.When is not null || kind != ValueKind.Date)).ToList();
            var isRight = values.Count == results.Count;
            for (var at = 0; isRight && at < results.Count; at++)
            {
                var (value, result) = (values[at], results[at]);
                var span = new Span(result.GetProperty("Start").GetInt32(), result.GetProperty("End").GetInt32() + 1);
                var whole = new Span(tokens[value.Tokens.First].Start, tokens[value.Tokens.End - 1].End);
                isRight = (value.Span == span || whole == span) && isSame(value, result.GetProperty("Resolution"));
            }

            all++;
            if (isRight) right++;
            else if (verbose)
            {
                Console.WriteLine($"  {text.Value} [{reference}]");
                foreach (var result in results) Console.WriteLine($"    want {result.GetProperty("Text")} {result.GetProperty("Resolution")}".Replace("\n", " ", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal));
                foreach (var value in values) Console.WriteLine($"    got  {text.Quote(value.Span)} {value.Low} {value.Unit} {value.When}");
            }
        }

        Print(name, right, all);
    }

    private static bool SameMoney(Value value, JsonElement resolution)
    {
        if (!decimal.TryParse(resolution.GetProperty("value").GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)) return false;
        if (resolution.GetProperty("unit").GetString() is "Cent" or "Pence" or "Penny") amount /= 100;
        return value.Low == amount && (!resolution.TryGetProperty("isoCurrency", out var code) || code.GetString() == value.Unit);
    }

    /// <summary>Any of the readings offered: a day, or a stretch whose end lies behind its last day.</summary>
    private static bool SameDate(Value value, JsonElement resolution)
    {
        foreach (var one in resolution.GetProperty("values").EnumerateArray())
        {
            var (start, end) = (Date(one, "start"), Date(one, "end"));
            if (Date(one, "value") is { } day)
            {
                if (value.When!.Earliest == day && value.When.Latest == day) return true;
            }
            else if ((start ?? end) is not null && value.When!.Earliest == start && (value.When.Latest == end?.AddDays(-1) || (end is not null && EndsIn(value.When, end.Value))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The set writes "2014 to 2018" as up to the first day of 2018, where EDTF holds all of 2018.</summary>
    private static bool EndsIn(When when, DateOnly end) =>
        when.Edtf.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && When.TryParse(when.Edtf[(slash + 1)..], out var last) && last.Earliest == end;

    private static DateOnly? Date(JsonElement one, string name) =>
        one.TryGetProperty(name, out var text) && DateOnly.TryParseExact(text.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static void Print(string name, int right, int all) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {right} of {all} right, {(double)right / all:0.000}"));
}
