using System.Text.Json.Nodes;

namespace Gigatrace.Publishing.Forms;

/// <summary>JSON for programs: one object or one array, indented; or an object a line.</summary>
public static class JsonForm
{
    public static void Write(TextWriter output, Report report)
    {
        JsonNode whole = report.Whole is not null ? report.Whole : report.Single && report.Items.Length == 1 ? report.Items[0] : Json.Array(report.Items);
        output.Write(Json.Pretty(whole));
        output.Write('\n');
    }

    public static void WriteLines(TextWriter output, Report report)
    {
        foreach (var item in report.Items)
        {
            output.Write(Json.Line(item));
            output.Write('\n');
        }
    }
}
