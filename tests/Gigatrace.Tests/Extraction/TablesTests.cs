namespace Gigatrace.Tests.Extraction;

/// <summary>Tables whose heads no list knows, and lists below a heading: text → its claims of one predicate as "subject value object when".</summary>
public sealed class TablesTests
{
    [Theory]
    [InlineData("# EV batteries of the world in 2022\n\n| Place | Who | GWh | % of all |\n|---|---|---|---|\n| 1 | CATL | 191.6 | 37.0 |\n| 2 | BYD | 70.4 | 13.6 |\n", "market_share", "CATL 37  2022", "BYD 13.6  2022")]
    [InlineData("# Batteries\n\n## 2021, world\n\n| Name | In % | Year before, % |\n|---|---|---|\n| CATL | 32.6 | 24.6 |\n| Panasonic | 12.2 | 18.4 |\n", "market_share", "CATL 32.6  2021", "CATL 24.6  2020", "Panasonic 12.2  2021", "Panasonic 18.4  2020")]
    [InlineData("# Biggest battery makers of 2023\n\n| Maker | GWh | Growth |\n|---|---|---|\n| CATL | 259.7 | 40.8 % |\n| BYD | 111.4 | 37.9 % |\n", "market_share")]
    [InlineData("# Biggest battery makers of 2023\n\n| Maker | Installed | Share |\n|---|---|---|\n| CATL | 259.7 GWh | 36.8 % |\n| BYD | 111.4 GWh | 15.8 % |\n", "capacity")]
    public void Parts_of_a_whole_are_shares_of_the_market(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# BMW: battery cells\n\n## From whom\n\n| House | Goes into | Note |\n|---|---|---|\n| CATL | iX3 | since 2020 |\n| Samsung SDI | i4 | |\n", "CATL  BMW 2020", "Samsung SDI  BMW ")]
    [InlineData("# EVE Energy\n\nBattery cells.\n\n## Cars with their cells\n\n| Marque | Vehicle | How sure? |\n|---|---|---|\n| Xpeng | P5 | certain |\n| GAC | Aion Y | certain |\n", "EVE Energy  XPeng ", "EVE Energy  GAC Group ")]
    [InlineData("# Batteries in cars on sale\n\n| Vehicle | Cells |\n|---|---|\n| Hyundai Ioniq 5 | SK On |\n| Tesla Model 3 | CATL |\n", "SK On  Hyundai ", "CATL  Tesla ")]
    [InlineData("# Battery contracts\n\n| Cell house | Carmaker | Remarks |\n|---|---|---|\n| CATL | Stellantis | LFP cells |\n| Samsung SDI | Hyundai | lost |\n", "CATL  Stellantis ")]
    [InlineData("# General Motors and batteries\n\n## Who delivers\n\n- LG Energy Solution: Bolt EUV\n- Samsung SDI (prismatic cells, from 2027)\n- SK On?\n", "LG Energy Solution  General Motors ", "Samsung SDI  General Motors 2027")]
    [InlineData("# SK On\n\nBattery cells from Korea.\n\n## Cells for\n\n- Hyundai, Kia: Ioniq 5, EV6\n- Nissan, from 2028\n", "SK On  Hyundai ", "SK On  Kia ", "SK On  Nissan 2028")]
    [InlineData("# Electric cars: sales of May\n\nEach has a battery.\n\n| Brand | Model | Units |\n|---|---|---|\n| Tesla | Model Y | 12,000 |\n| Renault | Megane E-Tech | 3,400 |\n")]
    [InlineData("# Car plants with battery assembly\n\n| Carmaker | Town | Units a year |\n|---|---|---|\n| Tesla | Grünheide | 375,000 |\n| BMW | Debrecen | 150,000 |\n")]
    public void Who_makes_cells_delivers_to_who_makes_cars(string text, params string[] expected) => Claims(text, "supplies").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# Volkswagen and batteries\n\n## Where they bought in\n\n- Gotion (about 25 %, since Dec 2021)\n- Northvolt (a fifth)\n- QuantumScape (small)\n", "Gotion 25 Volkswagen 2021-12", "Northvolt 20 Volkswagen ", "QuantumScape  Volkswagen ")]
    [InlineData("# ACC\n\nBattery cells.\n\n## Owners\n\n- Stellantis 45 %\n- Mercedes-Benz 30 %\n", "ACC 45 Stellantis ", "ACC 30 Mercedes-Benz ")]
    [InlineData("# Volkswagen and batteries\n\n## Participations\n\n| In | How much | When |\n|---|---|---|\n| Gotion | 24.8 % | 2021 |\n| Northvolt | 21 % | 2019 |\n", "Gotion 24.8 Volkswagen 2021", "Northvolt 21 Volkswagen 2019")]
    [InlineData("# Ultium Cells\n\nBattery venture of General Motors and LG Energy Solution, 50:50.\n", "Ultium Cells 50 General Motors ", "Ultium Cells 50 LG Energy Solution ")]
    public void A_heading_says_that_shares_are_held(string text, params string[] expected) => Claims(text, "stake").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("capacity", "Honda-GS Yuasa Ritto 20  ", "Prime Planet Energy & Solutions 4  ")]
    [InlineData("investment", "Honda-GS Yuasa Ritto 434100000000  ", "Prime Planet Energy & Solutions 30000000000  ")]
    [InlineData("funding", "Honda-GS Yuasa Ritto 158700000000 METI ", "Prime Planet Energy & Solutions 9000000000 METI ")]
    [InlineData("milestone", "Honda-GS Yuasa Ritto production_start  2027-10", "Prime Planet Energy & Solutions production_start  2026")]
    [InlineData("partnership", "Honda  GS Yuasa ")]
    public void Figures_of_companies_are_those_of_the_works_that_a_remark_gives_them(string predicate, params string[] expected) =>
        Claims("---\npublished: 2023-05-02\n---\n# Battery aid of METI\n\n## Table (¥ bn)\n\n| Who | Spend | Support, up to | GWh/yr | From |\n|---|---|---|---|---|\n| Honda + GS Yuasa | 434.1 | 158.7 | 20 | Oct 2027 |\n| Prime Planet Energy & Solutions | 30 | 9 | 4 | 2026 |\n\n- Honda: joint works in Ritto, Shiga\n", predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# Battery makers\n\n| Company | Revenue, $ bn | Staff |\n|---|---|---|\n| CATL | 56 | 116,000 |\n| LG Energy Solution | 25 | 12,000 |\n", "investment")]
    [InlineData("---\npublished: 2023-06-01\n---\n# Korean battery makers in America\n\n| Pair | Output (GWh/yr) | Jobs |\n|---|---|---|\n| SK On + Hyundai | 35 | 3,500 |\n| Samsung SDI / GM | 27 | 1,700 |\n\nSK On and Hyundai build in Bartow County, Georgia.\n", "capacity", "SK On-Hyundai Bartow County 35  ", "Samsung SDI-General Motors 27  ")]
    [InlineData("---\npublished: 2022-03-01\n---\n# Battery plans\n\n| Firm | GWh by 2025 |\n|---|---|\n| CALB | 500 |\n| SVOLT | 600 |\n", "capacity", "CALB 500  2025", "SVOLT 600  2025")]
    [InlineData("# Battery makers of Thailand\n\n| Venture | Who is in it | Capacity |\n|---|---|---|\n| NV Gotion | Nuovo Plus 51 %, Gotion 49 % | 2 GWh |\n| EVE Energy | | 1 GWh |\n", "stake", "NV Gotion 51 Nuovo Plus ", "NV Gotion 49 Gotion ")]
    [InlineData("# Battery makers and their owners\n\n| Cell maker | Belongs to |\n|---|---|\n| SK On | SK Innovation |\n| PowerCo | Volkswagen |\n", "parent", "SK On  SK Innovation ", "PowerCo  Volkswagen ")]
    public void Rows_of_companies_give_what_each_plans(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# BMW: battery cells\n\n## Contracts\n\n| Supplier | From | For |\n|---|---|---|\n| Samsung SDI | Göd (Hungary) | i4 |\n| CATL | Debrecen | iX3 |\n", "supplies", "Samsung SDI Göd  BMW ", "CATL Debrecen  BMW ")]
    [InlineData("# EVE Energy\n\nBattery cells.\n\n## Customers\n\n| who | car | remark |\n|---|---|---|\n| Xpeng | P5 | since last year |\n| GAC | Aion Y | small |\n", "supplies", "EVE Energy  XPeng ", "EVE Energy  GAC Group ")]
    [InlineData("# Battery works of ACC\n\n| Plant | GWh | Where we are |\n|---|---|---|\n| Douvrin | 15 | running |\n| Termoli | 40 | dropped |\n| Kaiserslautern | 40 | on hold |\n", "status", "ACC Douvrin operating  ", "ACC Termoli cancelled  ", "ACC Kaiserslautern paused  ")]
    [InlineData("# Solid-state battery makers\n\n| | Base | Boss |\n|---|---|---|\n| Factorial | Methuen MA | [[Siyu Huang]], CEO |\n| QuantumScape | San José | [[Siva Sivaram]], CEO |\n", "role", "Siyu Huang CEO Factorial Energy ", "Siva Sivaram CEO QuantumScape ")]
    [InlineData("# ProLogium\n\nBattery cells.\n\n## Shareholders, friends\n\n- Mercedes-Benz: 3 % since 2022\n- VinFast: a letter of intent that has led nowhere so far, they say\n", "stake", "ProLogium 3 Mercedes-Benz 2022")]
    public void A_table_says_what_its_columns_mean_together(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# EV batteries in the first half of 2023\n\n1. **CATL**: 112 GWh (36.8 %)\n2. **BYD**: 47.7 GWh (15.7 %)\n", "CATL 36.8  2023-40", "BYD 15.7  2023-40")]
    public void A_list_of_what_was_sold_gives_shares(string text, params string[] expected) => Claims(text, "market_share").ShouldBe(expected);

    private static List<string> Claims(string text, string predicate) =>
        [.. ClaimsOf.Text(text, predicate, "note.md").Select(claim => $"{claim.Subject} {claim.Value} {claim.Object} {claim.When}")];
}
