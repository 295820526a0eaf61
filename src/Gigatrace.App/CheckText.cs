using Gigatrace.Publishing;
using Gigatrace.Publishing.Checks;

namespace Gigatrace.App;

/// <summary>What a check says, as other linters say it: a line for each problem, which editors can jump to, and the evidence under it.</summary>
internal static class CheckText
{
    private const string Bold = "1", Faint = "2", Red = "31", Yellow = "33", Cyan = "36";

    public static void Write(Shell shell, Checked found)
    {
        foreach (var problem in found.Told)
        {
            shell.Out.WriteLine($"{Styled(shell, Bold, $"{problem.Path}:{problem.Region.Line}:{problem.Region.Column}")} {Styled(shell, Colour(problem.Severity), Name(problem.Severity))} {problem.Message} {Styled(shell, Faint, $"{problem.Rule.Id} {problem.Rule.Name}")}");
            shell.Out.WriteLine($"    note: “{OneLine(problem.Quote)}”");
            foreach (var evidence in problem.Evidence) shell.Out.WriteLine($"    {Styled(shell, Faint, "but:")}  “{OneLine(evidence.Quote)}” {Styled(shell, Faint, $"{evidence.Source} · {evidence.Place}")}");
        }

        WriteEnd(shell, found);
    }

    private static void WriteEnd(Shell shell, Checked found)
    {
        var told = found.Told.ToArray();
        var silenced = found.Problems.Length - told.Length;
        if (told.Length > 0) shell.Out.WriteLine();
        shell.Out.WriteLine((told.Length == 0 ? "no problem found" : $"{Phrases.Count(told.Length, "problem")} in {Phrases.Count(told.Select(problem => problem.Path).Distinct(StringComparer.Ordinal).Count(), "note")}: {Counts(told)}") + (silenced > 0 ? $" ({silenced} silenced)" : ""));
        if (told.Length > 0) shell.Out.WriteLine("Mend the note, or silence a line with <!-- gigatrace-ignore RULE: why --> before it; --write-baseline keeps all of them for later.");
    }

    private static string Counts(IEnumerable<Problem> told) => string.Join(", ", told.GroupBy(problem => problem.Severity).OrderByDescending(group => group.Key).Select(group => Phrases.Count(group.Count(), Name(group.Key))));

    private static string Name(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Colour(Severity severity) => severity switch { Severity.Error => Red, Severity.Warning => Yellow, _ => Cyan };

    private static string Styled(Shell shell, string style, string text) => shell.Colour ? $"\u001b[{style}m{text}\u001b[0m" : text;

    private static string OneLine(string quote) => string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
