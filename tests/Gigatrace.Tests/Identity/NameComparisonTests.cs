using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Identity;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Identity;

/// <summary>Pairs of names: one organisation, left for a person to look at, or two. Where a pair is of the lexicon, the lexicon is not asked unless it says so.</summary>
public sealed class NameComparisonTests
{
    private static readonly NameTable Nothing = new([]);
    private static readonly NameTable Lexicon = Gigatrace.Ledger.Knowledge.From(new KnowledgeSource()).Organisations;

    [Theory]
    [InlineData("Siemens AG", "SiemensAG", "joined")]
    [InlineData("Siemens AG", "Siemens Aktiengeselschaft", "legal-form")]
    [InlineData("Brandnew Cells", "Brandnew Cells Co., Ltd.", "legal-form")]
    [InlineData("Brandnew Cells Sp. z o.o.", "Brandnew Cells", "legal-form")]
    [InlineData("ООО Волтара", "Voltara", "legal-form")]
    [InlineData("ПАО «Волтара»", "Voltara PJSC", "legal-form")]
    [InlineData("Публичное акционерное общество Волтара", "PAO Voltara", "legal-form")]
    [InlineData("株式会社ボルタラ", "ボルタラ", "legal-form")]
    [InlineData("宁德时代新能源科技股份有限公司", "宁德时代新能源科技", "legal-form")]
    [InlineData("주식회사 볼타라", "볼타라", "legal-form")]
    [InlineData("Voltara Kabushiki Kaisha", "Voltara K.K.", "legal-form")]
    [InlineData("Voltara Oyj", "Voltara", "legal-form")]
    [InlineData("Voltara Zrt.", "Voltara", "legal-form")]
    [InlineData("Voltara s.r.o.", "Voltara", "legal-form")]
    [InlineData("PT Voltara Tbk", "Voltara", "legal-form")]
    [InlineData("Hyundai Motor Group-SK On", "SK On-Hyundai Motor Group", "partners")]
    [InlineData("Voltara-Lumen", "Lumen-Voltara", "partners")]
    [InlineData("Müller Zellen", "Mueller Zellen", "spelling")]
    [InlineData("Smörgås Kraft", "Smoergaas Kraft", "spelling")]
    [InlineData("Straßen Kraft", "Strassen Kraft", "exact")]
    [InlineData("Łódź Kraft", "Lodz Kraft", "exact")]
    [InlineData("Bell & Howe", "Bell and Howe", "spelling")]
    [InlineData("The Bell Howe Group", "Bell Howe", "spelling")]
    [InlineData("World Cell Organisation", "World Cell Organization", "spelling")]
    [InlineData("Brigade Forty-Four", "Brigade 44", "spelling")]
    [InlineData("Voltara Fund II", "Voltara Fund 2", "spelling")]
    [InlineData("Good Will", "Goodwill", "joined")]
    [InlineData("Voltara.com, Inc.", "Voltara", "legal-form")]
    [InlineData("Asian Bank of Cells (ABC)", "Asian Bank of Cells", "legal-form")]
    [InlineData("Voltara Natl. Bank", "Voltara National Bank", "spelling")]
    [InlineData("Solid Voltara Cells", "Voltara Solid Cells", "turned")]
    [InlineData("DPSX", "Dual Peak Storage Xenon", "acronym")]
    public void One(string first, string second, string row) => Check(first, second, "same", row);

    [Theory]
    [InlineData("Bright Energy", "Bright", "general-word")]
    [InlineData("Voltara Europe", "Voltara", "region-word")]
    [InlineData("Voltara JV", "Voltara", "venture-word")]
    [InlineData("Northbold", "Nortbold", "typo")]
    [InlineData("Brandnew Cells AG", "Brandnew Cells GmbH", "legal-form", "other-form")]
    [InlineData("DPS", "Dual Peak Storage", "short-acronym")]
    [InlineData("Voltara Fund II", "Voltara Fund III", "other-number")]
    [InlineData("Voltara Trust 2004-1", "Voltara Trust 2005-1", "other-number")]
    [InlineData("Aple", "Apple", "typo")]
    [InlineData("Nokai", "Nokia", "typo")]
    [InlineData("V0ltara", "Voltara", "typo")]
    [InlineData("Kwickcell", "Quickcell", "typo")]
    public void Left_open(string first, string second, params string[] rows) => Check(first, second, "unsure", rows);

    [Theory]
    [InlineData("LG Chem", "LG Energy Solution", "other-word")]
    [InlineData("Samsung", "Samsung SDI", "other-word")]
    [InlineData("Envision", "Envision AESC", "other-word")]
    [InlineData("Northvolt", "Northvolt Ett", "other-word")]
    [InlineData("SK On", "SK Innovation", "other-word")]
    [InlineData("Volkswagen", "PowerCo", "")]
    [InlineData("CATL", "Contemporary Amperex Technology Thuringia GmbH", "other-word")]
    [InlineData("Contemporary Amperex Technology", "Contemporary Amperex Technology Thuringia GmbH", "place")]
    [InlineData("AESC", "AESC-Renault Envision JV", "other-word")]
    [InlineData("LG Energy Solution", "LG Energy Solution-Stellantis", "other-word")]
    [InlineData("General Motors-Samsung SDI", "General Motors-LG Energy Solution", "other-word")]
    [InlineData("Voltara Germany", "Voltara", "place")]
    [InlineData("Voltara Germany", "Voltara France", "place")]
    [InlineData("Voltara Deutschland GmbH", "Voltara France SAS", "place")]
    [InlineData("Bank of Armenia", "Bank of America", "place")]
    [InlineData("Voltara Fund II", "Voltara Fund", "number")]
    [InlineData("CATL", "CALB", "")]
    [InlineData("CATL", "CATT", "other-word")]
    [InlineData("BAIC Motor", "SAIC Motor", "other-word")]
    [InlineData("Bright Energy", "Bright Motors", "other-word")]
    [InlineData("Voltara Systems", "Voltara Industries", "other-word")]
    [InlineData("Voltara Bank", "Voltara", "business-word")]
    public void Two(string first, string second, string row) => Check(first, second, "two", row.Length == 0 ? null : row);

