namespace Gigatrace.Extraction.Attachment;

/// <summary>What attachment needs to know of each predicate of the claim vocabulary.</summary>
internal static class Predicates
{
    /// <summary>Its subject is always a company.</summary>
    public static bool OfCompany(string predicate) => predicate is "stake" or "parent" or "partnership" or "founded" or "market_share" or "headquarters" or "rank" or "competitor" or "insolvency";

    /// <summary>Its subject is a plant, or a company where the text speaks of no plant.</summary>
    public static bool AllowsCompany(string predicate) => predicate is "capacity" or "jobs" or "funding" or "supplies" or "chemistry" or "acquired";

    public static bool NeedsObject(string predicate) => predicate is "supplies" or "parent" or "partnership" or "acquired" or "role" or "competitor" or "operator";

    /// <summary>A number that hangs on whether the plant runs.</summary>
    public static bool IsFigure(string predicate) => predicate is "capacity" or "vehicles" or "jobs" or "investment" or "funding" or "supplies" or "chemistry";

    public static string? UnitOf(string predicate) => predicate switch
    {
        "capacity" => "GWh/yr",
        "vehicles" => "EV/yr",
        "stake" or "market_share" => "percent",
        _ => null,
    };
}
