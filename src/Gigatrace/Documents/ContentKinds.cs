using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What a file is, told by its first bytes, and what is in it.</summary>
internal static class ContentKinds
{
    /// <summary>The first bytes of a file that a kind is told by; fewer only where the file is shorter.</summary>
    public const int Probe = 4096;

    /// <summary>What a kind of file that holds documents is told by, and how it is opened.</summary>
    /// <param name="Is">Whether a file that starts with these bytes is of the kind; its name may tip the balance.</param>
    /// <param name="Members">What is in it, in order, as it is read; what is odd is reported, and the rest goes on. The stream stands at its start.</param>
    private sealed record Container(Func<ReadOnlyMemory<byte>, string, bool> Is, Func<Stream, string, ReadingOptions, Action<Diagnostic>, IEnumerable<Member>> Members);

    /// <summary>In the order they are asked; what none of them claims is one document.</summary>
    private static readonly Container[] All =
    [
        new(GzipFile.Is, GzipFile.Members),
        new(Archive.IsWarc, Archive.Warc),
        new(Archive.IsArc, Archive.Arc),
        new(FeedReader.Is, FeedReader.Members),
        new(MailReader.Is, MailReader.Members),
    ];

    public static IEnumerable<Member> Open(Stream stream, string displayPath, ReadingOptions options, Action<Diagnostic> report)
    {
        var start = new byte[Probe];
        var length = stream.ReadAtLeast(start, Probe, throwOnEndOfStream: false);
        stream.Position = 0;
        if (KindOf(start.AsMemory(0, length), displayPath) is { } kind) return kind.Members(stream, displayPath, options, report).SelectMany(member => Within(member, displayPath, options, report, 1));
        return Bytes(stream, displayPath, options, report) is { } bytes ? [new Member { Bytes = bytes }] : [];
    }

    /// <summary>A member that is itself a file of documents (a feed in an archive) gives those.</summary>
    private static IEnumerable<Member> Within(Member member, string displayPath, ReadingOptions options, Action<Diagnostic> report, int containers)
    {
        var name = member.Key.Length == 0 ? GzipFile.Bare(displayPath) : member.Key;
        if (member.Shape != MemberShape.Unknown || KindOf(Start(member.Bytes), name) is not { } kind) return [member];
        var path = Member.Within(displayPath, member.Key);
        if (containers < options.MaxContainers)
        {
            return kind.Members(Unpacking.Wrap(member.Bytes), path, options, report)
                .SelectMany(inner => Within(inner with { Key = member.Key.Length == 0 ? inner.Key : Member.Within(member.Key, inner.Key), Said = inner.Said?.Over(member.Said) ?? member.Said }, displayPath, options, report, containers + 1));
        }

        report(new Diagnostic("doc.nested", path, null, $"it lies in {containers} files, one in the other, which is too deep", Skipped: true));
        return [];
    }

    private static Container? KindOf(ReadOnlyMemory<byte> start, string name) => Array.Find(All, kind => kind.Is(start, name));

    /// <summary>What a file is that cannot be read as a document; null where it may be one.</summary>
    public static string? NoDocument(string path)
    {
        using var stream = DocumentReader.Open(path, path, _ => { });
        // What cannot be opened is met again, with a message, when it is read.
        if (stream is null) return null;
        var buffer = new byte[Probe];
        var start = buffer.AsMemory(0, stream.ReadAtLeast(buffer, Probe, throwOnEndOfStream: false));
        if (Endings.IsMarkup(path)) return IsFeedOrPage(start) ? null : "data or settings file";
        return KindOf(start, path) is not null || PdfText.Is(start.Span) || Decoding.Binary(start.Span) is null ? null : "binary file";
    }

    /// <summary>Of mark-up that may be anything: whether it is what is read.</summary>
    /// <param name="content">All of it, or its start.</param>
    public static bool IsFeedOrPage(ReadOnlyMemory<byte> content)
    {
        var start = Start(content);
        return FeedReader.IsSure(start) || WebPage.Is(Encoding.UTF8.GetString(start.Span), "");
    }

    private static ReadOnlyMemory<byte> Start(ReadOnlyMemory<byte> content) => content[..Math.Min(content.Length, Probe)];

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
