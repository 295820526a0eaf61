using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Digests;

/// <summary>What a round-up is made of: the documents that became known in a period, what was held at its end, and the time before it.</summary>
public sealed record Week
{
    /// <summary>So many periods before the one asked for tell what is usual.</summary>
    public const int PeriodsBefore = 8;

    private const int ShortestWord = 4;

    public required string Title { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Documents that became known in the period, copies left out.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Their claims.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>What is held at the end of the period.</summary>
    public required View View { get; init; }

    /// <summary>Everything that began or ended in it.</summary>
    public required Past Past { get; init; }

    /// <summary>For each document of the <see cref="PeriodsBefore"/> periods before, copies left out, its terms (<see cref="TermsOf"/>).</summary>
    public required IReadOnlyList<IReadOnlySet<string>> TermsBefore { get; init; }

    /// <summary>The names that a document's claims speak of, as they are, and the words of its text, folded.</summary>
    public static IReadOnlySet<string> TermsOf(Document document, IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(document);
        var terms = claims.SelectMany(claim => claim.Models.Append(claim.Subject).Append(claim.Object ?? "")).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var passage in document.Passages.Where(passage => !passage.Boilerplate)) AddWords(terms, document.Text.Value.AsSpan(passage.Span.Start, passage.Span.Length));
        return terms;
    }

    private static void AddWords(HashSet<string> terms, ReadOnlySpan<char> text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetter(text[at]))
            {
                if (start < 0) start = at;
                continue;
            }

            if (start >= 0 && at - start >= ShortestWord) _ = terms.Add(Vocabulary.Fold(text[start..at].ToString()));
            start = -1;
        }
    }
}
