using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gigatrace.Identity;
using Gigatrace.Publishing;
using Microsoft.AspNetCore.Http;

namespace Gigatrace.App.Web.Api;

/// <summary>The ledger itself: how far it goes, and whom it knows by a name.</summary>
internal static class LedgerOperations
{
    private const string Group = "The ledger";

    private static readonly Parameter Find = new("q", "A name as one types it: in any case, without accents, a part of it.", "sunderland 2") { IsNeeded = true };

    public static ImmutableArray<Operation> All { get; } =
    [
        new("/search", "search", "Who may be meant by a name as typed: those it fits, else those that look most like it", "search") { Group = Group, Example = "/search?q={plant}", IsList = true, Parameters = [Find, .. Parameter.OfList()], Answer = Search },
        new("/status", "getStatus", "Which program answers, how far the ledger goes, and how much is in it", "status") { Group = Group, Parameters = [Parameter.AsOf], Answer = Status },
    ];

    private static Reply Search(Visit visit)
    {
        var typed = visit.Query.Text(Find.Name) ?? throw new Refused(StatusCodes.Status400BadRequest, "q is missing: a name as one types it") { Parameter = Find.Name };
        var all = visit.All.State.Entities;
        var fits = NameSearch.Find(all, typed, all);
        var found = !fits.IsEmpty ? fits : [.. NameSearch.Nearest(all, typed).Select(name => all.First(one => one.Name == name))];
        return Replies.List(visit, found, some => new Report { Items = [.. some.Select(one => ToJson(visit, one, !fits.IsEmpty))] });
    }

    private static JsonObject ToJson(Visit visit, Entity one, bool fits) => new()
    {
        ["name"] = one.Name,
        ["kind"] = Names.Kind(one.Kind),
        ["slug"] = Slug(visit, one.Name),
        ["aliases"] = Json.Array(one.Aliases),
        ["operator"] = one.Operator,
        ["country"] = one.Country,
        ["fits"] = fits,
    };

    /// <summary>What a plant or company is called in addresses; null for who has no page.</summary>
    internal static string? Slug(Visit visit, string name) => visit.Industry.PathOf(name) is { } path ? path[(path.LastIndexOf('/') + 1)..] : null;

    private static Reply Status(Visit visit)
    {
        var (state, documents) = (visit.All.State, visit.Store.Sourced(visit.Query.AsOf));
        return Replies.Whole(new JsonObject
        {
            ["version"] = Pipeline.Version,
            ["ledger"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Pipeline.Version} {visit.Held.Here()}")))[..16],
            ["as_of"] = Phrases.Day(visit.Day),
            ["first_day"] = Phrases.Day(visit.Held.FirstDay()),
            ["last_day"] = Phrases.Day(visit.Held.LastDay()),
            ["documents"] = documents.Count,
            ["claims"] = documents.Sum(one => one.Claims),
            ["findings"] = state.Findings.Length,
            ["disagreements"] = state.Disagreements.Length,
            ["plants"] = state.Plants.Length,
            ["companies"] = state.Companies.Length,
        });
    }
}
