using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Gigatrace.Publishing.Exchange;

/// <summary>A map's YAML to the map; every key and word is looked at, and what is wrong is said with its line.</summary>
public sealed class TableMapReader
{
    private static readonly string[] Top = ["register", "publisher", "url", "published", "source_kind", "date_in_name", "delimiter", "encoding", "head", "decimal", "empty", "key", "subject", "part", "fields"];
    private static readonly string[] OfField = ["name", "column", "columns", "predicate", "value", "object", "when", "modality", "unit", "kind", "basis", "qualifier", "product", "level", "region", "factor", "split", "words", "else", "format", "optional"];
    private static readonly string[] OfRole = ["column", "columns", "words", "else", "format", "optional"];

    private const int MaxDepth = 24;

    /// <summary>Figures with eighteen digits times this stay within a decimal.</summary>
    private const decimal MostFactor = 1_000_000_000m;

    private readonly string _path;
    private readonly List<Diagnostic> _problems = [];

    private TableMapReader(string path) => _path = path;

    /// <summary>The map, or null and why there is none.</summary>
    public static (TableMap? Map, ImmutableArray<Diagnostic> Problems) Read(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new TableMapReader(path);
        var map = reader.Parse(text) is { } root ? reader.Map(root, text) : null;
        return (reader._problems.Count == 0 ? map : null, [.. reader._problems]);
    }

    private YamlMappingNode? Parse(string text)
    {
        try
        {
            if (Unfit(text) is { } unfit) throw new YamlException(unfit);
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            Report(1, "a map is one list of keys with their values");
        }
        catch (YamlException e)
        {
            Report((int)Math.Max(1, e.Start.Line), e.Message.ReplaceLineEndings(" "));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser loses its state on some control characters.
            Report(1, "it holds what is no text");
        }

        return null;
    }

    /// <summary>The nodes of a document are made, and compared, by recursion; its events are not. Null where that does no harm.</summary>
    private static string? Unfit(string text)
    {
        var (parser, depth) = (new Parser(new StringReader(text)), 0);
        while (parser.MoveNext())
        {
            depth += parser.Current switch { MappingStart or SequenceStart => 1, MappingEnd or SequenceEnd => -1, _ => 0 };
            if (depth > MaxDepth) return "its lists are nested too deeply for a map";
            if (parser.Current is AnchorAlias) return "a map has no references (*)";
        }

        return null;
    }

