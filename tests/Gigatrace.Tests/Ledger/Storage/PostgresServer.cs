using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>
/// A PostgreSQL server of the tests' own, started when it is first asked for: in a folder of its own, by an unprivileged user, on 127.0.0.1 and a free
/// port. It is stopped by its process id when the tests end, however they end: a shell waits for the end of its input. That shell stands alone, since
/// whoever runs the tests may kill all their processes at the end.
/// </summary>
internal sealed class PostgresServer
{
    public const string User = "tester", Password = "p@ss/word", Database = "postgres";

    private const string None = "there is no PostgreSQL server to test with (Debian: apt-get install postgresql)";

    private const string Script = """
        set -u
        trap "" INT TERM HUP
        folder=$1 bin=$2 port=$3
        exec 3<&0
        (
          "$bin/initdb" -D "$folder/data" -U tester --pwfile="$folder/password" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 </dev/null 3<&- || { touch "$folder/failed"; exit 1; }
          "$bin/postgres" -D "$folder/data" -k "$folder" -p "$port" -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=50 >"$folder/server.log" 2>&1 </dev/null 3<&- &
          server=$!
          cat <&3 >/dev/null
          kill -INT "$server" && wait "$server"
          rm -rf "$folder"
        ) &
        """;

    /// <summary>Debian's place, the newest first; else what the path has.</summary>
    private static string? Folder { get; } = (Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(folder => folder, StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")) : [])
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static readonly Lazy<PostgresServer> Shared = new(() => new PostgresServer());

    /// <summary>Kept so that its input stays open as long as the tests run.</summary>
    private readonly Process _shell;

    private PostgresServer()
    {
        var bin = Folder ?? throw new InvalidOperationException(None);
        var folder = Directory.CreateTempSubdirectory("gigatrace-pg").FullName;
        File.WriteAllText(Path.Combine(folder, "password"), Password);
        Port = FreePort();
        string[] run = ["sh", "-c", Script, "postgres", folder, bin, Port.ToString(CultureInfo.InvariantCulture)];
        if (Environment.IsPrivilegedProcess)
        {
            Process.Start("chown", ["-R", "postgres", folder]).WaitForExit();
            run = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. run];
        }

        _shell = Process.Start(new ProcessStartInfo(run[0], run[1..]) { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = folder })!;
        WaitFor(folder);
    }

    /// <summary>Why its tests are skipped; null where there is a server, or nothing may be skipped.</summary>
    public static string? Missing { get; } = Folder is null && Environment.GetEnvironmentVariable("CI") != "true" ? None : null;

    public static PostgresServer Running => Shared.Value;

    public int Port { get; }

    public string Address(string schema) => $"postgres://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/{Database}?schema={schema}";

    public NpgsqlConnection Connect(string schema)
    {
        var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={Port};Username={User};Password={Password};Database={Database};Search Path={schema};Pooling=false");
        connection.Open();
        return connection;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitFor(string folder)
    {
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(50))
        {
            try
            {
                Connect("public").Dispose();
                return;
            }
            catch (NpgsqlException) when (!File.Exists(Path.Combine(folder, "failed")) && waited.Elapsed < TimeSpan.FromSeconds(60))
            {
            }
            catch (NpgsqlException exception)
            {
                throw new InvalidOperationException($"the server did not start: {string.Join(' ', Directory.EnumerateFiles(folder, "*.log").Select(File.ReadAllText))}", exception);
            }
        }
    }
}
