using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gigatrace.Documents;

/// <summary>The top keys of a small YAML mapping, each with all scalars below it, in order. Keys are lower case, with <c>_</c> for <c>-</c> and space.</summary>
internal sealed class FlatYaml
{
    private const int MaxDepth = 24;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>What is wrong with it, in the parser's words, and on which of its lines (from 1); null where nothing is.</summary>
    public (int Line, string Message)? Fault { get; private set; }

    public static FlatYaml Parse(string yaml)
    {
        var flat = new FlatYaml();
        try
        {
            flat.Read(new Parser(new StringReader(yaml)));
        }
        catch (YamlException e)
        {
            flat.Fault = ((int)Math.Max(1, e.Start.Line), Words(e.Message));
        }
        catch (InvalidOperationException)
        {
            // The parser loses its state on some control characters.
            flat.Fault = (1, "it holds what is no text");
        }

        if (flat.Fault is not null) flat.Salvage(yaml);
        return flat;
    }

    /// <summary>The first value under the first of these keys that has one.</summary>
    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(key, out var found) && found.Find(v => v.Length > 0) is { } value) return value;
        }

        return null;
    }

    public IReadOnlyList<string> All(string key) => _values.TryGetValue(key, out var found) ? found : [];

    public bool Has(string key) => _values.ContainsKey(key);

    private void Read(Parser parser)
    {
        var depth = 0;
        string? key = null;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    if (++depth > MaxDepth) { Fault = ((int)parser.Current.Start.Line, "nested too deeply"); return; }
                    if (depth == 1 && parser.Current is SequenceStart) { Fault = ((int)parser.Current.Start.Line, "a list where keys and values are expected"); return; }
                    break;
                case MappingEnd or SequenceEnd:
                    if (--depth == 1) key = null;
                    break;
                case Scalar scalar when depth == 1 && key is null:
                    key = Fold(scalar.Value);
                    _values.TryAdd(key, []);
                    break;
                case Scalar scalar when depth >= 1 && key is not null:
                    _values[key].Add(scalar.Value.Trim());
                    if (depth == 1) key = null;
                    break;
                case Scalar scalar when scalar.Value.Length > 0:
                    Fault = ((int)scalar.Start.Line, "text where keys and values are expected");
                    return;
                case AnchorAlias when depth == 1:
                    key = null;
                    break;
            }
        }
    }

    /// <summary>From broken YAML, the lines that plainly say <c>key: value</c>.</summary>
    private void Salvage(string yaml)
    {
        foreach (var line in yaml.Split('\n'))
        {
            var at = line.AsSpan().IndexOfAny(':', '=');
            if (at <= 0 || char.IsWhiteSpace(line[0]) || line.AsSpan(0, at).ContainsAnyExcept(KeyCharacters)) continue;
            var value = line[(at + 1)..].Trim().Trim('"', '\'').Trim();
            if (value.Length == 0 || value[0] is '[' or '{' or '|' or '>') continue;
            var key = Fold(line[..at]);
            if (!_values.TryGetValue(key, out var known) || known.Count == 0) _values[key] = [value];
        }
    }

    private static readonly System.Buffers.SearchValues<char> KeyCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_- ");

    private static string Fold(string key) => key.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    private static string Words(string message)
    {
        var text = message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        var place = text.LastIndexOf("): ", StringComparison.Ordinal);
        if (place >= 0) text = text[(place + 3)..];
        return text.Length == 0 ? "not well formed" : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
