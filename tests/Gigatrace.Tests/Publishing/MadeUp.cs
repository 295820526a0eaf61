using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Publishing;

namespace Gigatrace.Tests.Publishing;

/// <summary>
/// A small world of our own: Cellwerk, owned by Volta Group, runs two plants at Göttingen and plans one at Zaragoza. Made by
/// hand, so that cards are tested without the stages before them.
/// </summary>
internal static class MadeUp
{
    public static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly ImmutableArray<Claim> Claims =
    [
        Say("a1a1", "Cellwerk Göttingen", "status", "2025-06-03", "Morning Courier", new ClaimValue.Text("operating"), "has begun to make cells in Göttingen"),
        Say("a2a2", "Cellwerk Göttingen", "capacity", "2025-06-03", "Morning Courier", new ClaimValue.Number(10), "can make 10 GWh of cells a year", "GWh/yr", basis: "initial"),
        Say("a3a3", "Cellwerk Göttingen", "capacity", "2021-07-07", "Cell Weekly", new ClaimValue.Number(9), "is to start with 9 GWh", "GWh/yr", Modality.Planned, basis: "initial"),
        Say("a4a4", "Cellwerk Göttingen", "capacity", "2021-07-07", "Cell Weekly", new ClaimValue.Number(43), "as far as 43 GWh in the end", "GWh/yr", Modality.Possible, basis: "ceiling"),
        Say("a5a5", "Cellwerk Göttingen", "milestone", "2025-06-03", "Morning Courier", new ClaimValue.Text("production_start"), "has begun to make cells in Göttingen", when: "2025-06-03"),
        Say("a6a6", "Cellwerk Göttingen", "supplies", "2025-06-03", "Morning Courier", null, "The first cells go to Autonova for its Corsa Verde", target: "Autonova"),
        Say("a7a7", "Cellwerk Göttingen", "funding", "2025-06-03", "Morning Courier", new ClaimValue.Number(450_000_000), "a loan of 450 million euros from the European Investment Bank", "EUR", when: "2023", target: "European Investment Bank", kind: "loan"),
        Say("a8a8", "Cellwerk", "parent", "2025-06-03", "Morning Courier", null, "Cellwerk, which belongs to Volta Group", target: "Volta Group"),
        Say("a9a9", "Cellwerk Göttingen", "milestone", "2021-07-07", "Cell Weekly", new ClaimValue.Text("production_start"), "cells are to leave it in early 2024", modality: Modality.Planned, when: "2024-37"),
        Say("b1b1", "Cellwerk Göttingen 2", "capacity", "2022-12-19", null, new ClaimValue.Range(24, 30), "a second hall for 24 to 30 GWh", "GWh/yr", Modality.Planned, when: "[..2030]"),
        Say("b2b2", "Cellwerk Zaragoza", "status", null, null, new ClaimValue.Text("planned"), "| Zaragoza | planned |", modality: Modality.Planned),
        Say("c1c1", "Ilse Brandt", "role", "2025-06-03", "Morning Courier", new ClaimValue.Text("Chairwoman"), "Ilse Brandt, Chairwoman of Volta Group", target: "Volta Group"),
        Say("c2c2", "Cellwerk", "acquired", "2025-06-03", "Morning Courier", null, "bought by Volta Group in 2019", when: "2019", target: "Volta Group"),
        Say("c3c3", "Cellwerk", "acquired", null, null, null, "| 2017 | sold to Volta Group |", when: "2017", target: "Volta Group"),
    ];

    private static readonly Disagreement Grown = Disagree(
        DisagreementKind.Superseded, "a2a2", "a3a3", "10 GWh/yr (Morning Courier, 2025-06-03) came where 9 GWh/yr had been planned (Cell Weekly, 2021-07-07)");

    private static readonly Disagreement Sold = Disagree(
        DisagreementKind.Contradiction, "c2c2", "c3c3", "acquired by Volta Group in 2019 (Morning Courier, 2025-06-03) and in 2017 (undated note): a company is sold once");

    public static View View { get; } = new(MakeState(), Today, claim => claim.Start / 10);

    public static PlantState Göttingen => View.State.Plants[0];

