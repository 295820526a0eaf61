using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Ledger.Storage;

/// <summary>Rows to records and back: the columns of each table in one place.</summary>
internal static class LedgerRows
{
    public const string DocumentColumns = "d.id, d.name, d.path, d.url, d.title, d.author, d.publisher, d.published, d.source_kind, d.language, d.aliases, d.tags, d.text";

    public const string PassageColumns = "p.start, p.\"end\", p.kind, p.level, p.story, p.ai_generated, p.boilerplate, p.cells, p.header, p.in_table";

    public const string ClaimColumns = """
        c.id, d.id, d.name, d.path, d.url, d.publisher, d.source_kind, d.published, c.subject, c.part, c.predicate, c.value_low, c.value_high, c.value_word, c.unit,
        c.object, c.kind, c.basis, c.qualifier, c.product, c.level, c.region, c.models, c.holds_when, c.modality, c.attribution, c.ai_generated, c.as_written, c.quote,
        c.start, c."end", c.rule
        """;

    /// <summary>How many columns those are.</summary>
    public const int ClaimColumnCount = 32;

    /// <summary>Of <c>judgements j</c>; <c>@until</c> says what counts as taken back.</summary>
    public const string JudgementColumns = """
        j.id, j.verdict, j.first, j.second, j.reason, j.by_whom, j.recorded,
        CASE WHEN EXISTS (SELECT 1 FROM withdrawals w WHERE w.judgement = j.id AND w.recorded <= @until) THEN 1 ELSE 0 END
        """;

    /// <summary>As a ledger was at an instant; null for now. Wherever <see cref="LedgerSchema.Counted"/> is asked for.</summary>
    public static (string, object?) Until(DateTimeOffset? recordedBy) => ("@until", Instant(recordedBy ?? DateTimeOffset.MaxValue));

    public static readonly Table Documents = new(
        "documents", "row", "id", "name", "path", "url", "title", "author", "publisher", "published", "source_kind", "language", "aliases", "tags", "text", "recorded");

    public static readonly Table Passages = new(
        "passages", "document", "number", "start", "end", "kind", "level", "story", "ai_generated", "boilerplate", "cells", "header", "in_table");

    public static readonly Table Signatures = new("signatures", "document", "prints");

    public static readonly Table Readings = new("readings", "row", "document", "program_version", "recorded");

    public static readonly Table Claims = new(
        "claims", "row", "reading", "id", "subject", "part", "predicate", "value_low", "value_high", "value_word", "unit", "object", "kind", "basis", "qualifier", "product", "level",
        "region", "models", "holds_when", "modality", "attribution", "ai_generated", "as_written", "quote", "start", "end", "rule");

    /// <summary>A row of <see cref="Documents"/>.</summary>
    public static object?[] Of(Document document, long row, string recorded) =>
    [
        row, document.Id, document.Name, document.Path, document.Url, document.Title, document.Author, document.Publisher, document.Published?.Edtf, document.SourceKind.Name(),
        document.Language, List(document.Aliases), List(document.Tags), document.Text.Value, recorded,
    ];

    /// <summary>A row of <see cref="Passages"/>.</summary>
    public static object?[] Of(Passage passage, long document, int number) =>
    [
        document, number, passage.Span.Start, passage.Span.End, passage.Kind.ToString(), passage.Level, passage.Story, passage.AiGenerated ? 1 : 0, passage.Boilerplate ? 1 : 0,
        Spans(passage.Cells), Spans(passage.Header), passage.Table,
    ];

    /// <summary>A row of <see cref="Claims"/>.</summary>
    public static object?[] Of(Claim claim, long row, long reading) =>
    [
        row, reading, claim.Id, claim.Subject, claim.Part, claim.Predicate, Low(claim.Value), High(claim.Value), (claim.Value as ClaimValue.Text)?.Word, claim.Unit, claim.Object,
        claim.Kind, claim.Basis, claim.Qualifier, claim.Product, claim.Level, claim.Region, List(claim.Models), claim.When?.Edtf, claim.Modality.Name(), claim.Attribution,
        claim.AiGenerated ? 1 : 0, claim.AsWritten, claim.Quote, claim.Start, claim.End, claim.Rule,
    ];

    public static Source Source(Row row) => new(row.Text(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), Time(row, 5), SourceKinds.Find(row.Text(6)) ?? SourceKind.Unknown, row.Int(8));

    /// <summary>Expects <see cref="DocumentColumns"/> first.</summary>
    public static Document Document(Row row, ImmutableArray<Passage> passages)
    {
        var text = new SourceText(row.Text(12));
        return new Document
        {
            Id = row.Text(0),
            Name = row.Text(1),
            Path = row.Text(2),
            Url = row.TextOrNull(3),
            Title = row.TextOrNull(4),
            Author = row.TextOrNull(5),
            Publisher = row.TextOrNull(6),
            Published = Time(row, 7),
            SourceKind = SourceKinds.Find(row.Text(8)) ?? SourceKind.Unknown,
            Language = row.TextOrNull(9),
            Aliases = List(row.Text(10)),
            Tags = List(row.Text(11)),
            Text = text,
            Passages = passages,
            Stories = Story.Of(text, passages, Time(row, 7)),
        };
    }

