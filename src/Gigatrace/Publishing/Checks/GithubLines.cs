using System.Text;

namespace Gigatrace.Publishing.Checks;

/// <summary>Problems as commands of a GitHub workflow, which shows each beside its line.</summary>
public static class GithubLines
{
    public static void Write(TextWriter writer, Checked found)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(found);
        foreach (var problem in found.Told) writer.Write(Of(problem) + "\n");
    }

    public static string Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (level, region) = (problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" }, problem.Region);
        // Columns are only understood where the end is on the same line.
        var columns = region.Line == region.EndLine ? $",col={region.Column},endColumn={region.EndColumn}" : "";
        var text = new StringBuilder(problem.Message);
        foreach (var evidence in problem.Evidence) text.Append($"\n“{evidence.Quote.ReplaceLineEndings(" ")}” {evidence.Source}, {evidence.Place}");
        return $"::{level} file={Property(problem.Path)},line={region.Line},endLine={region.EndLine}{columns},title={Property($"{problem.Rule.Id} {problem.Rule.Name}")}::{Data(text.ToString())}";
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
