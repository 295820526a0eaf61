using System.Globalization;
using System.Xml;

namespace Gigatrace.Publishing.Forms;

/// <summary>GraphML 1.0, for Gephi, yEd, NetworkX and the like: a directed graph, every value under a key with its type.</summary>
public static class GraphMlForm
{
    private const string Space = "http://graphml.graphdrawing.org/xmlns";
    private const string Schema = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly string[] OfNodes = ["name", "kind", "country"];

    private static readonly string[] OfEdges = ["kind", "label", "state", "models", "amount", "amount_to", "unit", "qualifier", "form", "when", "until", "modality", "findings", "claims"];

    public static void Write(TextWriter output, Report report)
    {
        var graph = report.Graph ?? new Graph([], []);
        var ids = graph.Nodes.Select((node, at) => (node.Name, Id: $"n{at}")).ToDictionary(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal);
        XmlFit.Write(output, xml =>
        {
            xml.WriteStartElement("graphml", Space);
            xml.WriteAttributeString("xmlns", "xsi", null, Schema);
            xml.WriteAttributeString("xsi", "schemaLocation", Schema, $"{Space} {Space}/1.0/graphml.xsd");
            foreach (var name in OfNodes) WriteKey(xml, "node", name);
            foreach (var name in OfEdges) WriteKey(xml, "edge", name);
            xml.WriteStartElement("graph");
            xml.WriteAttributeString("id", "gigatrace");
            xml.WriteAttributeString("edgedefault", "directed");
            foreach (var node in graph.Nodes) WriteNode(xml, node, ids[node.Name]);
            foreach (var (at, edge) in graph.Edges.Index()) WriteEdge(xml, edge, $"e{at}", ids);
        });
    }

    private static void WriteKey(XmlWriter xml, string of, string name)
    {
        xml.WriteStartElement("key");
        xml.WriteAttributeString("id", $"{of}_{name}");
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", name is "amount" or "amount_to" ? "double" : "string");
        xml.WriteEndElement();
    }

    private static void WriteNode(XmlWriter xml, GraphNode node, string id)
    {
        xml.WriteStartElement("node");
        xml.WriteAttributeString("id", id);
        WriteData(xml, "node_name", node.Name);
        WriteData(xml, "node_kind", node.Kind);
        if (node.Country is not null) WriteData(xml, "node_country", node.Country);
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, GraphEdge edge, string id, Dictionary<string, string> ids)
    {
        xml.WriteStartElement("edge");
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("source", ids[edge.From]);
        xml.WriteAttributeString("target", ids[edge.To]);
        WriteData(xml, "edge_kind", edge.Kind);
        WriteData(xml, "edge_label", string.Join(", ", edge.Label));
        foreach (var (name, value) in edge.Values) WriteData(xml, $"edge_{name}", string.Create(CultureInfo.InvariantCulture, $"{value}"));
        xml.WriteEndElement();
    }

    private static void WriteData(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(XmlFit.Of(value));
        xml.WriteEndElement();
    }
}
