using System.Runtime.InteropServices;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Claims by the families of names that they speak of.</summary>
internal sealed class FamilySet
{
    private readonly Judgements _judged;
    private readonly Knowledge _knowledge;
    private readonly ILookup<string, KnownClaim> _claims;
    private readonly ILookup<string, KeyValuePair<Fact, DateOnly>> _facts;

    public FamilySet(IReadOnlyCollection<KnownClaim> claims, Judgements judged, Knowledge knowledge)
    {
        (_judged, _knowledge) = (judged, knowledge);
        var facts = FactsOf(claims, knowledge);
        var families = Families.Make(facts.Keys, knowledge.Organisations, knowledge.Places, judged.Names);
        _claims = claims.ToLookup(claim => families.Of(KnownClaim.Home(claim.Claim, knowledge.Organisations)), StringComparer.Ordinal);
        _facts = facts.ToLookup(fact => families.Of(fact.Key.Name), StringComparer.Ordinal);
        Names = [.. _facts.Select(family => family.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>What each family is called: the first of its names by the alphabet.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="others">The names of other families.</param>
    public FamilyWalk Walk(string family, NameOn others) => new(_claims[family], _facts[family], others, _judged, _knowledge);

    /// <summary>What claims say of their names, each with the first day on which it was known.</summary>
    private static Dictionary<Fact, DateOnly> FactsOf(IEnumerable<KnownClaim> claims, Knowledge knowledge)
    {
        var facts = new Dictionary<Fact, DateOnly>();
        foreach (var claim in claims) AddFacts(facts, claim, knowledge, _ => true);
        return facts;
    }

    /// <param name="which">Others are left out.</param>
    public static void AddFacts(Dictionary<Fact, DateOnly> facts, KnownClaim claim, Knowledge knowledge, Func<Fact, bool> which)
    {
        foreach (var fact in Fact.Of(claim.Claim, knowledge.Organisations, knowledge.Places).Where(which))
        {
            ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(facts, fact, out var exists);
            if (!exists || claim.Known < day) day = claim.Known;
        }
    }
}
