using System.Text.Json.Nodes;
using Gigatrace.App.Verbs;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Mcp;

/// <summary>Questions that are answered with a list: what does not fit, what happened when, what is to come, what became known.</summary>
internal static class ListTools
{
    public static Answer Disagreements(Call call)
    {
        var about = call.About;
        var kind = DisagreementsVerb.Kind(call.Given.Text("kind"));
        var view = call.Still(call.Asked.Disagreements());
        return Answer.List(DisagreementList.Make(view, about, kind, evidence: true), view.Day);
    }

    public static Answer Timeline(Call call)
    {
        var about = call.About;
        var view = call.Still(call.Asked.All());
        return Answer.List(Publishing.Cards.Timeline.Make(view, about, evidence: true), view.Day);
    }

    /// <summary>The sums, and then each step that they are made of, by itself.</summary>
    public static Answer Pipeline(Call call)
    {
        var view = call.Still(call.Asked.All());
        var report = PipelineCard.Make(view, call.Given.Text("by") ?? PipelineCard.By[0], evidence: true);
        var whole = report.Whole!.DeepClone().AsObject();
        foreach (var group in new[] { "counted", "watched" }.SelectMany(part => whole[part]!["groups"]!.AsArray())) group!.AsObject().Remove("steps");
        whole["steps"] = Json.Array(report.Items);
        return Answer.Card(report with { Items = [whole] }, view.Day);
    }

    /// <summary>From a day until the day as of which it is asked; each with its best source.</summary>
    public static Answer Changes(Call call)
    {
        var (from, to) = (call.Given.FirstDay("from")!.Value, call.Given.LastDay("as_of"));
        if (to < from) throw new Failure("as_of is before from");
        var about = call.About;
        var (view, past) = call.Still(call.Asked.Changes(from));
        return Answer.List(ChangeList.Make(view, past, from, to, about, evidence: false), view.Day);
    }
}
