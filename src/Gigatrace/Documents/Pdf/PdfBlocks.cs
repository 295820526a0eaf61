using System.Collections.Immutable;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Pages as printed to text as written: lines joined to paragraphs, words and sentences whole over line, column and page, tables in rows.</summary>
internal sealed class PdfBlocks
{
    private const int LongestHeading = 200;

    /// <summary>A heading is set larger than the text by so much.</summary>
    private const double Larger = 1.15;

    private readonly StringBuilder _text = new();
    private readonly HyphenWords _words;
    private readonly double _height;
    private readonly StringBuilder _open = new();
    private PassageKind _kind = PassageKind.Paragraph;
    private PdfLine? _last;
    private int _tables;

    private PdfBlocks(List<PdfPage> pages, double height)
    {
        _words = new HyphenWords(pages.SelectMany(page => page.Lines).Select(line => line.Text));
        _height = height;
    }

    private List<Draft> Drafts { get; } = [];

    public static DraftDocument Read(string output, CancellationToken late)
    {
        var pages = PdfPages.Read(output);
        var height = Median(pages.SelectMany(page => page.Lines));
        PdfMargins.Drop(pages, Larger * height);
        var blocks = new PdfBlocks(pages, height);
        foreach (var page in pages)
        {
            late.ThrowIfCancellationRequested();
            blocks.Add(page);
        }

        blocks.Close();
        return Structure.Finish(new SourceText(blocks._text.ToString()), blocks.Drafts, note: false, new Known(), late);
    }

    private void Add(PdfPage page)
    {
        var tables = PdfTables.Find(page);
        var rights = page.Lines.GroupBy(line => line.Block).ToDictionary(block => block.Key, block => (Left: block.Min(line => line.Left), Right: block.Max(line => line.Right)));
        foreach (var line in page.Lines)
        {
            if (tables.Find(table => table.Lines.Contains(line)) is { } table)
            {
                if (table.Rows.Count > 0) Add(table);
                continue;
            }

            if (!GoesOn(line, rights)) Begin(line);
            Append(line.Text);
            _last = line;
        }
    }

    private bool GoesOn(PdfLine line, Dictionary<int, (double Left, double Right)> blocks)
    {
        if (_last is not { } last || IsItem(line.Text) || Math.Abs(last.Height - line.Height) > 0.12 * line.Height) return false;
        var amid = !Ends(_open) && (char.IsLower(line.Text[0]) || _open[^1] is ',' or '-' or '\u00AD');
        if (last.Block != line.Block || !blocks.TryGetValue(last.Block, out var block)) return amid && _kind != PassageKind.Heading;
        var full = last.Right > block.Right - 0.2 * (block.Right - block.Left);
        var indented = line.Left > block.Left + 0.8 * line.Height && last.Left < line.Left - 0.8 * line.Height && _kind != PassageKind.ListItem;
        return amid || _kind == PassageKind.Heading || (!indented && (full || !Ends(_open)) && (full || !char.IsUpper(line.Text[0])));
    }

    private void Begin(PdfLine line)
    {
        Close();
        _kind = IsItem(line.Text) ? PassageKind.ListItem : line.Height > Larger * _height ? PassageKind.Heading : PassageKind.Paragraph;
    }

    private void Append(string line)
    {
        if (_open.Length == 0) _open.Append(IsItem(line) ? line[2..].TrimStart() : line);
        else _words.Join(_open, line);
    }

    private void Close()
    {
        if (_open.Length == 0) return;
        var heading = _kind == PassageKind.Heading && _open.Length <= LongestHeading;
        var kind = _kind == PassageKind.Heading && !heading ? PassageKind.Paragraph : _kind;
        if (_text.Length > 0) _text.Append(kind == PassageKind.ListItem && Drafts[^1].Kind == PassageKind.ListItem ? "\n" : "\n\n");
        var start = _text.Length;
        var words = _open.ToString();
        _text.Append(words);
        foreach (var part in Pieces.Cut(words, new Span(0, words.Length)))
            Drafts.Add(new Draft { Span = new Span(start + part.Start, start + part.End), Kind = kind, Level = heading ? 2 : 0, Marked = heading, BlankBefore = true });
        _open.Clear();
        _last = null;
    }

    private void Add(PdfTable table)
    {
        Close();
        ImmutableArray<Span> header = [];
        var headed = !table.Rows[0].Any(HasDigit) && table.Rows.Skip(1).Any(row => row.Any(HasDigit));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (_text.Length > 0) _text.Append(row == 0 ? "\n\n" : "\n");
            var cells = Row(table.Rows[row]);
            Drafts.Add(new Draft { Span = new Span(cells[0].Start, cells[^1].End), Kind = PassageKind.TableRow, Cells = cells, Header = header, Table = _tables, Marked = true, BlankBefore = row == 0 });
            if (row == 0 && headed) header = cells;
        }

        _tables++;
        table.Rows.Clear();
    }

    private ImmutableArray<Span> Row(string[] row)
    {
        var cells = ImmutableArray.CreateBuilder<Span>();
        foreach (var cell in row)
        {
            if (cells.Count > 0) _text.Append(" | ");
            var start = _text.Length;
            _text.Append(cell);
            cells.Add(new Span(start, _text.Length));
        }

        return cells.ToImmutable();
    }

    private static bool HasDigit(string cell) => cell.AsSpan().ContainsAnyInRange('0', '9');

    private static bool IsItem(string line) => line.Length > 2 && line[0] is '•' or '●' or '▪' or '■' or '◦' or '‣' or '∙' or '–' or '▶' or '➢' or '✓' or '*' && line[1] == ' ';

    private static bool Ends(StringBuilder text)
    {
        var at = text.Length - 1;
        while (at > 0 && text[at] is '"' or '\'' or '”' or '’' or '»' or ')' or ']') at--;
        return at >= 0 && text[at] is '.' or '!' or '?' or ':' or '。';
    }

    /// <summary>Of the letters, not of the lines: most of a text is set in one size.</summary>
    private static double Median(IEnumerable<PdfLine> lines)
    {
        var sizes = lines.GroupBy(line => Math.Round(line.Height, 1)).Select(size => (Height: size.Key, Letters: size.Sum(line => line.Text.Length))).OrderBy(size => size.Height).ToList();
        var half = sizes.Sum(size => size.Letters) / 2;
        foreach (var (height, letters) in sizes)
        {
            if ((half -= letters) <= 0) return height;
        }

        return 0;
    }
}
