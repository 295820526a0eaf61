using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Identity;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Mcp;

/// <summary>Who and what there is, and what is held of one of them.</summary>
internal static class CardTools
{
    /// <summary>What a reader asks for first, of a plant.</summary>
    private static readonly ImmutableArray<string> First = ["status", "capacity.installed", "capacity.planned", "capacity.ceiling", "capacity.additional", "capacity.output", "start"];

    /// <summary>Those that fit best, then what else is called so in part, and the plants of the companies among the best; without a name all.</summary>
    public static Answer Find(Call call)
    {
        var all = call.Asked.Entities();
        var kinds = call.Given.Text("kind") is { } kind ? [(EntityKind)Names.Kinds.IndexOf(kind)] : Enum.GetValues<EntityKind>();
        var wanted = all.Where(entity => kinds.Contains(entity.Kind)).ToArray();
        if (call.Given.Text("name") is not { } typed) return Found(call, "Who and what there is", wanted.Select(entity => ToJson(entity, null)));
        var best = NameSearch.Find(wanted, typed, all);
        var others = wanted.Except(best).Where(entity => IsCalled(entity, typed) || best.Any(one => one.Kind == EntityKind.Organisation && one.Name == entity.Operator)).ToArray();
        if (best.IsEmpty && others.Length == 0) throw Names.Unknown(call.Asked, wanted, typed, kinds.Length == 1 ? Names.Kind(kinds[0]) : "plant, company or person");
        return Found(call, $"What fits '{typed}'", [.. best.Select(entity => ToJson(entity, "best")), .. others.Select(entity => ToJson(entity, "also"))]);
    }

    public static Answer Plant(Call call)
    {
        var printed = Names.Plant(call.Shell, call.Asked, call.Given.Needed("name"));
        var view = call.Still(call.Asked.Plant(printed));
        var card = Answer.Card(PlantCard.Make(view, view.State.Plants.First(plant => plant.Name == printed), evidence: true), view.Day);
        return card with { Items = [.. card.Items.OrderBy(item => First.IndexOf(item["on"]!.GetValue<string>()) is >= 0 and var at ? at : First.Length)] };
    }

    public static Answer Company(Call call)
    {
        var printed = Names.Company(call.Shell, call.Asked, call.Given.Needed("name"));
        var view = call.Still(call.Asked.Company(printed));
        return Answer.Card(CompanyCard.Make(view, view.State.Companies.First(company => company.Name == printed), evidence: true), view.Day);
    }

    /// <summary>All that is held of one subject, in the form of <c>export findings</c>.</summary>
    public static Answer Findings(Call call)
    {
        var subject = Names.Anyone(call.Shell, call.Asked, call.Given.Needed("name"));
        var view = call.Still(subject.Kind switch { EntityKind.Plant => call.Asked.Plant(subject.Name), EntityKind.Organisation => call.Asked.Company(subject.Name), _ => call.Asked.All() });
        var predicate = call.Given.Text("predicate");
        var held = view.State.Findings.Where(finding => finding.Subject == subject.Name && (predicate is null || finding.Predicate == predicate)).ToImmutableArray();
        var own = new View(view.State with { Findings = held }, view.Day, view.LineOf);
        return Answer.List(FindingTable.Make(own, evidence: true) with { Title = $"{Phrases.Count(held.Length, "finding")} on {subject.Name}", Nothing = $"nothing{(predicate is null ? "" : $" on its {Phrases.Word(predicate)}")} is held of {subject.Name}" }, view.Day);
    }

    private static bool IsCalled(Entity entity, string typed) => entity.Aliases.Prepend(entity.Name).Any(name => Vocabulary.Fold(name).Contains(Vocabulary.Fold(typed), StringComparison.Ordinal));

    private static Answer Found(Call call, string title, IEnumerable<JsonObject> items) =>
        Answer.List(new Report { Title = title, Items = [.. items], Nothing = "the ledger holds nothing yet; `gigatrace read PATH` brings documents in" }, call.Asked.AsOf ?? call.Shell.Today);

    private static JsonObject ToJson(Entity entity, string? match) => new()
    {
        ["kind"] = Names.Kind(entity.Kind),
        ["name"] = entity.Name,
        ["match"] = match,
        ["operator"] = entity.Operator,
        ["place"] = entity.Place,
        ["region"] = entity.Region,
        ["country"] = entity.Country,
        ["part"] = entity.Part,
        ["aliases"] = Json.Array(entity.Aliases),
    };
}
