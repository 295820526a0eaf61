using System.Collections.Immutable;
using Gigatrace.Identity;

namespace Gigatrace.App.Web;

/// <summary>From what a reader typed to what is meant, as on the command line.</summary>
internal static class Named
{
    /// <summary>The printed name of a plant: by its address, as printed, or as typed where that fits one alone.</summary>
    public static string Plant(Visit visit, string typed) => One(visit, "plants", typed, "plant", EntityKind.Plant);

    public static string Company(Visit visit, string typed) => One(visit, "companies", typed, "company", EntityKind.Organisation);

    /// <summary>Who is asked for by <c>of</c>, with their plants; empty where nobody is.</summary>
    public static ImmutableArray<string> Of(Visit visit) => visit.Query.Text("of") is { } typed ? Any(visit, typed) : [];

    private static string One(Visit visit, string folder, string typed, string what, EntityKind kind) =>
        visit.Industry.NameAt($"/{folder}/{typed}") ?? (visit.Industry.PathOf(typed)?.StartsWith($"/{folder}/", StringComparison.Ordinal) is true ? typed : Names.Exactly(visit.Asked(), typed, what, kind).Name);

    /// <summary>The printed names of whatever is meant; where it is a company, of its plants too.</summary>
    public static ImmutableArray<string> Any(Visit visit, string typed) => Names.Around(visit.Asked(), typed);
}
