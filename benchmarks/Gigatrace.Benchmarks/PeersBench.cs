using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Gigatrace.Documents;
using Gigatrace.Extraction;

namespace Gigatrace.Benchmarks;

/// <summary>
/// Rates over a file of texts, one JSON object with <c>text</c> a line, as the peers' scripts measure theirs: one text at a time,
/// the median of five rounds, by the clock and by the processor's time.
/// </summary>
internal static class PeersBench
{
    private const int Rounds = 5;

    /// <summary>From the bytes of a text to its claims: its reading as a document with passages included.</summary>
    public static void Claims(string file)
    {
        var texts = Texts(file);
        var extractor = Extractor.Create();
        var claims = 0;
        Warm(extractor, texts);
        var (before, collections) = (GC.GetTotalAllocatedBytes(true), GC.CollectionCount(0));
        var rates = Rates(texts, () => claims = Read(extractor, texts));
        var allocated = (double)(GC.GetTotalAllocatedBytes(true) - before) / Rounds;
        Print(new { tool = "gigatrace", docs = texts.Count, MB = Math.Round(Megabytes(texts), 2), claims, MB_per_s = rates[0].Clock, MB_per_cpu_s = rates[0].Processor, bytes_allocated_per_byte = Math.Round(allocated / Megabytes(texts) / 1e6, 1), collections = (GC.CollectionCount(0) - collections) / Rounds });
    }

    /// <summary>A stream in which few texts are of the field, beside merely decoding the same bytes from UTF-8: text by text, and all in one piece.</summary>
    public static void Stream(string file)
    {
        var texts = Texts(file);
        var extractor = Extractor.Create();
        var (claims, decoded) = (0, 0);
        byte[] whole = [.. texts.SelectMany(text => text)];
        Warm(extractor, texts);
        var rates = Rates(texts, () => decoded = texts.Sum(text => Encoding.UTF8.GetString(text).Length), () => decoded = Encoding.UTF8.GetString(whole).Length, () => claims = Read(extractor, texts));
        var (each, once, ours) = (rates[0].Processor, rates[1].Processor, rates[2].Processor);
        Print(new { tool = "gigatrace", docs = texts.Count, MB = Math.Round(Megabytes(texts), 2), claims, MB_per_cpu_s = ours, decode_each_MB_per_cpu_s = each, decode_whole_MB_per_cpu_s = once, of_decoding_each = Math.Round(ours / each, 3), of_decoding_whole = Math.Round(ours / once, 3) });
        GC.KeepAlive(decoded);
    }

    /// <summary>Compilers that work beside the program are to be done before anything counts.</summary>
    private static void Warm(Extractor extractor, List<byte[]> texts)
    {
        var relevant = texts.Where(text => Extractor.MayClaim(text)).ToList();
        for (var read = 0; read < 4000; read += relevant.Count)
        {
            Read(extractor, relevant);
            Thread.Sleep(20);
        }
    }

    private static int Read(Extractor extractor, List<byte[]> texts)
    {
        var claims = 0;
        foreach (var text in texts)
        {
            if (Extractor.MayClaim(text) && DocumentReader.Parse(text, "text.txt").Document is { } document) claims += extractor.Extract(document).Claims.Length;
        }

        return claims;
    }

    private static List<byte[]> Texts(string file) =>
        [.. File.ReadLines(file).Select(line => Encoding.UTF8.GetBytes(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!))];

    /// <summary>For each job the median rate over some rounds, in which they take turns, in megabytes a second.</summary>
    private static (double Clock, double Processor)[] Rates(List<byte[]> texts, params Action[] jobs)
    {
        var (clocks, processors) = (jobs.Select(_ => new List<double>()).ToArray(), jobs.Select(_ => new List<double>()).ToArray());
        for (var round = 0; round < Rounds; round++)
        {
            for (var job = 0; job < jobs.Length; job++)
            {
                var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                jobs[job]();
                processors[job].Add(Megabytes(texts) / (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
                clocks[job].Add(Megabytes(texts) / clock.Elapsed.TotalSeconds);
            }
        }

        return [.. jobs.Select((_, job) => (Median(clocks[job]), Median(processors[job])))];
    }

    private static double Median(List<double> rates) => Math.Round(rates.Order().ElementAt(rates.Count / 2), 3);

    private static double Megabytes(List<byte[]> texts) => texts.Sum(text => (double)text.Length) / 1e6;

    private static void Print(object line) => Console.WriteLine(JsonSerializer.Serialize(line));
}
