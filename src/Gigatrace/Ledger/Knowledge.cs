using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>What the program knows and reconciling uses: organisations with their names and parents, and places.</summary>
public sealed record Knowledge(NameTable Organisations, Places Places)
{
    private static readonly Lazy<Knowledge> BuiltIn = new(() => From(new KnowledgeSource()));

    /// <summary>How good sources are and which of them speak with one voice.</summary>
    public SourceSettings Sources { get; init; } = SourceSettings.Default;

    /// <summary>The knowledge built into the program.</summary>
    public static Knowledge Default => BuiltIn.Value;

    public static Knowledge From(KnowledgeSource source)
    {
        var works = new Lazy<KnownWorks>(() => KnownWorks.Load(source));
        return new(new NameTable(source.Table("lexicon/organisations.tsv"), new NameWords(source)), Places.Of(Gazetteer.Load(), (company, place) => works.Value.RegionOf(company, place)));
    }
}