    public static CompanyState Cellwerk => View.State.Companies[0];

    public static Claim Claim(string id) => Claims.Single(claim => claim.Id == id);

    private static Claim Say(
        string id, string subject, string predicate, string? published, string? publisher, ClaimValue? value, string quote,
        string? unit = null, Modality modality = Modality.Actual, string? when = null, string? target = null, string? kind = null, string? basis = null) => new()
        {
            Id = id,
            DocumentId = "d" + id[0],
            Doc = publisher is null ? "notes" : publisher.Split(' ')[0].ToLowerInvariant(),
            Path = publisher is null ? "notes/notes.md" : $"press/{publisher.Split(' ')[0].ToLowerInvariant()}.txt",
            Publisher = publisher,
            SourceKind = publisher is null ? SourceKind.Note : SourceKind.News,
            Published = Time(published),
            Subject = subject,
            Predicate = predicate,
            Value = value,
            Unit = unit,
            Object = target,
            Kind = kind,
            Basis = basis,
            When = Time(when),
            Modality = modality,
            Models = predicate == "supplies" ? ["Corsa Verde"] : [],
            Quote = quote,
            Start = 120,
            End = 120 + quote.Length,
            Rule = "made.up",
        };

    private static When? Time(string? edtf) => When.TryParse(edtf, out var when) ? when : null;

    /// <summary>The finding of one claim and those that say the same.</summary>
    private static Finding Hold(string id, params string[] others)
    {
        var claim = Claim(id);
        return new Finding
        {
            Id = "f" + id,
            Subject = claim.Subject,
            Predicate = claim.Predicate,
            Topic = $"{claim.Subject}/{claim.Predicate}/{claim.Basis}{claim.Object}{claim.Value}",
            Value = claim.Value,
            Qualifier = claim.Qualifier,
            Models = claim.Models,
            Unit = claim.Unit,
            Object = claim.Object,
            Kind = claim.Kind,
            Basis = claim.Basis,
            Valid = claim.When,
            Modality = claim.Modality,
            KnownFrom = claim.Published?.Latest,
            DecidedBy = others.Length == 0 ? "only" : "more-sources",
            Supports = [id, .. others],
        };
    }

    /// <summary>A step of a capacity path names its claims itself.</summary>
    private static Figure Step(string id) => Figure(id) with { Claims = [id] };

    private static Figure Figure(string id, string? of = null, string? inferred = null)
    {
        var claim = Claim(id);
        return new Figure
        {
            Finding = "f" + id,
            Value = claim.Value,
            Qualifier = claim.Qualifier,
            Models = claim.Models,
            Unit = claim.Unit,
            Object = claim.Object,
            Of = of,
            Kind = claim.Kind,
            Basis = claim.Basis,
            When = claim.When,
            Modality = claim.Modality,
            Inferred = inferred,
        };
    }

    private static Disagreement Disagree(DisagreementKind kind, string holds, string against, string why) => new()
    {
        Kind = kind,
        Subject = Claim(holds).Subject,
        Predicate = Claim(holds).Predicate,
        Topic = $"{Claim(holds).Subject}/{Claim(holds).Predicate}",
        Holds = holds,
        Against = [against],
        Why = why,
    };

    private static Entity Plant(string name, string place, string country, string? part, params string[] aliases) => new()
    {
        Kind = EntityKind.Plant,
        Name = name,
        Aliases = [.. aliases],
        Operator = "Cellwerk",
        Place = place,
        Country = country,
        Part = part,
    };

    private static Entity Named(EntityKind kind, string name, params string[] aliases) =>
        new() { Kind = kind, Name = name, Aliases = [.. aliases] };

