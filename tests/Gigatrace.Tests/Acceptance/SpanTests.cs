using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Acceptance;

/// <summary>Every claim's quote stands where it says, counted in code points by a way of its own.</summary>
public sealed class SpanTests
{
    private static readonly string[] Strange =
        ["🔋", "👩🏽‍🔬", "電池工場", "e\u0301", "Z\u0351\u036b\u0343", "שלום", "\u202bמפעל\u202c", "مصنع", "🇫🇷", "\r\n", "\n", "\r", "\u2028", "\u00a0", "𝟗", "\t", "\ufeff", "ﬁ"];

    private static readonly string[] Sentences = [.. Texts().SelectMany(text => text.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 40)];

    public static IEnumerable<object[]> Files =>
        [.. SampleLedger.Files().Select(file => file.Path).Concat(Directory.EnumerateFiles(Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Corpus"), "*.md")).Order(StringComparer.Ordinal).Select(path => new object[] { Path.GetRelativePath(Expectations.Root, path) })];

    [Theory]
    [MemberData(nameof(Files))]
    public void In_every_document(string path) => Wrong(SampleLedger.Document(new InputFile(Path.Combine(Expectations.Root, path), path))).ShouldBeEmpty();

    [Fact]
    public void In_any_text_whatever_stands_between_its_words() => Check(150);

    [Fact]
    [Trait("Category", "Long")]
    public void In_very_many_texts() => Check(20_000);

    private static void Check(int texts)
    {
        var claims = 0;
        Prop.ForAll(Spliced().ToArbitrary(), text =>
        {
            var document = DocumentReader.Parse(Encoding.UTF8.GetBytes(text), "spliced.txt").Document!;
            claims += SampleLedger.Extract(document).Claims.Length;
            return Wrong(document).Count == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(texts));
        claims.ShouldBeGreaterThan(texts, "texts without claims would show nothing");
    }

    private static List<string> Wrong(Document document) =>
    [
        .. SampleLedger.Extract(document).Claims.Where(claim => Slice(document.Text.Value, claim.Start, claim.End) != claim.Quote)
            .Select(claim => $"{claim.Rule} {claim.Start}..{claim.End}: '{claim.Quote}'"),
    ];

    /// <summary>Rune by rune; null where the bounds lie outside.</summary>
    private static string? Slice(string text, int start, int end)
    {
        var slice = new StringBuilder();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (at >= start && at < end) slice.Append(rune.ToString());
            at++;
        }

        return start < 0 || start >= end || end > at ? null : slice.ToString();
    }

    /// <summary>One to four sentences of the samples, each with strange characters between its words or within one.</summary>
    private static Gen<string> Spliced() =>
        from count in Gen.Choose(1, 4)
        from sentences in Gen.ArrayOf(One(), count)
        from end in Gen.Elements("\n", "\r\n", "\r", "\n\n", " ")
        select string.Join(end, sentences);

    private static Gen<string> One() =>
        from sentence in Gen.Elements(Sentences)
        from places in Gen.ArrayOf(Gen.Choose(0, 1000), 3)
        from strange in Gen.ArrayOf(Gen.Elements(Strange), 3)
        from within in Gen.Choose(0, 5)
        select places.Zip(strange).Aggregate(sentence, (text, one) => text.Insert(Place(text, one.First, within == 0), one.Second));

    /// <summary>Before a word, or anywhere but within a surrogate pair.</summary>
    private static int Place(string text, int number, bool within)
    {
        var at = number * text.Length / 1001;
        while (at < text.Length && (within ? char.IsLowSurrogate(text[at]) : text[at] != ' ')) at++;
        return at;
    }

    private static IEnumerable<string> Texts() => SampleLedger.Files().Where(file => !file.Path.EndsWith(".html", StringComparison.Ordinal)).Select(file => File.ReadAllText(file.Path));
}
