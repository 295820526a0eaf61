using System.CommandLine;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Verbs.Exports;

/// <summary>--authority: in whose name what has no address is named.</summary>
internal sealed class AuthorityOption : Option<TagUris>
{
    public AuthorityOption()
        : base("--authority")
    {
        Description = $"In whose name things without an address are named (RFC 4151): a domain of yours, a comma, and a year in which it was yours. Default: {TagUris.Nobody}, nobody's.";
        HelpName = "DOMAIN,YEAR";
        DefaultValueFactory = _ => TagUris.Of(TagUris.Nobody)!;
        CustomParser = result =>
        {
            if (TagUris.Of(result.Tokens[0].Value) is { } tags) return tags;
            result.AddError($"'{result.Tokens[0].Value}' is no authority; write example.org,2026");
            return null;
        };
    }
}
