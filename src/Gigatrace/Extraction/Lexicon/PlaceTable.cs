using System.Text;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// A table of places inside the assembly, searched where it lies: rows sorted by the UTF-8 bytes of their key. Nothing is
/// read at start, and only the pages that a search touches are ever loaded.
/// </summary>
internal sealed unsafe class PlaceTable
{
    private readonly UnmanagedMemoryStream _resource;
    private readonly byte* _bytes;
    private readonly int _length;
    private readonly int _firstRow;

    public PlaceTable(string name)
    {
        _resource = (UnmanagedMemoryStream)(typeof(PlaceTable).Assembly.GetManifestResourceStream("knowledge/" + name) ?? throw new FileNotFoundException($"no knowledge file {name}"));
        _bytes = _resource.PositionPointer;
        _length = checked((int)_resource.Length);
        _firstRow = RowEnd(0) + 1;
    }

    private ReadOnlySpan<byte> Bytes => new(_bytes, _length);

    /// <summary>The row behind a row; starts from <c>-1</c> and ends with an empty one.</summary>
    public ReadOnlySpan<byte> Next(ref int row)
    {
        row = row < 0 ? _firstRow : RowEnd(row) + 1;
        return row >= _length ? default : Row(row);
    }

    /// <summary>Adds the rows of exactly that key, in the table's order (most people first).</summary>
    public void Find(ReadOnlySpan<byte> key, List<string> rows)
    {
        for (var row = FirstNotBefore(key); row < _length && KeyAt(row).SequenceEqual(key); row = RowEnd(row) + 1) rows.Add(Encoding.UTF8.GetString(Row(row)));
    }

    public bool Contains(ReadOnlySpan<byte> key)
    {
        var row = FirstNotBefore(key);
        return row < _length && KeyAt(row).SequenceEqual(key);
    }

    private int FirstNotBefore(ReadOnlySpan<byte> key)
    {
        var (low, high) = (_firstRow, _length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            var row = low + Bytes[low..middle].LastIndexOf((byte)'\n') + 1;
            if (KeyAt(row).SequenceCompareTo(key) < 0) low = RowEnd(row) + 1;
            else high = row;
        }

        return low;
    }

    private ReadOnlySpan<byte> Row(int start) => Bytes[start..RowEnd(start)];

    private ReadOnlySpan<byte> KeyAt(int row) => Bytes[row..(row + Bytes[row..].IndexOf((byte)'\t'))];

    private int RowEnd(int row) => Bytes[row..].IndexOf((byte)'\n') is >= 0 and var length ? row + length : _length;
}
