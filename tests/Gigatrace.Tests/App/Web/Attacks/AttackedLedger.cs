using System.Security.Cryptography;
using System.Text;
using Gigatrace.App.Web;
using Microsoft.Data.Sqlite;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>The web application over a ledger that was read from documents full of attacks: in every place where a document, a table or a person can put words.</summary>
public sealed class AttackedLedger : IAsyncLifetime
{
    /// <summary>No answer says where the ledger is.</summary>
    private const string Secret = "secret-ledger.db";

    /// <summary>Markup that is none of ours wherever it becomes an element or an attribute.</summary>
    public const string Element = "<attack x=1>", Attribute = "\" onattack=\"alert(1)\" ' onattack='alert(1)";

    /// <summary>Of this no claim is made: the reader shows it, and it leaves by no other way.</summary>
    public const string Unsaid = "Nobody in the town was asked for an opinion on the weather.";

    private static readonly string Huge = new('W', 20_000);

    private static readonly (string Name, string Text)[] Documents =
    [
        ("titles.md", $"""
            ---
            title: "</title><script>alert('title')</script>{Element} \u202eturned \ud83d\0"
            publisher: "\"><img src=x onerror=alert(1)>{Element}"
            author: "<svg onload=alert(2)>{Element}"
            url: "javascript:alert(3)//{Element}"
            published: 2025-06-05
            ---

            # <iframe src="javascript:alert(4)"> AESC Douai {Element}

            AESC Douai has an annual capacity of 9 GWh. Verkor <script>alert(5)</script> plans a plant in Dunkirk with 16 GWh a year.
            Evil<attack/x=1/onerror=alert(1)> Energy will supply cells to Renault from its plant in Douai.
            "'><Svg Batteries SE plans a 30 GWh factory in Erfurt, said chief executive Jan "x<y" Svgsson of Svg Batteries.
            O"onattack="alert(1) Cells plans a 20 GWh plant in Salzgitter. {Huge} Energy plans a 3 GWh plant in Kassel.

            {Unsaid}

            ```html
            <script src="//evil.example/x.js"></script>
            ```

            <!-- gigatrace: {Element} --> {"\u0001\u0008\u001b[31m\u0085\u2028\u2066"} Northvolt closes its plant in Skellefteå. ]]> <![CDATA[ {Element} ]]>
            """),
        ("addresses.md", """
            ---
            title: "[AESC Douai](javascript:alert(1)) http://evil.example/\" onattack=\"alert(1)"
            publisher: "http://evil.example/'onattack='alert(1)"
            url: "https://evil.example/\"onattack=\"alert(1)\"><attack>"
            published: 2025-07-01
            ---

            AESC Douai has an annual capacity of 24 GWh. [Renault](data:text/html,<script>alert(1)</script>) will buy cells from AESC's plant in Douai.
            """),
        ("page.html", """
            <html><head><title>&lt;attack x=1&gt; &#xD800; &#0; &#x202e;turned</title><meta name="author" content="&quot;&gt;&lt;attack x=1&gt;"><meta property="og:site_name" content="P&lt;attack x=1&gt;">
            <link rel="canonical" href="data:text/html,<script>alert(1)</script>"><meta property="article:published_time" content="2025-08-01"></head>
            <body onload="alert(1)"><script>alert(1)</script><article><h1>&lt;attack x=1&gt;</h1><p>AESC Douai has an annual capacity of 43 GWh &lt;attack x=1&gt;. &lt;b&gt;Northvolt&lt;/b&gt; plans a plant in Heide with 60 GWh.</p></article></body></html>
            """),
    ];

    /// <summary>A table names its works as it likes.</summary>
    private static readonly string Table = $"""
        Operator,Town,State,GWh
        "{Element}",Springwell,UC,12
        "{Attribute.Replace("\"", "\"\"", StringComparison.Ordinal)}",Ica,plan,20
        "javascript:alert(1)",Vlora,plan,8
        "../../etc/passwd",Durres,OP,5
        "'; DROP TABLE claims; --",Kassel,plan,7
        """;

    private const string Map = """
        publisher: "<attack x=1>"
        published: 2026-02-01
        subject: "{Operator} {Town}"
        fields:
          - column: State
            predicate: status
            words: {plan: planned, UC: under_construction, OP: operating}
          - column: GWh
            predicate: capacity
            modality: planned
        """;

    private readonly TestShell _shell = new();
    private Served? _served;

    internal Served Served => _served!;

    internal TestShell Shell => _shell;

    public async Task InitializeAsync()
    {
        foreach (var (name, text) in Documents) _ = _shell.Write($"docs/{name}", text);
        Run("read", _shell.At("docs"));
        Run("import", _shell.Write("table.csv", Table), "--map", _shell.Write("map.yaml", Map));
        Run("judge", "not-same", "AESC Douai", "Verkor Dunkirk", "--reason", Element, "--by", Attribute);
        File.Copy(_shell.Ledger, _shell.At(Secret));
        _served = await Served.Start(_shell.World, _shell.At(Secret));
    }

    /// <summary>Another one over a copy of the ledger.</summary>
    internal Task<Served> ServeCopy(Func<Serving, Serving>? how = null, TimeProvider? clock = null)
    {
        var ledger = _shell.At($"{Guid.NewGuid():N}-{Secret}");
        File.Copy(_shell.Ledger, ledger);
        return Served.Start(clock is null ? _shell.World : _shell.World with { Clock = clock }, ledger, how);
    }

    /// <summary>What no answer holds: where things are, what the program is made of, what the machine has.</summary>
    internal static void TellsNothing(string answer, string of)
    {
        foreach (var inside in new[] { "secret-ledger", "   at ", "SQLite", "syntax error", "Exception", "Microsoft.", "System.", "root:x:" }) answer.ShouldNotContain(inside, customMessage: of);
    }

    /// <summary>A hash of all that was recorded; what is worked out of it is left out.</summary>
    internal static string Recorded(string ledger)
    {
        using var database = new SqliteConnection($"Data Source={ledger};Mode=ReadOnly;Pooling=False");
        database.Open();
        var text = new StringBuilder();
        foreach (var table in Rows(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'held%' AND name NOT LIKE 'sqlite%' ORDER BY name").ToArray())
        {
            foreach (var row in Rows(database, $"SELECT * FROM \"{table}\" ORDER BY 1, 2")) _ = text.Append(table).Append(row).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public async Task DisposeAsync()
    {
        await _served!.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _shell.Dispose();
    }

    private static IEnumerable<string> Rows(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(at).ToString()));
    }

    private void Run(params string[] args)
    {
        var (code, _, error) = _shell.Run(args);
        code.ShouldBe(0, error);
    }
}

/// <summary>Tests that attack one running application, one after another.</summary>
[CollectionDefinition(nameof(AttackedLedger))]
public sealed class AttackedLedgerTests : ICollectionFixture<AttackedLedger>;
