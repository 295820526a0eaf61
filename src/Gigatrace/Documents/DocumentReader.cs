using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>
/// A file to documents. What a file is, its content says; most hold one document, a feed, mailbox or archive holds many. To read
/// a further kind: its reader, and its line in <see cref="ContentKinds"/>.
/// </summary>
public static class DocumentReader
{
    /// <summary>
    /// What came of a file and the sidecar beside it, one reading a document, as they come: an archive is never held whole. Always at least
    /// one; what cannot be read gives no document and a diagnostic.
    /// </summary>
    public static IEnumerable<Reading> Read(InputFile file, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ReadFile(file, options ?? ReadingOptions.Default);
    }

    /// <summary>The same for a stream that can seek, from its start; it stays open.</summary>
    public static IEnumerable<Reading> Read(Stream stream, string displayPath, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(displayPath);
        return ReadStream(stream, displayPath, null, options ?? ReadingOptions.Default, []);
    }

    /// <summary>Bytes of one text, Markdown file or page to its document.</summary>
    public static Reading Parse(ReadOnlyMemory<byte> bytes, string displayPath, Sidecar? sidecar = null, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(displayPath);
        return ReadMember(new Member { Bytes = bytes }, 1, displayPath, sidecar, options ?? ReadingOptions.Default);
    }

    private static IEnumerable<Reading> ReadFile(InputFile file, ReadingOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        using var stream = Open(file.Path, file.DisplayPath, diagnostics.Add);
        if (stream is null)
        {
            yield return new Reading(null, [.. diagnostics]);
            yield break;
        }

        var sidecar = SidecarOf(file.Path, file.DisplayPath, diagnostics);
        foreach (var reading in ReadStream(stream, file.DisplayPath, sidecar, options, diagnostics)) yield return reading;
    }

    /// <param name="diagnostics">What is known already; goes with the first reading.</param>
    private static IEnumerable<Reading> ReadStream(Stream stream, string displayPath, Sidecar? sidecar, ReadingOptions options, List<Diagnostic> diagnostics)
    {
        var given = 0;
        var names = new MemberNames();
        foreach (var member in ContentKinds.Open(stream, displayPath, options, diagnostics.Add))
        {
            given++;
            if (diagnostics.FindAll(said => said.Skipped) is { Count: > 0 } skipped)
            {
                yield return new Reading(null, [.. skipped]);
                diagnostics.RemoveAll(skipped.Contains);
            }

            var reading = ReadMember(member with { Key = names.Unique(member.Key) }, given, displayPath, sidecar, options);
            yield return diagnostics.Count == 0 ? reading : reading with { Diagnostics = [.. diagnostics, .. reading.Diagnostics] };
            diagnostics.Clear();
        }

        if (given > 0 && diagnostics.Count == 0) yield break;
        if (diagnostics.Count == 0) diagnostics.Add(new Diagnostic("doc.empty", displayPath, null, "the file is empty", Skipped: true));
        yield return new Reading(null, [.. diagnostics]);
    }

    private static Reading ReadMember(Member member, int number, string displayPath, Sidecar? sidecar, ReadingOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var path = Member.Within(displayPath, member.Key);
        if (member.Bytes.Length > options.MaxBytes) return new Reading(null, [TooLarge(path, member.Bytes.Length, options)]);
        if (options.Wanted is { } wanted && IsLeft(member, path, sidecar, wanted)) return new Reading(null, []) { IsLeft = true };
        if (InTime(member, path, options, diagnostics) is not { } draft) return new Reading(null, [.. diagnostics]);
        member.Mark?.Invoke(draft.Text.Value, draft.Passages);
        if (!member.Tags.IsEmpty) draft = draft with { Tags = [.. draft.Tags, .. member.Tags] };
        if (draft.Passages.Count >= ReadingOptions.MaxPassages) diagnostics.Add(new Diagnostic("doc.passages", path, null, $"it has more than {ReadingOptions.MaxPassages} passages; the rest is not read"));
        if (draft.Passages.Count == 0 && draft.Own is null) diagnostics.Add(new Diagnostic("doc.nothing", path, null, "no prose, list or table was found in it"));
        var said = sidecar?.Over(member.Said) ?? member.Said;
        var name = Path.GetFileNameWithoutExtension(GzipFile.Bare(displayPath)) + (member.Key.Length == 0 ? "" : $"#{number}");
        return new Reading(Finish(draft, name, Identity(draft.Own is { } own ? Encoding.UTF8.GetBytes(own) : member.Bytes.Span, path, said), path, said, diagnostics), [.. diagnostics]);
    }

    private static bool IsLeft(Member member, string path, Sidecar? sidecar, Func<ReadOnlyMemory<byte>, bool> wanted)
    {
        var bytes = member.Bytes.Span;
        if (wanted(member.Bytes) || bytes.IsEmpty || bytes.Contains((byte)0) || PdfText.Is(bytes) || Decoding.Binary(bytes) is not null) return false;
        return !wanted(Encoding.UTF8.GetBytes($"{path} {sidecar?.Title} {member.Said?.Title}"));
    }

