using System.Globalization;

namespace Gigatrace.Claims;

/// <summary>A word for what is counted: "1 picture", "9 pictures". What is no noun ("too large") is the same of one and of many.</summary>
public readonly record struct Noun(string One, string Many)
{
    /// <summary>"copy of an earlier page" and "style sheet or script" change at their nouns.</summary>
    public static Noun Of(string one) => new(one, Plural(one));

    public string For(int count) => count == 1 ? One : Many;

    /// <summary>"1 claim", "1,204 claims".</summary>
    public string Counted(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {For(count)}");

    private static string Plural(string one)
    {
        if (one.IndexOf(" or ", StringComparison.Ordinal) is > 0 and var split) return $"{Plural(one[..split])} or {Plural(one[(split + 4)..])}";
        var noun = one.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var end ? end : one.Length;
        return (one[noun - 1] == 'y' ? one[..(noun - 1)] + "ies" : one[..noun] + "s") + one[noun..];
    }
}
