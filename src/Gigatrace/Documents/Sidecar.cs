using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What <c>NAME.meta.yaml</c> beside a file says of it; it wins over the file itself. Null where it says nothing.</summary>
public sealed record Sidecar
{
    /// <summary>EDTF, or a date as people write it.</summary>
    public string? Published { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? SourceKind { get; init; }

    public string? Language { get; init; }

    /// <summary>This, and where it says nothing, the other, if there is one.</summary>
    public Sidecar Over(Sidecar? other) => other is null ? this : new()
    {
        Published = Published ?? other.Published,
        Publisher = Publisher ?? other.Publisher,
        Author = Author ?? other.Author,
        Url = Url ?? other.Url,
        Title = Title ?? other.Title,
        SourceKind = SourceKind ?? other.SourceKind,
        Language = Language ?? other.Language,
    };

    /// <summary>Where the sidecar of a file is looked for.</summary>
    public static string PathFor(string path) => Path.ChangeExtension(path, null) + ".meta.yaml";

    public static Sidecar Parse(string yaml, string displayPath, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var flat = FlatYaml.Parse(yaml);
        if (flat.Fault is { } fault)
        {
            diagnostics.Add(new Diagnostic("doc.sidecar", displayPath, fault.Line, $"the sidecar is broken ({fault.Message}); what could be read of it is used"));
        }

        return new Sidecar
        {
            Published = flat.First("published", "date"),
            Publisher = flat.First("publisher"),
            Author = flat.First("author", "authors"),
            Url = flat.First("url"),
            Title = flat.First("title"),
            SourceKind = flat.First("source_kind", "kind"),
            Language = flat.First("language", "lang"),
        };
    }
}
