using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gigatrace.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gigatrace.Publishing.Vaults;

/// <summary>
/// The front matter of a note, line by line. Properties of ours take the place of those of the same key; every other line stays as it is, where it is. What
/// already says the same is not touched, however it is written.
/// </summary>
internal sealed class NoteProperties
{
    private readonly List<Entry> _entries = [];

    /// <summary>Lines before the first key.</summary>
    private readonly List<string> _head = [];

    /// <summary>What is wrong with it, and on which of its lines (from 1); null where it can be changed.</summary>
    public (int Line, string Why)? Fault { get; private set; }

    /// <param name="Lines">The key's own, and those of its value.</param>
    /// <param name="Behind">Blank ones and comments up to the next key.</param>
    private sealed record Entry(string Key, ImmutableArray<string>? Values, List<string> Lines, List<string> Behind);

    /// <param name="yaml">Without the lines of three dashes; every line ends in \n.</param>
    public static NoteProperties Parse(string yaml)
    {
        var properties = new NoteProperties();
        try
        {
            properties.Read(yaml);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            properties.Fault = ((int)Math.Max(1, (e as YamlException)?.Start.Line ?? 1), "the properties are no YAML");
        }

        return properties;
    }

    public bool Has(string key) => _entries.Exists(entry => entry.Key == key);

    public ImmutableArray<string> All(string key) => _entries.Find(entry => entry.Key == key)?.Values ?? [];

    /// <summary>From 1, among the lines of the front matter; 0 where there is no such key.</summary>
    public int LineOf(string key)
    {
        var line = _head.Count + 1;
        foreach (var entry in _entries)
        {
            if (entry.Key == key) return line;
            line += entry.Lines.Count + entry.Behind.Count;
        }

        return 0;
    }

    /// <summary>Puts a property where its key stands, else behind the last of those that come before it.</summary>
    /// <param name="before">Keys that come before it.</param>
    public void Set(string key, Property value, IReadOnlyCollection<string> before)
    {
        var at = _entries.FindIndex(entry => entry.Key == key);
        var made = new Entry(key, Values(value), [.. Written(key, value)], []);
        if (at < 0) Insert(made, before);
        else if (_entries[at].Values is not { } values || !values.SequenceEqual(made.Values!.Value, StringComparer.Ordinal)) _entries[at] = made with { Behind = _entries[at].Behind };
    }

    /// <summary>Blank lines and comments stay before the key that they stood before.</summary>
    private void Insert(Entry made, IReadOnlyCollection<string> before)
    {
        var last = _entries.FindLastIndex(entry => before.Contains(entry.Key));
        if (last < 0)
        {
            _entries.Insert(before.Count == 0 ? 0 : _entries.Count, made);
            return;
        }

        _entries.Insert(last + 1, made with { Behind = _entries[last].Behind });
        _entries[last] = _entries[last] with { Behind = [] };
    }

    public void Remove(string key)
    {
        var at = _entries.FindIndex(entry => entry.Key == key);
        if (at < 0) return;
        (at == 0 ? _head : _entries[at - 1].Behind).AddRange(_entries[at].Behind);
        _entries.RemoveAt(at);
    }

    public override string ToString() => string.Concat(_head.Concat(_entries.SelectMany(entry => entry.Lines.Concat(entry.Behind))).Select(line => line + "\n"));

    private void Read(string yaml)
    {
        var lines = yaml.Length == 0 ? [] : yaml[..^1].Split('\n');
        var keys = TopKeys(yaml);
        if (Fault is not null) return;
        _head.AddRange(lines.Take(keys.Count == 0 ? lines.Length : keys[0].Line - 1));
        for (var at = 0; at < keys.Count; at++)
        {
            var own = lines[(keys[at].Line - 1)..(at + 1 < keys.Count ? keys[at + 1].Line - 1 : lines.Length)];
            var length = own.Length;
            while (length > 1 && (own[length - 1].Trim().Length == 0 || own[length - 1].StartsWith('#'))) length--;
            _entries.Add(new Entry(keys[at].Key, keys[at].Values, [.. own[..length]], [.. own[length..]]));
        }

        if (_entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice) Fault = (LineOf(twice.Key), $"the property '{twice.Key}' stands there twice");
    }

    /// <summary>The keys of a plain mapping, each at the start of its line, with their values where those are texts or a list of texts.</summary>
    private List<(string Key, int Line, ImmutableArray<string>? Values)> TopKeys(string yaml)
    {
        var keys = new List<(string, int, ImmutableArray<string>?)>();
        var parser = new Parser(new StringReader(yaml));
        _ = parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return keys;
        _ = parser.Consume<DocumentStart>();
        if (!parser.TryConsume<MappingStart>(out var mapping)) return parser.TryConsume<Scalar>(out var empty) && empty.Value.Length == 0 ? keys : Broken(1, "the properties are no keys and values");
        if (mapping.Style == YamlDotNet.Core.Events.MappingStyle.Flow) return Broken((int)mapping.Start.Line, "the properties stand in braces");
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key) || key.Start.Column != 1) return Broken((int)(parser.Current?.Start.Line ?? 1), "a property has no plain key");
            keys.Add((key.Value, (int)key.Start.Line, ValuesOf(parser)));
        }

        return keys;

        List<(string, int, ImmutableArray<string>?)> Broken(int line, string why)
        {
            Fault = (line, why);
            return [];
        }
    }

    /// <summary>Null for what is more than a text or a list of texts.</summary>
    private static ImmutableArray<string>? ValuesOf(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var one)) return one is { Value.Length: 0, Style: ScalarStyle.Plain } ? [] : [one.Value];
        if (!parser.Accept<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return null;
        }

        _ = parser.Consume<SequenceStart>();
        var (values, plain) = (ImmutableArray.CreateBuilder<string>(), true);
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var item)) values.Add(item.Value);
            else
            {
                plain = false;
                parser.SkipThisAndNestedEvents();
            }
        }

        return plain ? values.ToImmutable() : null;
    }

    private static ImmutableArray<string> Values(Property value) => value switch
    {
        Property.Text text => [text.Value],
        Property.Number number => [Figure(number.Value)],
        Property.Date date => [Phrases.Day(date.Value)],
        Property.List list => list.Values,
        _ => [],
    };

    private static IEnumerable<string> Written(string key, Property value) => value switch
    {
        Property.Text text => [$"{key}: {Quoted(text.Value)}"],
        Property.List list => list.Values.Select(item => $"  - {Quoted(item)}").Prepend($"{key}:"),
        _ => [$"{key}: {Values(value)[0]}"],
    };

    private static string Figure(decimal value) => Json.Plain(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>Plain where no reader of YAML takes it for anything but text; else in double quotes.</summary>
    private static string Quoted(string text)
    {
        if (IsPlain(text)) return text;
        var quoted = new StringBuilder("\"");
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '"' or '\\' => quoted.Append('\\').Append(sign),
                _ when char.IsControl(sign) || sign is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}"),
                _ => quoted.Append(sign),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text[^1] is not (' ' or ':') && text.All(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '.' or ',' or '-' or '/' or '_' or '(' or ')' or '&' or '+' or '\'')
        && !(text.Length <= 5 && text.ToLowerInvariant() is "true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
}
