using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Claims;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Tests.Ledger;

namespace Gigatrace.Tests.Identity;

/// <summary>Names to groups: joined, kept apart, left open; people's word first; what a group is made of depends on nothing outside its component.</summary>
public sealed class NameGroupsTests
{
    /// <summary>Names that like each other in every way the table knows.</summary>
    private static readonly string[] Pool =
    [
        "Voltara", "Voltara AG", "Voltara GmbH", "Voltara Energy", "Voltara Germany", "Voltara Europe", "Volltara", "Grune Voltara", "Voltara Fund II", "Voltara Fund III",
        "Dual Peak Storage", "Deep Port Shipping", "DPS", "DPS Ltd", "Bright", "Bright Energy", "Bright Motors", "Ostara Bright", "Ostara", "Grune", "Grune Group",
        "Ann Lee", "Lee Ann", "A. Lee", "Ann Grace Lee", "Lumen Power", "Lumen Cars", "LMN", "Lumen", "Müller Zellen", "Mueller Zellen GmbH", "Muller Zellen", "Quick Cell", "Quickcell", "Cell Quick",
    ];

    private static readonly Gen<NameDecision> Decisions =
        from first in Gen.Elements(Pool)
        from second in Gen.Elements(Pool)
        from same in Gen.Elements<bool?>(true, true, false, null)
        select new NameDecision(first, second, same, "seen");

    private static readonly Gen<Case> Cases =
        from names in Gen.SubListOf(Pool)
        from used in Gen.CollectToArray(names.Select(Used))
        from decisions in Gen.Choose(0, 4).SelectMany(count => Decisions.ListOf(count))
        select new Case([.. used], [.. decisions.Where(said => said.First != said.Second)]);

    [Fact]
    public void The_order_of_names_and_judgements_does_not_matter() => Holds(one =>
    {
        var turned = NameGroups.Make(one.Names.Reverse(), Story.Knowledge.Organisations, [.. one.Decisions.Reverse()]);
        return Print(turned, one.Names) == Print(Make(one), one.Names);
    });

    [Fact]
    public void Groups_are_those_of_their_components_and_nothing_else() => Holds(one =>
    {
        var components = Components([.. one.Names.Select(name => name.Name)], one.Decisions);
        var apart = one.Names.GroupBy(name => components[name.Name], StringComparer.Ordinal).Select(part => NameGroups.Make(part, Story.Knowledge.Organisations, one.Decisions)).ToArray();
        var whole = Make(one);
        var byPart = one.Names.GroupBy(name => components[name.Name], StringComparer.Ordinal).Zip(apart).SelectMany(pair => pair.First.Select(name => $"{name.Name} = {pair.Second.Find(name.Name)}"));
        return Sorted(byPart) == Sorted(one.Names.Select(name => $"{name.Name} = {whole.Find(name.Name)}"))
            && Sorted(apart.SelectMany(part => part.Joins).Select(join => join.ToString())) == Sorted(whole.Joins.Select(join => join.ToString()))
            && Sorted(apart.SelectMany(part => part.Open).Select(open => open.ToString())) == Sorted(whole.Open.Select(open => open.ToString()));
    });

    [Fact]
    public void What_a_person_keeps_apart_is_never_one() => Holds(one =>
    {
        var groups = Make(one);
        return one.Decisions.Where(said => said.Same is false && one.Has(said.First) && one.Has(said.Second)).All(said => groups.Find(said.First) != groups.Find(said.Second));
    });

    [Fact]
    public void What_a_person_joins_is_one_unless_another_judgement_says_no() => Holds(one =>
    {
        if (one.Decisions.Any(said => said.Same is not true)) return true;
        var groups = Make(one);
        return one.Decisions.Where(said => one.Has(said.First) && one.Has(said.Second)).All(said => groups.Find(said.First) == groups.Find(said.Second));
    });

