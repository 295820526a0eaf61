using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Ledger;

/// <summary>One sum in two currencies, where the words give both: "£1 billion ($1.34 billion)". Nothing is converted.</summary>
internal static class Currencies
{
    private static readonly Vocabulary Words = new();

    /// <summary>The claim with its sum in the other currency; null where its words give but one.</summary>
    public static Claim? Also(Claim claim)
    {
        if (claim.Value is not ClaimValue.Number { Amount: var amount } || claim.Unit is not { Length: 3 } unit || !claim.Quote.Contains('(', StringComparison.Ordinal)) return null;
        var text = new SourceText(claim.Quote);
        var values = new List<Value>();
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, Words, tokens);
        ValueReader.Read(text, CollectionsMarshal.AsSpan(tokens), 0, null, values);
        return values.Find(value => value.Kind == ValueKind.Money && value.Unit == unit && value.Low == amount)?.Also is { } also
            ? claim with { Value = new ClaimValue.Number(also.Amount), Unit = also.Currency } : null;
    }
}
