namespace Gigatrace.Documents;

/// <summary>Month names of the languages that dates at the head of a document come in.</summary>
internal static class Months
{
    private static readonly Dictionary<string, int> Names = Build(
        "january jan januar jänner janvier janv enero ene gennaio gen januari janeiro styczeń stycznia",
        "february feb februar février fevrier févr fév febrero febbraio febbr februari fevereiro luty lutego",
        "march mar märz mrz maerz mars marzo maart mrt março marco marca",
        "april apr avril avr abril abr aprile kwietnia",
        "may mai mayo maggio mag mei maio maja",
        "june jun juni juin junio giugno giu junho czerwca",
        "july jul juli juillet juil julio luglio lug julho lipca",
        "august aug août aout agosto ago augustus augusti sierpnia",
        "september sep sept septembre septiembre settembre set septembro września",
        "october oct oktober okt octobre octubre ottobre ott outubro października",
        "november nov novembre noviembre novembro listopada",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia");

    /// <summary>1 to 12; 0 where the word names no month.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 12) return 0;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var month) ? month : 0;
    }

    /// <summary>The text starts with a month's name.</summary>
    public static bool Starts(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return Find(text[..end]) > 0;
    }

    private static Dictionary<string, int> Build(params ReadOnlySpan<string> months)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < months.Length; month++)
        {
            foreach (var name in months[month].Split(' ')) names.TryAdd(name, month + 1);
        }

        return names;
    }
}
