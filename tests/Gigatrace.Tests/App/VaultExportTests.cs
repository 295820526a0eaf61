using System.Text.Json.Nodes;
using Gigatrace.Tests.Publishing;
using Gigatrace.Tests.Publishing.Vaults;

namespace Gigatrace.Tests.App;

/// <summary>A vault written from the samples, read, changed by a person, and written again.</summary>
public sealed class VaultExportTests : IDisposable
{
    private readonly TestShell _shell = new();

    public VaultExportTests() => Run("read", Path.Combine(Expectations.Root, "samples"));

    private string Vault => _shell.At("vault");

    private string Douai => Path.Combine(Vault, "Plants", "AESC Douai.md");

    [Fact]
    public void Written_read_and_written_again_it_is_the_same_to_the_byte()
    {
        Run("export", "vault", Vault);
        var first = Notes();
        first.Count.ShouldBeGreaterThan(40);
        VaultTests.Links(first);
        Run("extract", Vault).Out.ShouldBeEmpty();
        Run("check", Vault).Out.ShouldStartWith("no problem found");
        var read = JsonNode.Parse(Run("read", Vault, "--format", "json").Out)!;
        read["documents"]!.AsArray().Select(one => one!["claims"]!.GetValue<int>()).Distinct().ShouldBe([0]);
        Run("export", "vault", Vault).Out.ShouldContain("unchanged");
        Notes().ShouldBe(first);
        Directory.Delete(Vault, recursive: true);
        Run("export", "vault", Vault);
        Notes().ShouldBe(first);
    }

    [Fact]
    public void What_a_person_adds_stays_and_is_read_as_a_note_of_theirs()
    {
        Run("export", "vault", Vault);
        var text = File.ReadAllText(Douai).Replace("\n---\n", "\njobs_seen: 700\n---\n", StringComparison.Ordinal).Replace("%% gigatrace:begin timeline", "AESC Douai employs 720 people, the works council says.\n\n%% gigatrace:begin timeline", StringComparison.Ordinal);
        File.WriteAllText(Douai, text);
        var claim = JsonNode.Parse(Run("extract", Douai).Out)!;
        (claim["subject"]!.ToString(), claim["value"]!.ToString(), claim["source_kind"]!.ToString()).ShouldBe(("AESC Douai", "720", "note"));
        Run("export", "vault", Vault);
        File.ReadAllText(Douai).ShouldBe(text);
        Run("read", Vault);
        Run("export", "vault", Vault);
        var notes = Notes();
        notes["Plants/AESC Douai.md"].ShouldContain("the works council says.\n\n%% gigatrace:begin timeline");
        Run("read", Vault);
        Run("export", "vault", Vault);
        Notes().ShouldBe(notes);
    }

    [Fact]
    public void A_dry_run_and_a_past_day()
    {
        Run("export", "vault", Vault, "--dry-run").Out.ShouldContain("nothing was written");
        Directory.Exists(Vault).ShouldBeFalse();
        Run("export", "vault", Vault, "--as-of", "2022-02-01");
        File.ReadAllText(Douai).ShouldContain("status: under_construction\n");
        File.ReadAllText(Douai).ShouldContain("as_of: 2022-02-01\n");
        Run("export", "vault", Vault);
        File.ReadAllText(Douai).ShouldContain("status: operating\n");
        File.ReadAllText(Douai).ShouldNotContain("as_of:");
        var json = JsonNode.Parse(Run("export", "vault", Vault, "--as-of", "2022-02-01", "--format", "json").Out)!.AsArray();
        foreach (var change in json) SchemaCheck.Problems(change, "vault").ShouldBeEmpty();
        json.Select(change => change!["result"]!.ToString()).ShouldContain("gone");
    }

    [Fact]
    public void Nothing_is_written_out_of_the_folder_and_what_is_left_is_told()
    {
        var outside = Directory.CreateDirectory(_shell.At("outside")).FullName;
        Directory.CreateDirectory(Vault);
        Directory.CreateSymbolicLink(Path.Combine(Vault, "Plants"), outside);
        File.WriteAllText(_shell.At("mine.md"), "mine");
        Directory.CreateDirectory(Path.Combine(Vault, "Companies"));
        File.CreateSymbolicLink(Path.Combine(Vault, "Companies", "AESC.md"), _shell.At("mine.md"));
        File.WriteAllBytes(Path.Combine(Vault, "Gigatrace.md"), [0xFF, 0xFE, 0x00]);
        var (_, output, error) = Run("export", "vault", Vault);
        Directory.EnumerateFileSystemEntries(outside).ShouldBeEmpty();
        File.ReadAllText(_shell.At("mine.md")).ShouldBe("mine");
        error.ShouldContain("it would be written outside of the folder [vault.left]");
        error.ShouldContain("AESC.md: it is a link, which is not followed [vault.left]");
        error.ShouldContain("Gigatrace.md: it is no UTF-8 text [vault.left]");
        output.ShouldContain("Companies/Verkor.md");
        Directory.EnumerateFiles(Vault, ".gigatrace-*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        _shell.Write("vault", "text");
        var (code, _, error) = _shell.Run("export", "vault", Vault);
        (code, error).ShouldBe((2, $"gigatrace: {Vault} is a file; name a folder for the notes\n"));
    }

    public void Dispose() => _shell.Dispose();

    private (int Code, string Out, string Error) Run(params string[] args)
    {
        var run = _shell.Run(args);
        run.Code.ShouldBe(0, run.Error);
        return run;
    }

    private Dictionary<string, string> Notes() => Directory.EnumerateFiles(Vault, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(file => Path.GetRelativePath(Vault, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
}
