using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A saved feed, RSS 0.9 to 2.0 or Atom: each entry is a document with its own date.</summary>
internal static class FeedReader
{
    private static readonly string[] Named = [".xml", ".rss", ".atom", ".rdf"];

    /// <summary>Whether the root says that it is a feed.</summary>
    public static bool IsSure(ReadOnlyMemory<byte> start) =>
        Root(FromDeclaration(Letters(start), named: true)) is { } root && IsFeed(root);

    /// <summary>Whether the file is XML; a page written as XML is a page.</summary>
    public static bool Is(ReadOnlyMemory<byte> start, string displayPath)
    {
        var text = FromDeclaration(Letters(start), IsNamed(displayPath));
        return Root(text) is { } root && (IsFeed(root) || (root is not "html" && (text.StartsWith("<?xml", StringComparison.Ordinal) || IsNamed(displayPath))));
    }

    public static IEnumerable<Member> Members(Stream stream, string displayPath, ReadingOptions options, Action<Diagnostic> report)
    {
        if (ContentKinds.Bytes(stream, displayPath, options, report) is not { } bytes) return [];
        var text = Decoding.Decode(bytes, displayPath, report, Charsets.OfXml(bytes));
        return text is null ? [] : Read(text, displayPath, report);
    }

    private static List<Member> Read(string text, string displayPath, Action<Diagnostic> report)
    {
        text = FromDeclaration(text, named: true);
        if (Root(text) is { } root && !IsFeed(root))
        {
            report(new Diagnostic("feed.none", displayPath, null, $"it is XML, but no feed (its root is <{root}>)", Skipped: true));
            return [];
        }

        var xml = new LooseXml(text);
        var feed = FeedParser.Parse(xml);
        var entries = feed.Entries.Select(entry => FeedEntry.Of(entry, feed.Feed)).ToList();
        var members = entries.Index().Where(entry => !entry.Item.IsEmpty).Select(entry => entry.Item.ToMember(entry.Index + 1)).ToList();
        Report(displayPath, entries, xml.Flaw is var (what, at) ? (what, text.AsSpan(0, at).Count('\n') + 1) : null, report);
        return members;
    }

    private static void Report(string path, List<FeedEntry> entries, (string What, int Line)? flaw, Action<Diagnostic> report)
    {
        var empty = entries.Count(entry => entry.IsEmpty);
        var cut = entries.Count(entry => !entry.IsEmpty && entry.IsExcerpt);
        if (flaw is var (what, line)) report(new Diagnostic("feed.repaired", path, line, $"the feed is not well-formed ({what}); it is read as it was meant"));
        if (entries.Count == 0) report(new Diagnostic("feed.empty", path, null, "a feed without entries", Skipped: true));
        else if (empty > 0) report(new Diagnostic("feed.empty", path, null, $"{empty} of {entries.Count} entries have neither a title nor text", Skipped: empty == entries.Count));
        if (cut > 0) report(new Diagnostic("feed.excerpts", path, null, $"{cut} of {entries.Count} entries give the beginning of their text only; the rest is at their addresses"));
    }

    /// <summary>In whatever encoding: of UTF-16, too, the ASCII letters are left.</summary>
    private static string Letters(ReadOnlyMemory<byte> start) => Encoding.Latin1.GetString(start.Span).Replace("\0", "", StringComparison.Ordinal);

    private static bool IsFeed(string root) => root is "rss" or "feed" or "rdf" or "channel";

    private static bool IsNamed(string path) => Array.Exists(Named, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Without what stands before the declaration: white space, marks of byte order read as letters, what a broken site prints.</summary>
    /// <param name="text">A file or the start of it.</param>
    /// <param name="named">It is known to be XML, so that anything may stand there.</param>
    private static string FromDeclaration(string text, bool named)
    {
        var trimmed = text.TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        if (!named && !trimmed.StartsWith('<')) return trimmed;
        var declaration = trimmed.IndexOf("<?xml", 0, Math.Min(trimmed.Length, 4096), StringComparison.Ordinal);
        return declaration < 0 ? trimmed : trimmed[declaration..];
    }

    /// <summary>The first element's name without its prefix, in small letters; null where the text does not start as XML does.</summary>
    private static string? Root(string text)
    {
        var xml = new LooseXml(text[..Math.Min(text.Length, 8192)]);
        for (var token = xml.Next(); token != XmlToken.End; token = xml.Next())
        {
            if (token == XmlToken.Open) return xml.Name[(xml.Name.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
            if (token == XmlToken.Close || !string.IsNullOrWhiteSpace(xml.Words)) return null;
        }

        return null;
    }
}
