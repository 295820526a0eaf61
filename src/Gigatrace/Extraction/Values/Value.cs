using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Values;

public enum ValueKind : byte
{
    /// <summary>A bare number of things: "200,000", "one million", "several hundred" is none.</summary>
    Number,

    /// <summary>In GWh. <see cref="Value.Unit"/> is "GWh/yr" where "a year", "/yr", "annual" in the phrase says so, else "GWh".</summary>
    Energy,

    /// <summary>In whole units of the currency; <see cref="Value.Unit"/> is its ISO 4217 code.</summary>
    Money,

    /// <summary>In percent: "a third" of a thing is 33.33.</summary>
    Percent,

    /// <summary>A point or stretch of time: <see cref="Value.When"/>.</summary>
    Date,

    /// <summary>first, second, 3rd: its rank in <see cref="Value.Low"/>.</summary>
    Ordinal,

    /// <summary>A length of time: "two years", "6–8 months"; in days, roughly.</summary>
    Duration,

    /// <summary>Any other measure (km, tonnes, acres, kWh, GW, minutes): read so that its number is taken for nothing else.</summary>
    Measure,

    /// <summary>"tenfold", "three times", "double".</summary>
    Factor,
}

/// <summary>A value in a text: what it means and where it stands.</summary>
/// <param name="Kind">What it is; the meaning of the other fields hangs on it.</param>
/// <param name="Tokens">Every token of it with its qualifier and its date's "by", by place in the token list.</param>
/// <param name="Span">The value itself as written, without qualifier words: <c>10 gigawatt-hour (GWh)</c>, <c>€48 million</c>.</param>
/// <param name="Low">The value, or the lower end of a range.</param>
/// <param name="High">The upper end of a range; equal to <paramref name="Low"/> for a single value.</param>
public sealed record Value(ValueKind Kind, TokenRange Tokens, Span Span, decimal Low, decimal High)
{
    public string? Unit { get; init; }

    /// <summary>about, at_least, up_to; null where the text gives the value plainly.</summary>
    public string? Qualifier { get; init; }

    /// <summary>For a date; null where it is relative and nothing is known to resolve it against.</summary>
    public When? When { get; init; }

    /// <summary>The same sum in another currency, where the text gives both: "£1 billion ($1.34 billion)".</summary>
    public (decimal Amount, string Currency)? Also { get; init; }

    public bool IsRange => High != Low;
}
