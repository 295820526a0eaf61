using System.Text;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>What the program knows and reconciling uses: organisations with their names and parents, and places.</summary>
public sealed record Knowledge(NameTable Organisations, Places Places)
{
    private static readonly Lazy<Knowledge> BuiltIn = new(() => new Knowledge(new NameTable(Table("lexicon/organisations.tsv")), PlaceTable.Load(Table("places/regions.tsv"), Table("places/places.tsv"))));

    /// <summary>The knowledge built into the program.</summary>
    public static Knowledge Default => BuiltIn.Value;

    /// <summary>Rows of a tab-separated file of <c>knowledge/</c>, without its head, comments and empty lines; none where there is no such file.</summary>
    internal static IEnumerable<string[]> Table(string name)
    {
        using var stream = typeof(Knowledge).Assembly.GetManifestResourceStream("knowledge/" + name);
        if (stream is null) yield break;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)) yield return line.Split('\t');
        }
    }
}
