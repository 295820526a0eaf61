using Gigatrace.Ledger;

namespace Gigatrace.Tests.App;

/// <summary>What a file beside the ledger says of publishers, and that what is held follows it.</summary>
public sealed class SourcesFileTests
{
    [Fact]
    public void What_is_held_follows_the_file_beside_the_ledger()
    {
        using var shell = new TestShell();
        foreach (var (name, day, publisher, figure) in new[] { ("a", "2022-09-10", "Daily", 9), ("b", "2022-09-20", "Weekly", 12) })
        {
            shell.Write($"docs/{name}.txt", $"The AESC plant in Douai will have an annual capacity of {figure} GWh.");
            shell.Write($"docs/{name}.meta.yaml", $"published: {day}\npublisher: {publisher}\nsource_kind: news\n");
        }

        shell.Run("read", shell.At("docs"), "--ledger", shell.Ledger).Code.ShouldBe(0);
        Planned(shell).ShouldBe("12");
        shell.Write(SourceSettings.FileName, "publisher\tkind\nWeekly\tblog\n");
        Planned(shell).ShouldBe("9");
        shell.Write(SourceSettings.FileName, "publisher\tkind\nWeekly\tgossip\n");
        var (_, _, error) = shell.Run("plant", "AESC Douai", "--ledger", shell.Ledger);
        error.ShouldContain("gigatrace.sources.tsv:2: 'gossip' is no kind of source");
        Planned(shell).ShouldBe("12");
    }

    private static string Planned(TestShell shell)
    {
        var card = System.Text.Json.Nodes.JsonNode.Parse(shell.Run("plant", "AESC Douai", "--format", "json", "--ledger", shell.Ledger).Out)!;
        return card["capacity"]!["planned"]!["value"]!.ToString();
    }
}
