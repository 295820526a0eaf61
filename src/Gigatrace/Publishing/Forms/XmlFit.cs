using System.Text;
using System.Xml;

namespace Gigatrace.Publishing.Forms;

/// <summary>Text as XML 1.0 can hold it: a control character or half a pair, which it cannot, is written U+FFFD.</summary>
internal static class XmlFit
{
    public static string Of(string text)
    {
        if (IsFit(text)) return text;
        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) _ = rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? fit.Append('\uFFFD') : fit.Append(rune);
        return fit.ToString();
    }

    private static bool IsFit(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c)) return false;
        }

        return true;
    }
}
