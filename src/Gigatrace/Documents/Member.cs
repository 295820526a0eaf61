using System.Collections.Immutable;
using System.Text;

namespace Gigatrace.Documents;

/// <summary>How the bytes of a member are to be read.</summary>
internal enum MemberShape
{
    /// <summary>The content says.</summary>
    Unknown,

    /// <summary>Text or Markdown, whatever it looks like.</summary>
    Text,

    /// <summary>A web page, its text to be found among what stands around it.</summary>
    Page,

    /// <summary>HTML that is text from end to end: an entry of a feed.</summary>
    Fragment,
}

/// <summary>Something in a file that becomes a document of its own: the file itself, an entry of a feed, a mail of a mailbox, a page of an archive.</summary>
internal sealed record Member
{
    /// <summary>Names it within its file: the document's path is the file's, <c>#</c> and this. Empty where the file is the document.</summary>
    public string Key { get; init; } = "";

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public MemberShape Shape { get; init; }

    /// <summary>Declared outside the bytes; goes before what they declare themselves, not before a byte order mark or sound UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>What stands around it says of it; goes before what it says itself. A sidecar of the file goes before both.</summary>
    public Sidecar? Said { get; init; }

    /// <summary>Marks passages that are none of the text for what its place says: what a mail quotes, its signature. Gets the text and its passages; null for nothing.</summary>
    public Action<string, List<Draft>>? Mark { get; init; }

    /// <summary>Categories, beside those in the text.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Where a member of this key lies, in a file or in another member.</summary>
    public static string Within(string outer, string key) => key.Length == 0 ? outer : $"{outer}#{key}";
}
