using System.Text;

namespace Gigatrace.Tests.App;

public sealed class ExtractVerbTests : IDisposable
{
    private readonly TestShell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>What is left after a look at its bytes is a document all the same; what may hold its words in another form is read.</summary>
    [Fact]
    public void Texts_of_other_fields_are_left_without_a_word()
    {
        _shell.Write("press/bread.txt", "The baker in Lindenau opened on Monday.\n");
        _shell.Write("press/opens.txt", "The plant in Dunkirk opened in June 2025.\n");
        _shell.Write("press/opens.meta.yaml", "title: Verkor opens its gigafactory\n");
        _shell.Write("press/wide.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Verkor makes 16 GWh of battery cells a year in Dunkirk.")]);
        var (code, output, error) = _shell.Run("extract", _shell.At("press"));
        code.ShouldBe(0);
        error.ShouldBeEmpty();
        output.ShouldContain("\"value\":16");
        output.ShouldNotContain("bread");
        output.ShouldContain("production_start");

        var (alone, nothing, _) = _shell.Run("extract", _shell.At("press/bread.txt"));
        (alone, nothing).ShouldBe((0, ""));
    }
}
