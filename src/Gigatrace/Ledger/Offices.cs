namespace Gigatrace.Ledger;

/// <summary>Offices by their titles.</summary>
internal static class Offices
{
    private const string Former = "former ";

    public static bool IsFormer(string title) => title.StartsWith(Former, StringComparison.OrdinalIgnoreCase) || title.StartsWith("ex-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two titles are of one office, held or left.</summary>
    public static bool AreOne(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string title)
    {
        var plain = title.ToLowerInvariant();
        if (plain.StartsWith(Former, StringComparison.Ordinal)) plain = plain[Former.Length..];
        if (plain.StartsWith("ex-", StringComparison.Ordinal)) plain = plain["ex-".Length..];
        return plain switch { "ceo" or "chief executive officer" or "boss" or "head" => "chief executive", "chairwoman" or "chairperson" or "chair" => "chairman", "cto" => "chief technology officer", "cfo" => "chief financial officer", _ => plain };
    }
}
