using System.Globalization;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Sentences for people: what two claims say, who says it and when, and why they do not fit.</summary>
internal static class Wording
{
    public static string Why(DisagreementKind kind, Entry holds, Entry against, int others)
    {
        var (one, other) = ($"{Says(holds)} ({Source(holds)})", $"{Says(against)} ({Source(against)}{(others > 0 ? $" and {others} more" : "")})");
        return kind switch
        {
            DisagreementKind.Superseded => $"{one} took the place of {other}.",
            DisagreementKind.Stale => $"{other} repeats a state older than {one}.",
            DisagreementKind.Scope when Scopes(holds, against) is { } scopes => $"{one} and {other} speak of different things ({scopes}): both can hold.",
            DisagreementKind.Scope => $"{one} and {other} stand side by side in one text: both can hold.",
            DisagreementKind.Precision => $"{one} is the finer form of {other}.",
            _ => $"{one} against {other}: both cannot be so.",
        };
    }

    /// <summary>What a claim says: "9 GWh/yr planned", "acquired by Envision Group 2017", "operating".</summary>
    public static string Says(Entry entry)
    {
        var claim = entry.Claim;
        var when = claim.When is { } time ? $" {TimeWords.Of(time)}" : "";
        return entry.Predicate.Name switch
        {
            "status" => Word(claim),
            "milestone" => $"{Word(claim)}{when}{Meant(claim)}",
            "acquired" => $"acquired by {entry.Object}{when}{Meant(claim)}",
            "founded" => $"founded{when}",
            "insolvency" => $"{Word(claim)}{when}{Meant(claim)}",
            "parent" => $"parent {entry.Object}{Meant(claim)}",
            "operator" => $"operator {entry.Object}{Meant(claim)}",
            "supplies" => $"supplies {entry.Object}{Meant(claim)}",
            "partnership" => $"partnership with {entry.Object}{Meant(claim)}",
            _ => $"{Amount(claim)}{(entry.Object is { } other ? $" {other}" : "")}{Meant(claim)}",
        };
    }

    private static string Word(Claim claim) => (claim.Value?.ToString() ?? "").Replace('_', ' ');

    private static string Amount(Claim claim)
    {
        var number = claim.Value switch
        {
            null => "no figure",
            ClaimValue.Number value => Number(value.Amount),
            ClaimValue.Range range => $"{Number(range.Low)}–{Number(range.High)}",
            _ => claim.Value.ToString()!,
        };
        var amount = claim.Unit switch { null => number, "percent" => number + " %", { Length: 3 } currency => $"{currency} {number}", var unit => $"{number} {unit}" };
        return claim.Qualifier switch { "about" => "about ", "at_least" => "at least ", "up_to" => "up to ", _ => "" } + amount;
    }

    private static string Number(decimal amount) => amount.ToString(amount >= 1000 ? "#,0.####" : "0.####", CultureInfo.InvariantCulture);

    private static string Meant(Claim claim) => claim.Modality == Modality.Actual ? "" : " " + claim.Modality.Name();

    private static string Source(Entry entry)
    {
        var who = entry.Claim.Publisher ?? entry.Claim.Doc;
        var date = entry.Claim.Published?.Edtf ?? "undated";
        return $"{who}{(entry.Claim.AiGenerated ? ", AI-generated" : entry.Claim.SourceKind == SourceKind.Note ? ", a note" : "")}, {date}";
    }

    /// <summary>In what the two differ; null where they do not say.</summary>
    private static string? Scopes(Entry holds, Entry against) =>
        holds.Basis != against.Basis ? $"{holds.Basis ?? "plain figure"} and {against.Basis ?? "plain figure"}"
        : holds.Claim.Level != against.Claim.Level ? $"{holds.Claim.Level ?? "cells or packs"} and {against.Claim.Level ?? "cells or packs"}"
        : holds.Subject != against.Subject ? $"{holds.Subject} and {against.Subject}" : null;
}
