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

    public static Knowledge From(KnowledgeSource source) => new(new NameTable(source.Table("lexicon/organisations.tsv"), new NameWords(source)), Places.Of(Gazetteer.Load(), WorksOf(source)));

    private static Dictionary<(string, string), string> WorksOf(KnowledgeSource source)
    {
        var works = new Dictionary<(string, string), string>();
        foreach (var row in source.Table("lexicon/sites.tsv").Where(row => row.Length > 4 && row[2].Length > 0 && row[3].Length > 0))
        {
            foreach (var company in row[1].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(row[0]))
            {
                foreach (var place in row[4].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(row[2])) _ = works.TryAdd((NameTable.Key(company), NameTable.Key(place)), row[3]);
            }
        }

        return works;
    }
}
