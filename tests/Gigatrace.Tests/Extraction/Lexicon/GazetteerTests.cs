using System.Text;
using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Tests.Extraction.Lexicon;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = Gazetteer.Load();

    /// <summary>Name, hint (or -), country, region (or -).</summary>
    [Theory]
    [InlineData("Sunderland", "-", "GB", "England")]
    [InlineData("Sunderland", "Massachusetts", "US", "Massachusetts")]
    [InlineData("Valencia", "Spain", "ES", "Valencian Community")]
    [InlineData("Valencia", "Spanish", "ES", "Valencian Community")]
    [InlineData("Valencia", "Calif.", "US", "California")]
    [InlineData("Bowling Green", "Ohio", "US", "Ohio")]
    [InlineData("Bowling Green", "KY", "US", "Kentucky")]
    [InlineData("Glendale", "Kentucky", "US", "Kentucky")]
    [InlineData("Stanton", "Tenn.", "US", "Tennessee")]
    [InlineData("Smyrna", "Tennessee", "US", "Tennessee")]
    [InlineData("Spring Hill", "Tennessee", "US", "Tennessee")]
    [InlineData("Florence", "S.C.", "US", "South Carolina")]
    [InlineData("Florence", "Italy", "IT", "Tuscany")]
    [InlineData("Commerce", "Georgia", "US", "Georgia")]
    [InlineData("Liberty", "N.C.", "US", "North Carolina")]
    [InlineData("St. Thomas", "Ontario", "CA", "Ontario")]
    [InlineData("St Thomas", "Canada", "CA", "Ontario")]
    [InlineData("Navalmoral de la Mata", "-", "ES", "Extremadura")]
    [InlineData("Ueberherrn", "Saarland", "DE", "Saarland")]
    [InlineData("Überherrn", "-", "DE", "Saarland")]
    [InlineData("GÖD", "-", "HU", "Pest County")]
    [InlineData("Dunkirk", "-", "FR", "Hauts-de-France")]
    [InlineData("Dunkerque", "-", "FR", "Hauts-de-France")]
    [InlineData("Billy Berclau", "-", "FR", "Hauts-de-France")]
    [InlineData("Halle", "Germany", "DE", "Saxony-Anhalt")]
    [InlineData("Arnstadt", "DE", "DE", "Thuringia")]
    [InlineData("Wilmington", "DE", "US", "Delaware")]
    [InlineData("Coventry", "Midlands", "GB", "England")]
    [InlineData("Xian", "-", "CN", "Shaanxi")]
    [InlineData("Songjiang", "Shanghai", "CN", "Shanghai")]
    [InlineData("Kobierzyce", "Lower Silesia", "PL", "Lower Silesia")]
    public void The_hint_picks_among_places_of_one_name(string name, string hint, string country, string region)
    {
        var place = Gazetteer.Best(name, hint == "-" ? null : hint).ShouldNotBeNull();
        (place.CountryCode, place.Region, place.Kind).ShouldBe((country, region, PlaceKind.Municipality));
    }

    [Theory]
    [InlineData("Ellabell")]
    [InlineData("Heusweiler")]
    [InlineData("Lauchhammer")]
    [InlineData("Lordstown")]
    [InlineData("De Soto")]
    [InlineData("Iváncsa")]
    [InlineData("Douvrin")]
    [InlineData("Termoli")]
    [InlineData("Salzgitter")]
    [InlineData("Heide")]
    [InlineData("Willstätt")]
    [InlineData("Grünheide")]
    [InlineData("Gemlik")]
    [InlineData("Becancour")]
    [InlineData("Sagunto")]
    [InlineData("Mo i Rana")]
    [InlineData("Arendal")]
    [InlineData("Skelleftea")]
    [InlineData("Borlänge")]
    [InlineData("Bruay-la-Buissière")]
    [InlineData("Subotica")]
    [InlineData("Karawang")]
    [InlineData("Buckeye")]
    [InlineData("Endicott")]
    [InlineData("Big Rapids")]
    [InlineData("Manteno")]
    [InlineData("Van Buren Township")]
    [InlineData("Moses Lake")]
    [InlineData("Cartersville")]
    [InlineData("Bartow County")]
    [InlineData("Chattahoochee Hills")]
    [InlineData("Hopkinsville")]
    [InlineData("Bitterfeld-Wolfen")]
    [InlineData("Debrecen")]
    [InlineData("Vitoria-Gasteiz")]
    [InlineData("Hwaseong")]
    [InlineData("Ningde")]
    [InlineData("Sanand")]
    public void Battery_places_are_found(string name) => Gazetteer.Find(name).ShouldNotBeEmpty();

    [Fact]
    public void A_place_that_the_tables_lack_lies_where_the_hint_says()
    {
        var place = Gazetteer.Best("Lauchhammer", "Kentucky").ShouldNotBeNull();
        (place.Name, place.Region, place.CountryCode, place.Lat, place.GeonamesId).ShouldBe(("Lauchhammer", "Kentucky", "US", null, null));
    }

    [Fact]
    public void A_city_before_another_country_is_a_list() => Gazetteer.Best("Debrecen", "Spain")?.CountryCode.ShouldBe("HU");

    [Theory]
    [InlineData("Gigafactory")]
    [InlineData("")]
    [InlineData(" - ")]
    public void What_is_no_place_is_not_found(string name) => Gazetteer.Best(name, "Kentucky").ShouldBeNull();

    [Theory]
    [InlineData("U.S.", "United States", PlaceKind.Country)]
    [InlineData("US", "United States", PlaceKind.Country)]
    [InlineData("us", null, PlaceKind.Country)]
    [InlineData("Britain", "United Kingdom", PlaceKind.Country)]
    [InlineData("Deutschland", "Germany", PlaceKind.Country)]
    [InlineData("Georgia", "Georgia", PlaceKind.Region)]
    [InlineData("Ga.", "Georgia", PlaceKind.Region)]
    [InlineData("ga.", null, PlaceKind.Region)]
    [InlineData("Sachsen-Anhalt", "Saxony-Anhalt", PlaceKind.Region)]
    [InlineData("Quebec", "Québec", PlaceKind.Region)]
    [InlineData("Turkey", "Türkiye", PlaceKind.Country)]
    [InlineData("turkey", null, PlaceKind.Country)]
    [InlineData("Europe", "Europe", PlaceKind.Continent)]
    public void Regions_are_found_by_their_names(string written, string? name, PlaceKind kind)
    {
        var place = Gazetteer.FindRegion(written);
        (place?.Name, place?.Kind).ShouldBe((name, name is null ? null : kind));
    }

    [Theory]
    [InlineData("French", "France")]
    [InlineData("british", "United Kingdom")]
    [InlineData("South Korean", "South Korea")]
    [InlineData("Bavarian", "Bavaria")]
    public void Adjectives_name_their_country(string adjective, string name) => Gazetteer.FindAdjective(adjective)?.Name.ShouldBe(name);

    [Fact]
    public void A_place_says_where_it_is()
    {
        var place = Gazetteer.Best("Douai").ShouldNotBeNull();
        (place.Name, place.Country, place.Region).ShouldBe(("Douai", "France", "Hauts-de-France"));
        place.Lat.ShouldNotBeNull().ShouldBe(50.37, 0.05);
        place.Lon.ShouldNotBeNull().ShouldBe(3.08, 0.05);
    }

    [Fact]
    public void Most_people_come_first_and_no_more_than_twenty()
    {
        var places = Gazetteer.Find("San Antonio");
        places.Count.ShouldBeLessThanOrEqualTo(20);
        places.Select(place => place.Population).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory]
    [InlineData("places/places.tsv")]
    [InlineData("places/sites.tsv")]
    public void The_search_finds_what_reading_the_table_finds(string file)
    {
        var table = new PlaceTable(file);
        var rows = new KnowledgeSource().Table(file).GroupBy(row => row[0], StringComparer.Ordinal).ToList();
        for (var at = 0; at < rows.Count; at += at < 50 || at > rows.Count - 50 ? 1 : 37)
        {
            var found = new List<string>();
            table.Find(Encoding.UTF8.GetBytes(rows[at].Key), found);
            found.ShouldBe(rows[at].Select(row => string.Join('\t', row)), rows[at].Key);
            table.Contains(Encoding.UTF8.GetBytes(rows[at].Key + "\u0001")).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("places/places.tsv")]
    [InlineData("places/sites.tsv")]
    public void Every_key_is_the_key_of_its_name(string file) =>
        new KnowledgeSource().Table(file).Where(row => row[0] != PlaceKey.Of(row[1])).Select(row => $"{row[1]}: {row[0]}, not {PlaceKey.Of(row[1])}").ShouldBeEmpty();

    [Fact]
    public void Every_name_is_within_the_longest()
    {
        var rows = new KnowledgeSource().Table("places/sites.tsv").Concat(new KnowledgeSource().Table("places/places.tsv").Where(row => int.Parse(row[6], null) > 10_000));
        var tokens = new List<Token>();
        var vocabulary = new Vocabulary();
        var tooLong = rows.Where(row => Count(row[1]) > Gazetteer.MaxTokens).Select(row => row[1]).ToList();
        tooLong.Count.ShouldBeLessThan(20, string.Join("; ", tooLong));

        int Count(string name)
        {
            tokens.Clear();
            var text = new SourceText(name);
            Tokenizer.Tokenize(text, new Span(0, name.Length), vocabulary, tokens);
            return tokens.Count;
        }
    }

    [Fact]
    public void A_word_that_is_no_place_costs_no_memory()
    {
        _ = Gazetteer.Find("Quarterly");
        _ = Gazetteer.Find("Müngersdorferhof");
        _ = Gazetteer.Find("Production");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = Gazetteer.Find("Quarterly");
            _ = Gazetteer.Find("Müngersdorferhof");
            _ = Gazetteer.Find("Production");
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }
}
