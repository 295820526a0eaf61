using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What a file is, told by its first bytes, and what is in it.</summary>
internal static class ContentKinds
{
    /// <summary>The first bytes of a file that a kind is told by; fewer only where the file is shorter.</summary>
    private const int Probe = 4096;

    /// <summary>What a kind of file that holds documents is told by, and how it is opened.</summary>
    /// <param name="Is">Whether a file that starts with these bytes is of the kind; its name may tip the balance.</param>
    /// <param name="Members">What is in it, in order, as it is read; what is odd is reported, and the rest goes on. The stream stands at its start.</param>
    private sealed record Container(Func<ReadOnlyMemory<byte>, string, bool> Is, Func<Stream, string, ReadingOptions, Action<Diagnostic>, IEnumerable<Member>> Members);

    /// <summary>In the order they are asked; what none of them claims is one document.</summary>
    private static readonly Container[] All =
    [
        new(FeedReader.Is, FeedReader.Members),
        new(MailReader.Is, MailReader.Members),
    ];

    public static IEnumerable<Member> Open(Stream stream, string displayPath, ReadingOptions options, Action<Diagnostic> report)
    {
        var start = new byte[Probe];
        var length = stream.ReadAtLeast(start, Probe, throwOnEndOfStream: false);
        stream.Position = 0;
        var kind = Array.Find(All, kind => kind.Is(start.AsMemory(0, length), displayPath));
        if (kind is not null) return kind.Members(stream, displayPath, options, report);
        return Bytes(stream, displayPath, options, report) is { } bytes ? [new Member { Bytes = bytes }] : [];
    }

    /// <summary>All of it; null, and a message, where it is over the limit or breaks off.</summary>
    public static byte[]? Bytes(Stream stream, string displayPath, ReadingOptions options, Action<Diagnostic> report)
    {
        if (stream.Length > options.MaxBytes)
        {
            report(DocumentReader.TooLarge(displayPath, stream.Length, options));
            return null;
        }

        try
        {
            var bytes = new byte[stream.Length];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (IOException e)
        {
            report(new Diagnostic("doc.unreadable", displayPath, null, "the file cannot be read: " + InputFiles.Reason(e), Skipped: true));
            return null;
        }
    }
}
