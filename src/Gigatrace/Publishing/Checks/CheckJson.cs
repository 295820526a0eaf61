using System.Text.Json.Nodes;

namespace Gigatrace.Publishing.Checks;

/// <summary>Problems as JSON: a list of objects, by path and place; those that are silenced say by what.</summary>
public static class CheckJson
{
    public static void Write(TextWriter writer, Checked found)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(found);
        writer.Write(Json.Pretty(Json.Array(found.Problems.Select(Of))) + "\n");
    }

    public static JsonObject Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new JsonObject
        {
            ["rule"] = problem.Rule.Id,
            ["name"] = problem.Rule.Name,
            ["severity"] = problem.Severity.ToString().ToLowerInvariant(),
            ["path"] = problem.Path,
            ["line"] = problem.Region.Line,
            ["column"] = problem.Region.Column,
            ["end_line"] = problem.Region.EndLine,
            ["end_column"] = problem.Region.EndColumn,
            ["start"] = problem.Region.Start,
            ["end"] = problem.Region.End,
            ["quote"] = problem.Quote,
            ["subject"] = problem.Subject,
            ["topic"] = problem.Topic,
            ["message"] = problem.Message,
            ["evidence"] = Json.Array(problem.Evidence.Select(evidence => evidence.ToJson())),
            ["fingerprint"] = problem.Fingerprint,
            ["silenced"] = problem.Silenced switch { Silenced.InNote => "note", Silenced.Baseline => "baseline", _ => null },
            ["reason"] = problem.Reason,
        };
    }
}
