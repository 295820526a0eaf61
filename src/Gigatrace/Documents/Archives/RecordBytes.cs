namespace Gigatrace.Documents;

/// <summary>A window that slides over the bytes of an archive: as much of it is held as was asked for.</summary>
/// <param name="source">Read from where it stands to its end; a gzip file in stretches.</param>
internal sealed class RecordBytes(Stream source)
{
    private byte[] _buffer = new byte[1024 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>How many bytes were consumed before the window.</summary>
    public long Position { get; private set; }

    /// <summary>What is held and not consumed; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Window => _buffer.AsMemory(_start, _end - _start);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Makes the window so long, or as long as the stretch goes.</summary>
    public ReadOnlyMemory<byte> Hold(int length)
    {
        if (_buffer.Length - _start < length) Move(length);
        while (_end - _start < length && !_ended)
        {
            var read = source.Read(_buffer.AsSpan(_end));
            _ended = read == 0;
            _end += read;
        }

        return Window;
    }

    public void Consume(int length)
    {
        _start += length;
        Position += length;
    }

    /// <summary>Nothing is left of this stretch; goes on with the next one, if there is one.</summary>
    public bool Resume()
    {
        if (source is not GzipMembers gzip || !gzip.Resume()) return false;
        _ended = false;
        return true;
    }

    private void Move(int length)
    {
        var held = Span;
        var target = length <= _buffer.Length ? _buffer : new byte[Math.Max(length, (int)Math.Min(2L * _buffer.Length, Array.MaxLength))];
        held.CopyTo(target);
        (_buffer, _end, _start) = (target, held.Length, 0);
    }
}
