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

    /// <summary>A whole document, ended by a line end.</summary>
    public static void Write(TextWriter output, Action<XmlWriter> write)
    {
        // Written by hand: a text writer does not know that its bytes will be UTF-8.
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true })) write(xml);
        output.Write('\n');
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
