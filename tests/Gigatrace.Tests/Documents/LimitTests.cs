using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gigatrace.Documents;
using Xunit.Abstractions;

namespace Gigatrace.Tests.Documents;

/// <summary>Bounds that hold whatever is read, each with its message.</summary>
[Collection(nameof(Extraction.GrowthTests))]
public sealed class LimitTests(ITestOutputHelper output)
{
    private const long Mebibyte = 1024 * 1024;

    [Fact]
    public void A_page_that_takes_too_long_is_given_up() =>
        ReadAll.Of(Encoding.UTF8.GetBytes(ArchiveBytes.Page), "a.html", new ReadingOptions { MaxTime = TimeSpan.Zero }).Problems.ShouldBe(["reading it takes longer than 0 s; it was given up [doc.slow]"]);

    [Fact]
    public void So_is_a_text() =>
        ReadAll.Of("The works in Lindenau opened on Monday."u8.ToArray(), "a.txt", new ReadingOptions { MaxTime = TimeSpan.Zero }).Problems.ShouldBe(["reading it takes longer than 0 s; it was given up [doc.slow]"]);

    [Theory]
    [InlineData("<br>")]
    [InlineData("<i></i>")]
    public void A_page_of_very_many_elements_is_given_up(string part) =>
        ReadAll.Of(Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat(part, 320_000))), "a.html").Problems.ShouldBe(["it has more than 300000 elements [doc.html]"]);

    /// <summary>Each paragraph opens all again that was left open in the one before.</summary>
    [Fact]
    public void A_page_that_makes_a_parser_build_ever_more_is_left_out()
    {
        var bold = string.Concat(Enumerable.Range(0, 2000).Select(number => string.Create(CultureInfo.InvariantCulture, $"<b id={number}>")));
        ReadAll.Of(Encoding.UTF8.GetBytes("<html><body><p>" + bold + string.Concat(Enumerable.Repeat("<p>x", 1000))), "a.html").Problems.ShouldBe(["its elements are nested too deeply for a page [doc.html]"]);
    }

    [Fact]
    public void Fonts_left_open_by_the_dozen_are_read() =>
        ReadAll.Of(Encoding.UTF8.GetBytes("<html><body><p>" + string.Concat(Enumerable.Repeat("<font color=red>The works at Lindenau will make ten GWh.<p>", 300))), "a.html").Documents.Count.ShouldBe(1);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<font size=7>")]
    public void A_page_nested_very_deeply_is_left_out(string tag) =>
        ReadAll.Of(Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat(tag, 5000)) + "x"), "a.html").Problems.ShouldBe(["its elements are nested too deeply for a page [doc.html]"]);

    [Fact]
    public void A_text_of_very_many_passages_is_read_up_to_there()
    {
        var (documents, problems) = ReadAll.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("- a\n", 120_000))), "a.md");
        documents.ShouldHaveSingleItem().Passages.Length.ShouldBe(ReadingOptions.MaxPassages);
        problems.ShouldBe(["it has more than 100000 passages; the rest is not read [doc.passages]"]);
    }

    [Fact]
    public void A_field_folded_over_very_many_lines_takes_time_in_proportion()
    {
        var clock = Stopwatch.StartNew();
        var archive = ArchiveBytes.Response("http://a/", ArchiveBytes.Page, "X-Note: a\r\n" + string.Concat(Enumerable.Repeat(" b\r\n", 300_000)) + "Content-Type: text/html");
        ReadAll.Of(archive, "a.warc").Documents.ShouldHaveSingleItem().Title.ShouldBe("Lindenau opens");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public void An_archive_is_read_in_bounded_memory()
    {
        using var archive = new EndlessArchive(20 * Mebibyte);
        var count = 0;
        long before = 0;
        foreach (var reading in DocumentReader.Read(archive, "a.warc"))
        {
            reading.Document.ShouldNotBeNull().Url.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"https://example.org/{count:D9}"));
            if (++count == 100) before = GC.GetTotalMemory(forceFullCollection: true);
        }

        count.ShouldBe(archive.Count);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(8 * Mebibyte);
    }

    /// <summary>As a user would, by the program.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task So_is_one_of_a_gibibyte_by_the_program()
    {
        var path = Path.Combine(Path.GetTempPath(), $"gigatrace-{Guid.NewGuid():N}.warc");
        try
        {
            int count;
            await using (var file = File.Create(path))
            {
                await using var archive = new EndlessArchive(1024 * Mebibyte);
                await archive.CopyToAsync(file);
                count = archive.Count;
            }

            var clock = Stopwatch.StartNew();
            var (documents, peak) = await Extract(path);
            output.WriteLine($"{count} pages in {clock.Elapsed.TotalSeconds:0} s, {1024 / clock.Elapsed.TotalSeconds:0.0} MiB/s, {peak / Mebibyte} MiB at most");
            documents.ShouldBe(count);
            peak.ShouldBeLessThan(512 * Mebibyte);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <returns>How many titles it printed, and the most memory it had.</returns>
    private static async Task<(int Documents, long Peak)> Extract(string path)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "gigatrace.dll"), "text", path]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        long peak = 0;
        var documents = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("Works 0", StringComparison.Ordinal)) continue;
            if (++documents % 200 != 0) continue;
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
        }

        await process.WaitForExitAsync();
        return (documents, peak);
    }
}
