using System.Text;
using Gigatrace.Publishing.Vaults;

namespace Gigatrace.Tests.Publishing.Vaults;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("AESC Douai", "AESC Douai")]
    [InlineData("LG Energy Solution Wrocław", "LG Energy Solution Wrocław")]
    [InlineData("A/B\\C:D*E?F\"G<H>I|J", "A-B-C-D-E-F-G-H-I-J")]
    [InlineData("Cell #1 [north] ^a", "Cell -1 -north- -a")]
    [InlineData("../../etc/passwd", "-..-etc-passwd")]
    [InlineData("..", "unnamed")]
    [InlineData(".hidden", "hidden")]
    [InlineData("Works. ", "Works")]
    [InlineData("con", "con_")]
    [InlineData("NUL.works", "NUL_.works")]
    [InlineData("a\tb\nc", "a b c")]
    [InlineData("///", "unnamed")]
    [InlineData("", "unnamed")]
    [InlineData("a\u200Bb\u202Ec", "abc")]
    public void A_name_becomes_a_file_name(string name, string safe) => FileNames.Safe(name).ShouldBe(safe);

    [Fact]
    public void A_long_name_is_cut_at_a_sign()
    {
        Encoding.UTF8.GetByteCount(FileNames.Safe(new string('x', 1000))).ShouldBeLessThanOrEqualTo(150);
        var cut = FileNames.Safe(string.Concat(Enumerable.Repeat("🔋", 200)));
        (Encoding.UTF8.GetByteCount(cut), cut.Replace("🔋", "", StringComparison.Ordinal)).ShouldBe((148, ""));
    }

    /// <summary>The same name is called the same whatever came before, so that a file keeps its name.</summary>
    [Fact]
    public void Names_that_would_be_one_file_are_told_apart()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        FileNames.Unique("Northvolt Ett", taken).ShouldBe("Northvolt Ett");
        FileNames.Unique("NORTHVOLT ETT", taken).ShouldMatch(@"^NORTHVOLT ETT \([0-9a-f]{6}\)$");
        FileNames.Unique("Northvolt/Ett", taken).ShouldBe("Northvolt-Ett");
        FileNames.Unique("Northvolt:Ett", taken).ShouldMatch(@"^Northvolt-Ett \([0-9a-f]{6}\)$");
    }
}
