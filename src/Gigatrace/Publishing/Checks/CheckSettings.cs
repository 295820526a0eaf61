using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gigatrace.Publishing.Checks;

/// <summary>How a vault wants to be checked: the file <c>gigatrace.yaml</c> at its root.</summary>
public sealed record CheckSettings
{
    /// <summary>Its names, the first that is there counts.</summary>
    public static ImmutableArray<string> FileNames { get; } = ["gigatrace.yaml", ".gigatrace.yaml", "gigatrace.yml", ".gigatrace.yml"];

    private static readonly string[] Keys = ["rules", "exclude", "baseline"];

    /// <summary>By the rule's id.</summary>
    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary<string, Severity>.Empty;

    /// <summary>Notes that are not checked: paths below the vault, with <c>*</c>, <c>?</c> and <c>**</c>; a folder stands for all in it.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Path of the baseline, below the vault; null where there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>What in the file could not be used; the rest counts.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public Severity Of(CheckRule rule) => Severities.GetValueOrDefault(rule.Id, rule.Severity);

    /// <param name="relative">A path below the vault.</param>
    public bool Excludes(string relative) => Exclude.Select(pattern => pattern.Trim('/')).Any(pattern => new Glob(".", (pattern.Contains('/', StringComparison.Ordinal) ? pattern : "**/" + pattern).Split('/')).Holds(relative));

    /// <param name="path">Named in diagnostics.</param>
    public static CheckSettings Parse(string yaml, string path)
    {
        var (settings, problems) = (new CheckSettings(), ImmutableArray.CreateBuilder<Diagnostic>());
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [var first, ..])
            {
                if (first.RootNode is YamlMappingNode root) settings = Read(root, Tell);
                else Tell(first.RootNode, "keys and values are expected here; nothing of it counts");
            }
        }
        catch (YamlException e)
        {
            problems.Add(new Diagnostic("check.settings", path, (int)Math.Max(1, e.Start.Line), "this is no YAML; nothing of it counts"));
        }

        return settings with { Diagnostics = problems.ToImmutable() };

        void Tell(YamlNode at, string message) => problems.Add(new Diagnostic("check.settings", path, (int)Math.Max(1, at.Start.Line), message));
    }

    private static CheckSettings Read(YamlMappingNode root, Action<YamlNode, string> tell)
    {
        var settings = new CheckSettings();
        foreach (var (key, value) in root.Children)
        {
            settings = key.ToString() switch
            {
                "rules" => settings with { Severities = Rules(value, tell) },
                "exclude" => settings with { Exclude = Words(value, tell) },
                "baseline" when value is YamlScalarNode { Value: { Length: > 0 } file } => settings with { Baseline = file },
                _ => Unknown(settings, key, tell),
            };
        }

        return settings;
    }

    private static CheckSettings Unknown(CheckSettings settings, YamlNode key, Action<YamlNode, string> tell)
    {
        tell(key, key.ToString() == "baseline" ? "baseline is to name a file" : $"'{key}' is not known here; it is left out (known are {string.Join(", ", Keys)})");
        return settings;
    }

    private static ImmutableDictionary<string, Severity> Rules(YamlNode value, Action<YamlNode, string> tell)
    {
        var rules = ImmutableDictionary.CreateBuilder<string, Severity>(StringComparer.Ordinal);
        if (value is not YamlMappingNode rows)
        {
            tell(value, "rules is to say a severity for each rule: \"GT004: hint\"");
            return rules.ToImmutable();
        }

        foreach (var (key, said) in rows.Children)
        {
            if (CheckRule.Find(key.ToString()) is not { } rule) tell(key, $"there is no rule '{key}' (there are {string.Join(", ", CheckRule.All.Select(one => one.Id))})");
            else if (!Enum.TryParse<Severity>(said.ToString(), ignoreCase: true, out var severity) || !Enum.IsDefined(severity) || char.IsDigit(said.ToString()[0])) tell(said, $"'{said}' is no severity (error, warning, hint or off)");
            else rules[rule.Id] = severity;
        }

        return rules.ToImmutable();
    }

    private static ImmutableArray<string> Words(YamlNode value, Action<YamlNode, string> tell)
    {
        if (value is YamlScalarNode { Value: { Length: > 0 } one }) return [one];
        if (value is YamlSequenceNode many) return [.. many.Children.OfType<YamlScalarNode>().Select(node => node.Value).OfType<string>().Where(word => word.Length > 0)];
        tell(value, "a list of paths is expected");
        return [];
    }
}
