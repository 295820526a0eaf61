using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A passage while it is being made: first its place and shape, then, one pass each, what it is.</summary>
internal sealed class Draft
{
    public required Span Span { get; set; }

    public required PassageKind Kind { get; set; }

    public int Level { get; set; }

    public int Story { get; set; }

    public bool AiGenerated { get; set; }

    public bool Boilerplate { get; set; }

    public ImmutableArray<Span> Cells { get; set; } = [];

    public ImmutableArray<Span> Header { get; set; } = [];

    public int Table { get; set; } = -1;

    /// <summary>A blank line, or another block's end, stands before it.</summary>
    public bool BlankBefore { get; init; }

    /// <summary>A rule (<c>---</c>) stands before it.</summary>
    public bool RuleBefore { get; init; }

    /// <summary>The mark-up says that it is a heading, rather than its shape.</summary>
    public bool Marked { get; init; }

    /// <summary>Wholly in square brackets, or a bold lead in them: the title of a story in a round-up.</summary>
    public bool Bracketed { get; init; }

    /// <summary>The bold words that a paragraph starts with, without their stars; empty where it does not.</summary>
    public Span Lead { get; set; }

    /// <summary>Which quotation or callout it belongs to, from 1; 0 outside.</summary>
    public int Quote { get; init; }

    /// <summary>The innermost container that holds more than it (HTML), as an index; -1 where none is known.</summary>
    public int Box { get; init; } = -1;

    /// <summary>It says that a machine wrote something, and is not itself read.</summary>
    public bool Label { get; set; }

    /// <summary>Letters of it that are linked (HTML).</summary>
    public int Linked { get; init; }

    /// <summary>It is of a web page: there more is told by its words and links.</summary>
    public bool OfPage { get; init; }

    /// <summary>It says when the text was saved, not when it was published.</summary>
    public bool IsOfSaving { get; set; }

    private (Span Span, List<CueWord> Words, List<CueHit> Hits)? _said;

    /// <summary>Its words and the cues among them; looked for once, since several passes ask.</summary>
    public (List<CueWord> Words, List<CueHit> Hits) Cued(string text)
    {
        if (_said is not { } said || said.Span != Span)
        {
            var words = Cues.WordsOf(text, Span);
            _said = said = (Span, words, (OfPage ? Cues.OfPages : Cues.Default).Find(words));
        }

        return (said.Words, said.Hits);
    }

    public Passage ToPassage() => new()
    {
        Span = Span,
        Kind = Kind,
        Level = Kind == PassageKind.Heading ? Math.Clamp(Level, 1, 6) : 0,
        Story = Story,
        AiGenerated = AiGenerated,
        Boilerplate = Boilerplate,
        Cells = Cells,
        Header = Header,
        Table = Table,
    };
}
