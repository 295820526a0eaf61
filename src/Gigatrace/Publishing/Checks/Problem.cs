using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Checks;

/// <summary>Where in a note something stands. Lines and columns count from 1, columns and offsets in Unicode code points; the end lies behind the last character.</summary>
public readonly record struct Region(int Line, int Column, int EndLine, int EndColumn, int Start, int End)
{
    public static Region Of(SourceText text, Span span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ((line, column), (endLine, endColumn)) = (text.Place(span.Start), text.Place(span.End));
        return new Region(line, column, endLine, endColumn, text.ToCodePoint(span.Start), text.ToCodePoint(span.End));
    }
}

/// <summary>Why a problem is not counted.</summary>
public enum Silenced
{
    No,

    /// <summary>By a comment in the note.</summary>
    InNote,

    /// <summary>It is in the baseline.</summary>
    Baseline,
}

/// <summary>One line of what a check says.</summary>
public sealed record Problem
{
    public required CheckRule Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>As the file was given.</summary>
    public required string Path { get; init; }

    public required Region Region { get; init; }

    /// <summary>The words of the note.</summary>
    public required string Quote { get; init; }

    /// <summary>Whom it is about; null for a link.</summary>
    public string? Subject { get; init; }

    /// <summary>What it is about: a predicate's name, <c>plant</c> or <c>link</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>One line for a person.</summary>
    public required string Message { get; init; }

    /// <summary>What the ledger says, best first; empty where it says nothing.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    public Silenced Silenced { get; init; }

    /// <summary>The reason that a comment gives; null where none does.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the claim of the note and what holds instead are known; null for a link or plant.</summary>
    internal Ledger.Objection? Objection { get; init; }

    /// <summary>Hash over rule, words, subject and topic: the same where the note or its lines were moved. 16 hex digits.</summary>
    public string Fingerprint => field ??= Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
        string.Join('\n', Rule.Id, OneLine.Of(Quote), Subject, Topic))))[..16];
}
