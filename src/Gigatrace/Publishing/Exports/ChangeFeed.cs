using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Gigatrace.Ledger;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.Publishing.Exports;

/// <summary>What became known, as an Atom feed (RFC 4287): an entry for each change, the latest first, dated by the day on which it became known and never by a clock.</summary>
public sealed class ChangeFeed(TagUris tags)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>How many entries it then has.</summary>
    /// <param name="past">Everything that began or ended from that day on.</param>
    /// <param name="names">Only what is of these printed names; empty for all.</param>
    /// <param name="most">No more entries than that; the latest are kept.</param>
    public int Write(TextWriter output, View view, Past past, DateOnly from, DateOnly? to, ImmutableArray<string> names, int most)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(view);
        var told = Latest(view, past, from, to, names, most);
        Write(output, told, names, to ?? view.Day);
        return told.Length;
    }

    /// <summary>The latest first.</summary>
    internal static ImmutableArray<ToldChange> Latest(View view, Past past, DateOnly from, DateOnly? to, ImmutableArray<string> names, int most) =>
        [.. ChangeList.Told(view, past, from, to, names).Reverse().Take(most)];

    /// <summary>The same as one table.</summary>
    public static Report Make(View view, Past past, DateOnly from, DateOnly to, ImmutableArray<string> names, int most) =>
        Of(Latest(view, past, from, to, names, most)) with { Title = $"What became known {(from == DateOnly.MinValue ? "until" : $"from {Phrases.Day(from)} to")} {Phrases.Day(to)}{(names.IsEmpty ? "" : $" of {Phrases.FirstOf(names)}")}" };

    internal static Report Of(IEnumerable<ToldChange> told) => new()
    {
        Tables =
        [
            new Table([new("known", Whole: true), new("change"), new("what") { Says = true }])
            {
                Rows = [.. told.Select(one => new Row([Phrases.Day(one.Day), one.Kind is "plant" ? "new plant" : one.Kind, Title(one)], one.Words))],
            },
        ],
        Nothing = "nothing became known",
    };

    /// <param name="told">The latest first.</param>
    /// <param name="day">That of a feed without entries.</param>
    internal void Write(TextWriter output, ImmutableArray<ToldChange> told, ImmutableArray<string> names, DateOnly day) =>
        XmlFit.Write(output, xml =>
        {
            xml.WriteStartElement("feed", Atom);
            WriteText(xml, "id", tags.For("feed", names.IsEmpty ? "changes" : $"changes/{string.Join('/', names)}"));
            WriteText(xml, "title", names.IsEmpty ? "Gigatrace: what became known" : $"Gigatrace: what became known of {names[0]}");
            WriteText(xml, "updated", Time(told.IsEmpty ? day : told[0].Day));
            xml.WriteStartElement("author", Atom);
            WriteText(xml, "name", "Gigatrace");
            xml.WriteEndElement();
            WriteText(xml, "generator", "gigatrace");
            foreach (var one in told) WriteEntry(xml, one);
        });

    private void WriteEntry(XmlWriter xml, ToldChange one)
    {
        xml.WriteStartElement("entry", Atom);
        WriteText(xml, "id", tags.ForParts("change", Phrases.Day(one.Day), one.Kind, one.Subject, one.Topic, one.Finding?.Before?.Id, one.Finding?.After?.Id, one.Disagreement?.Kind.Name(), one.Disagreement?.Holds, one.Disagreement is { } found ? string.Join(' ', found.Against) : null));
        WriteText(xml, "title", Title(one));
        WriteText(xml, "updated", Time(one.Day));
        WriteCategory(xml, one.Kind);
        if (one.Predicate is not null) WriteCategory(xml, one.Predicate);
        foreach (var url in one.Words.Select(words => words.Url).OfType<string>().Where(HtmlLinks.IsAddress).Distinct(StringComparer.Ordinal)) WriteLink(xml, url);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(XmlFit.Of(Content(one)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>"AESC Douai: capacity 10 GWh/yr, before 9 GWh/yr, planned".</summary>
    internal static string Title(ToldChange one)
    {
        if (one.Kind is "plant") return $"{one.Subject}: a new plant";
        if (one.Disagreement is { } found) return $"{one.Subject}: {found.Kind.Name()} on {Phrases.Word(found.Predicate)}";
        var (before, after) = (one.Finding!.Before, one.Finding.After);
        var about = Believed.About((after ?? before)!);
        return (before, after) switch
        {
            (null, _) => $"{one.Subject}: {about} {Believed.SaysHow(after)}",
            (_, null) => $"{one.Subject}: {about} no longer {Believed.SaysHow(before)}",
            _ => $"{one.Subject}: {about} {Believed.SaysHow(after)}, before {Believed.SaysHow(before)}",
        };
    }

    private static string Content(ToldChange one) => string.Join('\n',
        [one.Disagreement?.Why ?? $"{Title(one)}.", .. one.Words.Select(words => $"“{words.Quote.ReplaceLineEndings(" ")}” {words.Source}, {words.Url ?? words.Path}")]);

    private static string Time(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, XmlFit.Of(text));

    private static void WriteCategory(XmlWriter xml, string term)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", term);
        xml.WriteEndElement();
    }

    /// <summary>Where the words stand.</summary>
    private static void WriteLink(XmlWriter xml, string url)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", "via");
        xml.WriteAttributeString("href", XmlFit.Of(url));
        xml.WriteEndElement();
    }
}
