namespace Gigatrace.Publishing.Forms;

/// <summary>DOT, for Graphviz and what reads it: names stand in labels, so that no name can be taken for syntax.</summary>
public static class DotForm
{
    public static void Write(TextWriter output, Report report)
    {
        var graph = report.Graph ?? new Graph([], []);
        var ids = graph.Nodes.Select((node, at) => (node.Name, Id: $"n{at}")).ToDictionary(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal);
        output.Write("digraph gigatrace {\n");
        if (report.Title is not null) output.Write($"  graph [label={Quoted(report.Title)}, labelloc=t, rankdir=LR];\n");
        output.Write("  node [shape=ellipse];\n");
        foreach (var node in graph.Nodes) output.Write($"  {ids[node.Name]} [label={Quoted(node.Name)}, kind={Quoted(node.Kind)}{Shape(node.Kind)}];\n");
        foreach (var edge in graph.Edges)
        {
            var values = string.Concat(edge.Values.Select(value => $", {value.Name}={Quoted(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Value}"))}"));
            output.Write($"  {ids[edge.From]} -> {ids[edge.To]} [label={Quoted([.. edge.Label])}, kind={Quoted(edge.Kind)}{Style(edge.Kind)}{values}];\n");
        }

        output.Write("}\n");
    }

    /// <summary>An escString: backslash and quotation mark escaped, each line centred.</summary>
    private static string Quoted(params IEnumerable<string> lines) =>
        $"\"{string.Join("\\n", lines.Select(line => line.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)))}\"";

    private static string Shape(string kind) => kind switch { "plant" => ", shape=box", "person" => ", shape=plain", _ => "" };

    private static string Style(string kind) => kind switch { "owns" => ", style=dashed", "funds" => ", style=dotted", "runs" => ", color=gray", _ => "" };
}
