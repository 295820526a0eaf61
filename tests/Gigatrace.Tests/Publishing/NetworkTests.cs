using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gigatrace.Claims;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Forms;
using Gigatrace.Tests.Ledger;

namespace Gigatrace.Tests.Publishing;

/// <summary>Who has to do with whom, as lines and as graphs that others read.</summary>
public sealed partial class NetworkTests
{
    private static readonly XNamespace Space = "http://graphml.graphdrawing.org/xmlns";

    private static readonly Story Plot = new Story()
        .On("2019-06-01", "Daily").Says("Voltara", "parent", other: "Lumen Cars")
        .On("2023-06-01", "Daily").Says("Voltara", "acquired", other: "Grune Group", when: "2023-05-02").Says("Voltara", "parent", other: "Grune Group").Says("Voltara", "stake", 20, other: "Somebody Ltd")
        .Says("Voltara Durres", "status", "announced").Says("Voltara Durres", "supplies", (4, 6), "GWh/yr", other: "Lumen Cars").Says("Voltara", "supplies", other: "Grune Group", modality: Modality.Denied)
        .Says("Voltara Durres", "funding", 40_000_000, "EUR", other: "Albania", kind: "grant", when: "2022").Says("Voltara Durres", "funding", 7_000_000, "EUR", kind: "loan");

    private static Graph Nasty { get; } = new(
        [new("A \"B\" \\", "plant", "C & <D>"), new("n0 -> n1; [x]", "organisation", null), new("Å\u0001🔋", "person", null)],
        [
            new GraphEdge { From = "A \"B\" \\", To = "n0 -> n1; [x]", Kind = "funds", Label = ["funds", "a \"loan\"\\n"], Values = [("amount", 1.5m), ("unit", "EUR"), ("modality", "actual"), ("claims", "a1 b2")] },
            new GraphEdge { From = "A \"B\" \\", To = "n0 -> n1; [x]", Kind = "owns", Label = ["owns"], Values = [("until", "2020\n\"x\"")] },
        ]);

    [Theory]
    [InlineData(null, "Voltara Durres supplies Lumen Cars agreed 4–6 GWh/yr", "Grune Group owns Voltara 2023-05-02", "Lumen Cars owns Voltara [..2019-06-01]/2023-05-02", "Somebody Ltd owns Voltara 20 percent [..2023-06-01]", "Albania funds Voltara Durres 40000000 EUR grant 2022", "Voltara runs Voltara Durres")]
    [InlineData("owns", "Grune Group owns Voltara 2023-05-02", "Lumen Cars owns Voltara [..2019-06-01]/2023-05-02", "Somebody Ltd owns Voltara 20 percent [..2023-06-01]")]
    [InlineData("runs", "Voltara runs Voltara Durres")]
    public void Ties_are_told_once_with_state_share_and_time(string? kind, params string[] expected) =>
        Make([], kind).Items.Select(item => string.Join(' ', new[] { $"{item["from"]} {item["kind"]} {item["to"]}", $"{item["state"]}", Says(item["value"]), $"{item["unit"]}", $"{item["form"]}", $"{item["when"]}{(item["until"] is { } until ? $"/{until}" : "")}" }.Where(part => part.Length > 0)))
            .ShouldBe(expected);

    [Theory]
    [InlineData("Somebody Ltd", 1)]
    [InlineData("Voltara Durres", 3)]
    [InlineData("Nobody", 0)]
    public void Of_a_name_only_what_it_is_a_side_of(string name, int ties) => Make([name], null).Items.Length.ShouldBe(ties);

    [Fact]
    public void Every_tie_but_that_by_name_rests_on_claims() =>
        Make([], null).Items.Where(item => $"{item["kind"]}" != "runs").ShouldAllBe(item => item["claims"]!.AsArray().Count > 0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Graphml_is_well_formed_with_typed_keys_and_ends_that_exist(bool nasty)
    {
        var graph = nasty ? Nasty : Make([], null).Graph!;
        var root = XDocument.Parse(Written(GraphMlForm.Write, graph)).Root!;
        root.Name.ShouldBe(Space + "graphml");
        var keys = root.Elements(Space + "key").ToDictionary(key => key.Attribute("id")!.Value, StringComparer.Ordinal);
        var nodes = root.Descendants(Space + "node").ToDictionary(node => node.Attribute("id")!.Value, node => Data(node, "node_name"), StringComparer.Ordinal);
        nodes.Values.Select(name => name.Replace('\uFFFD', '\u0001')).ShouldBe(graph.Nodes.Select(node => node.Name));
        var edges = root.Descendants(Space + "edge").ToArray();
        edges.Select(edge => (nodes[edge.Attribute("source")!.Value], Data(edge, "edge_kind"), nodes[edge.Attribute("target")!.Value])).ShouldBe(graph.Edges.Select(edge => (edge.From, edge.Kind, edge.To)));
        foreach (var data in root.Descendants(Space + "data"))
        {
            var key = keys[data.Attribute("key")!.Value];
            key.Attribute("for")!.Value.ShouldBe(data.Parent!.Name.LocalName);
            if (key.Attribute("attr.type")!.Value == "double") double.Parse(data.Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dot_has_no_name_outside_of_quotation_marks(bool nasty)
    {
        var graph = nasty ? Nasty : Make([], null).Graph!;
        var lines = Written(DotForm.Write, graph).TrimEnd('\n').Split('\n');
        lines[0].ShouldBe("digraph gigatrace {");
        lines[^1].ShouldBe("}");
        lines[3..^1].ShouldAllBe(line => DotLine().IsMatch(line));
        lines.Where(line => line.Contains(" -> n", StringComparison.Ordinal) && !line.Contains("\"n0 ->", StringComparison.Ordinal)).Count().ShouldBe(graph.Edges.Length);
    }

    [Fact]
    public void Dot_escapes_what_ends_a_string() => Written(DotForm.Write, Nasty).ShouldContain("""n0 [label="A \"B\" \\", kind="plant", shape=box];""");

    private static string Data(XElement of, string key) => of.Elements(Space + "data").Single(data => data.Attribute("key")!.Value == key).Value;

    private static string Says(System.Text.Json.Nodes.JsonNode? value) => value is System.Text.Json.Nodes.JsonArray range ? $"{range[0]}–{range[1]}" : $"{value}";

    private static Report Make(string[] names, string? kind) => NetworkCard.Make(new View(Plot.State(), MadeUp.Today), [.. names], kind, evidence: true);

    private static string Written(Action<TextWriter, Report> write, Graph graph)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(output, new Report { Title = "a \"title\"", Graph = graph });
        return output.ToString();
    }

    /// <summary>A node or edge with attributes that are words or quoted strings, as the grammar of DOT has them.</summary>
    [GeneratedRegex("""^  n\d+( -> n\d+)? \[\w+=(\w+|"([^"\\]|\\["\\n])*")(, \w+=(\w+|"([^"\\]|\\["\\n])*"))*\];$""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DotLine();
}
