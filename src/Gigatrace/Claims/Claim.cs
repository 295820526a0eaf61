using System.Collections.Immutable;

namespace Gigatrace.Claims;

/// <summary>
/// Someone said: one statement of one document, with the exact words it rests on. Never changed after it is made.
/// The wire form (JSON Lines) is written by the program, not by this type.
/// </summary>
public sealed record Claim
{
    /// <summary>Hash over document, span, predicate, value, object and time: the same reading gives the same id. 16 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The document's id (hash of its content and path).</summary>
    public required string DocumentId { get; init; }

    /// <summary>The file's name without its ending.</summary>
    public required string Doc { get; init; }

    public required string Path { get; init; }

    public string? Url { get; init; }

    public string? Publisher { get; init; }

    public SourceKind SourceKind { get; init; } = SourceKind.Unknown;

    /// <summary>When the document was published; null where it is not known. Never today's date.</summary>
    public When? Published { get; init; }

    /// <summary>A plant ("AESC Sunderland 2", with its part's number), a company, a person or a vehicle model.</summary>
    public required string Subject { get; init; }

    /// <summary>"2", "phase 1", "site" where the text says the whole; null where it does not say.</summary>
    public string? Part { get; init; }

    /// <summary>A name of <c>knowledge/predicates.tsv</c>.</summary>
    public required string Predicate { get; init; }

    /// <summary>Null where the predicate has none (<c>supplies</c>) or the text gives none (a stake without a figure).</summary>
    public ClaimValue? Value { get; init; }

    /// <summary>"GWh/yr", "EV/yr", "percent", an ISO currency, or null (jobs are people).</summary>
    public string? Unit { get; init; }

    /// <summary>The other side: customer, holder, giver, parent, company of a role.</summary>
    public string? Object { get; init; }

    /// <summary>funding: loan, grant, equity, other. partnership: jv, mou, alliance, technology.</summary>
    public string? Kind { get; init; }

    /// <summary>capacity: initial, total, ceiling, additional, output.</summary>
    public string? Basis { get; init; }

    /// <summary>about, at_least, up_to.</summary>
    public string? Qualifier { get; init; }

    /// <summary>traction, storage, 12V.</summary>
    public string? Product { get; init; }

    /// <summary>cell, module, pack.</summary>
    public string? Level { get; init; }

    /// <summary>Where a share, rank or supply holds.</summary>
    public string? Region { get; init; }

    /// <summary>Vehicle models named with a supply; empty where none is.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>When the statement holds, in the world; null where the text gives no time.</summary>
    public When? When { get; init; }

    public Modality Modality { get; init; }

    /// <summary>Who says it, when it is not the publisher.</summary>
    public string? Attribution { get; init; }

    public bool AiGenerated { get; init; }

    /// <summary>The value as the text writes it; null where there is none.</summary>
    public string? AsWritten { get; init; }

    /// <summary>The words it rests on: the document's text from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>In Unicode code points, half-open with <see cref="End"/>.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The rule or extractor that took it out of the text.</summary>
    public required string Rule { get; init; }

    /// <summary>A row of a table that was imported: its quote is cells side by side, not a sentence.</summary>
    public bool IsRow => Rule is "row" || Rule.StartsWith("row.", StringComparison.Ordinal);
}
