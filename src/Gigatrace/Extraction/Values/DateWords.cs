namespace Gigatrace.Extraction.Values;

/// <summary>The words of dates.</summary>
internal static class DateWords
{
    /// <summary>Nouns of things: a number of four digits before one is a count, not a year.</summary>
    private static readonly HashSet<string> Things = new(StringComparer.OrdinalIgnoreCase)
    {
        "employees", "jobs", "people", "persons", "workers", "staff", "employments", "positions", "engineers", "apprentices", "graduates", "students", "residents", "inhabitants",
        "vehicles", "cars", "units", "trucks", "buses", "vans", "motorcycles", "scooters", "packs", "cells", "modules", "batteries", "systems", "containers", "homes", "households",
        "houses", "customers", "suppliers", "companies", "patents", "stations", "chargers", "shares", "cycles", "robots", "machines", "places", "direct", "indirect", "permanent",
        "new", "additional", "square", "skilled", "full", "construction", "electric", "EVs", "EV", "roles", "posts", "specialists", "scientists", "researchers", "hires",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ThingLookup = Things.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        string[] months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        string[] shortMonths = ["jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec"];
        string[] days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        string[] shortDays = ["mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"];
        for (var at = 0; at < 12; at++)
        {
            yield return (months[at], new Lexeme { Month = at + 1, NeedsNumber = months[at] is "march" or "may" });
            yield return (shortMonths[at], new Lexeme { Month = at + 1, NeedsNumber = true });
        }

        for (var at = 0; at < 7; at++)
        {
            yield return (days[at], new Lexeme { Weekday = at + 1 });
            yield return (shortDays[at], new Lexeme { Weekday = at + 1, NeedsNumber = true });
        }

        yield return ("spring springtime", new Lexeme { Season = 1 });
        yield return ("summer", new Lexeme { Season = 2 });
        yield return ("autumn fall", new Lexeme { Season = 3 });
        yield return ("winter", new Lexeme { Season = 4 });
        yield return ("early beginning start", new Lexeme { Third = 1 });
        yield return ("mid middle", new Lexeme { Third = 2 });
        yield return ("late end close", new Lexeme { Third = 3 });
        yield return ("today", new Lexeme { DayShift = 0 });
        yield return ("tomorrow tmrw", new Lexeme { DayShift = 1 });
        yield return ("yesterday", new Lexeme { DayShift = -1 });
        yield return ("last past previous", new Lexeme { Shift = -1 });
        yield return ("this current", new Lexeme { Shift = 0 });
        yield return ("next coming upcoming", new Lexeme { Shift = 1 });
        yield return ("few couple year earlier later following final date", new Lexeme());
        for (var at = 1; at <= 4; at++) yield return ($"q{at}", new Lexeme { NumberOfPeriod = at, Period = Period.Quarter });
        for (var at = 1; at <= 2; at++) yield return ($"h{at}", new Lexeme { NumberOfPeriod = at, Period = Period.Half });
    }

    public static bool IsThing(ReadOnlySpan<char> word) => ThingLookup.Contains(word);
}
