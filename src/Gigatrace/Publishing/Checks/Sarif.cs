using System.Text.Json.Nodes;

namespace Gigatrace.Publishing.Checks;

/// <summary>Problems as SARIF 2.1.0 (OASIS Standard), for code hosts and editors. Paths are as given, so that they are those of the repository where one stands at its root.</summary>
public static class Sarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    /// <param name="version">The program's.</param>
    /// <param name="settings">A rule that is off is named as such.</param>
    public static void Write(TextWriter writer, Checked found, string version, CheckSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Json.Pretty(Of(found, version, settings)) + "\n");
    }

    public static JsonObject Of(Checked found, string version, CheckSettings settings)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(settings);
        var run = new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "gigatrace", ["semanticVersion"] = version, ["rules"] = Json.Array(CheckRule.All.Select(rule => RuleOf(rule, settings))) } },
            ["columnKind"] = "unicodeCodePoints",
            ["results"] = Json.Array(found.Problems.Select(ResultOf)),
        };
        return new JsonObject { ["$schema"] = Schema, ["version"] = "2.1.0", ["runs"] = new JsonArray(run) };
    }

    private static JsonObject RuleOf(CheckRule rule, CheckSettings settings)
    {
        var severity = settings.Of(rule);
        return new JsonObject
        {
            ["id"] = rule.Id,
            ["name"] = rule.Name,
            ["shortDescription"] = Text(rule.Summary),
            ["fullDescription"] = Text($"{rule.Summary} {rule.Help}"),
            ["help"] = new JsonObject { ["text"] = $"{rule.Help} See docs/{rule.Page}.", ["markdown"] = $"{rule.Help} See `docs/{rule.Page}`." },
            ["defaultConfiguration"] = new JsonObject { ["enabled"] = severity != Severity.Off, ["level"] = Level(severity) },
        };
    }

    private static JsonObject ResultOf(Problem problem)
    {
        var result = new JsonObject
        {
            ["ruleId"] = problem.Rule.Id,
            ["ruleIndex"] = CheckRule.All.IndexOf(problem.Rule),
            ["level"] = Level(problem.Severity),
            ["message"] = Text(problem.Message),
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = Physical(problem.Path, RegionOf(problem)) }),
            ["partialFingerprints"] = new JsonObject { ["gigatrace/v1"] = problem.Fingerprint },
        };
        if (!problem.Evidence.IsEmpty) result["relatedLocations"] = Json.Array(problem.Evidence.Select(Related));
        if (problem.Silenced != Silenced.No) result["suppressions"] = new JsonArray(Suppression(problem));
        return result;
    }

    private static JsonObject RegionOf(Problem problem) => new()
    {
        ["startLine"] = problem.Region.Line,
        ["startColumn"] = problem.Region.Column,
        ["endLine"] = problem.Region.EndLine,
        ["endColumn"] = problem.Region.EndColumn,
        ["charOffset"] = problem.Region.Start,
        ["charLength"] = problem.Region.End - problem.Region.Start,
        ["snippet"] = Text(problem.Quote),
    };

    private static JsonObject Related(Evidence evidence, int at) => new()
    {
        ["id"] = at + 1,
        ["message"] = Text($"“{evidence.Quote.ReplaceLineEndings(" ")}” {evidence.Source}"),
        ["physicalLocation"] = Physical(evidence.Path, evidence.Line is { } line ? new JsonObject { ["startLine"] = line } : null),
    };

    private static JsonObject Suppression(Problem problem) => new()
    {
        ["kind"] = problem.Silenced == Silenced.InNote ? "inSource" : "external",
        ["status"] = "accepted",
        ["justification"] = problem.Reason ?? "in the baseline",
    };

    private static JsonObject Physical(string path, JsonObject? region)
    {
        var location = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = Uri(path) } };
        if (region is not null) location["region"] = region;
        return location;
    }

    /// <summary>A relative path stays relative.</summary>
    private static string Uri(string path) => (path.StartsWith('/') ? "file://" : "") + string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", Severity.Hint => "note", _ => "none" };
}
