using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>The block of keys and values at the head of a note, and where the text after it starts.</summary>
/// <param name="Values">Null where the text has no front matter.</param>
/// <param name="End">UTF-16 offset of the first character after it.</param>
internal readonly record struct FrontMatter(FlatYaml? Values, int End)
{
    private const int MaxLength = 64 * 1024;

    /// <summary>A first line of <c>---</c> (YAML) or <c>+++</c> (TOML), lines of keys, and the same line again.</summary>
    public static FrontMatter Read(string text, string displayPath, ICollection<Diagnostic> diagnostics)
    {
        var fence = text.StartsWith("---", StringComparison.Ordinal) ? "---" : text.StartsWith("+++", StringComparison.Ordinal) ? "+++" : null;
        var start = NextLine(text, 0);
        if (fence is null || !text.AsSpan(0, start).TrimEnd().SequenceEqual(fence)) return default;
        for (int line = start, next; line < Math.Min(text.Length, MaxLength); line = next)
        {
            next = NextLine(text, line);
            var content = text.AsSpan(line, next - line).TrimEnd();
            if (!content.SequenceEqual(fence) && !content.SequenceEqual("...")) continue;
            return LooksLikeKeys(text.AsSpan(start, line - start)) ? FromYaml(text[start..line], next, displayPath, diagnostics) : default;
        }

        if (LooksLikeKeys(text.AsSpan(start, Math.Min(text.Length - start, 200))))
        {
            diagnostics.Add(new Diagnostic("doc.front-matter", displayPath, 1, $"the front matter has no closing {fence}; it is read as text"));
        }

        return default;
    }

    private static FrontMatter FromYaml(string yaml, int end, string displayPath, ICollection<Diagnostic> diagnostics)
    {
        var flat = FlatYaml.Parse(yaml);
        if (flat.Fault is { } fault)
        {
            diagnostics.Add(new Diagnostic("doc.front-matter", displayPath, fault.Line + 1, $"the front matter is broken ({fault.Message}); the text is read all the same"));
        }

        return new FrontMatter(flat, end);
    }

    /// <summary>Empty, or its first line is a comment or <c>key:</c> (<c>key =</c>).</summary>
    private static bool LooksLikeKeys(ReadOnlySpan<char> block)
    {
        var first = block.TrimStart();
        if (first.IsEmpty || first[0] == '#') return true;
        var end = first.IndexOfAny('\r', '\n');
        if (end >= 0) first = first[..end];
        var at = first.IndexOfAny(':', '=');
        return at > 0 && at <= 40 && !first[..at].TrimEnd().ContainsAny('.', ',', ';') && first[..at].Count(' ') <= 2;
    }

    private static int NextLine(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAny('\r', '\n');
        if (at < 0) return text.Length;
        at += from;
        return text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
