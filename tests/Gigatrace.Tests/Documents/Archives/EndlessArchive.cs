using System.Globalization;
using System.Text;

namespace Gigatrace.Tests.Documents;

/// <summary>An archive of pages that differ in their numbers only, made as it is read.</summary>
internal sealed class EndlessArchive : Stream
{
    private const string Number = "000000000";

    private readonly byte[] _record;
    private readonly int[] _places;
    private long _made = -1;

    public EndlessArchive(long length)
    {
        var teasers = string.Concat(Enumerable.Range(0, 80).Select(teaser => $"<div class=\"teaser\"><a href=\"/story/{teaser}\"><img src=\"/picture/{teaser}.jpg\"><span>Another story {teaser}</span></a></div>"));
        var paragraphs = string.Concat(Enumerable.Range(1, 40).Select(paragraph => $"<p>The works number {Number} at Lindenau will make {paragraph} GWh of cells a year, the operator said on Thursday, and more than {paragraph * 10} people will be employed there.</p>"));
        var page = $"<!doctype html><html><head><title>Works {Number}</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>Works {Number}</h1>{paragraphs}</article><aside>{teasers}</aside></body></html>";
        _record = ArchiveBytes.Response($"https://example.org/{Number}", page);
        _places = [.. Places(_record)];
        Count = (int)(length / _record.Length);
    }

    public int Count { get; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => (long)Count * _record.Length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var (number, at) = Math.DivRem(Position, _record.Length);
        if (number >= Count) return 0;
        if (number != _made) Make(number);
        var read = Math.Min(buffer.Length, _record.Length - (int)at);
        _record.AsSpan((int)at, read).CopyTo(buffer);
        Position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Make(long number)
    {
        var digits = Encoding.ASCII.GetBytes(number.ToString("D9", CultureInfo.InvariantCulture));
        foreach (var place in _places) digits.CopyTo(_record, place);
        _made = number;
    }

    private static IEnumerable<int> Places(byte[] record)
    {
        var number = Encoding.ASCII.GetBytes(Number);
        for (var at = 0; record.AsSpan(at).IndexOf(number) is var next and >= 0; at += next + Number.Length) yield return at + next;
    }
}
