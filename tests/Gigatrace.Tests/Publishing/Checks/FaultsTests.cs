using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Tests.App;

namespace Gigatrace.Tests.Publishing.Checks;

/// <summary>How much of what was planted in the vault of <c>faults/</c> is found, and how much else is said: neither may get worse.</summary>
public sealed class FaultsTests
{
    private static readonly string Folder = Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Publishing/Checks/faults");

    /// <summary>Measured, rounded down. All have been looked at.</summary>
    [Theory]
    [InlineData("a", 0.98, 0.80)]
    [InlineData("b", 0.96, 0.74)]
    [InlineData("c", 0.90, 0.83)]
    [InlineData("d", 0.73, 0.50)]
    [InlineData("e", 0.68, 0.53)]
    public void Precision_and_recall_hold(string half, double precision, double recall)
    {
        using var shell = new TestShell { Now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero) };
        shell.Run("read", Path.Combine(Folder, "evidence")).Code.ShouldBe(0);
        var vault = Path.Combine(Folder, "vault");
        var (code, output, error) = shell.Run("check", vault, "--format", "json");
        code.ShouldBe(1, error);
        var expected = Rows("expected.tsv");
        var others = Rows("near.tsv").Concat(Rows("true.tsv")).ToArray();
        var halves = expected.Concat(others).GroupBy(row => row[1], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First()[0], StringComparer.Ordinal);
        var problems = JsonNode.Parse(output)!.AsArray().Select(problem => (File: Path.GetRelativePath(vault, problem!["path"]!.ToString()).Replace('\\', '/'), Line: (int)problem["line"]!, Start: (int)problem["start"]!, End: (int)problem["end"]!, Rule: problem["rule"]!.ToString()))
            .Where(problem => halves.GetValueOrDefault(problem.File, half) == half).ToArray();
        var planted = expected.Where(row => row[0] == half).Select(row => (Row: row, Place: Place(row))).ToArray();
        var found = planted.Count(fault => problems.Any(problem => Meets(problem, fault)));
        var right = problems.Count(problem => planted.Any(fault => Meets(problem, fault)));
        var neutral = problems.Count(problem => problem.Rule == "GT005" && !planted.Any(fault => Meets(problem, fault)) && others.Any(row => row[1] == problem.File && row[2] == problem.Line.ToString(CultureInfo.InvariantCulture) && row[3] is "GT005"));
        ((double)right / (problems.Length - neutral)).ShouldBeGreaterThanOrEqualTo(precision);
        ((double)found / planted.Length).ShouldBeGreaterThanOrEqualTo(recall);
    }

    private static bool Meets((string File, int Line, int Start, int End, string Rule) problem, (string[] Row, (int Start, int End) Place) fault) =>
        problem.File == fault.Row[1] && problem.Line.ToString(CultureInfo.InvariantCulture) == fault.Row[2] && problem.Start < fault.Place.End && fault.Place.Start < problem.End;

    /// <summary>Offsets of the words at fault, in code points.</summary>
    private static (int Start, int End) Place(string[] row)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "vault", row[1]));
        var at = 0;
        for (var line = 1; line < int.Parse(row[2], CultureInfo.InvariantCulture); line++) at = text.IndexOf('\n', at) + 1;
        at = text.IndexOf(row[4], at, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{row[1]}:{row[2]} has no \"{row[4]}\"");
        var source = new Gigatrace.Claims.SourceText(text);
        return (source.ToCodePoint(at), source.ToCodePoint(at + row[4].Length));
    }

    private static string[][] Rows(string file) => [.. File.ReadAllLines(Path.Combine(Folder, file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))];
}
