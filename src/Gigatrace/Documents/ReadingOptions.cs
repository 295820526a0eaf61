namespace Gigatrace.Documents;

/// <summary>Bounds for reading, so that one odd file cannot hold up the rest. What is over one of them is left out, with a message.</summary>
public sealed record ReadingOptions
{
    /// <summary>Elements of one page: ten times those of the longest lists that people read.</summary>
    public const int MaxElements = 300_000;

    /// <summary>Passages of one document: ten long books. What stands behind them stays in the text and is not read.</summary>
    public const int MaxPassages = 100_000;

    public static readonly ReadingOptions Default = new();

    /// <summary>
    /// Bytes of one document, unpacked: a file, a record of an archive. At most 1 GiB is sensible: a text is held as UTF-16. An archive as a whole may have
    /// any size and any number of records, since it is read as a stream.
    /// </summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many times its size something compressed may unpack to, once it is over 16 MiB; pages reach 20, zeros 1,000.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>How deep files may lie in files: an archive in gzip that holds a feed is 3.</summary>
    public int MaxContainers { get; init; } = 4;

    /// <summary>Reading one document may take so long; so may the program that reads a PDF.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Asked of the bytes of a text or page, of its title and of its path, before it is read: where none of them is wanted, the document is left. Null: all are wanted.
    /// Not asked of what may hold its words in another form (PDF, UTF-16).
    /// </summary>
    public Func<ReadOnlyMemory<byte>, bool>? Wanted { get; init; }

    /// <summary>What is read is somebody's folder of notes: a text that names no publisher and no address is a note, whatever it looks like.</summary>
    public bool Notes { get; init; }

    /// <summary>What the time is taken from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Memory for the program that reads PDFs, in bytes; held to where the system has <c>prlimit</c>.</summary>
    public long MaxPdfMemory { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The program that gives the text of a PDF, of poppler: a name to be found on the path of the system, or a whole path.</summary>
    public string PdfToText { get; init; } = "pdftotext";
}
