using System.Collections.Immutable;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>The text of a page put together from the blocks that belong to it.</summary>
internal static class WebText
{
    public static (string Text, List<Draft> Drafts) Of(WebBlocks blocks)
    {
        var text = blocks.Text;
        var drafts = new List<Draft>(blocks.Blocks.Count);
        foreach (var block in blocks.Blocks)
        {
            if (!block.Dropped) drafts.AddRange(Drafts(text, block));
        }

        return Join(text, drafts);
    }

    /// <summary>The same for a text without mark-up: its lines are its paragraphs.</summary>
    public static (string Text, List<Draft> Drafts) Of(string plain)
    {
        var drafts = new List<Draft>();
        foreach (var range in plain.AsSpan().Split('\n'))
        {
            var (start, length) = range.GetOffsetAndLength(plain.Length);
            var line = Inline.Trim(plain, new Span(start, start + length));
            if (!line.IsEmpty) drafts.AddRange(Drafts(plain, new WebBlock { Span = line, Kind = PassageKind.Paragraph, Node = 0 }));
        }

        return Join(plain, drafts);
    }

    /// <summary>The passages that are its text; a label that speaks of them stays with them.</summary>
    public static DraftDocument WithoutBoilerplate(DraftDocument read)
    {
        var (joined, drafts) = Join(read.Text.Value, read.Passages.FindAll(d => !d.Boilerplate || d.Label));
        return read with { Text = new SourceText(joined), Passages = drafts };
    }

    private static IEnumerable<Draft> Drafts(string text, WebBlock block)
    {
        IEnumerable<Span> pieces = block.Kind == PassageKind.TableRow ? [block.Span] : Pieces.Cut(text, block.Span);
        foreach (var piece in pieces)
        {
            yield return new Draft
            {
                Span = piece, Kind = block.Kind, Level = block.Level, Marked = block.Marked, BlankBefore = true, RuleBefore = block.RuleBefore, Quote = block.Quote, Box = block.Box,
                Lead = piece.Start == block.Span.Start ? block.Lead : default, Cells = block.Cells, Header = block.Header is { Dropped: false } header ? header.Cells : [], Table = block.Table, OfPage = true, Linked = block.Linked,
            };
        }
    }

    /// <summary>The passages alone, one below the other; all spans are moved to where they stand now.</summary>
    private static (string Text, List<Draft> Drafts) Join(string text, List<Draft> drafts)
    {
        var joined = new StringBuilder(text.Length);
        var (head, moved) = (default(Span), 0);
        for (var at = 0; at < drafts.Count; at++)
        {
            var draft = drafts[at];
            if (at > 0) joined.Append(Follows(drafts[at - 1], draft) ? "\n" : "\n\n");
            var by = joined.Length - draft.Span.Start;
            joined.Append(text, draft.Span.Start, draft.Span.Length);
            if (draft.Table >= 0 && draft.Header.IsEmpty) (head, moved) = (draft.Span, by);
            draft.Header = draft.Header.IsEmpty || draft.Header[0].Start < head.Start || draft.Header[^1].End > head.End ? [] : Moved(draft.Header, moved);
            draft.Cells = Moved(draft.Cells, by);
            draft.Lead = draft.Lead.IsEmpty ? default : Moved(draft.Lead, by);
            draft.Span = Moved(draft.Span, by);
        }

        return (joined.ToString(), drafts);
    }

    private static bool Follows(Draft above, Draft draft) => above.Kind == draft.Kind && (draft.Kind == PassageKind.ListItem || (draft.Kind == PassageKind.TableRow && above.Table == draft.Table));

    private static Span Moved(Span span, int by) => new(span.Start + by, span.End + by);

    private static ImmutableArray<Span> Moved(ImmutableArray<Span> spans, int by) => spans.IsEmpty ? spans : [.. spans.Select(s => Moved(s, by))];
}
