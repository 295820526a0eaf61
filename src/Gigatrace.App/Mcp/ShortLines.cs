namespace Gigatrace.App.Mcp;

/// <summary>A stream of lines, of which what stands behind so many bytes is left out: a line that never ends fills no memory.</summary>
internal sealed class ShortLines(Stream input, int longest) : Stream
{
    private readonly byte[] _read = new byte[1 << 16];
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Standard input is read until something comes, and that cannot be broken off: where nobody waits for it any more it is left to itself.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var room = Math.Min(buffer.Length, _read.Length);
        while (await input.ReadAsync(_read.AsMemory(0, room), CancellationToken.None).AsTask().WaitAsync(cancellationToken) is > 0 and var read)
        {
            var kept = Keep(_read.AsSpan(0, read));
            _read.AsSpan(0, kept).CopyTo(buffer.Span);
            if (kept > 0) return kept;
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (input.Read(buffer, offset, count) is > 0 and var read)
        {
            if (Keep(buffer.AsSpan(offset, read)) is > 0 and var kept) return kept;
        }

        return 0;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) input.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Moves what is kept to the front; how much that is.</summary>
    private int Keep(Span<byte> bytes)
    {
        var kept = 0;
        foreach (var one in bytes)
        {
            _length = one == (byte)'\n' ? 0 : _length + 1;
            if (_length <= longest) bytes[kept++] = one;
        }

        return kept;
    }
}