    [Theory]
    [InlineData("Envision AESC", "AESC", "same")]
    [InlineData("Contemporary Amperex Technology Co., Limited", "CATL", "same")]
    [InlineData("Samsung SDI Co., Ltd.", "Samsung SDI", "same")]
    [InlineData("Envision Group", "Envision AESC", "two")]
    [InlineData("LG Chem", "LGES", "two")]
    [InlineData("Samsung Group", "Samsung SDI", "two")]
    [InlineData("SK On Co.", "SK Innovation", "two")]
    [InlineData("Volkswagen Group", "PowerCo SE", "two")]
    public void By_the_lexicon(string first, string second, string expected) => Verdict(Compare(first, second, Lexicon)).ShouldBe(expected);

    [Theory]
    [InlineData("Ann Bo Lee", "Lee, Ann Bo", "same")]
    [InlineData("Dr. Ann Lee", "Ann Lee", "same")]
    [InlineData("A. Lee", "Ann Lee", "unsure")]
    [InlineData("Ann Grace Lee", "Ann Lee", "unsure")]
    [InlineData("Sergej Petrow", "Sergey Petrow", "unsure")]
    [InlineData("Ann Lee", "Bob Lee", "two")]
    [InlineData("Ann G. Lee", "Ann B. Lee", "two")]
    public void Persons(string first, string second, string expected) => Verdict(Compare(first, second, Nothing, person: true)).ShouldBe(expected);

    [Fact]
    public void What_is_known_of_places_and_owners_adds_up()
    {
        var (a, b) = (Form("Bright Energy", Nothing), Form("Bright", Nothing));
        NameComparison.Compare(a with { Places = Set("ica") }, b with { Places = Set("ica") }).Why.ShouldBe("they differ in a general word only: energy (+0.6); both have a plant at one place (+0.2)");
        NameComparison.Compare(a with { Parents = Set("bright") }, b).Why.ShouldBe("one owns the other (-1); they differ in a general word only: energy (+0.6)");
        NameComparison.Compare(Form("Ostara Quick", Nothing), Form("Quick", Nothing) with { Parents = Set("ostara") }).Why.ShouldBe("one is the other with its owner's name before it (+0.85)");
    }

    [Fact]
    public void Every_decision_says_why_and_the_order_of_the_two_does_not_matter()
    {
        string[] names = ["Voltara", "Voltara Energy", "Voltara Germany", "Voltara Fund II", "Voltara AG", "Voltara GmbH", "Vultara", "Energy Voltara", "VFT", "Voltara First Tower", "Grune", "Voltara Bank"];
        foreach (var first in names)
        {
            foreach (var second in names)
            {
                var found = Compare(first, second, Nothing);
                found.Why.ShouldNotBeEmpty();
                found.Why.ShouldBe(Compare(second, first, Nothing).Why);
                found.Score.ShouldBe(Compare(second, first, Nothing).Score);
            }
        }
    }

    /// <summary>The names of the lexicon, compared without it: what the table joins is nearly always one organisation.</summary>
    [Fact]
    public void The_table_alone_seldom_joins_two_organisations_of_the_lexicon()
    {
        var forms = LexiconNames().Select(name => Form(name, Nothing)).ToArray();
        var joined = NameBlocks.Pairs(forms).Select(pair => (A: forms[pair.A], B: forms[pair.B])).Where(pair => NameComparison.Compare(pair.A, pair.B).Same).ToArray();
        var right = joined.Count(pair => Lexicon.Find(pair.A.Name) == Lexicon.Find(pair.B.Name));
        right.ShouldBeGreaterThan(1000);
        ((double)right / joined.Length).ShouldBeGreaterThan(0.96);
    }

    internal static IEnumerable<string> LexiconNames() =>
        new KnowledgeSource().Table("lexicon/organisations.tsv").SelectMany(row => row[2].Split('|').Append(row[0])).Select(name => NameLexicon.WithoutYears(name.TrimStart('='))).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    private static void Check(string first, string second, string expected, params string?[] rows)
    {
        var found = Compare(first, second, Nothing);
        Verdict(found).ShouldBe(expected, found.Why);
        foreach (var row in rows.OfType<string>()) found.Rows.ShouldContain(row, found.Why);
    }

    private static string Verdict(Comparison found) => found.Same ? "same" : found.Unsure ? "unsure" : "two";

    private static Comparison Compare(string first, string second, NameTable table, bool person = false) => NameComparison.Compare(Form(first, table, person), Form(second, table, person));

    private static NameForm Form(string name, NameTable table, bool person = false) => NameForm.Of(new UsedName(name, person, DateOnly.MaxValue, Set(), Set()), table);

    private static ImmutableHashSet<string> Set(params string[] keys) => [.. keys];
}