    [Theory]
    [InlineData(Verdict.Same)]
    [InlineData(Verdict.NotSame)]
    [InlineData(Verdict.Undecided)]
    public void A_judgement_that_is_taken_back_was_never_there(Verdict verdict)
    {
        foreach (var (first, second) in ((string, string)[])[("Voltara", "Lumen Power"), ("Bright", "Bright Energy"), ("Brandnew", "Brandnew AG"), ("Brandnew", "Nobody")])
        {
            Story Told() => new Story().On("2024-01-01", "Daily").Says("Voltara", "founded", when: "2001").Says("Lumen Power", "founded", when: "2005").Says("Bright Energy", "founded", when: "2001").Says("Bright", "founded", when: "2001")
                .On("2024-02-02", "Weekly").Says("Brandnew AG", "founded", when: "2010").Says("Brandnew", "founded", when: "2010").Says("Brandnew Co.", "founded", when: "2010");
            Print(Told().Judge(verdict, first, second, withdrawn: true).State()).ShouldBe(Print(Told().State()));
        }
    }

    [Fact]
    public void Judgements_that_contradict_each_other_are_put_to_a_person()
    {
        var groups = Make(["Voltara AG", "Bright", "Ostara"], [new("Bright", "Ostara", true, "r1"), new("Bright", "Voltara AG", true, "r2"), new("Ostara", "Voltara AG", false, "r3")]);
        groups.Find("Ostara").ShouldBe(groups.Find("Bright"));
        groups.Find("Voltara AG").ShouldNotBe(groups.Find("Bright"));
        groups.Open.Single().Why.ShouldBe("a person said so: r2; but Ostara and Voltara AG are kept apart: r3");
    }

    [Fact]
    public void Letters_that_could_stand_for_two_join_neither()
    {
        Make(["DPSX", "Dual Peak Storage Xenon"], []).Find("DPSX").ShouldBe("DPSX");
        Make(["DPSX", "Dual Peak Storage Xenon"], []).Joins.ShouldHaveSingleItem();
        var both = Make(["DPSX", "Dual Peak Storage Xenon", "Deep Port Shipping Xylem"], []);
        (both.Joins.Length, both.Open.Length).ShouldBe((0, 2));
        Make(["DPSX", "Dual Peak Storage Xenon", "Deep Port Shipping Xylem"], [new("DPSX", "Deep Port Shipping Xylem", false, "r")]).Find("Dual Peak Storage Xenon").ShouldBe("DPSX");
    }

    /// <summary>Ventures, parents, brands and owners stay apart though their names are alike; other names of one company come together.</summary>
    [Fact]
    public void Relatives_stay_apart()
    {
        string[][] expected =
        [
            ["AESC", "AESC Group Ltd.", "Envision AESC", "Envision AESC Group"], ["AESC-Renault Envision JV"], ["Envision Group"],
            ["CATL", "Contemporary Amperex Technology Co., Limited"], ["Contemporary Amperex Technology Thuringia GmbH"],
            ["LG Chem", "LG Chem Ltd."], ["LG Energy Solution", "LG Energy Solution, Ltd.", "LGES"], ["LG Energy Solution-Stellantis"],
            ["Northvolt", "Northvolt AB"], ["Northvolt Ett"], ["PowerCo", "PowerCo SE"], ["Volkswagen", "Volkswagen AG"],
            ["SK Innovation"], ["SK On", "SK On Co., Ltd."], ["Samsung"], ["Samsung SDI", "Samsung SDI Co., Ltd."], ["Stellantis", "Stellantis N.V."],
        ];
        var names = expected.SelectMany(group => group).ToArray();
        var groups = NameGroups.Make(names.Select(Name), Knowledge.From(new KnowledgeSource()).Organisations, []);
        names.GroupBy(name => groups.Find(name), StringComparer.Ordinal).Select(group => string.Join(" = ", group)).Order(StringComparer.Ordinal).ShouldBe(expected.Select(group => string.Join(" = ", group)).Order(StringComparer.Ordinal));
        groups.Open.ShouldBeEmpty();
    }

    [Fact]
    public void Each_join_says_why() =>
        Make(["Brandnew Cells", "Brandnew Cells GmbH", "Brandnew Cells AG", "BrandnewCells", "Brandnew Battery", "Voltara Energy", "Voltara"], []).Joins.Select(join => $"{join.Entity}: {join.Why}").ShouldBe(
        [
            "BrandnewCells: Brandnew Cells = Brandnew Cells AG: they differ in the legal form only (+0.9)",
            "BrandnewCells: Brandnew Cells = Brandnew Cells GmbH: they differ in the legal form only (+0.9)",
            "BrandnewCells: Brandnew Cells = BrandnewCells: the same letters, with other spaces (+0.85)",
            "Voltara: Voltara = Voltara Energy: both are names of Voltara in the lexicon (+1)",
        ]);

