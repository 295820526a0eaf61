using Gigatrace.Claims;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.Tests.Publishing.Exchange;

/// <summary>What a cell says by its map: one row, one field.</summary>
public sealed class TableImportTests
{
    private const string Odd = "{}[]\":,\n-9\\\0\uD800*&!x";

    [Theory]
    [InlineData("predicate: capacity", "12", "capacity 12 GWh/yr actual")]
    [InlineData("predicate: capacity, factor: 0.001", "1,250.5", "capacity 1.2505 GWh/yr actual")]
    [InlineData("predicate: capacity", "24-30", "capacity 24–30 GWh/yr actual")]
    [InlineData("predicate: capacity", "24 – 30", "capacity 24–30 GWh/yr actual")]
    [InlineData("predicate: capacity", "-5", "capacity -5 GWh/yr actual")]
    [InlineData("predicate: capacity", "1,2", "!column 2 (V): \"1,2\" is no number; the value is left out")]
    [InlineData("predicate: capacity", "about 5", "!column 2 (V): \"about 5\" is no number; the value is left out")]
    [InlineData("predicate: capacity", "1e300", "!column 2 (V): \"1e300\" is no number; the value is left out")]
    [InlineData("predicate: capacity", " N/A ", "")]
    [InlineData("predicate: capacity", "", "")]
    [InlineData("predicate: capacity, modality: planned, basis: ceiling, qualifier: up_to", "40", "capacity 40 GWh/yr planned ceiling up_to")]
    [InlineData("predicate: investment, unit: EUR, factor: 1000000", "450", "investment 450000000 EUR actual")]
    [InlineData("predicate: investment", "450", "!column 2 (V): investment needs a currency as its unit, such as EUR; the value is left out")]
    [InlineData("predicate: status, words: {OP: operating, 'U*': under_construction}", "u/c", "status under_construction actual")]
    [InlineData("predicate: status, words: {OP: operating}, else: planned", "soon", "status planned planned")]
    [InlineData("predicate: status, words: {OP: operating, gone: ''}", "gone", "!column 2 (V): status needs a value: Where a plant stands: planned, under_construction, operating, paused, cancelled or closed.; the value is left out")]
    [InlineData("predicate: milestone, value: production_start, format: dd.MM.yyyy", "03.06.2025", "milestone production_start 2025-06-03 actual")]
    [InlineData("predicate: milestone, value: production_start, format: [MM/yyyy, yyyy]", "6/2025", "!column 2 (V): \"6/2025\" is no date in the form MM/yyyy or yyyy; the value is left out")]
    [InlineData("predicate: milestone, value: production_start, modality: planned", "2027-Q2", "milestone production_start 2027-34 planned")]
    [InlineData("predicate: founded", "2007", "founded 2007 actual")]
    [InlineData("predicate: supplies, split: ';'", "Lumen Cars; Nova", "supplies Lumen Cars actual|supplies Nova actual")]
    [InlineData("predicate: supplies, modality: {column: V, words: {'*': planned}}", "Lumen Cars", "supplies Lumen Cars planned")]
    [InlineData("predicate: chemistry", "LFP", "chemistry LFP actual")]
    [InlineData("name: x", "any, \"thing\"", "entry any, \"thing\" t/V actual")]
    public void A_cell_says(string field, string cell, string expected)
    {
        var map = Map($"subject: \"{{S}}\"\nempty: [n/a]\nfields:\n  - {{column: V, {field}}}\n");
        var said = new List<string>();
        var read = TableImport.Read($"S,V\n{Csv.Write(["Voltara Springwell", cell])}\n", "t.csv", map, problem => said.Add("!" + problem.Message));
        said.AddRange(read.SelectMany(one => one.Claims).Where(claim => claim.Rule is "row.v" or "row.x").Select(Printed));
        string.Join('|', said).ShouldBe(expected);
        foreach (var (document, claims) in read) claims.ShouldAllBe(claim => document.Text.Quote(new Span(claim.Start, claim.End)) == claim.Quote && claim.AsWritten == cell);
    }

