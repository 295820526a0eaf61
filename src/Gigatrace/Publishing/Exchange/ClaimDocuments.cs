using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Exchange;

/// <summary>
/// Claims from elsewhere to the documents they were taken from, as far as those are known: each quote at its place, and spaces for what
/// lies between. Ids, spans and quotes stay as they are.
/// </summary>
public static class ClaimDocuments
{
    /// <summary>So many code points at most: what a document may have that is read.</summary>
    private const int Longest = 64 * 1024 * 1024;

    /// <summary>In the order in which documents are first named; a claim whose quote does not fit its span is left out with a message.</summary>
    /// <param name="lines">Claims with the line each stands in.</param>
    public static IEnumerable<(Document Document, IReadOnlyList<Claim> Claims)> Of(IEnumerable<(int Line, Claim Claim)> lines, string path, Action<Diagnostic> report)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(report);
        foreach (var group in lines.GroupBy(one => (one.Claim.Path, one.Claim.Doc, one.Claim.Url, one.Claim.Publisher, one.Claim.SourceKind, one.Claim.Published)))
        {
            var kept = new List<Claim>();
            var text = new SparseText();
            foreach (var (line, claim) in group)
            {
                if (text.Put(claim) is { } problem) report(new Diagnostic("import.span", path, line, $"{problem}; the claim is left out"));
                else kept.Add(claim);
            }

            if (kept.Count > 0) yield return (Make(kept[0], text), kept);
        }
    }

    private static Document Make(Claim claim, SparseText text)
    {
        var document = NewDocument.Of(claim.Doc, claim.Path, text.ToString(), claim.Url, claim.Publisher, claim.SourceKind.Name(), claim.Published?.Edtf);
        return document with
        {
            Url = claim.Url,
            Publisher = claim.Publisher,
            SourceKind = claim.SourceKind,
            Published = claim.Published,
            Passages = [.. text.Said().Select(span => new Passage { Span = new Span(document.Text.FromCodePoint(span.Start), document.Text.FromCodePoint(span.End)), Kind = PassageKind.Paragraph })],
        };
    }

    /// <summary>Quotes at their places, in code points.</summary>
    private sealed class SparseText
    {
        /// <summary>The sign at each place; 0 where it is not known.</summary>
        private int[] _signs = [];
        private int _length;

        /// <summary>What does not fit; null where all does, and then it is there.</summary>
        public string? Put(Claim claim)
        {
            var signs = claim.Quote.EnumerateRunes().Select(rune => rune.Value).ToArray();
            if (claim.Start < 0 || claim.End > Longest || claim.End - claim.Start != signs.Length) return $"its quote has {signs.Length} signs, its span {claim.End - claim.Start}";
            if (claim.End > _signs.Length) Array.Resize(ref _signs, Math.Max(claim.End, Math.Min(Longest, 2 * _signs.Length)));
            var place = _signs.AsSpan(claim.Start, signs.Length);
            for (var at = 0; at < signs.Length; at++)
            {
                if (place[at] != 0 && place[at] != signs[at]) return "its quote is not what another claim quotes from the same place";
            }

            signs.CopyTo(place);
            _length = Math.Max(_length, claim.End);
            return null;
        }

        /// <summary>The stretches that are known.</summary>
        public IEnumerable<Span> Said()
        {
            for (var at = 0; at < _length;)
            {
                var start = at;
                while (at < _length && _signs[at] != 0) at++;
                if (at > start) yield return new Span(start, at);
                while (at < _length && _signs[at] == 0) at++;
            }
        }

        public override string ToString()
        {
            var text = new StringBuilder(_length);
            for (var at = 0; at < _length; at++) text.Append(new Rune(_signs[at] == 0 ? ' ' : _signs[at]));
            return text.ToString();
        }
    }
}
