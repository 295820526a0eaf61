using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A file in gzip: an archive is read as a stream, anything else is unpacked within the limits.</summary>
internal static class GzipFile
{
    public static bool Is(ReadOnlyMemory<byte> start, string name) => start.Span.StartsWith(GzipMembers.Magic);

    /// <summary>The name without the ending that says only how it is packed.</summary>
    public static string Bare(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;

    public static IEnumerable<Member> Members(Stream stream, string displayPath, ReadingOptions options, Action<Diagnostic> report)
    {
        var from = stream.Position;
        var start = Start(stream, options);
        stream.Position = from;
        var name = Bare(displayPath);
        using var unpacked = new GzipMembers(stream, options, (at, problem) => report(new Diagnostic("doc.gzip", displayPath, null, $"at byte {at} of the compressed file: {problem}")));
        var archive = Archive.IsWarc(start, name) ? Archive.Warc(unpacked, displayPath, options, report) : Archive.IsArc(start, name) ? Archive.Arc(unpacked, displayPath, options, report) : null;
        if (archive is null)
        {
            if (Single(unpacked, stream.Length, displayPath, options, report) is { } member) yield return member;
            yield break;
        }

        foreach (var member in archive) yield return member;
    }

    private static ReadOnlyMemory<byte> Start(Stream stream, ReadingOptions options)
    {
        using var unpacked = new GzipMembers(stream, options, (_, _) => { });
        var start = new byte[ContentKinds.Probe];
        var length = 0;
        do length += unpacked.ReadAtLeast(start.AsSpan(length), start.Length - length, throwOnEndOfStream: false);
        while (length == 0 && unpacked.Resume());
        return start.AsMemory(0, length);
    }

    private static Member? Single(GzipMembers unpacked, long packedLength, string displayPath, ReadingOptions options, Action<Diagnostic> report)
    {
        void Skip(string why) => report(new Diagnostic("doc.gzip", displayPath, null, why, Skipped: true));
        if (Unpacking.Inflate(unpacked, packedLength, options, Skip) is not { } bytes) return null;
        if (!bytes.AsSpan().StartsWith(GzipMembers.Magic)) return new Member { Bytes = bytes };
        Skip("it is compressed twice, which is not unpacked");
        return null;
    }
}
