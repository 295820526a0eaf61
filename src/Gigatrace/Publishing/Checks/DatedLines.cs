using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Checks;

/// <summary>Lines of a chronicle: "July 2021: a second plant announced, 9 GWh". What such a line says was so then, and stays true.</summary>
internal static partial class DatedLines
{
    /// <summary>The line that a claim stands in begins with a date, and the claim has none of its own but that.</summary>
    public static bool Dates(Document document, Claim claim)
    {
        var at = document.Text.FromCodePoint(claim.Start);
        if (document.Passages.FirstOrDefault(passage => passage.Span.Start <= at && at < passage.Span.End) is not { } passage) return false;
        var begin = LeadingDate().Match(document.Text.Value, passage.Span.Start, Math.Min(60, passage.Span.Length));
        return begin.Success && (claim.When is null || claim.Modality != Modality.Actual) && !(claim.When?.Earliest?.Year is { } year && begin.Groups["year"].Value == year.ToString(System.Globalization.CultureInfo.InvariantCulture) && claim.Modality != Modality.Actual);
    }

    [GeneratedRegex(@"\G\W*((early|mid|late|end of|spring|summer|autumn|fall|winter|Q[1-4]|H[12])\s+)?(\d{1,2}(st|nd|rd|th)?\.?\s+)?((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+)?(\d{1,2},\s+)?(?<year>(19|20)\d\d)([-/.]\d{1,2}){0,2}\W*(:|\||–|—| - )", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex LeadingDate();
}
