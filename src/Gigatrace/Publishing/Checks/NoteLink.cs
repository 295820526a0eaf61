using System.Text.RegularExpressions;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Checks;

/// <summary>A link of a note to another file of its vault.</summary>
/// <param name="Span">Of the whole link.</param>
/// <param name="Target">Without heading, block and alias, no longer percent-encoded.</param>
/// <param name="Wiki"><c>[[target]]</c>; else <c>[text](target)</c>.</param>
internal readonly partial record struct NoteLink(Span Span, string Target, bool Wiki)
{
    /// <summary>Links outside of code and comments, in order; those within the note itself, to the web and to what is no note are left out.</summary>
    public static IReadOnlyList<NoteLink> Of(string text)
    {
        if (!text.Contains("](", StringComparison.Ordinal) && !text.Contains("[[", StringComparison.Ordinal)) return [];
        var plain = Blanked(text);
        // Pictures and pages of a site are kept elsewhere.
        var wiki = WikiLinks().Matches(plain).Select(match => new NoteLink(SpanOf(match), text.Substring(match.Groups["to"].Index, match.Groups["to"].Length).TrimEnd('\\').Trim(), true));
        var marked = MarkedLinks().Matches(plain).Where(match => !Scheme().IsMatch(match.Groups["to"].Value) && !(match.Index > 0 && plain[match.Index - 1] == '!'))
            .Select(match => new NoteLink(SpanOf(match), Uri.UnescapeDataString(match.Groups["to"].Value.Trim('<', '>').Split('#', '?')[0]).Trim(), false));
        return [.. wiki.Concat(marked.Where(link => link.Target.EndsWith(".md", StringComparison.OrdinalIgnoreCase))).Where(link => link.Target.Length > 0).OrderBy(link => link.Span.Start)];
    }

    private static Span SpanOf(Match match) => new(match.Index, match.Index + match.Length);

    /// <summary>Code and comments as spaces, so that offsets stay.</summary>
    private static string Blanked(string text) => Outside().Replace(text, match => new string(' ', match.Length));

    [GeneratedRegex(@"^(?<fence>```+|~~~+)[^\n]*\n.*?(^\k<fence>[^\n]*$|\z)|`[^`\n]+`|<!--.*?(-->|\z)|%%.*?(%%|\z)", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\[\[(?<to>[^\[\]|#^\n]+)([#^][^\[\]|\n]*)?(\|[^\[\]\n]*)?\]\]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex WikiLinks();

    [GeneratedRegex(@"(?<!\\)\[[^\[\]\n]*\]\((?<to><[^<>\n]+>|[^\s()<>]+)(\s+""[^""\n]*"")?\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MarkedLinks();

    [GeneratedRegex(@"^<?([A-Za-z][A-Za-z0-9+.-]*:|//|#)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Scheme();
}
