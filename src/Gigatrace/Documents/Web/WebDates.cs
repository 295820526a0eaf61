using System.Globalization;

namespace Gigatrace.Documents;

/// <summary>When a page was published and changed, from all that it says of it.</summary>
/// <param name="Published">EDTF, a day or a month; null where the page does not say.</param>
/// <param name="Updated">EDTF, a day.</param>
internal readonly record struct WebDates(string? Published, DatePlace Place, string? Updated)
{
    /// <summary>A date this many characters of text before the headline or behind it is one of the article's head.</summary>
    private const int ReachBefore = 250;
    private const int ReachBehind = 1200;

    /// <summary>A later date that is also the one of the last change is the publication's only if it is no later than this.</summary>
    private const int MostDaysLate = 7;

    private readonly record struct Found(Moment Moment, DatePlace Place);

    /// <summary>The order of trust, and what decides where several disagree, is told in docs/method.md.</summary>
    public static WebDates Of(WebMarks marks, LinkedArticle? article, WebHeading? headline, string? address, DateOrder order)
    {
        var around = WebHeading.Around(headline);
        var dates = marks.Dates.Where(date => !date.Place.IsApart(around, Least(date, headline))).ToList();
        var updated = Changed(marks, article, dates, headline, order);
        var fromAddress = WebAddress.Date(address);
        var machine = Machine(marks, article, dates, headline, order, updated);
        var shown = Shown(dates, headline);
        if (machine is { } turned && shown is null && dates.Where(date => date.Shown && IsTurned(date.Moment, turned.Moment)).Select(date => (WebDate?)date).FirstOrDefault() is { } other) shown = other;
        if (Decide(machine, shown, fromAddress, updated) is { } decided) return new WebDates(decided.Moment.Edtf, decided.Place, updated?.Moment.Edtf);
        if (fromAddress is { Length: 10 }) return new WebDates(fromAddress, DatePlace.Address, updated?.Moment.Edtf);
        if ((Elsewhere(dates) ?? (headline is null ? OnlyLine(dates) : null) ?? Dated(marks, order) ?? InScripts(marks, order) ?? updated) is { } last) return new WebDates(last.Moment.Edtf, last.Place, updated?.Moment.Edtf);
        return new WebDates(fromAddress, DatePlace.Address, null);
    }

    private static Found? Decide(Found? machine, WebDate? shown, string? address, Found? updated)
    {
        if (machine is not { } made) return shown is { } only && (only.Strength >= 3 || address is null or { Length: 7 } || Near(only.Moment, address)) ? new Found(only.Moment, DatePlace.Markup) : null;
        if (shown is { } seen && seen.Moment.Day != made.Moment.Day && Beats(seen, made, address, updated)) return new Found(seen.Moment, DatePlace.Markup);
        if (DayOf(address) is { } day && shown?.Moment.Day != made.Moment.Day && IsOtherSide(day, made.Moment)) return new Found(new Moment(day, null, 0, 0), DatePlace.Address);
        return made;
    }

    /// <summary>What a reader sees as the article's date goes before what only machines see: a day across midnight, a text moved to another system.</summary>
    private static bool Beats(WebDate shown, Found made, string? address, Found? updated)
    {
        var days = shown.Moment.Day.DayNumber - made.Moment.Day.DayNumber;
        if (updated is { } changed && changed.Moment.Day == shown.Moment.Day && days > MostDaysLate) return false;
        if (Math.Abs(days) <= 1 || IsTurned(shown.Moment, made.Moment) || (address is not null && shown.Moment.Edtf.StartsWith(address, StringComparison.Ordinal) && !made.Moment.Edtf.StartsWith(address, StringComparison.Ordinal))) return true;
        if (shown.Strength >= 4) return true;
        return shown.Strength == 3 && days > 0 && updated is { } last && shown.Moment.Day <= last.Moment.Day.AddDays(1);
    }

    /// <summary>Day and month of one are month and day of the other: 11/01 is read by the page's language, and may have been written by another.</summary>
    private static bool IsTurned(Moment one, Moment other) => one.Day.Year == other.Day.Year && one.Day.Month == other.Day.Day && one.Day.Day == other.Day.Month;

    /// <summary>The address has an earlier day, or the neighbour of a time that is given in universal time.</summary>
    private static bool IsOtherSide(DateOnly address, Moment made)
    {
        var days = made.Day.DayNumber - address.DayNumber;
        return days > 1 || (days == 1 && made.UtcHour is < 13) || (days == -1 && made.UtcHour is > 10);
    }

    private static bool Near(Moment moment, string address) => DayOf(address) is { } day && Math.Abs(day.DayNumber - moment.Day.DayNumber) <= 1;

    /// <summary>Null where the address has none, or only a month.</summary>
    private static DateOnly? DayOf(string? address) => DateOnly.TryParseExact(address, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>JSON-LD, meta tags and properties of publication; where they disagree, the day that two of them have.</summary>
    private static Found? Machine(WebMarks marks, LinkedArticle? article, List<WebDate> dates, WebHeading? headline, DateOrder order, Found? updated)
    {
        var found = new List<Found>();
        if (Moment.Read(article?.Published, order) is { } linked) found.Add(new Found(linked, DatePlace.JsonLd));
        if (OfMeta(marks, HeadWords.Default.MetaPublished, order) is { } meta) found.Add(new Found(meta, DatePlace.Meta));
        if (Property(dates, headline) is { } property) found.Add(new Found(property, DatePlace.Markup));
        if (found.Count < 2 && Dated(marks, order) is { } dated) found.Add(dated);
        if (found.Count == 0 && Moment.Read(article?.Created, order) is { } created) found.Add(new Found(created, DatePlace.JsonLd));
        if (found.Count == 0) return null;
        if (updated is { } changed && found.Exists(one => one.Moment.Day.DayNumber < changed.Moment.Day.DayNumber - MostDaysLate)) found.RemoveAll(one => one.Moment.Day == changed.Moment.Day);
        var seen = dates.Where(date => date is { Shown: true, Strength: >= 2 }).Select(date => date.Moment.Day).ToHashSet();
        var agreed = found.GroupBy(one => one.Moment.Day).Where(group => group.Count() > 1 || (found.Count == 2 && seen.Contains(group.Key))).OrderByDescending(group => group.Count()).FirstOrDefault();
        return agreed is null ? found[0] : agreed.First();
    }

    private static Found? InScripts(WebMarks marks, DateOrder order) => WebScripts.Published(marks.Scripts, order) is { } moment ? new Found(moment, DatePlace.Markup) : null;

    private static Found? Dated(WebMarks marks, DateOrder order) => OfMeta(marks, HeadWords.Default.MetaDated, order) is { } moment ? new Found(moment, DatePlace.Meta) : null;

    private static Moment? OfMeta(WebMarks marks, System.Collections.Frozen.FrozenSet<string> names, DateOrder order)
    {
        foreach (var (name, values) in marks.Meta)
        {
            if (names.Contains(name) && Moment.Read(values[0], order) is { } moment) return moment;
        }

        return null;
    }

    /// <summary>A property of publication: the one nearest the headline; without one, only if there is no other.</summary>
    private static Moment? Property(List<WebDate> dates, WebHeading? headline)
    {
        var marked = dates.Where(date => date is { Strength: 5, Said: not DateSaid.Updated, Shown: false } || date is { Strength: 5, Said: DateSaid.Published }).ToList();
        if (marked.Count == 0) return null;
        if (headline is { } head) return marked.MinBy(date => Distance(date, head)).Moment;
        return marked.TrueForAll(date => date.Moment.Day == marked[0].Moment.Day) ? marked[0].Moment : null;
    }

    /// <summary>The date that a reader sees in the head of the article.</summary>
    private static WebDate? Shown(List<WebDate> dates, WebHeading? headline)
    {
        if (headline is not { } head) return null;
        var near = dates.Where(date => date.Shown && date.Said is not (DateSaid.Updated or DateSaid.Other) && date.Strength >= 2 && IsNear(date, head)).ToList();
        // Several lines that are only dates are a list of something.
        if (near.Where(date => date.Strength == 2).DistinctBy(date => date.Moment.Day).Take(2).Count() > 1) near.RemoveAll(date => date.Strength == 2);
        return near.Count == 0 ? null : near.OrderByDescending(date => date.Strength).ThenBy(date => Distance(date, head)).First();
    }

    private static bool IsNear(WebDate date, WebHeading head) => date.Place.At <= head.Place.At
        ? head.Place.At - date.Place.At <= (date.Strength > 2 ? ReachBefore : ReachBefore / 3)
        : date.Place.At - head.Place.At - head.Words.Length <= (date.Strength > 2 ? ReachBehind : ReachBehind / 2);

    /// <summary>What stands before counts double.</summary>
    private static int Distance(WebDate date, WebHeading head) =>
        date.Place.At < head.Place.At ? 2 * (head.Place.At - date.Place.At) : date.Place.At - head.Place.At;

    /// <summary>Marked or labelled as its publication anywhere in the article, if only one day is.</summary>
    private static Found? Elsewhere(List<WebDate> dates)
    {
        foreach (var strength in (ReadOnlySpan<int>)[5, 4, 3])
        {
            var days = dates.Where(date => date.Strength == strength && date.Said is not (DateSaid.Updated or DateSaid.Other) && (strength > 3 || date.Said == DateSaid.Dated || date.IsTime)).Select(date => date.Moment).DistinctBy(moment => moment.Day).Take(2).ToList();
            if (days is [var only]) return new Found(only, DatePlace.Markup);
        }

        return null;
    }

    /// <summary>On a page without a headline, the only day that stands on a line of its own.</summary>
    private static Found? OnlyLine(List<WebDate> dates) =>
        dates.Where(date => date.Shown).DistinctBy(date => date.Moment.Day).Take(2).ToList() is [{ Strength: 2 } only] ? new Found(only.Moment, DatePlace.Markup) : null;

    private static Found? Changed(WebMarks marks, LinkedArticle? article, List<WebDate> dates, WebHeading? headline, DateOrder order)
    {
        if (Moment.Read(article?.Modified, order) is { } linked) return new Found(linked, DatePlace.JsonLd);
        if (OfMeta(marks, HeadWords.Default.MetaUpdated, order) is { } meta) return new Found(meta, DatePlace.Meta);
        var said = dates.Where(date => date.Said == DateSaid.Updated).ToList();
        if (said.Count == 0) return null;
        if (headline is { } head) return new Found(said.MinBy(date => Distance(date, head)).Moment, DatePlace.Markup);
        return said.TrueForAll(date => date.Moment.Day == said[0].Moment.Day) ? new Found(said[0].Moment, DatePlace.Markup) : null;
    }

    /// <summary>The nearest kind of part that a date may stand in and count.</summary>
    private static AsideKind? Least(WebDate date, WebHeading? headline) =>
        date.Strength == 5 || (date.Said == DateSaid.Updated && date.Shown) ? AsideKind.Beside : date.Strength == 4 || (date.Strength == 3 && headline is { } head && IsNear(date, head)) ? AsideKind.Open : null;
}
