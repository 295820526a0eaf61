using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

internal static class ReadAll
{
    /// <summary>What a file gives, its problems without their path.</summary>
    public static (List<Document> Documents, List<string> Problems) Of(byte[] bytes, string name, ReadingOptions? options = null)
    {
        var readings = DocumentReader.Read(new MemoryStream(bytes), name, options).ToList();
        return ([.. readings.Select(reading => reading.Document).OfType<Document>()], [.. readings.SelectMany(reading => reading.Diagnostics).Select(problem => $"{problem.Message} [{problem.Id}]")]);
    }
}
