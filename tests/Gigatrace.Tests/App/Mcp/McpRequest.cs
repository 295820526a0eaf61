using System.Text;

namespace Gigatrace.Tests.App.Mcp;

/// <summary>A message of the protocol as a client sends it over HTTP.</summary>
internal static class McpRequest
{
    public const string Accepted = "application/json, text/event-stream", List = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    /// <param name="address">Where; it may be without its server where the client knows that.</param>
    public static HttpRequestMessage Of(string address, string message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(message, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd(Accepted);
        return request;
    }
}
