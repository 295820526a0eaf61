namespace Gigatrace.Documents;

/// <summary>A record of an archive.</summary>
/// <param name="Content">Valid until the next record is asked for; null where it is larger than a document may be.</param>
/// <param name="At">Where its head begins, in bytes of the archive unpacked.</param>
internal readonly record struct ArchiveRecord(ArchiveHead Head, ReadOnlyMemory<byte>? Content, long At);

/// <summary>
/// The records of an archive, one after the other. Where the length in a head is wrong, or bytes are lost or damaged, the place is told and it goes
/// on with what looks like the next head, so that nothing sound is lost.
/// </summary>
internal static class ArchiveRecords
{
    private const int Step = 128 * 1024;

    /// <param name="fault">Where, in bytes of the archive unpacked, and what.</param>
    public static IEnumerable<ArchiveRecord> Read(RecordBytes bytes, ArchiveFormat format, ReadingOptions options, Action<long, string> fault)
    {
        var damaged = false;
        do
        {
            while (Reach(bytes, format, damaged ? null : fault) is { } head)
            {
                damaged = false;
                var at = bytes.Position;
                bytes.Consume(head.Size);
                if (Extent(bytes, format, options.MaxBytes, head, problem => fault(at, problem)) is { } length)
                {
                    yield return new ArchiveRecord(head, bytes.Window[..length], at);
                    bytes.Consume(length);
                }
                else
                {
                    yield return new ArchiveRecord(head, null, at);
                    Pass(bytes, format, head.Length ?? long.MaxValue);
                }
            }

            damaged = true;
        }
        while (bytes.Resume());
    }

    /// <summary>To the next head; null at the end of the stretch.</summary>
    /// <param name="fault">Null where it has been said that something is lost here.</param>
    private static ArchiveHead? Reach(RecordBytes bytes, ArchiveFormat format, Action<long, string>? fault)
    {
        while (bytes.Hold(format.Longest).Length > 0)
        {
            if (Blank(bytes.Span) is > 0 and var blank)
            {
                bytes.Consume(blank);
                continue;
            }

            if (format.Read(bytes.Window) is { } head) return head;
            fault?.Invoke(bytes.Position, "no record begins where one should; what stands up to the next one is left out");
            fault = null;
            Pass(bytes, format, long.MaxValue);
        }

        return null;
    }

    /// <summary>
    /// How long the content is, which is then held: as its head says, if another head or the end comes then; else up to the next head,
    /// wherever that is. Null where it is too long to be held.
    /// </summary>
    private static int? Extent(RecordBytes bytes, ArchiveFormat format, long limit, ArchiveHead head, Action<string> fault)
    {
        if (head.Length > limit) return null;
        var declared = (int?)head.Length;
        if (declared is { } length)
        {
            bytes.Hold(length);
            if (bytes.Window.Length >= length && EndsAt(bytes, format, length)) return length;
            if (format.Find(bytes.Window[..Math.Min(length, bytes.Window.Length)]) is var inside and >= 0)
            {
                fault("it is shorter than its head says");
                return WithoutBlank(bytes.Span[..inside]);
            }

            if (bytes.Window.Length < length)
            {
                fault("it is cut off");
                return bytes.Window.Length;
            }
        }

        fault(declared is null ? "its head gives no length" : "it is longer than its head says");
        return UpToNext(bytes, format, declared ?? 0, limit);
    }

    private static bool EndsAt(RecordBytes bytes, ArchiveFormat format, int length)
    {
        // A look at a few bytes settles nearly all.
        var behind = bytes.Hold(length + 64)[length..];
        var blank = Blank(behind.Span);
        if ((blank == behind.Length && behind.Length < 64) || (!format.End.IsEmpty && behind.Span.StartsWith(format.End.Span))) return true;
        return format.Read(bytes.Hold(length + format.Longest)[(length + blank)..]) is not null;
    }

    private static int? UpToNext(RecordBytes bytes, ArchiveFormat format, int from, long limit)
    {
        for (var hold = from + Step; ; hold += Step)
        {
            var window = bytes.Hold(hold);
            // A head may lie across the place up to which was looked.
            if (format.Find(window[from..]) is var next and >= 0) return WithoutBlank(window.Span[..(from + next)]);
            if (window.Length < hold) return WithoutBlank(window.Span);
            if (hold > limit) return null;
            from = Math.Max(from, window.Length - format.Longest);
        }
    }

    /// <summary>Consumes what is not wanted, up to so many bytes, or to a head before that.</summary>
    private static void Pass(RecordBytes bytes, ArchiveFormat format, long length)
    {
        while (length > 0 && bytes.Hold(Step + format.Longest).Length > 0)
        {
            var window = bytes.Window;
            if (format.Find(window[..(int)Math.Min(length, window.Length)]) is var next and >= 0)
            {
                bytes.Consume(next);
                return;
            }

            var passed = (int)Math.Min(length, window.Length <= format.Longest ? window.Length : window.Length - format.Longest);
            bytes.Consume(passed);
            length -= passed;
        }
    }

    private static int Blank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n') is var at and >= 0 ? at : bytes.Length;

    private static int WithoutBlank(ReadOnlySpan<byte> bytes) => bytes.LastIndexOfAnyExcept((byte)'\r', (byte)'\n') + 1;
}
