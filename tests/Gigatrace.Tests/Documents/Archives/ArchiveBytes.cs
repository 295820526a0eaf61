using System.IO.Compression;
using System.Text;

namespace Gigatrace.Tests.Documents;

/// <summary>Archives as crawlers write them, made for tests.</summary>
internal static class ArchiveBytes
{
    public const string Page = "<html><head><title>Lindenau opens</title></head><body><h1>Lindenau opens</h1><p>The works at Lindenau will make ten GWh of cells a year, the operator said.</p></body></html>";

    public static byte[] Response(string url, string body = Page, string fields = "Content-Type: text/html; charset=utf-8", string status = "HTTP/1.1 200 OK") =>
        Response(url, Encoding.UTF8.GetBytes(body), fields, status);

    public static byte[] Response(string url, byte[] body, string fields, string status = "HTTP/1.1 200 OK") =>
        Record("response", url, "application/http; msgtype=response", [.. Encoding.UTF8.GetBytes($"{status}\r\n{fields}\r\n\r\n"), .. body]);

    /// <param name="length">The one that the head gives; null for the right one.</param>
    public static byte[] Record(string type, string url, string contentType, byte[] content, string? length = null, string more = "") =>
    [
        .. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-06-05T10:00:00Z\r\nContent-Type: {contentType}\r\n{more}Content-Length: {length ?? $"{content.Length}"}\r\n\r\n"),
        .. content, .. "\r\n\r\n"u8,
    ];

    public static byte[] Arc(string url, string body, string? length = null)
    {
        var content = $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}";
        return Encoding.UTF8.GetBytes($"{url} 192.0.2.1 20250605100000 text/html {length ?? $"{content.Length}"}\n{content}\n");
    }

    public static byte[] Gzip(params IEnumerable<byte[]> members)
    {
        using var file = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(member);
        }

        return file.ToArray();
    }

    public static byte[] Joined(params IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];
}
