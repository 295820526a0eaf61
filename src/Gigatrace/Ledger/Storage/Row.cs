using System.Data.Common;

namespace Gigatrace.Ledger.Storage;

/// <summary>A row that a query gave, at which the reader stands now; columns count from 0.</summary>
/// <param name="decode">Turns text as the engine keeps it into text; null where it keeps any.</param>
internal sealed class Row(DbDataReader reader, Func<string, string>? decode)
{
    public string Text(int column) => decode is null ? reader.GetString(column) : decode(reader.GetString(column));

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : Text(column);

    public int Int(int column) => reader.GetInt32(column);

    public long Long(int column) => reader.GetInt64(column);

    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public byte[] Bytes(int column) => (byte[])reader.GetValue(column);
}
