using System.Globalization;

namespace Gigatrace.Claims;

/// <summary>What a claim says of its subject: a number in the claim's unit, a range of it, or a word of the vocabulary.</summary>
public abstract record ClaimValue
{
    private ClaimValue()
    {
    }

    /// <summary>A single number, in the claim's unit.</summary>
    public sealed record Number(decimal Amount) : ClaimValue
    {
        public override string ToString() => Amount.ToString("0.############", CultureInfo.InvariantCulture);
    }

    /// <summary>Both ends inclusive, low before high, in the claim's unit.</summary>
    public sealed record Range(decimal Low, decimal High) : ClaimValue
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low:0.############}–{High:0.############}");
    }

    /// <summary>A word of the predicate's vocabulary (<c>operating</c>, <c>inauguration</c>, <c>NMC</c>) or a title.</summary>
    public sealed record Text(string Word) : ClaimValue
    {
        public override string ToString() => Word;
    }
}
