using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Bytes to <see cref="Document"/>: text, Markdown and web pages. What a file is, its content says.</summary>
public static class DocumentReader
{
    /// <summary>Reads a file and the sidecar beside it. What cannot be read gives no document and a diagnostic.</summary>
    public static Reading Read(string path, string displayPath, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= ReadingOptions.Default;
        var diagnostics = new List<Diagnostic>();
        if (Bytes(path, displayPath, options, diagnostics) is not { } bytes) return new Reading(null, [.. diagnostics]);
        var reading = Parse(bytes, displayPath, SidecarOf(path, displayPath, diagnostics), options);
        return diagnostics.Count == 0 ? reading : reading with { Diagnostics = [.. diagnostics, .. reading.Diagnostics] };
    }

    /// <summary>The same for bytes that are at hand.</summary>
    public static Reading Parse(ReadOnlyMemory<byte> bytes, string displayPath, Sidecar? sidecar = null, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(displayPath);
        options ??= ReadingOptions.Default;
        var diagnostics = new List<Diagnostic>();
        if (bytes.Length > options.MaxBytes) return new Reading(null, [TooLarge(displayPath, bytes.Length, options)]);
        var text = Decoding.Decode(bytes.Span, displayPath, diagnostics, WebPage.DeclaredEncoding(bytes.Span));
        if (text is null) return new Reading(null, [.. diagnostics]);
        if (string.IsNullOrWhiteSpace(text)) return new Reading(null, [.. diagnostics, new Diagnostic("doc.empty", displayPath, null, "the file is empty", Skipped: true)]);
        var page = WebPage.Is(text, displayPath);
        if (page && WebPage.IsTooDeep(text)) return new Reading(null, [.. diagnostics, new Diagnostic("doc.html", displayPath, null, "its elements are nested too deeply for a page", Skipped: true)]);
        var draft = page ? WebPage.Read(text, displayPath, diagnostics) : TextDocument.Read(text, displayPath, diagnostics);
        if (draft.Passages.Count == 0)
        {
            diagnostics.Add(new Diagnostic("doc.nothing", displayPath, null, "no prose, list or table was found in it"));
        }

        return new Reading(Finish(draft, Identity(bytes.Span, displayPath, sidecar), displayPath, sidecar, diagnostics), [.. diagnostics]);
    }

    private static Document Finish(DraftDocument draft, string id, string displayPath, Sidecar? sidecar, List<Diagnostic> diagnostics)
    {
        var publisher = sidecar?.Publisher ?? draft.Publisher;
        return new Document
        {
            Id = id,
            Name = Path.GetFileNameWithoutExtension(displayPath),
            Path = displayPath.Replace('\\', '/'),
            Text = draft.Text,
            Passages = [.. draft.Passages.Select(p => p.ToPassage())],
            Url = sidecar?.Url ?? draft.Url,
            Title = sidecar?.Title ?? draft.Title,
            Author = sidecar?.Author ?? draft.Author,
            Publisher = publisher,
            Published = Date(sidecar?.Published, displayPath, diagnostics) ?? Date(draft.Published, displayPath, diagnostics),
            SourceKind = SourceKindGuess.Named(sidecar?.SourceKind) ?? SourceKindGuess.Named(draft.NamedKind) ?? SourceKindGuess.OfPublisher(publisher) ?? draft.GuessedKind,
            Language = sidecar?.Language ?? draft.Language,
            Aliases = draft.Aliases,
            Tags = draft.Tags,
        };
    }

    private static When? Date(string? written, string displayPath, List<Diagnostic> diagnostics)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var edtf = HeaderDate.Find(written.AsSpan(0, Math.Min(written.Length, 100)))?.Edtf ?? written.Trim();
        if (DateOnly.TryParseExact(edtf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)) return When.Day(day);
        if (When.TryParse(edtf, out var when)) return when;
        diagnostics.Add(new Diagnostic("doc.date", displayPath, null, $"\"{written.Trim().ReplaceLineEndings(" ")}\" is no date that can be read; the document counts as undated"));
        return null;
    }

    private static byte[]? Bytes(string path, string displayPath, ReadingOptions options, List<Diagnostic> diagnostics)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length <= options.MaxBytes) return File.ReadAllBytes(path);
            diagnostics.Add(TooLarge(displayPath, length, options));
        }
        catch (FileNotFoundException)
        {
            diagnostics.Add(new Diagnostic("doc.missing", displayPath, null, "no such file", Skipped: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            diagnostics.Add(new Diagnostic("doc.unreadable", displayPath, null, "the file cannot be read: " + InputFiles.Reason(e), Skipped: true));
        }

        return null;
    }

    private static Sidecar? SidecarOf(string path, string displayPath, List<Diagnostic> diagnostics)
    {
        var beside = Sidecar.PathFor(path);
        if (!File.Exists(beside)) return null;
        var found = new List<Diagnostic>();
        var display = Sidecar.PathFor(displayPath);
        var bytes = Bytes(beside, display, new ReadingOptions { MaxBytes = 256 * 1024 }, found);
        var yaml = bytes is null ? null : Decoding.Decode(bytes, display, found);
        // A sidecar that cannot be read leaves out what it says, not the document.
        diagnostics.AddRange(found.Select(d => d with { Skipped = false }));
        return yaml is null ? null : Sidecar.Parse(yaml, display, diagnostics);
    }

    /// <summary>Over content, path, and what the sidecar says: a date given later makes a new version.</summary>
    private static string Identity(ReadOnlySpan<byte> bytes, string displayPath, Sidecar? sidecar)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes);
        hash.AppendData("\0"u8);
        hash.AppendData(Encoding.UTF8.GetBytes(displayPath.Replace('\\', '/')));
        if (sidecar is not null) hash.AppendData(Encoding.UTF8.GetBytes("\0" + sidecar));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static Diagnostic TooLarge(string displayPath, long length, ReadingOptions options) =>
        new("doc.too-large", displayPath, null, $"{Size(length)} is over the limit of {Size(options.MaxBytes)}", Skipped: true);

    private static string Size(long bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{(bytes >= 1 << 20 ? bytes / 1048576.0 : bytes >= 1024 ? bytes / 1024.0 : bytes):0.#} {(bytes >= 1 << 20 ? "MiB" : bytes >= 1024 ? "KiB" : "bytes")}");
}