    [Theory]
    [InlineData("the lexicon's name", "Voltara", "Grune Voltara 2001-01-01", "Voltara 2020-01-01")]
    [InlineData("the one known first", "Brandnew Cells GmbH", "Brandnew Cells GmbH 2019-01-01", "Brandnew Cells 2020-01-01")]
    [InlineData("then the shorter", "Brandnew Cells", "Brandnew Cells GmbH 2020-01-01", "Brandnew Cells 2020-01-01")]
    [InlineData("then by the alphabet", "BRANDNEW CELLS", "Brandnew Cells 2020-01-01", "BRANDNEW CELLS 2020-01-01")]
    public void A_group_is_printed_with(string which, string expected, params string[] names)
    {
        var used = names.Select(name => Name(name[..^11]) with { Known = DateOnly.ParseExact(name[^10..], "yyyy-MM-dd", null) }).ToArray();
        var groups = NameGroups.Make(used, Story.Knowledge.Organisations, []);
        used.Select(name => groups.Find(name.Name)).Distinct(StringComparer.Ordinal).ShouldBe([expected], which);
    }

    /// <summary>Whatever is learned later of places, owners and persons, names of two components never meet.</summary>
    [Fact]
    public void Later_knowledge_never_joins_two_components() => Holds(one =>
    {
        var components = Components([.. one.Names.Select(name => name.Name)], one.Decisions);
        var groups = Make(one);
        return one.Names.GroupBy(name => groups.Find(name.Name), StringComparer.Ordinal).All(group => group.Select(name => components[name.Name]).Distinct(StringComparer.Ordinal).Count() == 1)
            && groups.Open.All(open => components[open.First] == components[open.Second]);
    });

    [Fact]
    public void Components_are_finer_than_shared_words()
    {
        var components = Components(["Bright Energy", "Grune Energy", "Voltara Germany", "Lumen Germany", "Lumen Cars", "Lumen Power", "Bright", "Ostara Bright"], []);
        components.Values.Distinct(StringComparer.Ordinal).Count().ShouldBe(6);
        components["Bright Energy"].ShouldBe(components["Bright"]);
        components["Ostara Bright"].ShouldBe(components["Bright"], "Ostara may turn out to own Bright");
    }

