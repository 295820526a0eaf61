using System.Globalization;
using BenchmarkDotNet.Attributes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Benchmarks;

/// <summary>Claims to findings: plants of made-up makers, each with plans, events and jobs told by several publishers over years.</summary>
[MemoryDiagnoser]
public class LedgerBench
{
    private static readonly string[] Places = ["Douai", "Arnstadt", "Debrecen", "Sunderland", "Salzgitter", "Dunkirk", "Valencia", "Kaiserslautern", "Termoli", "Heide"];
    private Claim[] _claims = null!;

    [Params(1_000, 10_000)]
    public int Claims { get; set; }

    [GlobalSetup]
    public void Make()
    {
        Knowledge.Default.Organisations.Find("AESC");
        _claims = [.. Enumerable.Range(0, Claims).Select(Claim)];
    }

    [Benchmark(Baseline = true, Description = "sort by id")]
    public int Sort() => _claims.OrderBy(claim => claim.Id, StringComparer.Ordinal).ToArray().Length;

    [Benchmark(Description = "reconcile")]
    public int Findings() => Reconcile.Run(_claims, []).Findings.Length;

    [Benchmark(Description = "reconcile as of a day")]
    public int FindingsAsOf() => Reconcile.Run(_claims, [], new DateOnly(2023, 1, 1)).Findings.Length;

    /// <summary>Twenty claims for each plant, ten plants for each maker; the figures differ from source to source, as they do.</summary>
    private static Claim Claim(int number)
    {
        var (plant, nth) = (number / 20, number % 20);
        var published = new DateOnly(2020, 1, 15).AddDays(nth * 110);
        (string Predicate, ClaimValue Value, string? Unit, Modality Modality) said = (nth % 4) switch
        {
            0 => ("capacity", new ClaimValue.Number(8 + (plant + nth) % 5), "GWh/yr", nth < 16 ? Modality.Planned : Modality.Actual),
            1 => ("jobs", new ClaimValue.Number(1000 + 100 * (nth % 3)), null, Modality.Planned),
            2 => ("status", new ClaimValue.Text(nth < 8 ? "planned" : nth < 16 ? "under_construction" : "operating"), null, Modality.Actual),
            _ => ("milestone", new ClaimValue.Text("production_start"), null, Modality.Planned),
        };
        return new Claim
        {
            Id = number.ToString("x16", CultureInfo.InvariantCulture),
            DocumentId = $"document-{number / 5}",
            Doc = "made-up",
            Path = "made-up.md",
            Publisher = $"Publisher {nth % 7}",
            SourceKind = (nth % 7) switch { 0 => SourceKind.Release, 6 => SourceKind.Note, _ => SourceKind.News },
            Published = When.Day(published),
            Subject = $"Maker{plant / Places.Length} {Places[plant % Places.Length]}",
            Predicate = said.Predicate,
            Value = said.Value,
            Unit = said.Unit,
            When = said.Predicate is "milestone" ? When.Year(2024 + nth / 8) : null,
            Modality = said.Modality,
            Quote = $"claim {number}",
            Start = 0,
            End = 1,
            Rule = "made-up",
        };
    }
}
