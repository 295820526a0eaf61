using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction;

namespace Gigatrace.Tests.Extraction;

/// <summary>Claims of a text given in a test; the built-in knowledge is loaded once for all of them.</summary>
internal static class ClaimsOf
{
    private static readonly Lazy<Extractor> BuiltIn = new(() => Extractor.Create());

    public static Extractor Extractor => BuiltIn.Value;

    /// <summary>Those of one predicate, in text order.</summary>
    /// <param name="file">Its ending says what the text is, as a file's does.</param>
    public static IEnumerable<Claim> Text(string text, string predicate, string file = "text.txt") =>
        Extractor.Extract(DocumentReader.Parse(Encoding.UTF8.GetBytes(text), file).Document.ShouldNotBeNull()).Claims.Where(claim => claim.Predicate == predicate);
}
