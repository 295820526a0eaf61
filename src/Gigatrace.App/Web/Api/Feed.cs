using System.Globalization;
using Gigatrace.App.Verbs.Exports;
using Gigatrace.Publishing.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Api;

/// <summary>What became known, to subscribe to: what <c>export atom</c> writes, the latest entries.</summary>
internal static class Feed
{
    public const string Path = "/changes.atom";

    private const int Most = Query.LargestPage, Usual = 200, Days = 366;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Rooms rooms) => rooms.Answer(context, "application/atom+xml; charset=utf-8", Of)).ExcludeFromDescription();

    private static Reply Of(Visit visit)
    {
        visit.Query.Only([Parameter.Of.Name, Parameter.AsOf.Name, "most"]);
        var (names, most, last) = (Named.Of(visit), visit.Query.Number("most", Usual, Most), visit.Query.AsOf ?? visit.Held.LastDay());
        // The last of them are mostly of the last year; where they are not, of all days.
        var from = last.DayNumber > Days ? last.AddDays(-Days) : AtomExport.FirstDay;
        var asked = visit.Asked(evidence: true);
        var (latest, entries) = From(from);
        return new Reply(entries < most ? From(AtomExport.FirstDay).Text : latest);

        (string Text, int Entries) From(DateOnly first)
        {
            var (view, past) = asked.Changes(first);
            using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            var written = new ChangeFeed(TagUris.Of(TagUris.Nobody)!).Write(text, view, past, first, last, names, most);
            return (text.ToString(), written);
        }
    }
}