    /// <summary>A block of any size is looked at: a hundred spellings of one name are one group.</summary>
    [Fact]
    public void No_block_is_too_large()
    {
        string[] forms = ["", " AG", " GmbH", " Ltd", " Inc.", " Co.", " S.A.", " B.V.", " Oy", " AB"];
        var names = (from form in forms from word in (string[])["Hundredfold", "HUNDREDFOLD", "Hundredfold,", "Hundred-Fold", "hundredfold", "Hundred Fold", "HundredFold", "Hundred fold", "HUNDRED FOLD", "Hundredfold."] select word + form).ToArray();
        var groups = Make(names, []);
        names.Select(name => groups.Find(name)).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    /// <summary>What blocks bring together is all that the table would join or leave open.</summary>
    [Fact]
    public void Blocks_miss_no_pair_that_counts()
    {
        var forms = NameComparisonTests.LexiconNames().Where((_, at) => at % 8 == 0).Concat(Pool).Select(name => NameForm.Of(Name(name), new NameTable([]))).ToArray();
        var met = NameBlocks.Pairs(forms).ToHashSet();
        var missed = from a in Enumerable.Range(0, forms.Length)
                     from b in Enumerable.Range(a + 1, forms.Length - a - 1)
                     where !met.Contains((a, b)) && NameComparison.Compare(forms[a], forms[b]).Score >= NameComparison.Unsure
                     select $"{forms[a].Name} | {forms[b].Name}";
        missed.ShouldBeEmpty();
    }

    /// <summary>Twice the names, about twice the pairs to compare: 4.2 times for four times as many are measured.</summary>
    [Fact]
    public void The_cost_grows_with_the_number_of_names()
    {
        int Pairs(int count) => NameBlocks.Pairs([.. Made(count).Select(name => NameForm.Of(Name(name), Story.Knowledge.Organisations))]).Count;
        var (once, fourfold) = (Pairs(3_000), Pairs(12_000));
        ((double)fourfold / once).ShouldBeLessThan(5.5);
        fourfold.ShouldBeLessThan(12_000 * 3);
    }

    /// <summary>By name the first of all names that likeness or a judgement ties it to.</summary>
    private static Dictionary<string, string> Components(string[] names, IReadOnlyList<NameDecision> decisions)
    {
        var first = names.ToDictionary(name => name, name => name, StringComparer.Ordinal);
        var judged = from said in decisions from one in Written(said.First) from other in Written(said.Second) select (one, other);
        var ties = NameGroups.Alike(names, Story.Knowledge.Organisations).Concat(judged);
        foreach (var (one, other) in ties)
        {
            var (kept, lost) = string.CompareOrdinal(first[one], first[other]) < 0 ? (first[one], first[other]) : (first[other], first[one]);
            foreach (var name in names.Where(name => first[name] == lost).ToArray()) first[name] = kept;
        }

        return first;

        IEnumerable<string> Written(string said) => names.Where(name => NameTable.Key(name) == NameTable.Key(said));
    }

    private static IEnumerable<string> Made(int count)
    {
        string[] lines = ["", " Energy", " Battery", " Systems", " Bank"], forms = ["", " GmbH", " Co., Ltd.", " Germany", " II", " Europe"];
        var random = new Random(7);
        for (var made = 0; made < count; made += 2)
        {
            var word = string.Concat(Enumerable.Range(0, 4).Select(_ => "bcdfghklmnprstvwz"[random.Next(17)].ToString() + "aeiouy"[random.Next(6)]));
            var stem = word + lines[random.Next(lines.Length)];
            yield return stem;
            yield return stem + " Holding" + forms[random.Next(forms.Length)];
        }
    }

    private static void Holds(Func<Case, bool> law) => Prop.ForAll(Cases.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static NameGroups Make(Case one) => NameGroups.Make(one.Names, Story.Knowledge.Organisations, one.Decisions);

    private static NameGroups Make(string[] names, NameDecision[] decisions) => NameGroups.Make(names.Select(Name), Story.Knowledge.Organisations, decisions);

    private static UsedName Name(string name) => new(name, name.Contains("Lee", StringComparison.Ordinal), DateOnly.MinValue, ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty);

    private static Gen<UsedName> Used(string name) =>
        from day in Gen.Choose(0, 3)
        from place in Gen.Elements("", "", "ica", "vlora")
        from parent in Gen.Elements("", "", "grune", "ostara")
        select Name(name) with { Known = new DateOnly(2020, 1, 1).AddDays(day), Places = Set(place), Parents = Set(parent) };

    private static ImmutableHashSet<string> Set(string key) => key.Length == 0 ? [] : [key];

    private static string Print(NameGroups groups, IEnumerable<UsedName> names) =>
        $"{Sorted(names.Select(name => $"{name.Name} = {groups.Find(name.Name)}"))}\n{Sorted(groups.Joins.Select(join => join.ToString()))}\n{Sorted(groups.Open.Select(open => open.ToString()))}";

    private static string Print(State state) =>
        string.Join('\n', state.Findings.Select(finding => $"{finding.Subject} {finding.Topic} {finding.Value} {finding.KnownFrom}").Concat(state.Companies.Select(company => company.Name)).Concat(state.Queue.Select(row => $"{row.Name} {string.Join(',', row.Candidates)} {row.Why}")).Concat(state.Entities.Select(entity => $"{entity.Name} {string.Join(',', entity.Aliases)}")));

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private sealed record Case(ImmutableArray<UsedName> Names, ImmutableArray<NameDecision> Decisions)
    {
        public override string ToString() =>
            string.Join("; ", Names.Select(name => $"{name.Name} {name.Known:dd} {string.Join(',', name.Places)} {string.Join(',', name.Parents)}")) + " | " + string.Join("; ", Decisions);

        public bool Has(string name) => Names.Any(used => used.Name == name);
    }
}
