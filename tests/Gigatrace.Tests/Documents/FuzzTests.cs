using Gigatrace.Documents;
using Gigatrace.Tests.Extraction;

namespace Gigatrace.Tests.Documents;

/// <summary>
/// Whatever a file holds, reading it ends, throws nothing, and gives documents with sound spans or a message. A fault is told by its number:
/// <see cref="Mutation.Make"/> makes the file again. <c>UPDATE_EXPECT=1</c> keeps it in <c>Faults</c>.
/// </summary>
[Collection(nameof(Extraction.GrowthTests))]
public sealed class FuzzTests
{
    /// <summary>Of processor time of all that runs beside it in this process; files of a few kilobytes take milliseconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>PDFs are given up at once: a process each would be all that is measured.</summary>
    private static readonly ReadingOptions Options = new() { MaxTime = TimeSpan.FromMinutes(5), PdfToText = "no-such-program" };

    private static string Faults { get; } = Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Documents/Faults");

    public static TheoryData<string> Kept => [.. Directory.EnumerateFiles(Faults).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Three_thousand_broken_files_are_read() => Run(0, 3000);

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_was_a_fault_once_is_none(string file) => Check(file, File.ReadAllBytes(Path.Combine(Faults, file)), extract: true);

    [Fact]
    [Trait("Category", "Long")]
    public void So_are_two_hundred_thousand_and_memory_does_not_grow()
    {
        const int batch = 25_000;
        Run(1_000_000, 1_000_000 + batch);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var from = 1_000_000 + batch; from < 1_200_000; from += batch) Run(from, from + batch);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(32 * 1024 * 1024);
    }

    private static void Run(int from, int to)
    {
        var faults = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        // As many at once as the program's jobs: each further thread keeps borrowed arrays of its own for a while, which is no growth of what is read.
        Parallel.For(from, to, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (number, loop) =>
        {
            var (name, bytes) = Mutation.Make(number);
            try
            {
                Check(name, bytes, extract: number % 10 == 0);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                if (faults.TryAdd(Place(e), $"{number} ({name}): {e.GetType().Name}: {e.Message}\n{e.StackTrace}")) Keep($"{number}-{name}", bytes);
                if (faults.Count > 20) loop.Stop();
            }
        });
        faults.Values.ShouldBeEmpty();
    }

    /// <summary>Faults at one place are one fault.</summary>
    private static string Place(Exception e) => e.GetType().Name + e.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Gigatrace.Documents", StringComparison.Ordinal) || line.Contains("Gigatrace.Extraction", StringComparison.Ordinal));

    private static void Keep(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1") File.WriteAllBytes(Path.Combine(Faults, name), bytes);
    }

    private static void Check(string name, byte[] bytes, bool extract)
    {
        var before = Environment.CpuUsage.TotalTime;
        var count = 0;
        foreach (var reading in DocumentReader.Read(new MemoryStream(bytes), name, Options))
        {
            count++;
            (reading.Document is not null || !reading.Diagnostics.IsEmpty).ShouldBeTrue("neither a document nor a message");
            reading.Diagnostics.ShouldNotContain(problem => problem.Id == "doc.slow");
            if (reading.Document is not { } document) continue;
            Show.Sound(document);
            if (extract) ClaimsOf.Extractor.Extract(document).Claims.ShouldAllBe(claim => claim.Start >= 0 && claim.Start < claim.End && claim.Quote.Length > 0);
        }

        count.ShouldBeGreaterThan(0);
        (Environment.CpuUsage.TotalTime - before).ShouldBeLessThan(Longest);
    }
}
