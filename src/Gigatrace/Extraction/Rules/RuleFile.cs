using System.Collections.Immutable;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Extraction.Rules;

/// <summary>
/// Reads rule files: records of <c>key value</c> lines, separated by empty lines; <c>#</c> starts a comment line.
/// Keys: rule, when, claim, yes, no, todo.
/// </summary>
public static class RuleFile
{
    public static ImmutableArray<Rule> Parse(string file, string text, List<Diagnostic> problems)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var record = new List<(int Line, string Key, string Value)>();
        var number = 0;
        foreach (var raw in text.Split('\n').Append(""))
        {
            number++;
            var line = raw.TrimEnd('\r', ' ');
            if (line.StartsWith('#')) continue;
            if (line.Length > 0)
            {
                var space = line.IndexOf(' ');
                record.Add(space < 0 ? (number, line, "") : (number, line[..space], line[space..].Trim()));
            }
            else if (record.Count > 0)
            {
                if (Build(file, record, problems) is { } rule) rules.Add(rule);
                record.Clear();
            }
        }

        return rules.ToImmutable();
    }

    private static Rule? Build(string file, List<(int Line, string Key, string Value)> record, List<Diagnostic> problems)
    {
        var patterns = ImmutableArray.CreateBuilder<string>();
        var claims = ImmutableArray.CreateBuilder<ClaimShape>();
        var examples = ImmutableArray.CreateBuilder<Example>();
        string? id = null;
        foreach (var (line, key, value) in record)
        {
            switch (key)
            {
                case "rule": id = value; break;
                case "when": patterns.Add(value); break;
                case "claim" when Shape(value) is { } shape: claims.Add(shape); break;
                case "yes": examples.Add(Drawn(ExampleKind.Yes, value, $"{file}:{line}")); break;
                case "no": examples.Add(Drawn(ExampleKind.No, value, $"{file}:{line}")); break;
                case "todo": examples.Add(Drawn(ExampleKind.Todo, value, $"{file}:{line}")); break;
                default: problems.Add(new Diagnostic("rules.line", file, line, $"'{key} {value}' is no line of a rule; left out")); break;
            }
        }

        if (id is null || patterns.Count == 0 || claims.Count == 0)
        {
            problems.Add(new Diagnostic("rules.record", file, record[0].Line, "a rule needs a name, a pattern and a claim; left out"));
            return null;
        }

        return new Rule { Id = id, Patterns = patterns.ToImmutable(), Claims = claims.ToImmutable(), Examples = examples.ToImmutable(), Place = $"{file}:{record[0].Line}" };
    }

    /// <summary><c>predicate[(subject)] [= value] [-> object] [key:value …]</c>; null where it does not read so.</summary>
    public static ClaimShape? Shape(string text)
    {
        var words = text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        var (at, subject, value, word, target) = (1, (string?)null, (string?)null, (string?)null, (string?)null);
        var more = ImmutableDictionary.CreateBuilder<string, string>();
        while (at < words.Length)
        {
            switch (words[at])
            {
                case "(" when at + 2 < words.Length && words[at + 2] == ")":
                    subject = words[at + 1];
                    at += 3;
                    break;
                case "=" when at + 1 < words.Length:
                    at++;
                    if (words[at].StartsWith('\'')) word = words[at++].Trim('\'');
                    // "'former' title": a word before what the slot took.
                    if (at < words.Length && words[at] is not "->" && !words[at].Contains(':')) value = words[at++];
                    break;
                case "->" when at + 1 < words.Length:
                    target = words[at + 1];
                    at += 2;
                    break;
                case var pair when pair.IndexOf(':') is > 0 and var colon:
                    more[pair[..colon]] = pair[(colon + 1)..];
                    at++;
                    break;
                default:
                    return null;
            }
        }

        Modality? modality = more.Remove("as", out var meant) ? Modalities.Find(meant) : null;
        more.Remove("time", out var time);
        return new ClaimShape(words[0], subject, value, word, target, modality, more.ToImmutable()) { Time = time };
    }

    private static Example Drawn(ExampleKind kind, string value, string place)
    {
        var text = new StringBuilder(value.Length);
        var spans = ImmutableArray.CreateBuilder<Span>();
        var open = new Stack<int>();
        foreach (var c in value)
        {
            if (c == '⟦') open.Push(text.Length);
            else if (c == '⟧' && open.TryPop(out var start)) spans.Add(new Span(start, text.Length));
            else text.Append(c);
        }

        return new Example(kind, text.ToString(), spans.ToImmutable(), place);
    }
}