    private TableMap Map(YamlMappingNode root, string text)
    {
        Known(root, Top);
        var subject = Child(root, "subject");
        if (subject is not YamlScalarNode { Value.Length: > 0 }) Report(Line(subject ?? root), "it needs a \"subject\": text with names of columns in braces, such as \"{Operator} {Town}\"");
        if (Child(root, "fields") is not YamlSequenceNode { Children.Count: > 0 } fields) Report(Line(root), "it needs \"fields\": what the columns say");
        else fields.Children.Where(one => one is not YamlMappingNode).ToList().ForEach(one => Report(Line(one), "a field is a list of keys with their values"));
        var map = new TableMap
        {
            Text = text,
            Register = Register(root),
            Publisher = Role(root, "publisher"),
            Url = Role(root, "url"),
            Published = Role(root, "published"),
            SourceKind = Kind(root),
            DateInName = Pattern(root),
            Delimiter = Delimiter(root),
            Encoding = EncodingOf(root),
            Head = Scalar(root, "head") is not { } head ? 1 : int.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0 ? line : Bad(root, "head", "is the number of a line, from 1", 1),
            DecimalComma = Scalar(root, "decimal") switch { null or "." => false, "," => true, _ => Bad(root, "decimal", "is \".\" or \",\"", false) },
            Empty = [.. Texts(Child(root, "empty")).Select(one => one.Trim().ToLowerInvariant())],
            Key = [.. Texts(Child(root, "key")).Select(name => new MapColumn([name], false, Line(Child(root, "key")!)))],
            Subject = [.. Template((subject as YamlScalarNode)?.Value ?? "", Line(subject ?? root))],
            Part = Role(root, "part"),
            Fields = [.. Children(root).Select(Field)],
        };
        if (map is { Register: not null, SourceKind: not null and not Claims.SourceKind.Register }) Report(Line(Child(root, "source_kind")!), "the source_kind of a register is register");
        foreach (var twice in map.Fields.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1)) Report(Line(Child(root, "fields")!), $"two fields are called \"{twice.Key}\"; give one a \"name\"");
        return map with { Fields = [.. map.Fields, .. Loose(map)] };
    }

    private static IEnumerable<YamlMappingNode> Children(YamlMappingNode root) => (Child(root, "fields") as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [];

    /// <summary>Columns that only say how other fields are meant are fields of their own too, so that no cell is lost.</summary>
    private static IEnumerable<MapField> Loose(TableMap map)
    {
        var owned = map.Fields.SelectMany(field => field.Main.Columns).Concat(map.Key).Concat(map.Part.Columns).Concat(map.Subject.Select(part => part.Column).OfType<MapColumn>()).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return from column in map.Fields.SelectMany(field => field.Roles).SelectMany(role => role.Columns).Concat(map.Publisher.Columns).Concat(map.Url.Columns).Concat(map.Published.Columns)
               where owned.Add(column.Name)
               select new MapField { Name = Slug(column.Name), Predicate = Predicates.Entry, Value = new MapRole { Columns = [column] } };
    }

    private MapField Field(YamlMappingNode node)
    {
        Known(node, OfField);
        var name = Scalar(node, "predicate") ?? Predicates.Entry;
        var predicate = Predicates.Find(name);
        if (predicate is null) Report(Line(Child(node, "predicate") ?? node), $"there is no predicate \"{name}\"; there are {string.Join(", ", Predicates.All.Select(one => one.Name))}");
        var field = WithMain(node, predicate, new MapField
        {
            Name = "",
            Predicate = name,
            Value = Role(node, "value"),
            Object = Role(node, "object"),
            When = Role(node, "when"),
            Modality = Role(node, "modality"),
            Unit = Role(node, "unit") is { IsNothing: false } unit ? unit : predicate?.Unit is { } own and not "currency" ? new MapRole { Fixed = own } : MapRole.Nothing,
            Kind = Role(node, "kind"),
            Basis = Role(node, "basis"),
            Qualifier = Role(node, "qualifier"),
            Product = Role(node, "product"),
            Level = Role(node, "level"),
            Region = Role(node, "region"),
            Factor = Scalar(node, "factor") is not { } factor ? 1 : decimal.TryParse(factor, NumberStyles.Float, CultureInfo.InvariantCulture, out var by) && Math.Abs(by) is >= 1 / MostFactor and <= MostFactor ? by : Bad(node, "factor", "is a number between a billionth and a billion", 1m),
            Split = Scalar(node, "split"),
        });
        if (field.Main.Columns.IsEmpty) Report(Line(node), "a field needs a \"column\"");
        else field = field with { Name = Slug(Scalar(node, "name") ?? field.Main.Columns[0].Name) };
        Check(node, field);
        return field;
    }

    /// <summary>The field's own column is its value, or for predicates without one its other side; where the value is said outright, or there is neither, its date.</summary>
    private MapField WithMain(YamlMappingNode node, Predicate? predicate, MapField field)
    {
        if (Child(node, "column") is null && Child(node, "columns") is null) return field;
        var own = RoleOf(node);
        if (field.Value.Fixed is not null || predicate is { Name: "founded" }) return field with { When = own };
        return predicate is { Type: Ledger.ValueType.None } ? field with { Object = own } : field with { Value = own };
    }

    private void Check(YamlMappingNode node, MapField field)
    {
        foreach (var (key, role) in new[] { ("modality", field.Modality), ("basis", field.Basis), ("qualifier", field.Qualifier), ("level", field.Level), ("value", field.Value) })
        {
            if (Vocabularies.Words(field.Predicate, key) is not { } words) continue;
            foreach (var word in role.Words.Select(pair => pair.Meant).Append(role.Else).Append(role.Fixed).OfType<string>().Where(word => word.Length > 0 && !words.Contains(word)))
            {
                Report(Line(node), $"\"{word}\" is no {key} of {field.Predicate}; there are {string.Join(", ", words)}");
            }
        }
    }

    private MapRole Role(YamlMappingNode node, string key) => Child(node, key) switch
    {
        null => MapRole.Nothing,
        YamlScalarNode { Value: { Length: > 0 } text } => new MapRole { Fixed = text },
        YamlMappingNode role => RoleOf(role, OfRole),
        var other => Bad(node, key, "is text, or the column that says it", MapRole.Nothing, Line(other)),
    };

    private MapRole RoleOf(YamlMappingNode node, string[]? known = null)
    {
        if (known is not null) Known(node, known);
        var optional = Scalar(node, "optional") is "true" or "yes";
        var line = Line(node);
        ImmutableArray<MapColumn> columns = Child(node, "columns") is { } several ? [.. Texts(several).Select(name => new MapColumn([name], optional, line))]
            : [.. Texts(Child(node, "column")) is { Count: > 0 } names ? [new MapColumn([.. names], optional, line)] : Array.Empty<MapColumn>()];
        if (columns.IsEmpty) Report(line, "it needs a \"column\"");
        return new MapRole { Columns = columns, Words = [.. Words(node)], Else = Scalar(node, "else"), Formats = [.. Texts(Child(node, "format"))] };
    }

    private IEnumerable<(string, string)> Words(YamlMappingNode node)
    {
        if (Child(node, "words") is not { } words) yield break;
        if (words is not YamlMappingNode list)
        {
            Report(Line(words), "\"words\" is a list of the table's words with ours behind them");
            yield break;
        }

        foreach (var (written, meant) in list.Children)
        {
            if (written is YamlScalarNode { Value: { } key } && meant is YamlScalarNode { Value: { } value }) yield return (key.Trim(), value.Trim());
            else Report(Line(meant), "each of the \"words\" stands for one word");
        }
    }

    private IEnumerable<TemplatePart> Template(string text, int line)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (open > at || open < 0) yield return new TemplatePart(text[at..(open < 0 ? text.Length : open)], null);
            if (open < 0) yield break;
            if (close < 0) Report(line, "a brace is opened and not closed");
            if (close < 0) yield break;
            yield return new TemplatePart("", new MapColumn([text[(open + 1)..close]], false, line));
            at = close + 1;
        }
    }

    private string? Register(YamlMappingNode root)
    {
        if (Scalar(root, "register") is not { } name) return null;
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? name : Bad<string?>(root, "register", "is a name of letters, digits, - _ .", null);
    }

    private SourceKind? Kind(YamlMappingNode root) =>
        Scalar(root, "source_kind") is not { } name ? null : SourceKinds.Find(name) ?? Bad<SourceKind?>(root, "source_kind", $"is one of {string.Join(", ", Enum.GetValues<SourceKind>().Select(kind => kind.Name()))}", null);

    private string? Pattern(YamlMappingNode root)
    {
        if (Scalar(root, "date_in_name") is not { } pattern) return null;
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return pattern;
        }
        catch (ArgumentException e)
        {
            return Bad<string?>(root, "date_in_name", $"is no pattern: {e.Message}", null);
        }
    }

    private char? Delimiter(YamlMappingNode root) => Scalar(root, "delimiter") switch
    {
        null => null,
        "tab" or "\t" => '\t',
        [var one] when one is not '"' && !char.IsLetterOrDigit(one) => one,
        _ => Bad<char?>(root, "delimiter", "is one sign, or \"tab\"", null),
    };

    private string? EncodingOf(YamlMappingNode root)
    {
        if (Scalar(root, "encoding") is not { } name) return null;
        return Documents.Charsets.Find(name) is not null ? name : Bad<string?>(root, "encoding", "is not known", null);
    }

    private void Known(YamlMappingNode node, string[] keys)
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !keys.Contains(name)) Report(Line(key), $"\"{key}\" is not known here; there are {string.Join(", ", keys)}");
        }
    }

    private static string? Scalar(YamlMappingNode node, string key) => Child(node, key) is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    private static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static List<string> Texts(YamlNode? node) => node switch
    {
        YamlScalarNode { Value: { } one } => [one],
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(one => one.Value ?? "")],
        _ => [],
    };

    private static int Line(YamlNode node) => (int)node.Start.Line;

    private T Bad<T>(YamlMappingNode node, string key, string what, T standIn, int? line = null)
    {
        Report(line ?? Line(Child(node, key) ?? node), $"\"{key}\" {what}");
        return standIn;
    }

    private void Report(int line, string message) => _problems.Add(new Diagnostic("import.map", _path, line, message, Skipped: true));

    internal static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
