using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Exchange;

/// <summary>A document that does not come from <see cref="DocumentReader"/>: a table, a note that a person enters, the source of claims from elsewhere.</summary>
internal static class NewDocument
{
    /// <param name="facts">What beside text and path makes it another document: publisher, date, address.</param>
    public static Document Of(string name, string path, string text, params IEnumerable<string?> facts) => new()
    {
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{string.Join('\n', facts)}\n{text}")).AsSpan(0, 8)),
        Name = name,
        Path = path,
        Text = new SourceText(text),
        Passages = [],
    };
}
