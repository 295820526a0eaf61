namespace Gigatrace.Claims;

/// <summary>How a statement is meant. Ordered from what is so to what is not to be.</summary>
public enum Modality
{
    Actual,
    Planned,
    Possible,
    Rumoured,
    Denied,
}

public static class Modalities
{
    private static readonly string[] Names = ["actual", "planned", "possible", "rumoured", "denied"];

    public static string Name(this Modality modality) => Names[(int)modality];

    public static Modality? Find(string? name) => Array.IndexOf(Names, name) is >= 0 and var at ? (Modality)at : null;
}
