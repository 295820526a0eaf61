using System.Text.RegularExpressions;

namespace Gigatrace.Tests.App;

/// <summary>What a person meets before there is anything: each message says what to do next. And with colour a table says what it says without.</summary>
public sealed partial class FirstStepsTests : IDisposable
{
    private readonly TestShell _shell = new();

    [Theory]
    [InlineData("plants")]
    [InlineData("plant douai")]
    [InlineData("company aesc")]
    [InlineData("timeline")]
    [InlineData("who")]
    [InlineData("disagreements")]
    [InlineData("changes --since 2025")]
    [InlineData("history douai")]
    [InlineData("pipeline")]
    [InlineData("network")]
    public void Without_a_ledger_and_with_an_empty_one(string asked)
    {
        var (code, output, error) = _shell.Run(asked.Split(' '));
        (code, output).ShouldBe((2, ""));
        error.ShouldContain("there is no ledger at ");
        error.ShouldContain("`gigatrace read PATH` makes one");
        _shell.Run("read", _shell.Write("garden.txt", "The roses are out.\n")).Code.ShouldBe(0);
        (code, output, error) = _shell.Run(asked.Split(' '));
        code.ShouldBeOneOf(0, 2);
        (output + error).ReplaceLineEndings(" ").ShouldContain("`gigatrace read PATH` brings documents in");
    }

    [Theory]
    [InlineData("plants")]
    [InlineData("plant douai --evidence")]
    [InlineData("company aesc")]
    [InlineData("timeline")]
    [InlineData("who")]
    [InlineData("disagreements")]
    [InlineData("changes --since 2025")]
    [InlineData("history douai")]
    [InlineData("pipeline")]
    [InlineData("network")]
    [InlineData("judge queue")]
    public void Colour_changes_no_line(string asked)
    {
        _shell.Run("read", Path.Combine(Expectations.Root, "samples")).Code.ShouldBe(0);
        var plain = _shell.Run(asked.Split(' ')).Out;
        plain.ShouldNotContain('\u001B');
        plain.Split('\n').ShouldAllBe(line => line.Length <= 80 && line == line.TrimEnd());
        _shell.Colour = true;
        var coloured = _shell.Run(asked.Split(' ')).Out;
        coloured.ShouldContain('\u001B');
        Trimmed(Codes().Replace(coloured, "")).ShouldBe(Trimmed(plain));
    }

    public void Dispose() => _shell.Dispose();

    private static string[] Trimmed(string text) => [.. text.Split('\n').Select(line => line.TrimEnd())];

    [GeneratedRegex("\u001B\\[[0-9;]*m", RegexOptions.None, 5000)]
    private static partial Regex Codes();
}