    private static State MakeState() => new()
    {
        Entities =
        [
            Named(EntityKind.Organisation, "Autonova"), Named(EntityKind.Organisation, "Cellwerk", "Volta Cellwerk"), Named(EntityKind.Organisation, "Volta Group", "Volta"),
            Plant("Cellwerk Göttingen", "Göttingen", "Germany", null, "Volta Cellwerk Göttingen"), Plant("Cellwerk Göttingen 2", "Göttingen", "Germany", "2"),
            Plant("Cellwerk Zaragoza", "Zaragoza", "Spain", null), Named(EntityKind.Person, "Ilse Brandt"),
        ],
        Findings = [Hold("a1a1"), Hold("a2a2"), Hold("a3a3"), Hold("a4a4"), Hold("a5a5", "a1a1"), Hold("a6a6"), Hold("a7a7"), Hold("a8a8"), Hold("a9a9"), Hold("b1b1"), Hold("b2b2"), Hold("c1c1"), Hold("c2c2")],
        Disagreements = [Sold, Grown],
        Plants =
        [
            new PlantState
            {
                Id = "cellwerk-göttingen",
                Name = "Cellwerk Göttingen",
                Operator = "Cellwerk",
                Owners = [Figure("a8a8", of: "Cellwerk")],
                Place = "Göttingen",
                Country = "Germany",
                Status = Figure("a1a1"),
                Capacity = new CapacityState { Installed = Figure("a2a2"), Ceiling = Figure("a4a4"), Path = [Step("a3a3") with { As = "planned" }, Step("a4a4") with { As = "ceiling" }, Step("a2a2") with { As = "installed", Part = "phase 1" }], Additional = [new Addition(Figure("a4a4"), "fa2a2", new ClaimValue.Number(50))], Output = [Figure("a2a2")] },
                Start = Figure("a5a5"),
                Milestones = [Figure("a5a5")],
                Customers = [Figure("a6a6") with { State = "supplying" }],
                Commitment = new Commitment(6, 4, ["fa6a6"]),
                Ownership =
                [
                    new Owned("Cellwerk", "Volta Group", null, Time("2021-06-01"), null, "acquired", ["a8a8"]),
                    new Owned("Cellwerk", "Ilse Brandt", new ClaimValue.Number(20), Time("[..2019-05-01]"), Time("[2019-05-01..2021-06-01]"), "stake", ["c1c1"]),
                ],
                Money =
                [
                    new MoneySum("grant", "EUR", 450_000_000, 450_000_000, Modality.Actual, ["fa7a7"], [], "1 sum"),
                    new MoneySum("total", "EUR", 450_000_000, 600_000_000, Modality.Actual, ["fa7a7"], ["fa6a6"], "1 sum; 1 part of a package not added"),
                ],
                Slipped = [new Slipped("production_start", 1, Time("2024-37")!, Time("2025-06-03")!, 13)],
                Funding = [Figure("a7a7", inferred: "the text says \"the German plant\", and Cellwerk has one there")],
                Slips = [new Slip("production_start", Time("2024-37")!, Time("2025-06-03")!, Modality.Actual, new DateOnly(2025, 6, 3), "fa5a5")],
                Disagreements = [Grown],
            },
            new PlantState
            {
                Id = "cellwerk-göttingen-2",
                Name = "Cellwerk Göttingen 2",
                Operator = "Cellwerk",
                Place = "Göttingen",
                Country = "Germany",
                Part = "2",
                Capacity = new CapacityState { Planned = Figure("b1b1") },
            },
            new PlantState { Id = "cellwerk-zaragoza", Name = "Cellwerk Zaragoza", Operator = "Cellwerk", Place = "Zaragoza", Country = "Spain", Status = Figure("b2b2"), InferredStatus = "paused" },
        ],
        Companies =
        [
            new CompanyState
            {
                Id = "cellwerk",
                Name = "Cellwerk",
                Aliases = ["Volta Cellwerk"],
                Owners = [Figure("a8a8"), Figure("c2c2")],
                Plants = ["Cellwerk Göttingen", "Cellwerk Göttingen 2", "Cellwerk Zaragoza"],
                Customers = [Figure("a6a6", of: "Cellwerk Göttingen")],
                Disagreements = [Sold],
            },
            new CompanyState { Id = "volta-group", Name = "Volta Group", Holdings = [Figure("a8a8", of: "Cellwerk")], People = [Figure("c1c1", of: "Ilse Brandt")] },
        ],
        Claims = Claims.ToImmutableDictionary(claim => claim.Id, StringComparer.Ordinal),
    };
}
