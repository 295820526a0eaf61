using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <param name="Level">Its rank, from 1.</param>
/// <param name="IsMarked">A property says that it is a headline.</param>
internal readonly record struct WebHeading(IElement Element, string Words, int Level, WebPlace Place, bool IsMarked)
{
    public string Key { get; } = WebTitle.Key(Words);

    /// <summary>The elements around the headline, its own included; none where there is no headline.</summary>
    public static HashSet<IElement> Around(WebHeading? headline)
    {
        var around = new HashSet<IElement>();
        for (var element = headline?.Element; element is not null; element = element.ParentElement) around.Add(element);
        return around;
    }
}