    private static DraftDocument? InTime(Member member, string path, ReadingOptions options, List<Diagnostic> diagnostics)
    {
        using var late = new CancellationTokenSource(options.MaxTime, options.Clock);
        try
        {
            return Draft(member, path, options, diagnostics, late.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            diagnostics.Add(TooSlow(path, options));
            return null;
        }
        catch (InvalidDataException e)
        {
            diagnostics.Add(new Diagnostic("doc.html", path, null, e.Message, Skipped: true));
            return null;
        }
    }

    private static DraftDocument? Draft(Member member, string path, ReadingOptions options, List<Diagnostic> diagnostics, CancellationToken late)
    {
        var bytes = member.Bytes.Span;
        if (member.Shape == MemberShape.Unknown && PdfText.Is(bytes))
        {
            return PdfText.Read(member.Bytes, path, options, diagnostics, late) is { } printed ? PdfBlocks.Read(printed, late) : null;
        }

        var text = Decoding.Decode(bytes, path, diagnostics.Add, member.Encoding ?? WebPage.DeclaredEncoding(bytes));
        if (text is null) return null;
        if (string.IsNullOrWhiteSpace(text))
        {
            diagnostics.Add(new Diagnostic("doc.empty", path, null, member.Key.Length == 0 ? "the file is empty" : "there is nothing in it", Skipped: true));
            return null;
        }

        if (TextDocument.IsTemplate(text, path))
        {
            diagnostics.Add(new Diagnostic("doc.template", path, null, "a template for notes, with its places still to be filled in", Skipped: true));
            return null;
        }

        if (!(member.Shape == MemberShape.Unknown ? WebPage.Is(text, path) : member.Shape is MemberShape.Page or MemberShape.Fragment)) return TextDocument.Read(text, path, diagnostics, member.Said?.Title, options.Notes, late);
        if (!WebPage.IsTooDeep(text)) return member.Shape == MemberShape.Fragment ? WebPage.ReadFragment(text, member.Said?.Title, late) : WebPage.Read(text, path, diagnostics, late);
        diagnostics.Add(new Diagnostic("doc.html", path, null, "its elements are nested too deeply for a page", Skipped: true));
        return null;
    }

    private static Document Finish(DraftDocument draft, string name, string id, string displayPath, Sidecar? sidecar, List<Diagnostic> diagnostics)
    {
        var publisher = sidecar?.Publisher ?? draft.Publisher;
        var beside = Date(sidecar?.Published, displayPath, diagnostics);
        var published = beside ?? Date(draft.Published, displayPath, diagnostics);
        ImmutableArray<Passage> passages = [.. draft.Passages.Select(p => p.ToPassage())];
        return new Document
        {
            Id = id,
            Name = name,
            Path = displayPath.Replace('\\', '/'),
            Text = draft.Text,
            Passages = passages,
            Stories = Story.Of(draft.Text, passages, published),
            Url = sidecar?.Url ?? draft.Url,
            Title = sidecar?.Title ?? draft.Title,
            Author = sidecar?.Author ?? draft.Author,
            Publisher = publisher,
            Published = published,
            IsPartial = diagnostics.Exists(said => said.Id == "doc.partial"),
            IsSponsored = diagnostics.Exists(said => said.Id == "doc.sponsored"),
            PublishedFrom = beside is not null ? DatePlace.Sidecar : published is null ? null : draft.PublishedFrom,
            Updated = Date(draft.Updated, displayPath, diagnostics),
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

    /// <summary>Null, and a message, where it is no file that can be read; a pipe or device is none, and would never end.</summary>
    internal static FileStream? Open(string path, string displayPath, Action<Diagnostic> report)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                report(new Diagnostic("doc.empty", displayPath, null, "the file is empty", Skipped: true));
                return null;
            }

            return new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan });
        }
        catch (FileNotFoundException)
        {
            report(new Diagnostic("doc.missing", displayPath, null, "no such file", Skipped: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            report(new Diagnostic("doc.unreadable", displayPath, null, "the file cannot be read: " + InputFiles.Reason(e), Skipped: true));
        }

        return null;
    }

    /// <summary>The text of a file that is no document; null, and a message, where there is none.</summary>
    internal static string? TextOf(string path, string displayPath, long maxBytes, Action<Diagnostic> report)
    {
        using var stream = Open(path, displayPath, report);
        var bytes = stream is null ? null : ContentKinds.Bytes(stream, displayPath, new ReadingOptions { MaxBytes = maxBytes }, report);
        return bytes is null ? null : Decoding.Decode(bytes, displayPath, report);
    }

    private static Sidecar? SidecarOf(string path, string displayPath, List<Diagnostic> diagnostics)
    {
        var beside = Sidecar.PathFor(path);
        if (!File.Exists(beside)) return null;
        var display = Sidecar.PathFor(displayPath);
        // A sidecar that cannot be read leaves out what it says, not the document.
        var yaml = TextOf(beside, display, 256 * 1024, problem => diagnostics.Add(problem with { Skipped = false }));
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

    internal static Diagnostic TooSlow(string displayPath, ReadingOptions options) =>
        new("doc.slow", displayPath, null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reading it takes longer than {options.MaxTime.TotalSeconds:0.#} s; it was given up"), Skipped: true);

    internal static Diagnostic TooLarge(string displayPath, long length, ReadingOptions options) =>
        new("doc.too-large", displayPath, null, Large(length, options), Skipped: true);

    internal static string Large(long length, ReadingOptions options) => $"{Size(length)} is over the limit of {Size(options.MaxBytes)}";

    internal static string Size(long bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{(bytes >= 1 << 20 ? bytes / 1048576.0 : bytes >= 1024 ? bytes / 1024.0 : bytes):0.#} {(bytes >= 1 << 20 ? "MiB" : bytes >= 1024 ? "KiB" : "bytes")}");
}
