using System.Text.Json.Nodes;
using Gigatrace.App;
using Gigatrace.Claims;
using Gigatrace.Tests.Ledger;
using Gigatrace.Tests.Publishing;

namespace Gigatrace.Tests.App;

/// <summary>Many documents into the ledger: the same whatever the number of jobs, told as it goes, cut off without harm.</summary>
public sealed class ReadVerbTests : IDisposable
{
    private readonly TestShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_number_of_jobs_changes_nothing()
    {
        Notes(60);
        _shell.Write("notes/broken.md", "| a | b |\n|---|---|\n| c |\n");
        _shell.Write("notes/empty.md", "");
        foreach (var verb in (string[])["read", "extract", "text"])
        {
            var outputs = new[] { "1", "2", "7" }.Select(jobs =>
            {
                string[] args = [verb, _shell.At("notes"), "--jobs", jobs, "--format", "jsonl"];
                var (_, output, error) = _shell.Run(verb == "read" ? [.. args, "--ledger", _shell.At($"jobs{jobs}.db")] : args);
                return output + string.Concat(error.Split('\n').Where(line => !line.EndsWith("/s", StringComparison.Ordinal)));
            }).Distinct(StringComparer.Ordinal).ToList();
            outputs.ShouldHaveSingleItem(verb);
        }

        Plants("jobs7.db").ShouldBe(Plants("jobs1.db"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_number_of_jobs_that_is_none_is_refused(string jobs)
    {
        var (code, _, error) = _shell.Run("read", _shell.Folder, "--jobs", jobs);
        code.ShouldBe(2);
        error.ShouldContain($"'{jobs}' is no number of jobs");
    }

    [Fact]
    public void The_report_counts_what_was_done_and_why_not()
    {
        Notes(3);
        foreach (var name in (string[])["a.png", "b.jpg", "c.canvas"]) _shell.Write("notes/" + name, "x");
        _shell.Write("notes/template.md", "# {{title}}\n");
        var (_, output, error) = _shell.Run("read", _shell.At("notes"), "--format", "json");
        var report = JsonNode.Parse(output)!;
        report["skipped_for"]!.ToJsonString().ShouldBe("""{"pictures":3,"templates":1}""");
        (report["read"]!.GetValue<int>(), report["new"]!.GetValue<int>(), report["skipped"]!.GetValue<int>()).ShouldBe((3, 3, 4));
        report["documents"]!.AsArray().Count.ShouldBe(5);
        error.ShouldContain("3 new, 4 skipped (3 pictures, 1 template); ");
        output.ShouldNotContain("/s");
    }

    [Theory]
    [InlineData(2, "picture", "2 pictures")]
    [InlineData(1, "picture", "1 picture")]
    [InlineData(1, "copy of an earlier page", "1 copy of an earlier page")]
    [InlineData(2, "copy of an earlier page", "2 copies of an earlier page")]
    public void Kinds_are_counted(int count, string kind, string expected) => Noun.Of(kind).Counted(count).ShouldBe(expected);

    [Theory]
    [InlineData(1, "doc.too-large", "1 too large")]
    [InlineData(3, "doc.too-large", "3 too large")]
    [InlineData(1, "doc.link", "1 linked out of the folder")]
    [InlineData(2, "doc.template", "2 templates")]
    public void Reasons_are_counted(int count, string problem, string expected) => Reasons.Of(new Diagnostic(problem, "a.md", null, "")).Counted(count).ShouldBe(expected);

    [Fact]
    public void Cancelled_in_the_middle_what_was_reported_is_recorded_and_the_rest_is_read_later()
    {
        Notes(200);
        using var cancel = new CancellationTokenSource();
        _shell.Cancelled = cancel.Token;
        // The first message of the 151st file comes when 150 have been handed on.
        _shell.Write("notes/note150.md", "| a | b |\n|---|---|\n| c |\n");
        _shell.OnError = line => { if (line.Contains("note150.md", StringComparison.Ordinal)) cancel.Cancel(); };
        var (code, output, error) = _shell.Run("read", _shell.At("notes"), "--jobs", "3");
        code.ShouldBe(130);
        output.ShouldBeEmpty();
        error.ShouldContain("gigatrace: cancelled");
        var recorded = int.Parse(error.Split('\n').Single(line => line.EndsWith("/s", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        recorded.ShouldBeInRange(100, 199);
        _shell.OnError = null;
        _shell.Cancelled = default;
        var again = JsonNode.Parse(_shell.Run("read", _shell.At("notes"), "--format", "json").Out)!;
        (again["unchanged"]!.GetValue<int>(), again["new"]!.GetValue<int>()).ShouldBe((recorded, 200 - recorded));
    }

    [Fact]
    public void Copies_are_marked_whatever_was_read_first()
    {
        var text = string.Join(' ', new MadeUpArticles(3).Sentences(9)) + "\n\nAESC opened its battery plant in Douai, with a capacity of 10 GWh a year.\n";
        _shell.Write("in/wire.md", $"---\npublished: 2025-06-03\npublisher: Wire\n---\n# The works runs\n\n{text}");
        _shell.Write("in/post.md", $"---\npublished: 2025-06-04\npublisher: Post\n---\n# News from the works\n\nFrom our wires.\n\n{text}\nPlease write to us.\n");
        _shell.Run("read", _shell.At("in/post.md")).Out.ShouldContain("1 new\n");
        var report = JsonNode.Parse(_shell.Run("read", _shell.At("in"), "--format", "json").Out)!;
        SchemaCheck.Problems(report, "reading").ShouldBeEmpty();
        report["copies"]!.GetValue<int>().ShouldBe(1);
        report["documents"]!.AsArray().Single(one => one!["copy_of"] is not null)!["result"]!.ToString().ShouldBe("unchanged");
        _shell.Write("in/third.md", $"---\npublished: 2025-06-05\npublisher: Third\n---\n# More\n\n{text}");
        _shell.Run("read", _shell.At("in")).Out.ShouldContain("1 new, 2 unchanged, of them 2 copies");
        var shown = JsonNode.Parse(_shell.Run("show", "post", "--format", "json").Out)!;
        SchemaCheck.Problems(shown, "show").ShouldBeEmpty();
        shown["copy_of"]!.ToString().ShouldEndWith("in/wire.md");
    }

    [Fact]
    public void Progress_counts_what_is_in_a_file_that_holds_many()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var clock = new Ticking();
        using (var line = new ProgressLine(new Shell { Out = TextWriter.Null, Error = error, In = () => Stream.Null, ErrorIsTerminal = true, Clock = clock }, 8000))
        {
            line.File("a.md");
            line.Document();
            line.File("box.mbox");
            for (var mail = 0; mail < 1204; mail++) line.Document();
        }

        var lines = error.ToString().Split("\r\u001b[K", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("0/8,000 · a.md");
        lines[^1].ShouldBe("1/8,000 · 1.0/s · box.mbox (1,204)");
    }

    /// <summary>Every look at the clock takes a third of a second; what has passed since then is a third more.</summary>
    private sealed class Ticking : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 3;

        public override long GetTimestamp() => ++_now;
    }

    [Fact]
    public void Progress_counts_files_and_says_how_fast()
    {
        ProgressLine.Rate(1630, TimeSpan.FromSeconds(10)).ShouldBe("163/s");
        ProgressLine.Rate(3, TimeSpan.FromSeconds(2)).ShouldBe("1.5/s");
        Notes(3);
        _shell.Terminal = true;
        _shell.Run("read", _shell.At("notes")).Error.ShouldContain($"0/3 · {_shell.At("notes")}");
    }

    /// <summary>A process of its own, cut off by Ctrl-C; <c>env</c> makes it hear that where the tests' own shell is deaf to it.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void A_process_that_is_cut_off_ends_with_130_and_a_second_run_goes_on()
    {
        if (!OperatingSystem.IsLinux()) return;
        Notes(6000);
        var (code, error) = Process(cutOff: true);
        code.ShouldBe(130, error);
        error.ShouldContain("gigatrace: cancelled");
        var recorded = int.Parse(error.Split('\n').Single(line => line.EndsWith("/s", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
        recorded.ShouldBeInRange(1, 5999);
        (code, error) = Process(cutOff: false);
        code.ShouldBe(0, error);
        error.ShouldContain(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{6000 - recorded:#,0} new, {recorded:#,0} unchanged; "));
    }

    private (int Code, string Error) Process(bool cutOff)
    {
        var start = new System.Diagnostics.ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "gigatrace.dll"), "read", _shell.At("notes"), "--ledger", _shell.Ledger, "--format", "csv"])
        {
            UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        // Once something was recorded.
        while (cutOff && !process.HasExited && !(File.Exists(_shell.Ledger + "-wal") && new FileInfo(_shell.Ledger + "-wal").Length > 500_000)) Thread.Sleep(20);
        if (cutOff)
        {
            using var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }

        process.WaitForExit(TimeSpan.FromMinutes(3)).ShouldBeTrue();
        _ = output.Result;
        return (process.ExitCode, error.Result);
    }

    private string Plants(string ledger) => _shell.Run("plants", "--format", "json", "--ledger", _shell.At(ledger)).Out;

    private void Notes(int count)
    {
        for (var at = 0; at < count; at++) _shell.Write($"notes/note{at:000}.md", $"---\ncreated: 2025-01-{1 + (at % 28):00}\n---\n# Note {at}\n\nAESC opened its battery plant in Douai. The plant has a capacity of {1 + (at % 9)} GWh a year.\n");
    }
}
