using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>Where in a page something stands.</summary>
/// <param name="At">Characters of text before it.</param>
/// <param name="Aside">The innermost part it stands in that is set apart; null where it stands in none.</param>
internal readonly record struct WebPlace(int At, WebAside? Aside)
{
    /// <summary>It stands in a part that is not the article; one that holds the headline is the article after all.</summary>
    /// <param name="around">The elements around the headline.</param>
    /// <param name="least">What kinds of part do not matter: this one and those nearer to the article; null where all do.</param>
    public bool IsApart(HashSet<IElement> around, AsideKind? least)
    {
        for (var aside = Aside; aside is not null; aside = aside.Outer)
        {
            if (!(aside.Kind >= least) && !around.Contains(aside.Element)) return true;
        }

        return false;
    }
}

/// <summary>A part of a page that its names set apart from the article: related texts, comments, menus.</summary>
internal sealed record WebAside(IElement Element, WebAside? Outer, AsideKind Kind)
{
    /// <summary>Null where the element is no such part.</summary>
    public static AsideKind? KindOf(IElement element, ClassMarks marks)
    {
        var mayBe = element.LocalName is not ("article" or "h1" or "time" or "a" or "span");
        if (element.LocalName is "nav" or "dialog" or "figure" or "figcaption" || (mayBe && marks.Has(ClassMarks.Aside))) return AsideKind.Apart;
        if (mayBe && marks.Has(ClassMarks.Beside)) return AsideKind.Beside;
        return element.LocalName is "aside" or "footer" or "form" || (mayBe && marks.Has(ClassMarks.Open)) ? AsideKind.Open : null;
    }
}

/// <summary>How far a part is from the article: never its own; a card or a widget, its own where that is plainly marked; a column or a foot, its own near the headline.</summary>
internal enum AsideKind { Apart, Beside, Open }
