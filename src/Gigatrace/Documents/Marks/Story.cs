using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>One story of a round-up.</summary>
/// <param name="Number">As in <see cref="Passage.Story"/>, from 1.</param>
/// <param name="Heading">Its first heading; empty where it has none.</param>
/// <param name="Published">The date that its heading or the line below gives it: from there "yesterday" is counted. Null where it gives none.</param>
public sealed record Story(int Number, Span Heading, When? Published)
{
    /// <summary>A story in a round-up is no older than this.</summary>
    private const int MostDays = 400;

    /// <summary>The stories of a document; empty where it is one text.</summary>
    /// <param name="published">The document's own date: no story is younger.</param>
    public static ImmutableArray<Story> Of(SourceText text, IReadOnlyList<Passage> passages, When? published)
    {
        if (passages.Count == 0 || passages[^1].Story == 0) return [];
        return [.. passages.Where(passage => passage.Story > 0).GroupBy(passage => passage.Story).Select(story => Of(text.Value, story.Key, [.. story.Take(3)], published))];
    }

    private static Story Of(string text, int number, Passage[] first, When? published)
    {
        var heading = first[0].Kind == PassageKind.Heading ? first[0].Span : default;
        var lines = first.Skip(heading.IsEmpty ? 0 : 1).Where(passage => passage.Kind is PassageKind.Paragraph or PassageKind.ListItem or PassageKind.Heading).Select(passage => passage.Span);
        var day = (heading.IsEmpty ? null : InHeading(text, heading)) ?? lines.Take(1).Select(span => InLine(text, span)).FirstOrDefault();
        return new Story(number, heading, day is { } known && Fits(known, published) ? When.Day(known) : null);
    }

    /// <summary>The day that a heading starts or ends with, set off from its words: what happens "on 3 June" is no date of the story.</summary>
    public static DateOnly? InHeading(string text, Span heading)
    {
        var line = text.AsSpan(heading.Start, heading.Length);
        if (HeaderDate.Find(line) is not { IsDay: true } date) return null;
        var before = line[..date.Start].TrimEnd();
        var after = line[date.End..].TrimStart();
        var starts = before.Trim("([*_").IsEmpty && after is [':' or '–' or '—' or '-' or '|' or '·' or ')' or ']' or '.' or ',', ..];
        var ends = after.Trim(")]*_.").IsEmpty && before is [.., ':' or '–' or '—' or '-' or '|' or '·' or '(' or '['];
        return starts || ends ? Day(date) : null;
    }

    /// <summary>A line that is a date, or prose that starts with one set off by a dash ("LINDENAU, 3 June 2025 – …").</summary>
    private static DateOnly? InLine(string text, Span span)
    {
        if (PublicationDate.IsDateLine(text, span)) return InDateLine(text, span);
        var start = text.AsSpan(span.Start, Math.Min(span.Length, 60));
        return HeaderDate.Find(start) is { IsDay: true } lead && start[lead.End..].TrimStart(" )*_") is ['–' or '—' or '-' or ':', ' ', ..] && !start[..lead.Start].ContainsAny('.', ';') ? Day(lead) : null;
    }

    /// <summary>The day of a line that is a date and little else; null for any other line.</summary>
    public static DateOnly? InDateLine(string text, Span span) =>
        PublicationDate.IsDateLine(text, span) && HeaderDate.Find(text.AsSpan(span.Start, span.Length)) is { IsDay: true } date ? Day(date) : null;

    private static DateOnly Day(HeaderDate date) => DateOnly.ParseExact(date.Edtf, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Fits(DateOnly day, When? published) => published?.Latest is not { } last || (day <= last && last.DayNumber - day.DayNumber <= MostDays);
}
