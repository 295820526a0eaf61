using System.Globalization;
using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Tests.Extraction.Values;

/// <summary>
/// The corpus files beside this one. <c>reference</c> names the day that the texts are of, <c>style</c> how their dates are meant, <c>kind</c> what is looked for; a line with
/// <c>=</c> gives a value, the indented lines below it ways to write it, the value's span drawn as ⟦…⟧; below <c>= none</c> stands what has none of the kind.
/// </summary>
public sealed class ValueCorpusTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Extraction", "Values"), "*.corpus").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_way_to_write_a_value_is_read(string file)
    {
        var wrong = new List<string>();
        var (kind, expected) = (ValueKind.Number, "");
        When? reference = null;
        var style = DateStyle.News;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Extraction", "Values", file)))
        {
            if (line.StartsWith("reference ", StringComparison.Ordinal)) reference = When.FromLoose(line[10..]);
            else if (line.StartsWith("style ", StringComparison.Ordinal)) style = Enum.Parse<DateStyle>(line[6..]);
            else if (line.StartsWith("kind ", StringComparison.Ordinal)) kind = Enum.Parse<ValueKind>(line[5..]);
            else if (line.StartsWith("= ", StringComparison.Ordinal)) expected = line[2..].Trim();
            else if (line.StartsWith("  ", StringComparison.Ordinal)) Check(line.Trim(), kind, expected, reference, style, wrong);
            else if (line.Length > 0 && line[0] != '#') wrong.Add($"no line of a corpus: {line}");
        }

        wrong.ShouldBeEmpty();
    }

    private static void Check(string marked, ValueKind kind, string expected, When? reference, DateStyle style, List<string> wrong)
    {
        var (start, end) = (marked.IndexOf('⟦', StringComparison.Ordinal), marked.IndexOf('⟧', StringComparison.Ordinal) - 1);
        var text = new SourceText(marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal));
        var found = Read(text, reference, style).Where(value => value.Kind == kind).ToList();
        var got = found.Count == 0 ? "none" : string.Join(" & ", found.Select(Show));
        if (got != expected) wrong.Add($"{marked}: {got}, not {expected}");
        else if (start >= 0 && found[0].Span != new Span(start, end)) wrong.Add($"{marked}: at {text.Quote(found[0].Span)}");
    }

    private static List<Value> Read(SourceText text, When? reference, DateStyle style)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, new Vocabulary(), tokens);
        var values = new List<Value>();
        ValueReader.Read(text, CollectionsMarshal.AsSpan(tokens), 0, reference, values, style: style);
        foreach (var value in values) value.Tokens.First.ShouldBeLessThan(value.Tokens.End);
        for (var at = 1; at < values.Count; at++) values[at].Tokens.First.ShouldBeGreaterThanOrEqualTo(values[at - 1].Tokens.End);
        return values;
    }

    private static string Show(Value value)
    {
        if (value.Kind == ValueKind.Date) return value.When?.Edtf ?? "unresolved";
        var amount = value.IsRange ? $"{Plain(value.Low)}..{Plain(value.High)}" : Plain(value.Low);
        var also = value.Also is { } other ? $"({Plain(other.Amount)} {other.Currency})" : "";
        return string.Join(' ', new[] { amount, value.Unit, value.Qualifier, also }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Plain(decimal amount) => amount.ToString("0.############", CultureInfo.InvariantCulture);
}
