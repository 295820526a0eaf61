using System.Buffers;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What sort of publisher speaks, where the text makes it plain.</summary>
internal static class SourceKindGuess
{
    private static readonly (string Word, SourceKind Kind)[] PublisherWords =
    [
        ("personal note", SourceKind.Note), ("private note", SourceKind.Note), ("vault", SourceKind.Note), ("my notes", SourceKind.Note),
        ("press release", SourceKind.Release), ("company release", SourceKind.Release), ("newsroom", SourceKind.Release), ("pr newswire", SourceKind.Release),
        ("business wire", SourceKind.Release), ("globenewswire", SourceKind.Release), ("exchange filing", SourceKind.Filing), ("regulatory filing", SourceKind.Filing),
        ("blog", SourceKind.Blog), ("newsletter", SourceKind.Blog), ("round-up", SourceKind.Blog), ("roundup", SourceKind.Blog), ("substack", SourceKind.Blog),
        ("news", SourceKind.News), ("daily", SourceKind.News), ("agency", SourceKind.News), ("times", SourceKind.News), ("journal", SourceKind.News),
        ("gazette", SourceKind.News), ("herald", SourceKind.News), ("tribune", SourceKind.News), ("zeitung", SourceKind.News), ("reuters", SourceKind.News), ("magazine", SourceKind.News),
    ];

    private static readonly SearchValues<string> ReleaseWords = SearchValues.Create(["media contact", "press contact", "forward-looking statements", "for immediate release", "pressekontakt", "contact presse"], StringComparison.OrdinalIgnoreCase);

    /// <summary>These count only as a label of the page: prose cites releases of others.</summary>
    private static readonly string[] ReleaseLabels = ["press release", "news release", "pressemitteilung", "communiqué de presse"];

    private static readonly SearchValues<string> BlogWords = SearchValues.Create(["leave a reply", "leave a comment", "leave a commentary", "dear readers", "my blog", "this blog", "email address will not be published"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> NewsWords = SearchValues.Create(["available only to subscribers", "for subscribers", "free articles left", "from our correspondent", "reporting by", "editing by", "(reuters)", "(ap)", "staff writer", "all rights reserved"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The word used in front matter or a sidecar; null where it is none that is known.</summary>
    public static SourceKind? Named(string? name) => name is null ? null : SourceKinds.Find(name.Trim().ToLowerInvariant());

    public static SourceKind? OfPublisher(string? publisher)
    {
        if (publisher is null) return null;
        foreach (var (word, kind) in PublisherWords)
        {
            if (publisher.Contains(word, StringComparison.OrdinalIgnoreCase)) return kind;
        }

        return null;
    }

    public static SourceKind Of(string text, List<Draft> drafts, bool note, int stories)
    {
        if (note) return SourceKind.Note;
        var around = drafts.Where((d, at) => d.Boilerplate || at < 4 || at >= drafts.Count - 8).Where(d => d.Span.Length < 600).Select(d => d.Span).ToList();
        bool Any(SearchValues<string> words) => around.Exists(span => text.AsSpan(span.Start, span.Length).ContainsAny(words));
        var labelled = drafts.Where((d, at) => at < 4 && d.Span.Length <= 80).Any(d => Array.Exists(ReleaseLabels, word =>
            d.Boilerplate ? text.AsSpan(d.Span.Start, d.Span.Length).Contains(word, StringComparison.OrdinalIgnoreCase) : text.AsSpan(d.Span.Start).StartsWith(word, StringComparison.OrdinalIgnoreCase)));
        if (labelled || Any(ReleaseWords)) return SourceKind.Release;
        if (stories > 1 || Any(BlogWords) || Hashtags(text, drafts) >= 3) return SourceKind.Blog;
        return Any(NewsWords) ? SourceKind.News : SourceKind.Unknown;
    }

    /// <summary>Somebody's own notes: links to other notes, and tags or aliases in the front matter or no publisher at all.</summary>
    public static bool IsNote(string text, FlatYaml? front, int from, IReadOnlyCollection<string> tags)
    {
        var links = text.AsSpan(from).Count("[[");
        var keeps = front is not null && (front.Has("aliases") || front.Has("tags") || front.Has("cssclass"));
        return links >= 1 && (keeps || links >= 3 || tags.Count > 0 || text.AsSpan(from).Contains("[!", StringComparison.Ordinal));
    }

    private static int Hashtags(string text, List<Draft> drafts)
    {
        var found = 0;
        foreach (var draft in drafts)
        {
            for (var at = draft.Span.Start; at + 1 < draft.Span.End; at++)
            {
                if (text[at] == '#' && char.IsLetter(text[at + 1]) && (at == draft.Span.Start || text[at - 1] == ' ')) found++;
            }
        }

        return found;
    }
}
