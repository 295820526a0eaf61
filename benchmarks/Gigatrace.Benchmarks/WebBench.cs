using AngleSharp.Html.Parser;
using Gigatrace.Documents;

namespace Gigatrace.Benchmarks;

/// <summary>
/// Pages a second on one core over a folder of saved pages: merely parsing them with AngleSharp, and reading them whole
/// (parse, main text, what the head says). Both take turns; each figure is the median of five rounds of processor time.
/// </summary>
internal static class WebBench
{
    private const int Rounds = 5;

    public static void Pages(string folder)
    {
        var pages = Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), Bytes: File.ReadAllBytes(path))).ToList();
        var letters = 0L;
        void Parse()
        {
            foreach (var (_, bytes) in pages)
            {
                using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(System.Text.Encoding.UTF8.GetString(bytes));
                letters += page.Body is null ? 0 : 1;
            }
        }

        void Read()
        {
            foreach (var (name, bytes) in pages) letters += DocumentReader.Parse(bytes, name).Document?.Text.Length ?? 0;
        }

        for (var warm = 0; warm < 10; warm++) { Parse(); Read(); Thread.Sleep(100); }
        var (parsed, read) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            parsed.Add(Rate(pages.Count, Parse));
            read.Add(Rate(pages.Count, Read));
        }

        var (parse, whole) = (Median(parsed), Median(read));
        Console.WriteLine(FormattableString.Invariant($"{{\"pages\":{pages.Count},\"MB\":{pages.Sum(p => p.Bytes.Length) / 1e6:0.0},\"parse_pages_per_s\":{parse:0.0},\"read_pages_per_s\":{whole:0.0},\"of_parse\":{whole / parse:0.000}}}"));
        GC.KeepAlive(letters);
    }

    private static double Rate(int pages, Action job)
    {
        var before = Environment.CpuUsage.TotalTime;
        job();
        return pages / Math.Max((Environment.CpuUsage.TotalTime - before).TotalSeconds, 1e-9);
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
