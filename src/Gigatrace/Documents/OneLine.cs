namespace Gigatrace.Documents;

/// <summary>Words of a head, as titles, names and labels are kept.</summary>
internal static class OneLine
{
    /// <summary>On one line, single spaces; null where nothing is left.</summary>
    public static string? Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
