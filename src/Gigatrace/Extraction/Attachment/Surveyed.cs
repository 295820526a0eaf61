namespace Gigatrace.Extraction.Attachment;

/// <summary>What the first reading of a text learned.</summary>
/// <param name="Ventures">Who has joined with whom.</param>
/// <param name="Plants">Who has works where.</param>
/// <param name="Main">The maker of cells that the text is about; null where it is about several or none.</param>
/// <param name="Others">Where something else is made.</param>
/// <param name="Takeovers">Who buys whose works.</param>
/// <param name="SpeaksOfOld">It calls a works the existing one, so that there is a new one beside it.</param>
/// <param name="IsOfSecond">It is about the second works at its site.</param>
internal sealed record Surveyed(Ventures Ventures, List<Plant> Plants, string? Main, OtherTowns Others, Takeovers Takeovers, bool SpeaksOfOld, bool IsOfSecond);
