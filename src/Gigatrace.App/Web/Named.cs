using System.Collections.Immutable;

namespace Gigatrace.App.Web;

/// <summary>From what a reader typed to what is meant, as on the command line.</summary>
internal static class Named
{
    /// <summary>The printed names of whatever is meant; where it is a company, of its plants too.</summary>
    public static ImmutableArray<string> Any(Visit visit, string typed) => Names.Around(visit.Asked(), typed);
}
