using System.Text;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Extraction;

/// <summary>What takes time is measured while no other test runs.</summary>
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Reading costs what a text is long: no text makes it quadratic, and no number of documents fills the memory.</summary>
[Collection(nameof(GrowthTests))]
public sealed class GrowthTests
{
    /// <summary>Twice the length may cost this many times as much: more than twice for a machine with other work, less than the four times of what grows with the square.</summary>
    private const double Most = 3.2;

    public static TheoryData<string, string, int> Pieces => new()
    {
        { "a long word", "battery", 40_000 },
        { "a long number", "1,000.", 40_000 },
        { "numbers", "12 GWh, 2025 and 3 to 5 million ", 4000 },
        { "brackets", "(battery ", 15_000 },
        { "closing brackets", "battery ) ] ", 15_000 },
        { "of of of", "of ", 60_000 },
        { "quotation marks", "\" “ ' ", 20_000 },
        { "places", "Douai, Erfurt, Salzgitter and ", 2000 },
        { "one sentence", "the battery plant that CATL builds in Debrecen will make 40 GWh a year and ", 500 },
        { "plant phrases", "its new battery plant at the site of the plant near the factory of the works ", 500 },
        { "companies", "CATL and Verkor and Northvolt with ", 1500 },
        { "titles", "vice president and chief executive officer of ", 1500 },
        { "dates", "from June 2025 to March 2026 until early next year ", 1000 },
        { "lists in lists", "- battery\n  - plant of CATL\n    - 12 GWh\n", 3000 },
        { "short paragraphs", "CATL makes cells.\n\n", 10_000 },
        { "sentences", "CATL builds a battery plant in Debrecen. It will make 40 GWh a year. ", 500 },
        { "headings", "# Battery plant in Douai\n\n", 3000 },
        { "rows of a table", "| Plant | GWh |\n|---|---|\n| CATL Debrecen | 40 |\n\n", 700 },
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Twice_the_text_costs_about_twice(string what, string piece, int times)
    {
        for (var warm = 0; warm < 20; warm++) Cost(piece, Math.Max(1, times / 40));
        double ratio = 0;
        // A neighbour may take the processor's caches away: a text is bad only when it is so every time.
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var once = Math.Min(Cost(piece, times), Cost(piece, times));
            var twice = Math.Min(Cost(piece, times * 2), Cost(piece, times * 2));
            ratio = twice / Math.Max(once, 0.01);
            if (ratio < Most) return;
        }

        ratio.ShouldBeLessThan(Most, what);
    }

    [Fact]
    public void Many_documents_take_no_more_memory_than_few()
    {
        Read(0, 300);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Read(300, 1500);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        grown.ShouldBeLessThan(4_000_000);
    }

    private static void Read(int from, int count)
    {
        for (var number = from; number < from + count; number++)
        {
            var text = $"Maker{number} Energy, a start-up, builds a battery plant in Smallville{number}, Ohio. It will make {number} GWh a year. The plant of CATL in Debrecen opened in {1950 + number % 100}.";
            ClaimsOf.Extractor.Extract(DocumentReader.Parse(Encoding.UTF8.GetBytes(text), $"{number}.txt").Document!).Claims.Length.ShouldBeGreaterThan(0);
        }
    }

    /// <summary>Seconds for reading a text and taking its claims.</summary>
    private static double Cost(string piece, int times)
    {
        var bytes = Encoding.UTF8.GetBytes("A battery. " + new StringBuilder().Insert(0, piece, times));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        if (DocumentReader.Parse(bytes, "text.txt").Document is { } document) ClaimsOf.Extractor.Extract(document);
        return clock.Elapsed.TotalSeconds;
    }
}
