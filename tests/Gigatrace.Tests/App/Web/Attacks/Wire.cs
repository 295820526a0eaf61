using System.Net.Sockets;
using System.Text;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>A connection on which anything can be sent, as no client would.</summary>
internal sealed class Wire(Served served) : IDisposable
{
    private readonly TcpClient _client = new("127.0.0.1", served.Client.BaseAddress!.Port);

    public static string Host(Served served) => served.Client.BaseAddress!.Authority;

    /// <summary>What is answered until the server ends the connection.</summary>
    public static async Task<string> Send(Served served, string text)
    {
        using var wire = new Wire(served);
        try
        {
            await wire.Write(text);
        }
        catch (IOException)
        {
            // It was cut off before its end.
        }

        return await wire.Rest();
    }

    /// <summary>The status of a request that is sent as it is written.</summary>
    public static async Task<int> Status(Served served, string request) => StatusOf(await Send(served, request));

    public static int StatusOf(string answer) => answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;

    public Task Write(string text) => _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    /// <summary>Until the server ends the connection; a time-out where it does not.</summary>
    public async Task<string> Rest(int seconds = 30)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var answer = new StringBuilder();
        var bytes = new byte[8192];
        try
        {
            for (int read; (read = await _client.GetStream().ReadAsync(bytes, late.Token)) > 0;) _ = answer.Append(Encoding.UTF8.GetString(bytes, 0, read));
        }
        catch (IOException)
        {
            // It was cut off.
        }

        return answer.ToString();
    }

    public void Dispose() => _client.Dispose();
}
