using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What front matter or a page's head says; it goes before what the text shows.</summary>
internal sealed record Known
{
    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    public string? Published { get; init; }

    /// <summary>Where <see cref="Published"/> is from.</summary>
    public DatePlace? PublishedFrom { get; init; }

    /// <summary>A page's markup has been searched for its date: in its text only labels and datelines are left to look for.</summary>
    public bool IsPage { get; init; }

    /// <summary>When it was last changed, as far as it says.</summary>
    public string? Updated { get; init; }

    public string? Language { get; init; }
}

/// <summary>From passages by shape to what they are: the same passes in the same order for every format.</summary>
internal static class Structure
{
    public static DraftDocument Finish(SourceText source, List<Draft> drafts, bool note, Known known, CancellationToken late = default)
    {
        var text = source.Value;
        if (drafts.Count > ReadingOptions.MaxPassages) drafts.RemoveRange(ReadingOptions.MaxPassages, drafts.Count - ReadingOptions.MaxPassages);
        late.ThrowIfCancellationRequested();
        Captions.Mark(text, drafts);
        AiSections.FindLabels(text, drafts);
        Headings.MarkPeriods(text, drafts);
        Boilerplate.MarkLines(text, drafts, note);
        late.ThrowIfCancellationRequested();
        Headings.Mark(text, drafts);
        Boilerplate.MarkSections(text, drafts, note);
        AiSections.Mark(text, drafts);
        var title = known.Title ?? Heads.Title(text, drafts, note);
        Boilerplate.MarkRepeatedTitle(text, title, drafts);
        late.ThrowIfCancellationRequested();
        var publisher = known.Publisher ?? Heads.Publisher(text, drafts);
        var language = known.Language ?? LanguageGuess.Of(text, drafts);
        var published = known.Published ?? PublicationDate.Find(text, drafts, language is null or "en" ? DateOrder.Unknown : DateOrder.DayFirst, underTitle: !known.IsPage);
        var author = known.Author ?? Heads.Author(text, drafts);
        var stories = Stories.Split(text, title, publisher, drafts);
        return new DraftDocument
        {
            Text = source, Passages = stories, Title = title, Author = author, Publisher = publisher, Published = published, PublishedFrom = known.PublishedFrom ?? (published is null ? null : DatePlace.Text), Updated = known.Updated, Language = language,
            GuessedKind = SourceKindGuess.Of(text, stories, note, stories.Count == 0 ? 0 : stories[^1].Story),
        };
    }
}
