using System.Text;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

/// <summary>A mailbox of any size is read in the memory of one mail.</summary>
public class MailboxTests
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public void A_large_mailbox_is_read_mail_by_mail() => Check(400L * MiB);

    [Fact]
    [Trait("Category", "Long")]
    public void So_is_one_of_two_gigabytes() => Check(2048L * MiB);

    private static void Check(long length)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var box = new Repeated(Encoding.ASCII.GetBytes($"From a Thu Jun  5 23:17:00 2025\nFrom: desk@example.org\nSubject: Lindenau\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n{string.Concat(Enumerable.Repeat(new string('A', 76) + "\n", 40_000))}\n"), length);
        var (read, looked, most) = (0L, 0L, 0L);
        foreach (var (mail, _) in Mailbox.Split(box, 64 * MiB))
        {
            read += mail.Length;
            if (read - looked < length / 8) continue;
            (looked, most) = (read, Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before));
        }

        read.ShouldBeGreaterThan(length * 9 / 10);
        most.ShouldBeInRange(0, 150L * MiB);
    }

    /// <summary>The same bytes again and again, up to a length.</summary>
    private sealed class Repeated(byte[] bytes, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var from = (int)(Position % bytes.Length);
            var read = (int)Math.Min(Math.Min(count, bytes.Length - from), length - Position);
            bytes.AsSpan(from, read).CopyTo(buffer.AsSpan(offset));
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
