namespace Gigatrace.Extraction.Lexicon;

/// <summary>Towns that stand for the government that sits in them: "Ottawa pays".</summary>
internal static class Capitals
{
    /// <summary>The code of the country whose capital the word is; null for any other word.</summary>
    public static string? Country(ReadOnlySpan<char> town) => town switch
    {
        "Ottawa" => "CA",
        "Washington" => "US",
        "London" or "Whitehall" or "Westminster" => "GB",
        "Berlin" => "DE",
        "Paris" => "FR",
        "Madrid" => "ES",
        "Rome" => "IT",
        "Lisbon" => "PT",
        "Warsaw" => "PL",
        "Budapest" => "HU",
        "Bratislava" => "SK",
        "Belgrade" => "RS",
        "Stockholm" => "SE",
        "Oslo" => "NO",
        "Helsinki" => "FI",
        "Vienna" => "AT",
        "Ankara" => "TR",
        "Rabat" => "MA",
        "Tokyo" => "JP",
        "Seoul" => "KR",
        "Beijing" => "CN",
        "Delhi" => "IN",
        "Jakarta" => "ID",
        "Canberra" => "AU",
        _ => null,
    };
}
