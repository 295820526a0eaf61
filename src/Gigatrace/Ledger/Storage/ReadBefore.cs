using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Ledger.Storage;

/// <summary>
/// Which documents were read last as they are now, with the number of their claims. A state of the ledger as it was when asked for;
/// may be used from several threads. Holds some thirty bytes for each document.
/// </summary>
public sealed class ReadBefore
{
    private readonly Dictionary<UInt128, int> _claims;

    internal ReadBefore(IReadOnlyCollection<(UInt128 Key, int Claims)> readings)
    {
        _claims = new Dictionary<UInt128, int>(readings.Count);
        foreach (var (key, claims) in readings) _claims[key] = claims;
    }

    /// <summary>How many claims it gave; null where it, or something said of it, is not what was read last.</summary>
    public int? Claims(Document document) => _claims.TryGetValue(ReadingKey.Of(document), out var claims) ? claims : null;
}

/// <summary>Everything that makes a document another one than the ledger knows (<see cref="LedgerStore"/> compares the same), hashed.</summary>
internal static class ReadingKey
{
    public const string Columns = "d.id, d.path, d.publisher, d.published, d.source_kind, d.url, d.title";

    /// <summary>How many columns those are.</summary>
    public const int Count = 7;

    public static UInt128 Of(Document document) => Of([document.Id, document.Path, document.Publisher, document.Published?.Edtf, document.SourceKind.Name(), document.Url, document.Title]);

    public static UInt128 Of(Row row) => Of([.. Enumerable.Range(0, Count).Select(row.TextOrNull)]);

    private static UInt128 Of(string?[] parts) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => part is null ? "-" : "+" + part)))));
}
