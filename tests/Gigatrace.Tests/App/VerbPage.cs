using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Gigatrace.App;

namespace Gigatrace.Tests.App;

/// <summary>A verb's page in <c>docs/verbs</c>, written from the command line itself.</summary>
internal static class VerbPage
{
    public static string Of(Command verb, string before = "gigatrace", string heading = "#")
    {
        var page = new StringBuilder();
        var name = $"{before} {verb.Name}";
        page.Append($"{heading} {name}\n\n{verb.Description}\n\n");
        if (verb.Subcommands.Count == 0) page.Append($"```\n{Usage(verb, name)}\n```\n\n");
        Append(page, "argument", verb.Arguments.Select(argument => (argument.Name, argument.Description)));
        Append(page, "option", verb.Options.Where(option => option is not HelpOption).Select(option => (Label(option), Described(option))));
        if (verb is Verb { Example: { } example }) page.Append($"For example:\n\n```\n{example}\n```\n");
        foreach (var sub in verb.Subcommands) page.Append('\n').Append(Of(sub, name, heading + "#"));
        return page.ToString();
    }

    private static string Usage(Command verb, string name) =>
        string.Join(' ', [name, .. verb.Arguments.Select(Label), .. verb.Options.Where(option => option is not HelpOption).Select(option => $"[{Label(option)}]")]);

    private static string Label(Argument argument) => (argument.Arity.MinimumNumberOfValues, argument.Arity.MaximumNumberOfValues > 1) switch
    {
        (0, true) => $"[{argument.Name}…]",
        (0, false) => $"[{argument.Name}]",
        (_, true) => $"{argument.Name}…",
        _ => argument.Name,
    };

    private static string Label(Option option) => option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}";

    private static string? Described(Option option) =>
        option.HasDefaultValue && option.GetDefaultValue() is string { Length: > 0 } standard ? $"{option.Description} Default: {standard}." : option.Description;

    private static void Append(StringBuilder page, string what, IEnumerable<(string Name, string? Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        page.Append($"| {what} | |\n| --- | --- |\n");
        foreach (var (name, description) in all) page.Append($"| `{name.Replace("|", "\\|", StringComparison.Ordinal)}` | {description} |\n");
        page.Append('\n');
    }
}
