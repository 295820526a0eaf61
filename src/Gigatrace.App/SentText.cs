using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing.Checks;

namespace Gigatrace.App;

/// <summary>A text that somebody sends to a server, and what it claims. Nothing of it is recorded.</summary>
internal sealed record SentText(Document Document)
{
    private ImmutableArray<Claim>? _claims;

    /// <summary>By its own words alone; read when first asked for.</summary>
    public ImmutableArray<Claim> Claims => _claims ??= Pipeline.Extract(Document).Claims;

    /// <summary>In characters.</summary>
    public const int Longest = 200_000;

    /// <summary>What claims and problems say they stand in.</summary>
    public const string Name = "text.md";

    private static readonly Pipeline Pipeline = new();

    /// <summary>What is sent is to be words: a PDF is read by another program, and none is started for who sends a text.</summary>
    /// <param name="start">As much of the beginning as is looked at.</param>
    public static bool IsPdf(ReadOnlySpan<byte> start) => start.IndexOf("%PDF-"u8) >= 0;

    /// <summary>What the ledger has against it, as <c>check</c> puts a single note beside it.</summary>
    /// <param name="day">Only what was known on that day counts; a text without a date speaks from it.</param>
    /// <param name="settings">Null for those of a note that has none.</param>
    public Checked Beside(LedgerStore store, Holdings held, DateOnly day, CheckSettings? settings = null)
    {
        var known = held.Entities(day);
        return new Vault { Name = "", Notes = [new Note(Document, Pipeline.Extract(Document, Pipeline.Works(known)).Claims, Document.Path)], Settings = settings ?? new CheckSettings() }.Check(held, known, day, Pipeline.Lines(store));
    }
}
