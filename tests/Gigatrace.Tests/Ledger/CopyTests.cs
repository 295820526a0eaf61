using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Xunit.Abstractions;

namespace Gigatrace.Tests.Ledger;

/// <summary>What is one text in two places, and what only looks like it.</summary>
public sealed class CopyTests(ITestOutputHelper output)
{
    /// <summary>What is done to an article, and whether the two are still one text.</summary>
    private static readonly (string Kind, bool Copy, Func<MadeUpArticles, List<string>, List<string>> Make)[] Kinds =
    [
        ("under another headline", true, (_, text) => text),
        ("with lines of a site around it", true, (_, text) => ["You are reading one of our free texts of this month.", "Our editors have chosen it for you from the wires.", .. text, "Write to us if you know more about this.", "Our office has been at the market since 1911 and is open on 5 days of the week."]),
        ("edited here and there", true, (any, text) => any.WithoutOne(any.Edited(text, 4))),
        ("cut down to its first part", true, (_, text) => text[..(text.Count / 2)]),
        ("quoted whole in a longer report", true, (any, text) => [.. any.Sentences(text.Count), .. text, .. any.Sentences(4)]),
        ("with its figures written otherwise", true, (_, text) => [.. text.Select(sentence => System.Text.RegularExpressions.Regex.Replace(sentence, @"(?<=\d)(?=\d{3}\b)", ",", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))]),
        ("in another order", true, (_, text) => [.. text[(text.Count / 2)..], .. text[..(text.Count / 2)]]),
        ("another text on the same", false, (any, text) => any.Sentences(text.Count)),
        ("quoting a third of it", false, (any, text) => [.. text[..(text.Count / 3)], .. any.Sentences(text.Count - (text.Count / 3))]),
    ];

    [Fact]
    public void Of_300_articles_the_copies_are_found_and_nothing_else()
    {
        var documents = new List<Signed>();
        var expected = new HashSet<(string, string)>();
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < 300; at++)
        {
            var any = new MadeUpArticles(at + 1);
            var text = any.Sentences(8 + any.Below(18));
            var (kind, copy, make) = Kinds[at % Kinds.Length];
            documents.Add(Signed($"a{at}", "2025-03-01", $"What {any.Place()} hears", text));
            documents.Add(Signed($"b{at}", "2025-03-04", $"News from {any.Place()}, {at}", make(any, text)));
            kinds[$"b{at}"] = kind;
            if (copy) expected.Add(($"b{at}", $"a{at}"));
        }

        // One form, filled in by ten makers in four quarters.
        for (var at = 0; at < 40; at++) documents.Add(Signed($"f{at}", "2025-04-01", "Report on the quarter", MadeUpArticles.Form($"Maker {(char)('A' + (at / 4))}", new MadeUpArticles(at + 900).Place(), 210 + (7 * at), 190 + (3 * at), 1200 + (11 * at))));
        var found = Copies.Find(documents).Select(pair => (pair.Key, pair.Value.Id)).ToHashSet();
        foreach (var group in expected.Except(found).GroupBy(pair => kinds[pair.Item1])) output.WriteLine($"missed: {group.Count()} {group.Key}");
        foreach (var (copy, original) in found.Except(expected)) output.WriteLine($"wrong: {copy} for one of {original} ({kinds.GetValueOrDefault(copy)})");
        var right = found.Intersect(expected).Count();
        output.WriteLine($"precision {(double)right / found.Count:0.000}, recall {(double)right / expected.Count:0.000} of {expected.Count}");
        ((double)right / found.Count).ShouldBeGreaterThanOrEqualTo(0.99);
        ((double)right / expected.Count).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Fact]
    public void The_earliest_is_the_original_whatever_the_order()
    {
        var text = new MadeUpArticles(7).Sentences(12);
        Signed[] three = [Signed("late", "2025-06-03", "C", text), Signed("undated", null, "B", text), Signed("early", "2025-06-01", "A", text)];
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 0, 2]])
        {
            var copies = Copies.Find(order.Select(at => three[at]));
            copies.ToDictionary(pair => pair.Key, pair => pair.Value.Id).ShouldBe(new Dictionary<string, string> { ["late"] = "early", ["undated"] = "early" }, ignoreOrder: true);
        }
    }

    [Fact]
    public void A_copy_of_a_copy_goes_back_to_the_first()
    {
        var any = new MadeUpArticles(8);
        var text = any.Sentences(20);
        var second = any.Sentences(14);
        // The third shares little with the first.
        var copies = Copies.Find([Signed("a", "2025-01-01", "A", text), Signed("b", "2025-01-02", "B", [.. text, .. second]), Signed("c", "2025-01-03", "C", [.. second, .. text[..6]])]);
        copies["b"].Id.ShouldBe("a");
        copies["c"].Id.ShouldBe("a");
    }

    [Fact]
    public void A_signature_comes_back_from_its_bytes()
    {
        var signature = Signed("a", null, "A", new MadeUpArticles(9).Sentences(5)).Signature;
        Signature.FromBytes(signature.ToBytes()).Prints.ShouldBe(signature.Prints);
    }

    [Fact]
    public void Texts_without_spaces_and_short_ones()
    {
        const string Chinese = "林登瑙的工厂从星期一开始生产电芯,公司在一份声明中说。那里现在有四百二十名员工,到年底还要招聘一百八十人。市长说,他等这一天等了三年,而且村里的公共汽车现在也停在工厂门口。";
        Copies.Likeness(Signed("a", null, "A", [Chinese]).Signature, Signed("b", null, "B", [Chinese + "记者报道。"]).Signature).ShouldBe(1.0);
        Copies.Likeness(Signed("a", null, "A", ["It runs since Monday."]).Signature, Signed("b", null, "B", ["It runs since Monday."]).Signature).ShouldBeNull();
    }

    [Fact]
    public void A_copy_counts_with_its_original_as_one_source()
    {
        var story = new Story();
        foreach (var (day, publisher, value) in new[] { (1, "Daily", 9), (2, "Post", 9), (3, "Weekly", 12), (4, "Copyist", 12) })
        {
            story.On($"2025-01-0{day}", publisher).Says("Voltara Durres", "capacity", value, "GWh/yr", when: "2024-12");
        }

        var (weekly, copyist) = (story.Claims[2], story.Claims[3]);
        var copies = new Dictionary<string, Signed> { [copyist.DocumentId] = new(weekly.DocumentId, weekly.Path, weekly.Publisher, weekly.Published, new Signature([])) };
        string Held(IReadOnlyDictionary<string, Signed>? known) => Reconcile.Run(story.Claims, [], null, null, Story.Knowledge, known).Findings.Single(finding => finding.Predicate == "capacity").Value!.ToString()!;
        Held(null).ShouldBe("12", "two against two: the later");
        Held(copies).ShouldBe("9", "two against one and its copy");
    }

    private static Signed Signed(string id, string? published, string title, IEnumerable<string> sentences)
    {
        var text = new StringBuilder($"# {title}\n");
        foreach (var paragraph in sentences.Chunk(3)) text.Append('\n').AppendJoin(' ', paragraph).Append('\n');
        var document = DocumentReader.Parse(Encoding.UTF8.GetBytes(text.ToString()), id + ".md").Document.ShouldNotBeNull();
        return new Signed(id, id + ".md", id + " Daily", Story.Time(published), Signature.Of(document));
    }
}
