using Gigatrace.App;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>A page of each kind, as the samples fill it.</summary>
internal static class Addresses
{
    /// <summary>Fits what the console tells of those that are not there or asked wrongly.</summary>
    public const string Refused = "status of 40[04]";

    public static IReadOnlyList<string> Names { get; } = [.. Made("", "", "").Select(one => one.Name)];

    public static IReadOnlyList<(string Name, string Path)> All(ServedSamples samples)
    {
        using var store = LedgerStore.Open(samples.Shell.Ledger, create: false, samples.Shell.World.Clock);
        var state = Pipeline.Refreshed(store).At(null);
        var document = store.Sourced(null).First(one => one.Path.EndsWith("douai-starts.txt", StringComparison.Ordinal));
        var claim = store.LoadClaimsOf([document.Id]).First(one => one.Predicate == "capacity");
        var finding = state.Findings.First(one => one.Supports.Contains(claim.Id));
        return Made(document.Id, claim.Id, finding.Id);
    }

    private static (string Name, string Path)[] Made(string document, string claim, string finding) =>
    [
        ("overview", "/"), ("map", "/map"), ("plants", "/plants"), ("plant", "/plants/aesc-douai"), ("history", "/plants/aesc-douai/history"), ("companies", "/companies"), ("company", "/companies/aesc"),
        ("pipeline", "/pipeline"), ("pipeline-country", "/pipeline?by=country"), ("pipeline-company", "/pipeline?by=company"), ("pipeline-plant", "/pipeline?by=plant"), ("steps", "/pipeline/steps?by=status&row=operating"),
        ("network", "/network"), ("disagreements", "/disagreements"), ("queue", "/queue"), ("judgements", "/judgements"), ("changes", "/changes?from=2022-01-01"),
        ("documents", "/documents"), ("document", $"/documents/{document}#c-{claim}"), ("claim", $"/claims/{claim}"), ("finding", $"/findings/{finding}"),
        ("roundup", "/roundup"), ("digest-plant", "/digest?of=AESC+Douai"), ("digest-document", $"/digest?document={document}"), ("digest-period", "/digest?from=2022-01-01&to=2026-01-31"),
        ("read", "/read"), ("about", "/about"), ("api", "/api"), ("sign-in", "/sign-in"), ("not-found", "/plants/nowhere"), ("error", "/pipeline?by=colour"),
    ];
}
