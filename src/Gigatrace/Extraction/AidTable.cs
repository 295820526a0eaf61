using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction;

/// <summary>What a text says of public money above its tables: that they are of loans or grants, and who gives them.</summary>
/// <param name="payer">The lender or agency that the text names first; asked for only where a table needs it.</param>
internal sealed class AidTable(Lazy<string?> payer)
{
    private static readonly System.Buffers.SearchValues<string> Words = System.Buffers.SearchValues.Create(["aid", "loan", "grant", "subsid", "public money", "support", "funding"], StringComparison.OrdinalIgnoreCase);

    private string _title = "", _heading = "";

    private string? _giver;

    /// <summary>The words above the table, which say what kind of money it is.</summary>
    public string Said => _heading + " " + _title;

    /// <summary>Who gives the money of a row that does not say so.</summary>
    public string? Giver => _giver ?? payer.Value;

    /// <summary>To be called for the title and each heading.</summary>
    public void Head(Part heading)
    {
        var text = heading.Sentences is [var line, ..] ? line.Text.Quote(heading.Passage.Span) : "";
        if (heading.Passage.Level <= 1) _title = text;
        else _heading = text;
        _giver = heading.Sentences.SelectMany(sentence => sentence.Mentions).FirstOrDefault(mention => mention.Organisation is { GivesMoney: true, Kind: not "investor" })?.Name;
    }

    /// <summary>The headings speak of money that is given, and the columns have who gets it and how much.</summary>
    public bool IsOf(List<string?> meanings) =>
        (_giver is not null || Says(_heading) || Says(_title)) && meanings.Exists(static meaning => meaning is "amount" or "grant") && meanings.Exists(static meaning => meaning is "company" or "plant" or "owner") && !meanings.Contains("giver");

    private static bool Says(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(Words); at >= 0;)
        {
            if (at == 0 || !char.IsLetter(text[at - 1])) return true;
            var next = text.AsSpan(at + 1).IndexOfAny(Words);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>The lender or agency that a text names before its first table.</summary>
    public static string? First(Analysis analysis) =>
        analysis.Parts.TakeWhile(part => part.Passage.Kind != PassageKind.TableRow).SelectMany(part => part.Sentences).SelectMany(sentence => sentence.Mentions).FirstOrDefault(mention => mention.Organisation is { GivesMoney: true, Kind: not "investor" })?.Name;
}
