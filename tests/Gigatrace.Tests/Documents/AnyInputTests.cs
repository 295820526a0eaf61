using System.Diagnostics;
using System.Text;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

/// <summary>What holds whatever is read: spans are sound, nothing throws, and the work grows with the length and no faster.</summary>
public class AnyInputTests
{
    private static readonly string[] Fragments =
    [
        "---\n", "title: x\n", "tags: [a, b]\n", "# Heading\n", "## \n", "**bold** text\n", "**[A: lead]** text. ", "[Bracketed story title]\n", "- item\n", "  more\n", "1. one\n", "2.Two\n", "- [x] done\n",
        "| a | b |\n", "|---|---|\n", "| [[x|y]] | **z** |\n", "|||\n", "\\|", "[[", "]]", "![[x]]", "![a](b)", "```\n", "~~~~\n", "%%", "<!--", "-->", "> ", "> [!info] ", "#tag #tag2\n", "key:: value\n", "***\n",
        "$$\n", "$$", " ^name\n", "[^1]", "[^1]: ", "==", "~~", "\n\n    code\n", "In brief\n", "## A heading (3 June 2025)\n", "#a/b ", "[[a/b#c|the d]]", "</span>", "# The cell week, 12/2025\n",
        "AI generated, for reference only\n", "Summary\n", "Published: 3 March 2025\n", "2019:\n", "Lindenau, 3 March 2025 – ", "Photo: x\n", "You may also like\n", "© X\n", "a·b·c·d\n", "*", "_", "`", "\r\n", "\r", "\n", "\n\n", "\t",
        " ", "\u00A0", "😀", "\uD83D", "电池工厂。", "Über ", "It makes 10 GWh a year. ", "which goes on\n", "=====\n", "…", "[1]: https://example.org\n", "{{< x >}}\n", "<p>", "<table><tr><td>", "</td>", "<html>", "<li>", "</div>", "\0", "12", ". ",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_read_has_sound_spans(int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < 1500; turn++)
        {
            var text = new StringBuilder(random.Next(8) == 0 ? "<html><body>" : "");
            for (var part = random.Next(60); part > 0; part--) text.Append(Fragments[random.Next(Fragments.Length)]);
            CheckSound(Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void So_has_a_document_with_bytes_changed_moved_or_lost(int seed)
    {
        var random = new Random(seed);
        var sample = Encoding.UTF8.GetBytes("---\ntitle: x\n---\n# Lindenau\n\n*3 March 2025*\n\nThe works – 10 GWh.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [[x|y]] 😀\n\nAI generated\n\n[A title in brackets]\n\nText.\n\n[Another title in brackets]\n");
        for (var turn = 0; turn < 3000; turn++)
        {
            var bytes = sample.ToList();
            for (var change = random.Next(1, 12); change > 0 && bytes.Count > 2; change--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveAt(at); break;
                    case 2: bytes.Insert(at, bytes[random.Next(bytes.Count)]); break;
                    default: bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at)); break;
                }
            }

            CheckSound([.. bytes]);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("word ")]
    [InlineData("*")]
    [InlineData("[[")]
    [InlineData("![")]
    [InlineData("| ")]
    [InlineData("# ")]
    [InlineData("> ")]
    [InlineData("%% ")]
    [InlineData("<!-- ")]
    [InlineData("```\n````\n")]
    [InlineData("- - ")]
    [InlineData("- a\n")]
    [InlineData("|a|\n")]
    [InlineData("[A bracketed story title]\n")]
    [InlineData("AI generated\n")]
    [InlineData("Heading\n")]
    [InlineData("this goes on and on and on\n")]
    [InlineData("1 June ")]
    [InlineData("\n    code\n")]
    [InlineData("$$\n$\n")]
    [InlineData("## A heading (3 June 2025)\ntext\n")]
    [InlineData("**In brief**\n\n- a\n- b\n")]
    [InlineData("## In brief\n")]
    [InlineData("#tag/a ")]
    [InlineData("a ^b ")]
    [InlineData("==a== ~~b~~ ")]
    public void Much_of_anything_takes_time_in_proportion(string part)
    {
        const int length = 600_000;
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, length / part.Length)));
        var clock = Stopwatch.StartNew();
        CheckSound(bytes);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(12));
    }

    private static void CheckSound(byte[] bytes)
    {
        var reading = DocumentReader.Parse(bytes, "any.md");
        if (reading.Document is { } document) Show.Sound(document);
        else reading.Diagnostics.ShouldContain(d => d.Skipped);
    }
}
