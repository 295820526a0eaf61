using System.Text;
using Microsoft.Data.Sqlite;

namespace Gigatrace.Tests.App;

/// <summary>What is broken, missing or of something else: one line with the path, the rest read, never a stack trace.</summary>
public sealed class BadInputTests
{
    private const string Article = "AESC starts in Douai\n\nPublished: June 5, 2025\n\nAESC has started production at its battery plant in Douai, France. The plant has an annual capacity of 10 GWh.\n";

    [Fact]
    public void A_path_that_is_not_there() => Alone(_ => "nowhere/at/all.md", "nowhere/at/all.md: no such file or folder");

    [Fact]
    public void A_binary_file() => Alone(shell => shell.Write("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0x0D, 1, 0, 2, 0]), "picture.txt");

    [Fact]
    public void An_empty_file() => Alone(shell => shell.Write("empty.md", ""), "empty.md: the file is empty");

    [Fact]
    public void A_folder_with_nothing_to_read() => Alone(shell => Directory.CreateDirectory(shell.At("folder")).FullName, "no document could be read from");

    [Fact]
    public void A_file_that_is_no_document() => Alone(shell => shell.Write("figures.xlsx", "PK\u0003\u0004"), "figures.xlsx");

    /// <summary>Permissions bind nobody who runs as root: there the file is simply read.</summary>
    [Fact]
    public void A_file_without_permission()
    {
        using var shell = new TestShell();
        var closed = shell.Write("docs/closed.md", Article);
        shell.Write("docs/open.md", Article);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(closed, UnixFileMode.None);
        var readable = IsReadable(() => File.ReadAllBytes(closed));
        var (code, _, error) = shell.Run("read", shell.At("docs"));
        code.ShouldBe(0);
        if (!readable) error.ShouldContain("closed.md: the file cannot be read");
    }

    [Fact]
    public void A_folder_without_permission()
    {
        using var shell = new TestShell();
        shell.Write("docs/closed/inside.md", Article);
        shell.Write("docs/open.md", Article);
        var closed = shell.At("docs/closed");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(closed, UnixFileMode.None);
        var readable = IsReadable(() => Directory.GetFiles(closed));
        var (code, _, error) = shell.Run("read", shell.At("docs"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        code.ShouldBe(0);
        if (!readable) error.ShouldContain("closed: the folder cannot be opened");
    }

    [Theory]
    [InlineData("broken.md", "---\ntitle: \"no end\naliases: [a, b\n---\n\n")]
    [InlineData("ragged.md", "| Plant | GWh |\n|---|---|\n| Göttingen | 10 | 12 | 14 |\n| Zaragoza |\n||||\n\n")]
    [InlineData("unclosed.md", "---\ntitle: never closed\n\n")]
    public void What_is_broken_in_a_document_does_not_stop_it(string name, string before)
    {
        using var shell = new TestShell();
        var (code, output, _) = shell.Run("read", shell.Write(name, before + Article));
        code.ShouldBe(0);
        output.ShouldContain("1 new");
    }

    [Fact]
    public void Broken_UTF8_is_read_as_far_as_it_goes()
    {
        using var shell = new TestShell();
        var (code, output, _) = shell.Run("read", shell.Write("broken.txt", [.. Encoding.UTF8.GetBytes(Article), 0xC3, 0x28, 0xFF, (byte)'\n', .. Encoding.UTF8.GetBytes(Article)]));
        code.ShouldBe(0);
        output.ShouldContain("1 new");
    }

    [Fact]
    public void A_broken_sidecar_does_not_stop_its_document()
    {
        using var shell = new TestShell();
        var article = shell.Write("article.txt", Article);
        shell.Write("article.meta.yaml", ": : [\n\tpublished: {");
        var (code, output, error) = shell.Run("read", article);
        code.ShouldBe(0);
        output.ShouldContain("1 new");
        error.ShouldContain("article.meta.yaml");
    }

    [Fact]
    public void The_rest_is_read()
    {
        using var shell = new TestShell();
        shell.Write("docs/empty.md", "");
        shell.Write("docs/article.md", Article);
        var (code, output, error) = shell.Run("read", shell.At("docs"), shell.At("missing"));
        code.ShouldBe(0);
        output.ShouldContain("1 new");
        output.ShouldContain("2 skipped");
        error.ShouldContain("empty.md");
        error.ShouldContain("missing: no such file or folder");
    }

    [Fact]
    public void A_ledger_that_is_no_database()
    {
        using var shell = new TestShell();
        Refused(shell, shell.Write("other.db", "this is no database at all, only some words that are long enough to fill a page"), "other.db");
    }

    [Fact]
    public void A_database_that_is_no_ledger()
    {
        using var shell = new TestShell();
        Execute(shell.At("shop.db"), "CREATE TABLE customers (name TEXT)");
        Refused(shell, shell.At("shop.db"), "shop.db");
    }

    [Fact]
    public void A_ledger_of_a_newer_version()
    {
        using var shell = new TestShell();
        shell.Run("read", shell.Write("article.md", Article)).Code.ShouldBe(0);
        Execute(shell.Ledger, "INSERT INTO schema_version (version, applied) VALUES (9999, '2099-01-01')");
        Refused(shell, shell.Ledger, "newer");
    }

    [Fact]
    public void A_ledger_that_is_not_there_is_not_made_by_asking()
    {
        using var shell = new TestShell();
        var (code, output, error) = shell.Run("plants");
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("ledger.db");
        File.Exists(shell.Ledger).ShouldBeFalse();
    }

    [Fact]
    public void A_ledger_where_there_is_no_folder()
    {
        using var shell = new TestShell();
        var (code, _, error) = shell.Run("read", shell.Write("article.md", Article), "--ledger", shell.At("no/such/folder/ledger.db"));
        code.ShouldBe(2);
        error.ShouldContain("ledger.db");
    }

    [Fact]
    public void A_gold_folder_that_is_not_there()
    {
        using var shell = new TestShell();
        var (code, _, error) = shell.Run("eval", shell.At("gold"));
        code.ShouldBe(2);
        error.ShouldContain("gold: no such folder");
    }

    [Fact]
    public void A_gold_line_that_is_no_JSON()
    {
        using var shell = new TestShell();
        shell.Write("gold/article.jsonl", "{\"doc\": \"article\"}\n{ broken\n");
        shell.Write("gold/article.md", Article);
        var (code, _, error) = shell.Run("eval", shell.At("gold"));
        code.ShouldBe(0);
        error.ShouldContain("article.jsonl:2: is no JSON object");
    }

    [Theory]
    [InlineData("show", "zzzzzz", "nothing has an id that begins with 'zzzzzz'")]
    [InlineData("show", "a", "'a' is too short for an id")]
    [InlineData("plant", "Atlantis", "no plant is called 'Atlantis'; `gigatrace plants` lists what there is")]
    [InlineData("company", "AESCC", "did you mean AESC?")]
    [InlineData("plant", "AESC Doui", "did you mean AESC Douai?")]
    public void What_is_not_known(string verb, string typed, string expected)
    {
        using var shell = new TestShell();
        shell.Run("read", shell.Write("article.md", Article)).Code.ShouldBe(0);
        var (code, output, error) = shell.Run(verb, typed);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(expected);
    }

    [Fact]
    public void Cancelled_while_reading_ends_with_130()
    {
        using var shell = new TestShell { Cancelled = new CancellationToken(canceled: true) };
        var (code, _, error) = shell.Run("read", shell.Write("article.md", Article));
        code.ShouldBe(130);
        error.ShouldBe("gigatrace: cancelled\n");
    }

    /// <summary>Nothing else was given to read: code 2, one message, nothing on standard output but the table of what was skipped.</summary>
    private static void Alone(Func<TestShell, string> make, string expected)
    {
        using var shell = new TestShell();
        var path = make(shell);
        foreach (var verb in (string[])["read", "extract", "text"])
        {
            var (code, _, error) = shell.Run(verb, path);
            code.ShouldBe(2, verb);
            error.ShouldContain(expected);
        }
    }

    private static void Refused(TestShell shell, string ledger, string expected)
    {
        var before = File.ReadAllBytes(ledger);
        var article = shell.Write("article.md", Article);
        foreach (var args in (string[][])[["plants"], ["read", article], ["show", "abcdef"]])
        {
            var (code, output, error) = shell.Run([.. args, "--ledger", ledger]);
            code.ShouldBe(2);
            output.ShouldBeEmpty();
            error.ShouldContain(expected);
            error.TrimEnd('\n').ShouldNotContain("\n");
        }

        File.ReadAllBytes(ledger).ShouldBe(before, "a file that is not ours is left alone");
    }

    private static bool IsReadable(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
