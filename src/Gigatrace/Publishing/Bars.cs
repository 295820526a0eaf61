namespace Gigatrace.Publishing;

/// <summary>Horizontal bars of Unicode blocks, an eighth of a column fine. They are text: no colour, the same on a terminal and in a pipe.</summary>
public static class Bars
{
    private const string Eighths = "▏▎▍▌▋▊▉";

    /// <param name="most">What fills the width; what is above 0 shows an eighth at least.</param>
    /// <param name="width">In columns.</param>
    /// <returns>Empty for nothing.</returns>
    public static string Of(decimal amount, decimal most, int width = 32)
    {
        if (amount <= 0 || most <= 0) return "";
        var eighths = Math.Max(1, (int)Math.Round(Math.Min(amount / most, 1) * width * 8, MidpointRounding.AwayFromZero));
        return new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : Eighths[eighths % 8 - 1]);
    }
}
