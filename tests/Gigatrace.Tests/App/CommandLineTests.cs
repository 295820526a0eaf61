using System.CommandLine;
using Gigatrace.App;

namespace Gigatrace.Tests.App;

public sealed class CommandLineTests
{
    public static TheoryData<string> Verbs => [.. Program.Verbs(Nowhere).Subcommands.Select(verb => verb.Name)];

    private static Shell Nowhere => new() { Out = TextWriter.Null, Error = TextWriter.Null, In = () => Stream.Null };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_and_option_is_documented(string verb) =>
        Expectations.Check(VerbPage.Of(Program.Verbs(Nowhere).Subcommands.Single(one => one.Name == verb)), $"docs/verbs/{verb}.md");

    [Fact]
    public void No_page_speaks_of_a_verb_that_is_not_there() =>
        Directory.EnumerateFiles(Path.Combine(Expectations.Root, "docs/verbs"), "*.md").Select(Path.GetFileNameWithoutExtension)
            .Except(Program.Verbs(Nowhere).Subcommands.Select(verb => verb.Name)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_help_shows_an_example(string verb)
    {
        using var shell = new TestShell();
        var (code, output, error) = shell.Run(verb, "--help");
        code.ShouldBe(0);
        error.ShouldBeEmpty();
        output.ShouldContain($"Example:\n  gigatrace {verb}");
        output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Theory]
    [InlineData("plnts", "'plnts' is not known; did you mean plants?")]
    [InlineData("xyzzy", "'xyzzy' is not known here")]
    [InlineData("plants --as-of yesterday", "'yesterday' is no date; write 2022-01-31, 2022-01 or 2022")]
    [InlineData("plants --recorded-as-of 2026-03-01T25:00Z", "'2026-03-01T25:00Z' is no day and no instant; write 2026-03-01 or 2026-03-01T12:00:00Z")]
    [InlineData("changes", "say from when: --from DATE or --since DATE")]
    [InlineData("changes --from 2025 --since 2025", "--from and --since say the same; give one of them")]
    [InlineData("changes --from 2025-06 --to 2025-05", "--to is before --from")]
    [InlineData("plants --format xml", "'xml' not recognized")]
    [InlineData("plants more", "'more' is not known here")]
    [InlineData("plant", "Required argument 'NAME' missing")]
    [InlineData("rules", "Required command was not provided")]
    public void A_slip_in_typing_gives_one_line_and_code_2(string typed, string expected)
    {
        using var shell = new TestShell();
        var (code, output, error) = shell.Run(typed.Split(' '));
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldStartWith("gigatrace: ");
        error.ShouldContain(expected);
        error.TrimEnd('\n').ShouldNotContain("\n");
    }

    [Fact]
    public void Without_a_verb_the_help_is_shown()
    {
        using var shell = new TestShell();
        var (code, output, _) = shell.Run();
        code.ShouldBe(0);
        foreach (var verb in Program.Verbs(Nowhere).Subcommands) output.ShouldContain(verb.Name);
    }
}
