namespace Gigatrace.Claims;

/// <summary>What sort of publisher speaks, best first: the order in which sources count when they disagree.</summary>
public enum SourceKind
{
    /// <summary>A filing with an authority or an exchange.</summary>
    Filing,

    /// <summary>A list that an authority or a trade body keeps and publishes again and again as a whole.</summary>
    Register,

    /// <summary>A company's or an authority's own release.</summary>
    Release,

    /// <summary>An independent report: news agency, newspaper, trade paper.</summary>
    News,

    /// <summary>A blog, a newsletter, a round-up.</summary>
    Blog,

    /// <summary>Not said and not to be told from the text.</summary>
    Unknown,

    /// <summary>Somebody's private note.</summary>
    Note,
}

public static class SourceKinds
{
    private static readonly string[] Names = ["filing", "register", "release", "news", "blog", "unknown", "note"];

    public static string Name(this SourceKind kind) => Names[(int)kind];

    public static SourceKind? Find(string? name) => Array.IndexOf(Names, name) is >= 0 and var at ? (SourceKind)at : null;
}
