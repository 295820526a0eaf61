using System.Buffers.Binary;
using System.IO.Compression;

namespace Gigatrace.Documents;

/// <summary>
/// A gzip file unpacked, its members one after the other. It reads in stretches: at a place that is damaged <see cref="Read(Span{byte})"/> gives 0, and
/// <see cref="Resume"/> goes on with the next sound member, if there is one.
/// </summary>
/// <param name="file">Can seek; is read from where it stands, and stays open.</param>
/// <param name="fault">Told of damage: the place in the file, and what it is; once for each damaged place.</param>
internal sealed class GzipMembers(Stream file, ReadingOptions options, Action<long, string> fault) : Stream
{
    /// <summary>A bomb is one only from here on: what is smaller does no harm.</summary>
    private const long SmallMember = 16 * 1024 * 1024;

    /// <summary>More than an inflater reads ahead.</summary>
    private const int ReadAhead = 32 * 1024;

    private const int HeaderSize = 10;

    private DeflateStream? _member;
    private long _start = -1;
    private long _searchFrom = file.Position;
    private long _size;
    private uint _sum;
    private bool _stretchEnded;
    private bool _soundSinceFault = true;

    public static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Never more than is left of one member; 0 at the end, and at a damaged place.</summary>
    public override int Read(Span<byte> buffer)
    {
        while (!_stretchEnded && (_member is not null || Next()))
        {
            var read = Inflate(buffer);
            if (read > 0) return read;
            if (_member is not null) Finish();
        }

        return 0;
    }

    /// <summary>Behind a damaged place; false at the end.</summary>
    public bool Resume()
    {
        _stretchEnded = false;
        return _member is not null || Next();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _member?.Dispose();
        base.Dispose(disposing);
    }

    private int Inflate(Span<byte> buffer)
    {
        try
        {
            var read = _member!.Read(buffer);
            _sum = Crc32.Append(_sum, buffer[..read]);
            _size += read;
            if (read > 0) _soundSinceFault = true;
            if (_size <= SmallMember || _size / options.MaxRatio <= file.Position - _start) return read;
            Break($"it unpacks to more than {options.MaxRatio} times its size; the rest of it is left out");
        }
        catch (InvalidDataException)
        {
            Break("the compressed data is damaged");
        }

        return 0;
    }

    /// <summary>
    /// The inflater has read further than the member goes. Where the member ends, its own check sum and length say, which stand right behind it.
    /// </summary>
    private void Finish()
    {
        var from = Math.Max(_start + HeaderSize, file.Position - ReadAhead);
        var read = new byte[(int)(file.Position - from) + 8];
        file.Position = from;
        read = read[..file.ReadAtLeast(read, read.Length, throwOnEndOfStream: false)];
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _sum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_size);
        var at = read.AsSpan().IndexOf(trailer);
        if (at < 0)
        {
            Break(from + read.Length >= file.Length ? "the compressed data is cut off or damaged" : "the compressed data does not fit its own check sum");
            return;
        }

        Close(from + at + trailer.Length);
    }

    private void Break(string what)
    {
        if (_soundSinceFault) fault(_start, what);
        _soundSinceFault = false;
        _stretchEnded = true;
        Close(_start + 1);
    }

    private void Close(long searchFrom)
    {
        _member?.Dispose();
        _member = null;
        _searchFrom = searchFrom;
    }

    private bool Next()
    {
        while (Find(_searchFrom) is { } start)
        {
            _searchFrom = start + 1;
            file.Position = start;
            if (!SkipHeader(file)) continue;
            (_start, _size, _sum) = (start, 0, 0);
            _member = new DeflateStream(file, CompressionMode.Decompress, leaveOpen: true);
            return true;
        }

        return false;
    }

    /// <summary>The first place from there on that looks like the start of a member; null where there is none.</summary>
    private long? Find(long from)
    {
        var block = new byte[64 * 1024];
        while (from < file.Length)
        {
            file.Position = from;
            var read = file.ReadAtLeast(block, HeaderSize, throwOnEndOfStream: false);
            for (var at = 0; at + HeaderSize <= read; at++)
            {
                var next = block.AsSpan(at, read - at).IndexOf(Magic);
                if (next < 0 || at + next + HeaderSize > read) break;
                at += next;
                if (IsHeader(block.AsSpan(at, HeaderSize))) return from + at;
            }

            if (read < block.Length && from + read >= file.Length) break;
            from += Math.Max(1, read - HeaderSize + 1);
        }

        return null;
    }

    /// <summary>RFC 1952: three flags are reserved, and the operating system is one of fourteen or unknown.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> header) => header.StartsWith(Magic) && (header[3] & 0xE0) == 0 && header[9] is <= 19 or 255;

    private static bool SkipHeader(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize) return false;
        var flags = header[3];
        if ((flags & 4) != 0)
        {
            if (file.ReadByte() is var low and >= 0 && file.ReadByte() is var high and >= 0) file.Position += low | (high << 8);
            else return false;
        }

        for (var names = (flags >> 3 & 1) + (flags >> 4 & 1); names > 0; names--)
        {
            int one;
            do one = file.ReadByte();
            while (one > 0);
            if (one < 0) return false;
        }

        if ((flags & 2) != 0) file.Position += 2;
        return true;
    }
}
