using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>Whether a works is called the new one or the one that was there before.</summary>
public enum PlantAge { Unsaid, New, Old }

/// <summary>Words that speak of a works: "AESC's second battery plant in Sunderland", "the facility", "its gigafactories in A and B".</summary>
/// <param name="Tokens">The whole phrase, with what stands before and behind its head word.</param>
/// <param name="Head">The word plant, factory, site …</param>
public sealed record PlantPhrase(TokenRange Tokens, int Head)
{
    /// <summary>Whose it is, where the phrase itself says so.</summary>
    public Mention? Operator { get; set; }

    /// <summary>The works' own name, where the phrase is or holds one.</summary>
    public Works? Works { get; set; }

    /// <summary>Most exact first where one place is given in steps; several places only in a plural phrase.</summary>
    public List<Mention> Places { get; } = [];

    /// <summary>1 for "first", 2 for "second" …; null where it does not say.</summary>
    public int? Part { get; set; }

    /// <summary>"the", "this": of something spoken of before.</summary>
    public bool Definite { get; set; }

    /// <summary>"its", "their".</summary>
    public bool Possessive { get; set; }

    /// <summary>"a", "new", "another", "further": not one that was spoken of before.</summary>
    public bool Another { get; set; }

    /// <summary>"another", "further": certainly not the one spoken of.</summary>
    public bool New { get; set; }

    /// <summary>"new", "existing": which of two works at a place it is.</summary>
    public PlantAge Age { get; set; }

    public bool Plural { get; set; }

    /// <summary>"first European", "second overseas": its ordinal counts works of a continent, not of a site.</summary>
    public bool Wide { get; set; }

    /// <summary>"second American": its ordinal counts works of a country that is named before it.</summary>
    public bool National { get; set; }

    /// <summary>It makes something else: cars, chips, cathodes.</summary>
    public bool OtherIndustry { get; set; }

    /// <summary>Batteries or cells are named in it, or it is a gigafactory.</summary>
    public bool Battery { get; set; }
}
