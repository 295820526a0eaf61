namespace Gigatrace.Documents;

/// <summary>Where the day of publication was found, as <c>text --format jsonl</c> names it.</summary>
public enum DatePlace
{
    /// <summary>A page's description of itself for machines.</summary>
    JsonLd,

    /// <summary>A page's meta tags.</summary>
    Meta,

    /// <summary>An element of a page that is marked as a date or stands where its head does.</summary>
    Markup,

    /// <summary>A page's own address.</summary>
    Address,

    /// <summary>Words of the text: a label, a dateline, a line under the title.</summary>
    Text,

    /// <summary>The keys at the head of a note.</summary>
    FrontMatter,

    /// <summary>The file beside it.</summary>
    Sidecar,
}

public static class DatePlaces
{
    private static readonly string[] Names = ["json-ld", "meta", "markup", "address", "text", "front-matter", "sidecar"];

    public static string Name(this DatePlace place) => Names[(int)place];
}
