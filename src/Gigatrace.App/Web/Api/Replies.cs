using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.App.Web.Api;

/// <summary>From reports to what is answered: what the command line prints with --format json, of a list a page.</summary>
internal static class Replies
{
    /// <summary>Of all pages together.</summary>
    public const string Total = "X-Total-Count";

    /// <summary>Items on a page where nobody says how many.</summary>
    public const int UsualSize = 100;

    public static Reply Whole(JsonNode json) => new(Json.Pretty(json) + "\n");

    /// <exception cref="Failure">There is nothing to tell.</exception>
    public static Reply One(Report report) => report.Whole is null && report.Items.IsEmpty ? throw new Failure(report.Nothing) : Of(report);

    /// <summary>A page of the items.</summary>
    public static Reply List(Visit visit, Report report, int usual = UsualSize) => List(visit, report.Items, items => report with { Whole = null, Items = [.. items] }, usual);

    /// <summary>The same where no more of the report is made than the page.</summary>
    public static Reply List(Visit visit, Func<Part, Report> make, int usual = UsualSize)
    {
        var (page, size) = (visit.Query.Page, visit.Query.Size(usual));
        var report = make(new Part((page - 1) * size, size));
        return Of(report) with { Headers = Headers(visit.Query, page, size, report.Of ?? report.Items.Length) };
    }

    /// <summary>A page of things, of which only those on it are made into items.</summary>
    public static Reply List<T>(Visit visit, IReadOnlyList<T> all, Func<IEnumerable<T>, Report> make, int usual = UsualSize)
    {
        var (page, size) = (visit.Query.Page, visit.Query.Size(usual));
        var reply = Of(make(all.Skip((page - 1) * size).Take(size)));
        return reply with { Headers = Headers(visit.Query, page, size, all.Count) };
    }

    /// <summary>One object with a page of a list in it.</summary>
    /// <param name="key">Under which it stands.</param>
    public static Reply Inside<T>(Visit visit, JsonObject json, string key, IReadOnlyList<T> all, Func<T, JsonNode> make)
    {
        var (page, size) = (visit.Query.Page, visit.Query.Size(UsualSize));
        json[key] = Json.Array(all.Skip((page - 1) * size).Take(size).Select(one => (JsonNode?)make(one)));
        return Whole(json) with { Headers = Headers(visit.Query, page, size, all.Count) };
    }

    /// <summary>How many there are, and where the pages before and after are (RFC 8288).</summary>
    public static ImmutableArray<(string Name, string Value)> Headers(Query query, int page, int size, int all)
    {
        var links = new List<string>();
        if ((long)page * size < all) links.Add(Link(query, page + 1, "next"));
        if (page > 1) links.Add(Link(query, Math.Min(page - 1, Math.Max(1, (all + size - 1) / size)), "prev"));
        var total = (Total, all.ToString(CultureInfo.InvariantCulture));
        return links.Count == 0 ? [total] : [total, ("Link", string.Join(", ", links))];
    }

    private static string Link(Query query, int page, string rel) => $"<{query.Here(("page", page.ToString(CultureInfo.InvariantCulture)))}>; rel=\"{rel}\"";

    private static Reply Of(Report report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        JsonForm.Write(text, report);
        return new Reply(text.ToString());
    }
}