    [Theory]
    [InlineData("delimiter: tab", "S\tV\nVoltara\t3\n", "Voltara 3")]
    [InlineData("decimal: \",\"", "S;V\nVoltara;1.234,5\n", "Voltara 1234.5")]
    [InlineData("head: 3", "A list\n\nS,V\nVoltara,3\n", "Voltara 3")]
    [InlineData("part: {column: P}", "S,P,V\nVoltara,2,3\n", "Voltara 2 3")]
    [InlineData("", "V , s\n3,Voltara\n", "Voltara 3")]
    public void A_file_is_read_as_its_map_says(string key, string text, string expected)
    {
        var map = Map($"subject: \"{{S}}\"\n{key}\nfields:\n  - {{column: [Value, V], predicate: jobs}}\n  - {{column: More, optional: true}}\n");
        var read = TableImport.Read(text, "t.csv", map, problem => throw new InvalidOperationException(problem.ToString()));
        read.Single().Claims.Where(claim => claim.Predicate is "jobs").Select(claim => $"{claim.Subject} {claim.Value}").ShouldBe([expected]);
    }

    [Fact]
    public void Whatever_stands_in_a_map_or_table_is_read_or_told()
    {
        var random = new Random(9);
        var seeds = new[] { MadeUpRegister.Map, "subject: \"{A}\"\nfields:\n  - {column: V, predicate: capacity, words: {a: b}}\n", "[[[[[[", "a: &x [*x]", "? {a: b}\n: c", "key: !!binary x" };
        var good = Map("subject: \"{S}\"\nkey: S\nregister: r\nfields:\n  - {column: V, predicate: capacity}\n  - {column: D, predicate: milestone, value: announced, format: yyyy M}\n");
        for (var round = 0; round < 3000; round++)
        {
            _ = TableMapReader.Read(Broken(seeds[random.Next(seeds.Length)], random), "m.yaml");
            var text = Broken("S,V,D\nVoltara Springwell,3,2024 1\n\"Lumen, Ica\",4,2025 2\n\"x\ny\",,-\n", random);
            _ = TableImport.Read(text, "t.csv", good, _ => { });
        }

        TableMapReader.Read(new string('[', 100_000), "m.yaml").Map.ShouldBeNull();
    }

    [Fact]
    public void Whatever_stands_in_a_claim_line_is_read_or_told()
    {
        var random = new Random(10);
        var seed = Gigatrace.Publishing.ClaimLines.Write(MadeUp.Claim("a2a2"));
        for (var round = 0; round < 3000; round++)
        {
            if (Gigatrace.Publishing.ClaimLineReader.TryRead(Broken(seed, random), out var claim, out _)) _ = ClaimDocuments.Of([(1, claim)], "c.jsonl", _ => { }).ToArray();
        }

        Gigatrace.Publishing.ClaimLineReader.TryRead(seed.Replace("can make", "\\ud800", StringComparison.Ordinal), out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("holds what is no text");
    }

    private static string Broken(string text, Random random)
    {
        var signs = text.ToList();
        for (var change = random.Next(6); change > 0 && signs.Count > 0; change--)
        {
            var at = random.Next(signs.Count);
            if (random.Next(3) == 0) signs.RemoveAt(at);
            else if (random.Next(2) == 0) signs[at] = Odd[random.Next(Odd.Length)];
            else signs.InsertRange(at, signs.Skip(random.Next(signs.Count)).Take(random.Next(20)).ToArray());
        }

        return new string([.. signs]);
    }

    private static string Printed(Claim claim) =>
        string.Join(' ', new[] { claim.Predicate, claim.Value?.ToString(), claim.Unit, claim.Object, claim.When?.Edtf, claim.Kind, claim.Modality.Name(), claim.Basis, claim.Qualifier }.Where(part => part is not null));

    private static TableMap Map(string text)
    {
        var (map, problems) = TableMapReader.Read(text, "map.yaml");
        problems.ShouldBeEmpty();
        return map!;
    }
}
