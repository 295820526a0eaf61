using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Checks;

/// <summary>A note that is checked: its text, and what it claims.</summary>
/// <param name="Relative">Its path below the vault, with forward slashes.</param>
public sealed record Note(Document Document, ImmutableArray<Claim> Claims, string Relative)
{
    private static readonly SourceKind[] Published = [SourceKind.News, SourceKind.Blog, SourceKind.Release, SourceKind.Filing, SourceKind.Register];

    /// <summary>A saved article speaks for its publisher, not for whoever keeps it: it is not checked, and may be evidence.</summary>
    public bool IsClipping => IsClippingOf(Document.SourceKind, Document.Publisher ?? Document.Url);

    /// <param name="from">Who published it, or where; null where it does not say.</param>
    public static bool IsClippingOf(SourceKind kind, string? from) => from is not null && Array.IndexOf(Published, kind) >= 0;

    /// <summary>Its claims, each with the day from which the note speaks: that of its last change, else the day of the check.</summary>
    public IReadOnlyList<Claim> Dated(DateOnly day)
    {
        var said = Later(Document.Published, Document.Updated) ?? When.Day(day);
        return [.. Claims.Select(claim => claim with { Published = said, SourceKind = SourceKind.Note })];
    }

    private static When? Later(When? one, When? other) => one?.Latest is null ? other?.Latest is null ? null : other : other?.Latest > one.Latest ? other : one;
}
