using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using CsvHelper;
using Gigatrace.App;
using Gigatrace.Claims;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing.Exports;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Gigatrace.Tests.Publishing.Exports;

/// <summary>What is exported is read back by programs that are not ours: CsvHelper, SQLite, NetTopologySuite, .NET's reader of feeds.</summary>
public sealed class ExportTests(ExportedSamples samples) : IClassFixture<ExportedSamples>
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public static TheoryData<string> Forms => ["findings", "findings --evidence", "findings --evidence --format csv", "claims", "claims --format csv", "geojson", "jsonld", "atom", "atom douai --as-of 2025"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_ledger_gives_the_same_bytes_on_any_day(string form) => samples.ExportLater(form).ShouldBe(samples.Export(form));

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_export_holds_a_text_beyond_its_quotes(string form) => Unquoted.FoundIn(samples.Export(form), samples).ShouldBeEmpty();

    [Fact]
    public void Csv_is_read_by_CsvHelper()
    {
        using var csv = new CsvReader(new StringReader(samples.Export("findings --format csv")), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        var lines = Lines(samples.Export("findings"));
        rows.Select(row => (string)row["finding"]).ShouldBe(lines.Select(line => $"{line["finding"]}"));
        var range = rows.First(row => (string)row["value_to"] != "");
        (decimal.Parse((string)range["value"], CultureInfo.InvariantCulture) < decimal.Parse((string)range["value_to"], CultureInfo.InvariantCulture)).ShouldBeTrue();
        rows.Select(row => (string)row["subject"]).ShouldBe(lines.Select(line => $"{line["subject"]}"));
    }

    [Fact]
    public void Every_quote_has_a_row_of_its_own_in_csv()
    {
        using var csv = new CsvReader(new StringReader(samples.Export("findings --evidence --format csv")), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().Select(row => ((string)row["finding"], (string)row["quote"])).ToList();
        rows.ShouldBe(Lines(samples.Export("findings --evidence")).SelectMany(line => line["evidence"]!.AsArray().Select(one => ($"{line["finding"]}", $"{one!["quote"]}"))));
    }

    [Theory]
    [InlineData("findings --evidence", "SELECT count(*) = count(DISTINCT value ->> 'finding') FROM json_each($all)")]
    [InlineData("findings --evidence", "SELECT count(*) > 0 AND min(json_array_length(value, '$.supports')) > 0 FROM json_each($all) WHERE json_array_length(value, '$.evidence') = json_array_length(value, '$.supports')")]
    [InlineData("claims", "SELECT sum(value ->> 'end' > value ->> 'start') = count(*) FROM json_each($all)")]
    public void Json_lines_are_read_by_SQLite(string form, string query) => Ask(query, $"[{string.Join(',', samples.Export(form).TrimEnd('\n').Split('\n'))}]").ShouldBe(1);

    [Fact]
    public void Findings_fit_their_schema()
    {
        foreach (var line in Lines(samples.Export("findings --evidence"))) SchemaCheck.Problems(line, "export-finding").ShouldBeEmpty();
    }

    [Fact]
    public void GeoJson_is_read_by_NetTopologySuite()
    {
        var text = samples.Export("geojson");
        var plants = JsonSerializer.Deserialize<FeatureCollection>(text, GeoJson)!;
        plants.Select(plant => (string)plant.Attributes["name"]).ShouldContain("AESC Douai");
        var douai = plants.Single(plant => (string)plant.Attributes["name"] == "AESC Douai");
        douai.Geometry.ShouldBeOfType<Point>().EqualsExact(new Point(3.08, 50.37), 0.02).ShouldBeTrue();
        douai.Attributes["precision"].ShouldBe("municipality");
        SchemaCheck.Problems(JsonNode.Parse(text), "export-geojson").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Voltara Albania", "null")]
    [InlineData("Voltara Springwell", "null")]
    [InlineData("Voltara Ica", """{"type":"Point","coordinates":[-75.73,-14.07]}municipality""")]
    [InlineData("Voltara Vlora", "null")]
    public void A_plant_whose_place_the_gazetteer_does_not_have_there_has_no_point(string plant, string point)
    {
        var map = PlantMap.Make(new Gigatrace.Publishing.View(new Gigatrace.Tests.Ledger.Story().On("2025-06-01", "Daily").Says(plant, "capacity", 5).State(), MadeUp.Today));
        map["features"]!.AsArray().Select(one => $"{one!["properties"]!["name"]} {one["geometry"]?.ToJsonString() ?? "null"}{one["properties"]!["precision"]}").ShouldBe([$"{plant} {point}"]);
        SchemaCheck.Problems(map, "export-geojson").ShouldBeEmpty();
    }

    [Fact]
    public void Atom_is_read_by_the_reader_of_feeds()
    {
        var feed = Feed("atom");
        feed.Items.Count().ShouldBe(200);
        feed.Items.Select(item => item.Id).Distinct().Count().ShouldBe(200);
        feed.Items.ShouldAllBe(item => item.Id.StartsWith("tag:gigatrace.invalid,2026:change/") && item.Title.Text.Length > 0 && ((TextSyndicationContent)item.Content).Text.Length > 0);
        feed.Items.Select(item => item.LastUpdatedTime).ShouldBeInOrder(SortDirection.Descending);
        feed.LastUpdatedTime.ShouldBe(feed.Items.First().LastUpdatedTime);
        feed.Authors.Single().Name.ShouldBe("Gigatrace");
    }

    [Fact]
    public void An_entry_keeps_its_name_and_a_feed_of_fewer_has_the_latest()
    {
        var (all, few) = (Feed("atom").Items.Select(item => item.Id).ToList(), Feed("atom --most 7 --authority example.org,2026").Items.Select(item => item.Id.Replace("example.org", "gigatrace.invalid", StringComparison.Ordinal)).ToList());
        few.ShouldBe(all[..7]);
        Feed("atom douai").Items.ShouldAllBe(item => item.Title.Text.StartsWith("AESC Douai: "));
    }

    /// <summary>RFC 4287: what each feed and entry must have, once, and nothing of another space.</summary>
    [Fact]
    public void Atom_has_what_must_be_there()
    {
        var atom = System.Xml.Linq.XNamespace.Get("http://www.w3.org/2005/Atom");
        var root = System.Xml.Linq.XDocument.Parse(samples.Export("atom")).Root!;
        root.DescendantsAndSelf().ShouldAllBe(one => one.Name.Namespace == atom);
        foreach (var one in root.Elements(atom + "entry").Prepend(root))
        {
            foreach (var name in (string[])["id", "title", "updated"]) one.Elements(atom + name).Count().ShouldBe(1);
            one.Element(atom + "updated")!.Value.ShouldMatch("^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z$");
        }
    }

    [Fact]
    public void Linked_data_needs_nothing_but_itself()
    {
        var whole = JsonNode.Parse(samples.Export("jsonld"))!.AsObject();
        var prefixes = whole["@context"]!.AsObject().Select(pair => pair.Key).ToHashSet();
        Keys(whole["@graph"]!).Where(key => key[0] != '@' && !prefixes.Contains(key.Split(':')[0])).ShouldBeEmpty();
        foreach (var node in whole["@graph"]!.AsArray()) SchemaCheck.Problems(node, "export-jsonld").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT count(*) FROM json_each($all, '$.@graph') WHERE value ->> '$.oa:hasTarget.oa:hasSource.@id' IS NOT NULL AND value ->> '$.oa:hasTarget.oa:hasSource.@id' NOT IN (SELECT value ->> '$.@id' FROM json_each($all, '$.@graph'))")]
    [InlineData("SELECT count(*) - count(DISTINCT value ->> '$.@id') FROM json_each($all, '$.@graph')")]
    [InlineData("SELECT count(*) FROM json_each($all, '$.@graph') WHERE value ->> '$.oa:hasTarget.oa:hasSelector[1].oa:end' <= value ->> '$.oa:hasTarget.oa:hasSelector[1].oa:start'")]
    public void Linked_data_is_read_by_SQLite(string query) => Ask(query, samples.Export("jsonld")).ShouldBe(0);

    /// <summary>Each selector by itself finds the words in the text, as a reader of annotations would.</summary>
    [Fact]
    public void Both_selectors_find_the_words()
    {
        using var store = LedgerStore.Open(samples.Shell.Ledger, create: false);
        var texts = store.LoadDocuments().ToDictionary(stored => $"tag:gigatrace.invalid,2026:document/{stored.Document.Id}", stored => stored.Document.Text, StringComparer.Ordinal);
        var targets = JsonNode.Parse(samples.Export("jsonld"))!["@graph"]!.AsArray().Select(node => node!["oa:hasTarget"]).OfType<JsonNode>().ToList();
        targets.Count.ShouldBeGreaterThan(200);
        foreach (var target in targets)
        {
            var (text, quote, place) = (texts[$"{target["oa:hasSource"]!["@id"]}"], target["oa:hasSelector"]![0]!, target["oa:hasSelector"]![1]!);
            var span = new Span(text.FromCodePoint((int)place["oa:start"]!), text.FromCodePoint((int)place["oa:end"]!));
            text.Quote(span).ShouldBe($"{quote["oa:exact"]}");
            text.Value.IndexOf($"{quote["oa:prefix"]}{quote["oa:exact"]}{quote["oa:suffix"]}", StringComparison.Ordinal).ShouldBe(span.Start - $"{quote["oa:prefix"]}".Length);
        }
    }

    [Fact]
    public void The_page_of_formats_names_every_export()
    {
        var page = File.ReadAllText(Path.Combine(Expectations.Root, "docs/formats.md"));
        var nowhere = new Shell { Out = TextWriter.Null, Error = TextWriter.Null, In = () => Stream.Null };
        var named = Program.Verbs(nowhere).Subcommands.Single(verb => verb.Name == "export").Subcommands.Select(verb => verb.Name).ToList();
        named.Count.ShouldBeGreaterThan(6);
        foreach (var name in named) page.ShouldContain($"`export {name}");
    }

    [Theory]
    [InlineData("example.org,2026", true)]
    [InlineData("ann@example.org,2026-05-01", true)]
    [InlineData("example.org", false)]
    [InlineData("example org,2026", false)]
    [InlineData("-example.org,2026", false)]
    public void An_authority_is_a_domain_with_a_date(string authority, bool fits) => (TagUris.Of(authority) is not null).ShouldBe(fits);

    private SyndicationFeed Feed(string form)
    {
        using var xml = XmlReader.Create(new StringReader(samples.Export(form)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return SyndicationFeed.Load(xml);
    }

    private static long Ask(string query, string json)
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        using var command = memory.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("$all", json);
        return (long)command.ExecuteScalar()!;
    }

    private static IEnumerable<JsonNode> Lines(string text) => text.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!);

    private static IEnumerable<string> Keys(JsonNode? node) => node switch
    {
        JsonObject held => held.SelectMany(pair => Keys(pair.Value).Prepend(pair.Key)),
        JsonArray items => items.SelectMany(Keys),
        _ => [],
    };
}
