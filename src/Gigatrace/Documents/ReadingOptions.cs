namespace Gigatrace.Documents;

/// <summary>Bounds for reading, so that one odd file cannot hold up the rest.</summary>
public sealed record ReadingOptions
{
    public static readonly ReadingOptions Default = new();

    /// <summary>Files larger than this are skipped with a message. At most 1 GiB is sensible: a text is held as UTF-16.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;
}
