using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>How a finding is told beside others of its topic.</summary>
public static class Believed
{
    private static readonly ImmutableArray<string> First = ["status", "capacity", "milestone", "operator", "parent", "stake", "acquired"];
    private static readonly ImmutableArray<string> Table = [.. Predicates.All.Select(one => one.Name)];

    /// <summary>What a reader asks for first comes first, then the others in the order of the table of predicates.</summary>
    public static int Order(string predicate) => First.IndexOf(predicate) is >= 0 and var at ? at : First.Length + Table.IndexOf(predicate);

    /// <summary>"capacity, ceiling", "production start", "parent".</summary>
    public static string About(Finding finding) => finding.Predicate switch
    {
        "milestone" => Phrases.Figure(finding.Value, null),
        _ => string.Join(", ", new[] { Phrases.Word(finding.Predicate), Phrases.Word(finding.Basis), Phrases.Word(finding.Kind) }.Where(part => part.Length > 0)),
    };

    /// <summary>"10 GWh/yr, 2025", "Renault", for a milestone its date; empty for null.</summary>
    public static string Says(Finding? finding)
    {
        if (finding is null) return "";
        var time = Phrases.Time(finding.Valid);
        if (finding.Predicate is "milestone") return time.Length > 0 ? time : "no date";
        return string.Join(", ", new[] { Phrases.Figure(finding.Value, finding.Unit, finding.Basis is "ceiling" && finding.Qualifier is "up_to" ? null : finding.Qualifier), finding.Object ?? "", time }.Where(part => part.Length > 0));
    }

    /// <summary>The same with how it is said, where that is not simply so: "9 GWh/yr, planned".</summary>
    public static string SaysHow(Finding? finding) => finding is null ? "" : finding.Modality == Modality.Actual ? Says(finding) : $"{Says(finding)}, {finding.Modality.Name()}";
}