    /// <summary>Expects id, path, publisher and publication date from a column on. Its signature is not loaded.</summary>
    public static Signed Unsigned(Row row, int at) => new(row.Text(at), row.Text(at + 1), row.TextOrNull(at + 2), Time(row, at + 3), new Signature([]));

    /// <summary>Expects id, path, publisher, publication date and signature.</summary>
    public static Signed Signed(Row row) => new(row.Text(0), row.Text(1), row.TextOrNull(2), Time(row, 3), Signature.FromBytes(row.Bytes(4)));

    /// <summary>Expects <see cref="PassageColumns"/>.</summary>
    public static Passage Passage(Row row) => new()
    {
        Span = new Span(row.Int(0), row.Int(1)),
        Kind = Enum.Parse<PassageKind>(row.Text(2)),
        Level = row.Int(3),
        Story = row.Int(4),
        AiGenerated = row.Int(5) != 0,
        Boilerplate = row.Int(6) != 0,
        Cells = Spans(row.Text(7)),
        Header = Spans(row.Text(8)),
        Table = row.Int(9),
    };

    /// <summary>Expects <see cref="ClaimColumns"/>.</summary>
    public static Claim Claim(Row row) => new()
    {
        Id = row.Text(0),
        DocumentId = row.Text(1),
        Doc = row.Text(2),
        Path = row.Text(3),
        Url = row.TextOrNull(4),
        Publisher = row.TextOrNull(5),
        SourceKind = SourceKinds.Find(row.Text(6)) ?? SourceKind.Unknown,
        Published = Time(row, 7),
        Subject = row.Text(8),
        Part = row.TextOrNull(9),
        Predicate = row.Text(10),
        Value = Value(row.TextOrNull(11), row.TextOrNull(12), row.TextOrNull(13)),
        Unit = row.TextOrNull(14),
        Object = row.TextOrNull(15),
        Kind = row.TextOrNull(16),
        Basis = row.TextOrNull(17),
        Qualifier = row.TextOrNull(18),
        Product = row.TextOrNull(19),
        Level = row.TextOrNull(20),
        Region = row.TextOrNull(21),
        Models = List(row.Text(22)),
        When = Time(row, 23),
        Modality = Modalities.Find(row.Text(24)) ?? Modality.Actual,
        Attribution = row.TextOrNull(25),
        AiGenerated = row.Int(26) != 0,
        AsWritten = row.TextOrNull(27),
        Quote = row.Text(28),
        Start = row.Int(29),
        End = row.Int(30),
        Rule = row.Text(31),
    };

    /// <summary>Expects <see cref="JudgementColumns"/>.</summary>
    public static Judgement Judgement(Row row) =>
        new(row.Text(0), Enum.Parse<Verdict>(row.Text(1)), row.Text(2), row.TextOrNull(3), row.Text(4), row.Text(5), Instant(row.Text(6)), row.Int(7) != 0);

    /// <summary>UTC to the millisecond; earlier instants sort before later ones.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static When? Time(Row row, int column) => When.TryParse(row.TextOrNull(column), out var when) ? when : null;

    private static ClaimValue? Value(string? low, string? high, string? word)
    {
        if (word is not null) return new ClaimValue.Text(word);
        if (low is null) return null;
        var from = decimal.Parse(low, CultureInfo.InvariantCulture);
        return high is null ? new ClaimValue.Number(from) : new ClaimValue.Range(from, decimal.Parse(high, CultureInfo.InvariantCulture));
    }

    private static string? Low(ClaimValue? value) => value switch
    {
        ClaimValue.Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
        ClaimValue.Range range => range.Low.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? High(ClaimValue? value) => (value as ClaimValue.Range)?.High.ToString(CultureInfo.InvariantCulture);

    private static string List(ImmutableArray<string> words) => words.IsDefaultOrEmpty ? "[]" : JsonSerializer.Serialize(words.AsEnumerable());

    private static ImmutableArray<string> List(string json) => json is "[]" ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(json);

    /// <summary>Starts and ends, one after another.</summary>
    private static string Spans(ImmutableArray<Span> spans) => spans.IsDefaultOrEmpty ? "" : string.Join(' ', spans.SelectMany(span => new[] { span.Start, span.End }).Select(at => at.ToString(CultureInfo.InvariantCulture)));

    private static ImmutableArray<Span> Spans(string text) => text.Length == 0 ? [] :
        [.. text.Split(' ').Select(at => int.Parse(at, CultureInfo.InvariantCulture)).Chunk(2).Select(pair => new Span(pair[0], pair[1]))];
}
