using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Where a company stands among others: shares or ranks of one period and region.</summary>
/// <param name="Predicate"><c>market_share</c> or <c>rank</c>.</param>
/// <param name="Scope">Region and product; empty for all batteries of the world's cars.</param>
/// <param name="Period">What the figures are of; null where no text says.</param>
/// <param name="Figures">The company's own and those of the same period, the greatest share or first rank first; <see cref="Figure.Of"/> is whose.</param>
/// <param name="Beside">Of other periods, and so not to be compared: of the same year, or a competitor's.</param>
public sealed record Standing(string Predicate, string Scope, When? Period, ImmutableArray<Figure> Figures, ImmutableArray<Figure> Beside)
{
    /// <summary>The topic without whose it is; null for findings that are no share or rank.</summary>
    internal static string? TopicOf(Finding finding) =>
        finding.Predicate is "market_share" or "rank" && finding.Topic.StartsWith(finding.Subject + "/", StringComparison.Ordinal) ? finding.Topic[(finding.Subject.Length + 1)..] : null;

    /// <summary>The latest period first.</summary>
    /// <param name="own">Findings of the company by predicate.</param>
    /// <param name="of">All findings of a company.</param>
    /// <param name="all">Shares and ranks by <see cref="TopicOf"/>.</param>
    internal static ImmutableArray<Standing> Of(string company, ILookup<string, Finding> own, Func<string, IEnumerable<Finding>> of, ILookup<string, Finding> all)
    {
        var rivals = own["competitor"].Where(finding => finding.Modality != Modality.Denied).Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return
        [
            .. own["market_share"].Concat(own["rank"]).Where(finding => TopicOf(finding) is not null && finding.Modality != Modality.Denied).Select(finding => Of(finding, rivals, of, all))
                .OrderBy(one => one.Predicate, StringComparer.Ordinal).ThenBy(one => one.Scope, StringComparer.Ordinal).ThenByDescending(one => one.Period?.Latest).ThenBy(one => one.Period?.Edtf, StringComparer.Ordinal),
        ];
    }

    private static Standing Of(Finding own, string[] rivals, Func<string, IEnumerable<Finding>> of, ILookup<string, Finding> all)
    {
        var topic = TopicOf(own)!;
        var near = all[topic].Where(finding => finding.Subject != own.Subject && finding.Modality == own.Modality).ToArray();
        var same = near.Where(finding => finding.Valid == own.Valid).ToArray();
        var met = same.Select(finding => finding.Subject).ToHashSet(StringComparer.Ordinal);
        var theirs = rivals.SelectMany(of).Where(finding => finding.Predicate == own.Predicate && ScopeOf(finding) == ScopeOf(own) && finding.Modality == own.Modality);
        var beside = near.Concat(theirs).Where(finding => !met.Contains(finding.Subject)).GroupBy(finding => finding.Subject, StringComparer.Ordinal)
            .Select(group => group.OrderByDescending(finding => finding.Valid?.Latest).ThenBy(finding => finding.Id, StringComparer.Ordinal).First());
        return new Standing(own.Predicate, ScopeOf(own), own.Valid, Sorted(same.Prepend(own)), Sorted(beside));
    }

    private static ImmutableArray<Figure> Sorted(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderBy(finding => finding.Predicate is "rank" ? Low(finding) : -Low(finding)).ThenBy(finding => finding.Subject, StringComparer.Ordinal).Select(finding => Cards.FigureOf(finding, of: true)),
    ];

    private static decimal Low(Finding finding) => Agreement.Bounds(finding.Value)?.Low ?? decimal.MaxValue / 2;

    /// <summary>What stands in the topic between predicate and year.</summary>
    private static string ScopeOf(Finding finding) =>
        string.Join(' ', (TopicOf(finding) ?? "").Split('/').Skip(1).Where(part => part is not { Length: 4 } || part.AsSpan().ContainsAnyExceptInRange('0', '9')));
}
