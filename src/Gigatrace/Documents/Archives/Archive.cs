using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A web archive, WARC or ARC: the pages, texts, PDFs and feeds in it. What a crawler noted of itself, pictures, redirects and the like are counted.</summary>
internal static class Archive
{
    /// <summary>So many faults are told one by one; the rest is counted.</summary>
    private const int Told = 20;

    public static bool IsWarc(ReadOnlyMemory<byte> start, string name) => start.Span.StartsWith(WarcHead.Start) || (name.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) && WarcHead.Format.Find(start) >= 0);

    public static bool IsArc(ReadOnlyMemory<byte> start, string name) => start.Span.StartsWith(ArcHead.Start) || (name.EndsWith(".arc", StringComparison.OrdinalIgnoreCase) && ArcHead.Format.Find(start) >= 0);

    public static IEnumerable<Member> Warc(Stream stream, string displayPath, ReadingOptions options, Action<Diagnostic> report) => Read(stream, WarcHead.Format, displayPath, options, report);

    public static IEnumerable<Member> Arc(Stream stream, string displayPath, ReadingOptions options, Action<Diagnostic> report) => Read(stream, ArcHead.Format, displayPath, options, report);

    private static IEnumerable<Member> Read(Stream stream, ArchiveFormat format, string displayPath, ReadingOptions options, Action<Diagnostic> report)
    {
        var faults = 0;
        var passedOver = new PassedOver();
        void Fault(long at, string problem)
        {
            if (++faults <= Told) report(new Diagnostic("doc.archive", displayPath, null, $"at byte {at}: {problem}"));
        }

        foreach (var record in ArchiveRecords.Read(new RecordBytes(stream), format, options, (at, problem) => Fault(at, problem)))
        {
            var passed = PassedOver(record.Head);
            if (passed is null && record.Content is null) Fault(record.At, DocumentReader.Large(record.Head.Length ?? options.MaxBytes, options));
            if (passed is null && record.Content is { } content)
            {
                if (record.Head.Digest is { } digest && !RecordDigest.Holds(digest, content.Span)) Fault(record.At, "it does not fit its own check sum; it is read as it is");
                passed = Take(record, content, options, problem => Fault(record.At, problem), out var member);
                if (member is not null) yield return member;
            }

            if (passed is not null) passedOver.Add(passed);
        }

        if (faults > Told) report(new Diagnostic("doc.archive", displayPath, null, $"{faults - Told} more places like these"));
        passedOver.Tell(displayPath, report);
    }

    /// <summary>By the head alone.</summary>
    private static string? PassedOver(ArchiveHead head) => head.Type switch
    {
        "response" or "resource" or "conversion" => IsCrawlers(head.Url) ? "note of the crawler" : null,
        "revisit" => "copy of an earlier page",
        "request" => "request",
        "warcinfo" or "metadata" => "note of the crawler",
        "continuation" => "part of a divided record",
        _ => "record of an unknown type",
    };

    /// <param name="member">The document, where it is one; null too where it cannot be unpacked.</param>
    /// <returns>What it is, where it is passed over.</returns>
    private static string? Take(ArchiveRecord record, ReadOnlyMemory<byte> content, ReadingOptions options, Action<string> odd, out Member? member)
    {
        member = null;
        var head = record.Head;
        var http = head.Type == "response" ? HttpMessage.Read(content) : new HttpMessage(null, head.ContentType, null, content);
        if (http.Status is { } status and not (200 or 203)) return status is >= 300 and < 400 ? "redirect" : "error of the server";
        var type = http.Status is null && http.ContentType is null ? head.ContentType : http.ContentType;
        if (MediaKinds.PassedOver(type) is { } passed) return passed;
        if (head.Url is { } url && url.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase)) return "note of the crawler";
        if ((http.Packing is { } packing ? Unpacking.Unpack(http.Body, packing, options, odd) : http.Body) is not { } body) return null;
        if (body.Span.IndexOfAnyExcept((byte)' ', (byte)'\r', (byte)'\n') < 0) return "empty page";
        if (MediaKinds.IsXml(type) && !ContentKinds.IsFeedOrPage(body)) return "data file";
        member = new Member
        {
            Key = head.Url ?? $"byte-{record.At}",
            Bytes = body.ToArray(),
            Shape = MediaKinds.IsPage(type) && body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', not (byte)'?', ..] ? MemberShape.Page : MemberShape.Unknown,
            Encoding = Charsets.Find(MediaKinds.Charset(type)),
            Said = new Sidecar { Url = head.Url },
        };
        return null;
    }

    /// <summary>What a crawler files under addresses of its own: its log, the name service's answers.</summary>
    private static bool IsCrawlers(string? url) => url?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && url.AsSpan(0, colon) is not ("http" or "https" or "file" or "ftp" or "HTTP" or "HTTPS");
}
