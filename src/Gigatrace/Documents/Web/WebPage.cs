using System.Collections.Frozen;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A saved web page: its main text with headings, lists and tables, and what its head says of it.</summary>
internal static class WebPage
{
    private const int Probe = 4096;
    private const int MaxNesting = 4000;
    private const int LongestName = 10;

    /// <summary>Linked data with less is the first sentence, not the text.</summary>
    private const int LeastData = 200;

    /// <summary>Elements that a parser may have to make anew beyond those that are written; far from what a page that forgot to close its fonts comes to.</summary>
    private const long MaxRemade = 2_000_000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nesting = Names("div", "table", "ul", "ol", "dl", "section", "article", "blockquote", "center", "main", "aside", "details", "form", "nav", "header", "footer", "figure", "fieldset", "address", "button", "pre", "span");

    /// <summary>A parser opens these again in each block until they are closed.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Names("b", "i", "u", "s", "em", "strong", "font", "big", "small", "tt", "code", "strike");

    /// <summary>Whether the content is HTML; the file's ending only tips the balance where there is no <c>&lt;html&gt;</c>.</summary>
    public static bool Is(string text, string displayPath)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Probe)).TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return true;
        if (start.Length == 0 || start[0] != '<') return false;
        if (start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<body", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<head", StringComparison.OrdinalIgnoreCase)) return true;
        var named = displayPath.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || displayPath.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
        return named && (start.Contains("<p", StringComparison.OrdinalIgnoreCase) || start.Contains("<div", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>No page that a person wrote nests so deeply, and a parser's work, and what it builds, grow with the square of the depth.</summary>
    public static bool IsTooDeep(string html)
    {
        // With fewer tags neither bound can be passed: half of them open, half to be opened in again.
        if (html.AsSpan().Count('<') < 2 * Math.Sqrt(MaxRemade)) return false;
        int depth = 0, formats = 0;
        long remade = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 2 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = NameOf(html.AsSpan(at + (closes ? 2 : 1)));
            if (Formatting.Contains(name)) formats = Math.Max(0, formats + (closes ? -1 : 1));
            else if (Nesting.Contains(name)) depth = Math.Max(0, depth + (closes ? -1 : 1));
            remade += formats;
            if (depth + formats > MaxNesting || remade > MaxRemade) return true;
        }

        return false;
    }

    /// <param name="html">The page.</param>
    /// <param name="displayPath">For what is said of it.</param>
    /// <param name="diagnostics">What a person should know about it.</param>
    /// <param name="late">Ends it.</param>
    public static DraftDocument Read(string html, string displayPath, List<Diagnostic> diagnostics, CancellationToken late)
    {
        using var page = PageParser.Parse(html, late);
        var head = WebHead.Read(page);
        var data = head.Data;
        using var tree = new WebTree(page.Body ?? page.DocumentElement);
        var root = MainContent.Find(tree);
        var blocks = new WebBlocks(tree, root);
        blocks.Add();
        WebCuts.Mark(tree, blocks, head.Known.Title);
        var (text, drafts) = WebText.Of(blocks);
        if (data.Body is { Length: >= LeastData } body && text.Length * 2 < body.Length)
        {
            (text, drafts) = WebText.Of(body);
            diagnostics.Add(new Diagnostic("doc.linked-data", displayPath, null, "the text stands only in the page's linked data"));
        }

        if (blocks.IsCut) diagnostics.Add(new Diagnostic("doc.table", displayPath, null, "its tables are too large; the first of their cells were read"));
        var read = Structure.Finish(new SourceText(text), drafts, note: false, head.Known, late) with { Url = head.Url, NamedKind = head.Kind };
        read = WebFrame.Mark(text, read);
        diagnostics.AddRange(WebState.Of(text, read, tree, root, data, displayPath));
        return WebText.WithoutBoilerplate(read);
    }

    /// <summary>HTML without a page around it: all of it is text.</summary>
    /// <param name="html">The text.</param>
    /// <param name="title">What is said around it; null where nothing is.</param>
    /// <param name="late">Ends it.</param>
    public static DraftDocument ReadFragment(string html, string? title, CancellationToken late)
    {
        using var page = PageParser.Parse(html, late);
        using var tree = new WebTree(page.Body ?? page.DocumentElement);
        var blocks = new WebBlocks(tree, 0);
        blocks.Add();
        var (text, drafts) = WebText.Of(blocks);
        return Structure.Finish(new SourceText(text), drafts, note: false, new Known { Title = title }, late);
    }

    /// <summary>The encoding that the page names for itself; null where it names none that is known.</summary>
    public static Encoding? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Probe)];
        if (!bytes.Contains((byte)'<')) return null;
        var start = Encoding.Latin1.GetString(bytes);
        var at = start.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = start.AsSpan(at + 8).TrimStart("\"' ");
        var end = rest.IndexOfAny("\"' />;\r\n");
        return Charsets.Find((end < 0 ? rest : rest[..end]).ToString());
    }

    /// <summary>Empty where no tag begins.</summary>
    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length <= LongestName && char.IsAsciiLetterOrDigit(tag[length])) length++;
        return tag[..length];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
