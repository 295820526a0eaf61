namespace Gigatrace.App.Web;

/// <summary>A part of a long list, as a page shows it.</summary>
/// <param name="Page">From 1.</param>
internal sealed record Listed<T>(IReadOnlyList<T> Rows, int All, int Page, int Size)
{
    public int Pages => Math.Max(1, (All + Size - 1) / Size);

    /// <summary>Links to the pages before and after; nothing where all is on one.</summary>
    /// <param name="below">The second of a page, which has another name.</param>
    public Html Turn(Query query, bool below = false) => Html.If(Pages > 1, $"""
        <nav class="turn" aria-label="Parts of the list{(below ? ", below it" : "")}">
        {Html.If(Page > 1, $"<a rel=\"prev\" href=\"{query.Here(("page", Number(Page - 1)))}\">← before</a>")}
        <span>{(Page - 1) * Size + 1}–{Math.Min(Page * Size, All)} of {All}</span>
        {Html.If(Page < Pages, $"<a rel=\"next\" href=\"{query.Here(("page", Number(Page + 1)))}\">after →</a>")}
        </nav>
        """);

    private static string? Number(int page) => page == 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal static class Listed
{
    /// <summary>The part that is asked for; the last where there are not so many.</summary>
    public static Listed<T> Of<T>(IReadOnlyList<T> all, Query query, int size = 100)
    {
        var page = Math.Min(query.Page, Math.Max(1, (all.Count + size - 1) / size));
        return new Listed<T>([.. all.Skip((page - 1) * size).Take(size)], all.Count, page, size);
    }
}
