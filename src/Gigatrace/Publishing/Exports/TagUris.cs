using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Gigatrace.Publishing.Exports;

/// <summary>Names that stay for what has no address (RFC 4151): <c>tag:example.org,2026:claim/c7f1…</c>. Made of the ledger's own ids, so the same thing keeps its name.</summary>
public sealed partial class TagUris
{
    /// <summary>Of nobody: a domain that can never be had.</summary>
    public const string Nobody = "gigatrace.invalid,2026";

    private readonly string _authority;

    private TagUris(string authority) => _authority = authority;

    /// <summary>Null for what is no authority: a domain or address that one has, a comma, and a day, month or year on which one had it.</summary>
    public static TagUris? Of(string authority) => Authority().IsMatch(authority) ? new TagUris(authority) : null;

    public string Term => $"tag:{_authority}:term/";

    /// <param name="kind">claim, document, change, feed.</param>
    /// <param name="id">Written as it is where a URI may hold it.</param>
    public string For(string kind, string id) => $"tag:{_authority}:{kind}/{Uri.EscapeDataString(id)}";

    /// <summary>For what has no id of its own: 16 hex digits over what tells it from others.</summary>
    public string ForParts(string kind, params IEnumerable<string?> parts) =>
        For(kind, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16]);

    [GeneratedRegex(@"^([a-z0-9._-]+@)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Authority();
}
