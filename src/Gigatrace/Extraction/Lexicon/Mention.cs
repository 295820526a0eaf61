using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

public enum MentionKind : byte
{
    Organisation,
    Model,

    /// <summary>A municipality, region or country.</summary>
    Place,

    /// <summary>"French", "Swedish": a country's adjective.</summary>
    Nationality,

    /// <summary>A job title.</summary>
    Title,
    Chemistry,
    Person,

    /// <summary>A works with a name of its own: "Giga Arctic".</summary>
    Works,
}

/// <summary>A stretch of text that names something. What it names is decided later, and may be undone: that is an entity.</summary>
/// <param name="Name">The common name that the lexicon gives; the text's own words for a name that no list holds.</param>
/// <param name="Tokens">By place in the document's token list.</param>
public sealed record Mention(MentionKind Kind, string Name, TokenRange Tokens, Span Span)
{
    /// <summary>For an organisation that a list holds.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>For a place or a nationality.</summary>
    public Place? Place { get; init; }

    public Works? Works { get; init; }

    /// <summary>For a vehicle model: its maker.</summary>
    public string? Maker { get; init; }

    /// <summary>For a place: a town that the lists know for its battery plants.</summary>
    public bool Known { get; init; }

    /// <summary>For a place: as the text writes it.</summary>
    public string? Written { get; init; }

    /// <summary>No list holds it; it was recognised from how it is used.</summary>
    public bool New { get; init; }

    /// <summary>One that stands in a sentence, from a token to before another.</summary>
    internal static Mention In(Sentence sentence, MentionKind kind, string name, int at, int end) =>
        new(kind, name, new TokenRange(at, end), sentence.SpanOf(new TokenRange(at, end))) { Written = kind == MentionKind.Place ? sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))) : null };

    /// <summary>"[[Douai]]": the words are the name of a note that is linked.</summary>
    internal static bool IsLinked(string text, Span span) => span.Start > 1 && span.End + 1 < text.Length && text[span.Start - 1] == '[' && text[span.Start - 2] == '[' && text[span.End] == ']' && text[span.End + 1] == ']';

    /// <summary>A municipality, where a works can stand; not the region or country that holds it.</summary>
    public bool IsTown => Kind == MentionKind.Place && Place is { Kind: PlaceKind.Municipality };

    /// <summary>An organisation that can run or buy something, so far as the lists know it: no lender, agency or government.</summary>
    public bool IsCompany => Kind == MentionKind.Organisation && Organisation is null or { GivesMoney: false };
}

/// <summary>An organisation of the lexicon.</summary>
/// <param name="Kind">cell_maker, car_maker, brand, supplier, investor, lender, agency, government, other.</param>
/// <param name="Parent">The latest parent on the list; null where none is given.</param>
public sealed record Organisation(string Name, string Kind, string? Parent, string? Country)
{
    /// <summary>Every company that the lists ever knew as a parent; of a joint venture, its partners.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Parents { get; init; } = [];

    public bool MakesCells { get; } = Kind is "cell_maker";

    public bool MakesCars { get; } = Kind is "car_maker" or "brand";

    public bool GivesMoney { get; } = Kind is "lender" or "agency" or "government" or "investor";
}
