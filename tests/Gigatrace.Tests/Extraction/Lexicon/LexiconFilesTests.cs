using System.Text;
using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Tests.Extraction.Lexicon;

/// <summary>The word lists of knowledge/lexicon and knowledge/places keep to what knowledge/README.md says of them.</summary>
public sealed class LexiconFilesTests
{
    private static readonly KnowledgeSource Knowledge = new();
    private static readonly List<string[]> Organisations = [.. Knowledge.Table("lexicon/organisations.tsv")];
    private static readonly List<string[]> Models = [.. Knowledge.Table("lexicon/models.tsv")];
    private static readonly List<string[]> Regions = [.. Knowledge.Table("places/regions.tsv")];

    [Theory]
    [InlineData("lexicon/organisations.tsv", 5, true)]
    [InlineData("lexicon/models.tsv", 4, true)]
    [InlineData("places/regions.tsv", 6, true)]
    [InlineData("places/sites.tsv", 8, false)]
    [InlineData("places/places.tsv", 8, false)]
    [InlineData("lexicon/sites.tsv", 7, false)]
    [InlineData("names/words.tsv", 3, true)]
    [InlineData("names/forms.tsv", 4, true)]
    [InlineData("names/letters.tsv", 2, true)]
    [InlineData("heads.tsv", 3, false)]
    [InlineData("web.tsv", 2, false)]
    public void Rows_are_sorted_and_complete(string file, int columns, bool unique)
    {
        var before = Array.Empty<byte>();
        foreach (var row in Knowledge.Table(file))
        {
            row.Length.ShouldBe(columns, row[0]);
            Array.TrueForAll(row, value => value == value.Trim()).ShouldBeTrue(row[0]);
            var key = Encoding.UTF8.GetBytes(row[0]);
            var order = before.AsSpan().SequenceCompareTo(key);
            (unique ? order < 0 : order <= 0).ShouldBeTrue(row[0]);
            before = key;
        }
    }

    [Fact]
    public void Lists_are_long_enough()
    {
        Organisations.Count.ShouldBeGreaterThanOrEqualTo(350);
        Models.Count.ShouldBeGreaterThanOrEqualTo(250);
    }

    [Fact]
    public void Kinds_and_countries_are_known()
    {
        string[] kinds = ["cell_maker", "car_maker", "brand", "supplier", "investor", "lender", "agency", "government", "other"];
        var countries = Regions.Where(row => row[2] == "country").Select(row => row[3]).ToHashSet(StringComparer.Ordinal);
        Organisations.Where(row => !kinds.Contains(row[1]) || !countries.Contains(row[4])).Select(row => row[0]).ShouldBeEmpty();
    }

    [Fact]
    public void Parents_and_makers_are_rows()
    {
        var names = Organisations.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        Organisations.SelectMany(row => Values(row[3])).Select(Bare).Concat(Models.Select(row => row[1])).Where(name => !names.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Sites_are_of_companies_of_the_list_at_places_of_the_gazetteer()
    {
        var gazetteer = Gazetteer.Load();
        var names = Organisations.Select(row => row[0]).Concat(Organisations.SelectMany(row => Values(row[2]).Where(alias => alias.Contains('[', StringComparison.Ordinal)).Select(Bare))).ToHashSet(StringComparer.Ordinal);
        foreach (var site in Knowledge.Table("lexicon/sites.tsv"))
        {
            var partners = Values(site[1]).ToList();
            (names.Contains(site[0]) || partners.Count > 1 && site[0] == string.Join('-', partners)).ShouldBeTrue(site[0]);
            partners.Where(partner => !names.Contains(partner)).ShouldBeEmpty(site[0]);
            (gazetteer.Find(site[2]).Any(place => place.Region is null || place.Region == site[3] || place.Country == site[3]) || gazetteer.FindRegion(site[2]) is not null).ShouldBeTrue($"{site[0]}: {site[2]}, {site[3]}");
        }
    }

    [Fact]
    public void Nobody_is_their_own_ancestor()
    {
        var parents = Organisations.ToDictionary(row => row[0], row => Values(row[3]).Select(Bare).ToList(), StringComparer.Ordinal);
        foreach (var name in parents.Keys) Climb(name, [name]);

        void Climb(string from, List<string> path)
        {
            foreach (var parent in parents[from])
            {
                path.ShouldNotContain(parent, string.Join(" → ", path));
                Climb(parent, [.. path, parent]);
            }
        }
    }

    [Fact]
    public void An_organisations_name_or_alias_belongs_to_no_other() => CheckOwners(Organisations.Select(row => (row[0], row[2])));

    [Fact]
    public void A_models_name_or_alias_belongs_to_no_other() => CheckOwners(Models.Select(row => (row[0], row[2])));

    [Fact]
    public void Years_stand_in_brackets_as_an_interval()
    {
        var years = Organisations.SelectMany(row => Values(row[2]).Concat(Values(row[3]))).Where(value => value.Contains('[', StringComparison.Ordinal));
        years.Where(value => !HasInterval(value)).ShouldBeEmpty();
    }

    [Fact]
    public void Region_keys_are_the_folded_names()
    {
        Regions.Where(row => row[0] != PlaceKey.Of(row[1])).Select(row => row[1]).ShouldBeEmpty();
        Regions.Select(row => row[2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(["continent", "country", "region"]);
        Regions.Where(row => row[2] == "region" && !Regions.Exists(country => country[2] == "country" && country[3] == row[3])).ShouldBeEmpty();
    }

    [Fact]
    public void A_regions_alias_belongs_to_no_other()
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Regions)
        {
            foreach (var alias in Values(row[4]))
            {
                var key = alias[0] == '=' ? alias : PlaceKey.Of(alias);
                owners.TryAdd(key, row[1]);
                owners[key].ShouldBe(row[1], alias);
            }
        }
    }

    /// <summary>Marked aliases count in their exact spelling, all others folded.</summary>
    private static void CheckOwners(IEnumerable<(string Name, string Aliases)> rows)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, aliases) in rows)
        {
            foreach (var alias in Values(aliases).Select(Bare).Prepend(name))
            {
                var key = Vocabulary.Fold(alias.TrimStart('='));
                key.ShouldNotBeEmpty(name);
                owners.TryAdd(key, name);
                owners[key].ShouldBe(name, alias);
            }
        }
    }

    private static string[] Values(string column) => column.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string value) => value.IndexOf(" [", StringComparison.Ordinal) is > 0 and var at ? value[..at] : value;

    private static bool HasInterval(string value) =>
        value[^1] == ']' && value[(value.IndexOf('[', StringComparison.Ordinal) + 1)..^1].Split('/') is [var from, var to] && IsYear(from) && IsYear(to);

    private static bool IsYear(string value) => value == ".." || (value.Length == 4 && value.All(char.IsAsciiDigit));
}
