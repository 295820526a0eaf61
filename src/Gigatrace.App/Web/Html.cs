using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.App.Web;

/// <summary>
/// A piece of a page. Whatever is put into one by <see cref="Of(HtmlText)"/> is escaped, as text and as the value of an attribute in quotation marks, unless it is such a
/// piece itself: so nothing of a document or a request can become markup.
/// </summary>
internal readonly record struct Html(string Markup)
{
    public static Html None { get; } = new("");

    public static Html Of(HtmlText text) => text.Made();

    public static Html Of(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Markup)));

    public static Html If(bool shown, HtmlText text) => shown ? text.Made() : None;

    /// <summary>What a form of the library writes; it escapes by itself.</summary>
    public static Html Written(Action<TextWriter> write)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(output);
        return new Html(output.ToString());
    }

    public override string ToString() => Markup ?? "";
}

/// <summary>An interpolated text that is a page's: its holes are escaped.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlText
{
    private readonly StringBuilder _text;

    public HtmlText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(Html piece) => _text.Append(piece.Markup);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces) _ = _text.Append(piece.Markup);
    }

    public void AppendFormatted(string? text) => _text.Append(HtmlForm.Escaped(text ?? ""));

    /// <summary>Control characters, which no page may hold, are left out; line breaks stay.</summary>
    public void AppendFormatted(Lines text) => _text.Append(string.Join('\n', text.Text.ReplaceLineEndings("\n").Split('\n').Select(HtmlForm.Escaped)));

    public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    public Html Made() => new(_text.ToString());
}
