namespace Gigatrace.Claims;

/// <summary>The first and last day that an EDTF text may mean; null where open, unsaid or outside the years 1 to 9999.</summary>
internal readonly record struct EdtfExtent(DateOnly? Earliest, DateOnly? Latest);

/// <summary>Reads EDTF, levels 0 to 2: a date, an interval (<c>/</c>), one of a set (<c>[…]</c>) or all of a set (<c>{…}</c>).</summary>
internal static class EdtfParser
{
    public static bool TryParse(ReadOnlySpan<char> text, out EdtfExtent extent)
    {
        extent = default;
        if (text.IsEmpty) return false;
        if (text[0] is '[' or '{') return TrySet(text, out extent);
        var slash = text.IndexOf('/');
        if (slash >= 0) return TryInterval(text[..slash], text[(slash + 1)..], out extent);
        if (!EdtfDate.TryParse(text, EdtfForms.All, out var date)) return false;
        extent = new EdtfExtent(date.Earliest, date.Latest);
        return true;
    }

    /// <summary>Each end a date, <c>..</c> (open) or nothing (not known); the start not after the end.</summary>
    private static bool TryInterval(ReadOnlySpan<char> start, ReadOnlySpan<char> end, out EdtfExtent extent)
    {
        extent = default;
        if (start.IsEmpty && end.IsEmpty) return false;
        if (!TryEnd(start, out var from) || !TryEnd(end, out var to)) return false;
        if (from is { } a && to is { } b && a.First.IsAfter(b.Floor)) return false;
        extent = new EdtfExtent(from?.Earliest, to?.Latest);
        return true;
    }

    private static bool TryEnd(ReadOnlySpan<char> text, out EdtfDate? date)
    {
        date = null;
        if (text.IsEmpty || text is "..") return true;
        if (!EdtfDate.TryParse(text, EdtfForms.Calendar, out var read)) return false;
        date = read;
        return true;
    }

    /// <summary>Dates and stretches <c>a..b</c> between commas; the first may be open to the past, the last to the future.</summary>
    private static bool TrySet(ReadOnlySpan<char> text, out EdtfExtent extent)
    {
        extent = default;
        if (text.Length < 3 || text[^1] != (text[0] == '[' ? ']' : '}')) return false;
        var inner = text[1..^1];
        EdtfDay? first = null, last = null;
        bool openStart = false, openEnd = false, unsaid = false;
        for (var at = 0; at <= inner.Length;)
        {
            var comma = inner[at..].IndexOf(',');
            var element = comma < 0 ? inner[at..] : inner.Slice(at, comma);
            if (!TryElement(element, at == 0, comma < 0, out var from, out var to)) return false;
            openStart |= from is null;
            openEnd |= to is null;
            unsaid |= (from ?? to)!.Value.YearUnsaid || (to ?? from)!.Value.YearUnsaid;
            if (from is { } f && (first is null || first.Value.IsAfter(f.First))) first = f.First;
            if (to is { } t && (last is null || t.Last.IsAfter(last.Value))) last = t.Last;
            if (comma < 0) break;
            at += comma + 1;
        }

        extent = new EdtfExtent(openStart || unsaid ? null : first?.ToDate(), openEnd || unsaid ? null : last?.ToDate());
        return true;
    }

    private static bool TryElement(ReadOnlySpan<char> element, bool isFirst, bool isLast, out EdtfDate? from, out EdtfDate? to)
    {
        from = to = null;
        var dots = element.IndexOf("..");
        if (dots < 0)
        {
            if (!TryEnd(element, out from) || from is null) return false;
            to = from;
            return true;
        }

        var before = element[..dots];
        var after = element[(dots + 2)..];
        if ((before.IsEmpty && (!isFirst || after.IsEmpty)) || (after.IsEmpty && !isLast)) return false;
        return TryEnd(before, out from) && TryEnd(after, out to) && !(from is { } a && to is { } b && a.First.IsAfter(b.Floor));
    }
}
