using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What a person should decide, what matters most first: names that could be one, places that could be several, claims of which one must be wrong.</summary>
public static class QueueList
{
    /// <summary>So many are shown to people; programs get all.</summary>
    private const int Shown = 15;

    public static Report Make(View view, bool all)
    {
        ArgumentNullException.ThrowIfNull(view);
        var claims = Uses(view.State);
        var findings = view.State.Findings.SelectMany(finding => finding.Supports.Select(claim => (claim, finding.Id))).ToLookup(pair => pair.claim, pair => pair.Id, StringComparer.Ordinal);
        var open = view.State.Queue.Select(one => OfNames(one, claims, findings)).Concat(view.State.Disagreements.Where(row => row.Kind == DisagreementKind.Contradiction).Select(row => OfClaims(view, row, findings)))
            .OrderByDescending(one => one.Findings).ThenByDescending(one => one.Claims).ThenBy(one => one.Kind, StringComparer.Ordinal).ThenBy(one => one.What, StringComparer.Ordinal).ToImmutableArray();
        var shown = all ? open : [.. open.Take(Shown)];
        return new Report
        {
            Title = open.IsEmpty ? "Nothing to decide" : $"{open.Length} to decide",
            Lead = shown.Length < open.Length ? [$"the first {shown.Length}; --all shows the rest"] : [],
            Tables =
            [
                new Table([new("hang on it", Right: true, Whole: true), new("what is open"), new("decide by")])
                {
                    Rows = [.. shown.Select(one => new Row([$"{one.Findings}", $"{one.What}\n{one.Why}", string.Join('\n', one.Commands)], view.EvidenceOf(one.Evidence)))],
                },
            ],
            Items = [.. open.Select(one => one.ToJson())],
            Nothing = "no name and no contradiction is open",
        };
    }

    /// <summary>By name, the claims that use it for either side.</summary>
    private static ILookup<string, string> Uses(State state) => state.Claims.Values
        .SelectMany(claim => new[] { (Name: claim.Subject, claim.Id), (Name: claim.Object ?? "", claim.Id) }).Where(use => use.Name.Length > 0).Distinct().ToLookup(use => use.Name, use => use.Id, StringComparer.Ordinal);

    private static Open OfNames(Undecided open, ILookup<string, string> claims, ILookup<string, string> findings)
    {
        // Of a pair the rarer name decides how much would change; of a place all that is said of it.
        var sides = open.Candidates.Length == 1 ? new[] { claims[open.Name], claims[open.Candidates[0]] }.Where(side => side.Any()).ToArray() : [claims[open.Name]];
        var least = sides.Length == 0 ? [] : sides.MinBy(side => side.Count())!.ToArray();
        return new Open(open.Candidates.Length == 1 ? "pair" : "place", $"{open.Name} = {string.Join(" or ", open.Candidates)}?", open.Why, least.Length, least.SelectMany(claim => findings[claim]).Distinct(StringComparer.Ordinal).Count(),
            [.. open.Candidates.Select(candidate => Command($"same {Quoted(open.Name)} {Quoted(candidate)}")), .. open.Candidates.Length == 1 ? [Command($"not-same {Quoted(open.Name)} {Quoted(open.Candidates[0])}")] : Array.Empty<string>()],
            [.. least.Order(StringComparer.Ordinal).Take(3)]);
    }

    private static Open OfClaims(View view, Disagreement row, ILookup<string, string> findings)
    {
        ImmutableArray<string> all = [row.Holds, .. row.Against];
        return new Open("contradiction", $"{row.Subject}: {Phrases.Word(row.Predicate)}", row.Why, all.Length, all.SelectMany(claim => findings[claim]).Distinct(StringComparer.Ordinal).Count() + Weight(view, all),
            [Command($"prefer {row.Holds}"), Command($"prefer {row.Against[0]}")], all);
    }

    /// <summary>Good sources against good sources are worth a look before a note against a report.</summary>
    private static int Weight(View view, ImmutableArray<string> claims) => claims.Count(id => view.State.Claims.GetValueOrDefault(id) is { AiGenerated: false, SourceKind: SourceKind.Filing or SourceKind.Register or SourceKind.Release or SourceKind.News });

    private static string Command(string verdict) => $"gigatrace judge {verdict} --reason \"…\"";

    private static string Quoted(string name) => $"\"{name}\"";

    private sealed record Open(string Kind, string What, string Why, int Claims, int Findings, ImmutableArray<string> Commands, ImmutableArray<string> Evidence)
    {
        public JsonObject ToJson() => new()
        {
            ["kind"] = Kind, ["what"] = What, ["why"] = Why, ["claims"] = Claims, ["weight"] = Findings, ["commands"] = Json.Array(Commands), ["evidence"] = Json.Array(Evidence),
        };
    }
}
