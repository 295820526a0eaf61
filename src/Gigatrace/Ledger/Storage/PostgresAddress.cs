namespace Gigatrace.Ledger.Storage;

/// <summary>Where a ledger lies on a PostgreSQL server.</summary>
/// <param name="Password">Null where the address has none: then PGPASSWORD or a password file says it.</param>
/// <param name="Schema">The schema that holds the ledger's tables: one database may hold several ledgers.</param>
/// <param name="Encryption">PostgreSQL's sslmode; null for the usual one.</param>
/// <param name="Sources">A file with settings of publishers; null for the built-in order of sources alone.</param>
internal sealed record PostgresAddress(string? User, string? Password, string Host, int Port, string Database, string Schema, string? Encryption, string? Sources)
{
    public const string UsualSchema = "gigatrace";

    private const int UsualPort = 5432;

    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Without the password.</summary>
    public string Name => $"postgres://{(User is null ? "" : Uri.EscapeDataString(User) + "@")}{Host}{(Port == UsualPort ? "" : ":" + Port.ToString(System.Globalization.CultureInfo.InvariantCulture))}/{Uri.EscapeDataString(Database)}"
        + (Schema == UsualSchema ? "" : $"?schema={Uri.EscapeDataString(Schema)}");

    public static bool IsOne(string ledger) => Array.Exists(Schemes, scheme => ledger.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    public static PostgresAddress Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath.Trim('/') is not { Length: > 0 } database || database.Contains('/', StringComparison.Ordinal))
            throw new LedgerException("a ledger on a server is written postgres://user:password@host:port/database");
        var options = Options(uri.Query);
        var user = uri.UserInfo.Split(':', 2);
        return new PostgresAddress(
            user[0].Length == 0 ? null : Uri.UnescapeDataString(user[0]), user.Length < 2 ? null : Uri.UnescapeDataString(user[1]), uri.Host, uri.Port > 0 ? uri.Port : UsualPort, Uri.UnescapeDataString(database),
            options.GetValueOrDefault("schema", UsualSchema), options.GetValueOrDefault("sslmode"), options.GetValueOrDefault("sources"));
    }

    /// <summary>Not <see cref="object.ToString"/> of the record, which would print the password.</summary>
    public override string ToString() => Name;

    private static Dictionary<string, string> Options(string query)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = option.Split('=', 2) is [var before, { Length: > 0 } after] ? (before, after) : (option, "");
            if (value.Length == 0 || name is not ("schema" or "sslmode" or "sources")) throw new LedgerException($"a ledger's address has no option '{name}'; it may have schema=NAME, sslmode=MODE and sources=FILE");
            options[name] = Uri.UnescapeDataString(value);
        }

        return options;
    }
}
