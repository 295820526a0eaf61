using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>
/// One text as captured. Its identity is the hash of its content, its path, and its sidecar if it has one: a date given later makes a new version. Of a note that
/// <c>export vault</c> writes into, only what is the person's counts, so that what is written there anew makes no new version.
/// </summary>
public sealed record Document
{
    /// <summary>16 hex digits of SHA-256 over content, path and sidecar.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>As given on the command line, with forward slashes; for a file in a folder, the folder as given and the rest.</summary>
    public required string Path { get; init; }

    public required SourceText Text { get; init; }

    /// <summary>In text order, not overlapping, covering everything that is read as prose, heading, list or table.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    /// <summary>Of a round-up, in order; empty for a document of one story. What stands before the first belongs to none.</summary>
    public ImmutableArray<Story> Stories { get; init; } = [];

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    /// <summary>When it was published: null where neither the file nor its sidecar says. Never today, never the file's own time.</summary>
    public When? Published { get; init; }

    /// <summary>Where the day of publication was found; null where there is none, and for a document that comes from a ledger.</summary>
    public DatePlace? PublishedFrom { get; init; }

    /// <summary>When it was last changed, as far as it says; null for a document that comes from a ledger.</summary>
    public When? Updated { get; init; }

    /// <summary>The page shows only a part of the text: the rest is paid for or stands elsewhere. False for a document that comes from a ledger.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The page says that it is paid for. False for a document that comes from a ledger.</summary>
    public bool IsSponsored { get; init; }

    public SourceKind SourceKind { get; init; } = SourceKind.Unknown;

    /// <summary>ISO 639-1; null where it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>Other names that a note gives its subject (front matter).</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The passage that holds a place of the text; null where nothing is read there.</summary>
    public Passage? PassageAt(int at) => Passages.FirstOrDefault(passage => passage.Span.Start <= at && at < passage.Span.End);

    /// <summary>The day from which a passage counts "yesterday": its story's, else the document's; null where neither has one.</summary>
    public When? SpokenOn(Passage passage) => (passage.Story > 0 && passage.Story <= Stories.Length ? Stories[passage.Story - 1].Published : null) ?? Published;
}

/// <summary>What reading one file gave: a document, unless it was skipped, and what a person should know about it.</summary>
public sealed record Reading(Document? Document, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>There is a document, but it has nothing of what was wanted (<see cref="ReadingOptions.Wanted"/>) and was not read further.</summary>
    public bool IsLeft { get; init; }
}
