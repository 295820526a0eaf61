namespace Gigatrace.Documents;

/// <summary>What an archive says of a record before its content.</summary>
internal sealed record ArchiveHead
{
    /// <summary>Of the head itself, with the empty line that ends it.</summary>
    public required int Size { get; init; }

    /// <summary>As WARC names them: response, resource, conversion, request, revisit …</summary>
    public required string Type { get; init; }

    public string? Url { get; init; }

    /// <summary>Of the record's content: a whole HTTP message, or the thing itself.</summary>
    public string? ContentType { get; init; }

    /// <summary>Of the content as the head has it; null where it has none that makes sense.</summary>
    public long? Length { get; init; }

    /// <summary>Over the content, <c>sha1:…</c>; null where none is given.</summary>
    public string? Digest { get; init; }
}

/// <summary>How the two kinds of archives write their heads.</summary>
/// <param name="Read">The head that a window starts with; null where it starts with none.</param>
/// <param name="Find">Where the first head begins in a window; negative where there is none.</param>
/// <param name="Longest">No head is longer.</param>
/// <param name="End">What stands behind the content of a record; empty where that says nothing.</param>
internal sealed record ArchiveFormat(Func<ReadOnlyMemory<byte>, ArchiveHead?> Read, Func<ReadOnlyMemory<byte>, int> Find, int Longest, ReadOnlyMemory<byte> End);
