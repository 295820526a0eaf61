using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gigatrace.Documents;

/// <summary>Parses pages within bounds: a few kilobytes of tags can make a parser build millions of elements.</summary>
internal static class PageParser
{
    /// <param name="html">Its source.</param>
    /// <param name="late">Looked at with each element.</param>
    /// <exception cref="InvalidDataException">It has more elements than <see cref="ReadingOptions.MaxElements"/>.</exception>
    public static IHtmlDocument Parse(string html, CancellationToken late)
    {
        var elements = 0;
        var options = new HtmlParserOptions
        {
            IsScripting = false,
            OnCreated = (_, _) =>
            {
                late.ThrowIfCancellationRequested();
                if (++elements > ReadingOptions.MaxElements) throw new InvalidDataException($"it has more than {ReadingOptions.MaxElements} elements");
            },
        };
        return new HtmlParser(options).ParseDocument(html);
    }
}
