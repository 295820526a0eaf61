using System.CommandLine;

namespace Gigatrace.App;

/// <summary>--reason and --by: why something is decided, and by whom. Without --by it is GIGATRACE_BY, else whoever is logged in.</summary>
internal sealed class Person
{
    public Option<string> Reason { get; } = new("--reason") { Description = "Why, in a sentence. Kept with it.", HelpName = "TEXT", Required = true };

    public Option<string?> By { get; } = new("--by") { Description = "Who says so. Default: $GIGATRACE_BY, else $USER.", HelpName = "NAME" };

    public string ReasonOf(ParseResult parsed) =>
        parsed.GetValue(Reason)?.Trim() is { Length: > 0 } reason ? reason : throw new Failure("--reason is empty; say why in a sentence");

    public string ByOf(Shell shell, ParseResult parsed) =>
        new[] { parsed.GetValue(By), shell.Variable("GIGATRACE_BY"), shell.Variable("USER"), shell.Variable("USERNAME") }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))?.Trim()
        ?? throw new Failure("say who decides: --by NAME, or GIGATRACE_BY");
}
