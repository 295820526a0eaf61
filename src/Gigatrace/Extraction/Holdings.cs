using Gigatrace.Claims;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>Who holds how much of a company, said in a cell or line without a verb.</summary>
internal static class Holdings
{
    /// <summary>"Stellantis 45 %, Mercedes-Benz 30 %", "LGES 51 / Honda 49": each holder with the share right behind its name.</summary>
    public static IEnumerable<ClaimDraft> Of(Sentence cell, string company)
    {
        var even = cell.Values.Exists(value => value is { Kind: ValueKind.Percent, Low: 50 }) && cell.Mentions.Count(mention => mention.Kind == MentionKind.Organisation) == 2 && cell.Values.Where(value => value.Kind == ValueKind.Percent).All(value => value.Low == 50);
        foreach (var holder in cell.Mentions.Where(mention => mention.Kind == MentionKind.Organisation && mention.Name != company))
        {
            var next = cell.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First >= holder.Tokens.End && !Fields.Bracketed(cell, mention));
            if (Fields.Bracketed(cell, holder)) continue;
            var share = cell.Values.Find(value => IsShare(value) && value.Tokens.First >= holder.Tokens.End && value.Tokens.First <= holder.Tokens.End + 8 && (next is null || value.Tokens.End <= next.Tokens.First));
            share ??= even ? cell.Values.Find(value => value is { Kind: ValueKind.Percent, Low: 50 }) : null;
            if (share is not null) yield return Fields.New(cell, "stake", null, company, share, null, Modality.Actual) with { Object = holder.Name, ObjectSpan = holder.Span };
        }

        // "Jintan group, 24.1%": a holder that no list knows.
        if (Fields.Named(cell) is null && Fields.Percent(cell) is { } part && part.Tokens.First > cell.First && part.Tokens.End >= cell.End - 1 && char.IsUpper(cell.Written(cell.First)[0]))
        {
            var name = cell.Text.Quote(cell.SpanOf(new TokenRange(cell.First, part.Tokens.First))).TrimEnd(' ', ',', ':', '(', '–', '-');
            yield return Fields.New(cell, "stake", null, company, part, null, Modality.Actual) with { Object = name };
        }

        bool IsShare(Value value) => value.Kind == ValueKind.Percent || value is { Kind: ValueKind.Number, Low: > 0 and < 100, IsRange: false } && Adds(cell);
    }

    /// <summary>The bare numbers of a cell add up to a hundred: they are shares.</summary>
    private static bool Adds(Sentence cell) => cell.Values.Where(value => value.Kind == ValueKind.Number).Sum(value => value.Low) is >= 99 and <= 101;
}
