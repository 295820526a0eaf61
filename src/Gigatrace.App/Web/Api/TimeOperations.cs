using System.Collections.Immutable;
using Gigatrace.App.Verbs;
using Gigatrace.App.Verbs.Exports;
using Gigatrace.Identity;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Digests;
using Microsoft.AspNetCore.Http;

namespace Gigatrace.App.Web.Api;

/// <summary>What happened and became known when, and what of it is news.</summary>
internal static class TimeOperations
{
    private const string Group = "Time and news";

    /// <summary>How far back is looked where nobody says from when.</summary>
    private const int Months = 12;

    private static readonly Parameter Topic = new("topic", "Only one topic: a predicate (status, capacity, …), start, owner or customers.", "capacity"),
        Whose = Parameter.Of with { Description = "The plant or company, however the name is written, where it fits one alone.", Example = "AESC Douai" },
        Document = new("document", "The document: its id, or its first four digits or more.") { Pattern = "^[0-9a-f]{4,64}$" },
        Week = new("week", "A week from Monday to Sunday, as ISO 8601 numbers them.", "2025-W23") { Pattern = "^[0-9]{4}-W[0-9]{2}$" },
        Month = new("month", "A month.", "2025-06") { Pattern = "^[0-9]{4}-[0-9]{2}$" };

    public static ImmutableArray<Operation> All { get; } =
    [
        new("/plants/{slug}/history", "listBeliefs", "What was believed when of a plant: from when until when, by which rule, from which source", "history") { Group = Group, Example = "/plants/{plant-slug}/history", IsList = true, Parameters = [Parameter.Slug("a plant", "aesc-douai"), Topic, .. Parameter.OfList(), Parameter.Evidence], Answer = History },
        new("/timeline", "listEvents", "What happened when, and what is to happen", "timeline") { Group = Group, Example = "/timeline?of={plant}", IsList = true, Parameters = [Parameter.Of, .. Parameter.OfList(), Parameter.Evidence], Answer = visit => Replies.List(visit, part => Timeline.Make(visit.View(visit.Query.Evidence), Named.Of(visit), visit.Query.Evidence, part)) },
        new("/changes", "listChanges", "What became known between two days", "changes") { Group = Group, Example = "/changes?size=20", IsList = true, Parameters = [Parameter.Of, Parameter.From with { Description = $"{Parameter.From.Description} Without it: {Months} months before the last." }, Parameter.To, .. Parameter.OfList(), Parameter.Evidence], Answer = Changes },
        new("/digest", "getDigest", "Thirty seconds, who is who, what happened when: of a plant or company, a document, or from one day until another", "digest") { Group = Group, Example = "/digest?of={plant}", Parameters = [Whose, Document, Parameter.From, Parameter.To, Parameter.AsOf], Answer = Digested },
        new("/roundup", "getRoundup", "What a week, a month or some days brought: stories, figures that moved, hot terms", "roundup") { Group = Group, Example = "/roundup?week={week}", Parameters = [Week, Month, Parameter.From, Parameter.To, Parameter.AsOf], Answer = RoundedUp },
    ];

    private static Reply History(Visit visit)
    {
        var topic = visit.Query.Text(Topic.Name) is not { } typed ? null : HistoryCard.Topic(typed) ?? throw Wrong(Topic.Name, $"there is no topic “{typed}”; it is a predicate, start, owner or customers");
        var name = Named.Plant(visit, visit.Query.Route("slug"));
        return Replies.List(visit, HistoryVerb.Of(visit.Asked(visit.Query.Evidence), visit.All.State.Entities.First(one => one.Kind == EntityKind.Plant && one.Name == name), topic));
    }

    private static Reply Changes(Visit visit)
    {
        var to = Until(visit, visit.Query.Day(Parameter.To.Name));
        var from = visit.Query.FirstDay(Parameter.From.Name) ?? Before(to ?? visit.Held.LastDay());
        var (view, past) = visit.Asked(InOrder(from, to), visit.Query.Evidence).Changes(from);
        return Replies.List(visit, ChangeList.Make(view, past, from, to, Named.Of(visit), visit.Query.Evidence));
    }

    private static Reply Digested(Visit visit)
    {
        var (of, document, from) = (visit.Query.Text(Whose.Name), visit.Query.Text(Document.Name), visit.Query.FirstDay(Parameter.From.Name));
        var to = visit.Query.Day(Parameter.To.Name);
        if (new[] { of is not null, document is not null, from is not null }.Count(one => one) != 1) throw Wrong(Whose.Name, "say of what, and of one thing: of, document, or from");
        if (from is null && to is not null) throw Wrong(Parameter.To.Name, "to goes with from");
        return Replies.One(Digest.Make(from is { } first ? OfPeriod(visit, first, to) : of is not null ? OfOne(visit, of) : DigestVerb.OfDocument(visit.Shell, visit.Store, EvidenceOperations.Known(visit, document!).Document)));
    }

    private static Matter OfPeriod(Visit visit, DateOnly from, DateOnly? to)
    {
        var last = InOrder(from, Until(visit, to));
        return DigestVerb.OfPeriod(visit.Asked(last, evidence: true), from, last ?? visit.Shell.Today);
    }

    private static Matter OfOne(Visit visit, string typed)
    {
        var asked = visit.Asked(evidence: true);
        return DigestVerb.Of(asked, Names.Exactly(asked, typed, "plant or company", EntityKind.Plant, EntityKind.Organisation));
    }

    private static Reply RoundedUp(Visit visit)
    {
        var (week, month, from, to) = (visit.Query.Text(Week.Name), visit.Query.Text(Month.Name), visit.Query.FirstDay(Parameter.From.Name), visit.Query.Day(Parameter.To.Name));
        if (new[] { week is not null, month is not null, from is not null }.Count(one => one) != 1) throw Wrong(Week.Name, "say of when, and in one way: week, month, or from");
        if (from is null && to is not null) throw Wrong(Parameter.To.Name, "to goes with from");
        var days = week is not null ? RoundupVerb.WeekOf(week) ?? throw Wrong(Week.Name, "week is no week; write 2022-W50")
            : month is not null ? RoundupVerb.MonthOf(month) ?? throw Wrong(Month.Name, "month is no month; write 2022-12")
            : new RoundupVerb.Days(from!.Value, to ?? visit.Day, null);
        var last = InOrder(days.From, Until(visit, days.To))!.Value;
        return Replies.One(Roundup.Make(RoundupVerb.Load(visit.Asked(last, evidence: true), visit.Store, days with { To = last }, visit.On(last))));
    }

    /// <summary>Nothing that came after the day that is asked for is known.</summary>
    private static DateOnly? Until(Visit visit, DateOnly? to) => visit.Query.AsOf is { } day && (to is null || to > day) ? day : to;

    private static DateOnly? InOrder(DateOnly from, DateOnly? to) => to < from ? throw Wrong(Parameter.From.Name, "from is after the last day") : to;

    private static DateOnly Before(DateOnly day) => day.Year > 1 + (Months / 12) ? day.AddMonths(-Months) : AtomExport.FirstDay;

    private static Refused Wrong(string parameter, string message) => new(StatusCodes.Status400BadRequest, message) { Parameter = parameter };
}
