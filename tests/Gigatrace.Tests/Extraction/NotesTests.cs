namespace Gigatrace.Tests.Extraction;

/// <summary>What is not prose: text → its claims of one predicate as "subject value object when".</summary>
public sealed class NotesTests
{
    [Theory]
    [InlineData("# Verkor Dunkirk\n\nBattery plant.\n\n- Capacity: 16 GWh a year\n- Start: July 2025\n", "milestone", "Verkor Dunkirk production_start  2025-07")]
    [InlineData("# Verkor Dunkirk\n\nBattery plant.\n\n| item | figure |\n|---|---|\n| capex | €1.5bn |\n| direct jobs | 1,200 |\n", "jobs", "Verkor Dunkirk 1200  ")]
    [InlineData("# Verkor Dunkirk\n\nBattery plant.\n\n| item | figure |\n|---|---|\n| investment needed | €90m per GWh |\n", "investment")]
    [InlineData("# Batteries\n\n| | Verkor Dunkirk | ACC Termoli |\n|---|---|---|\n| GWh/yr now | 16 | 8 |\n", "capacity", "Verkor Dunkirk 16  ", "ACC Termoli 8  ")]
    [InlineData("# Batteries\n\n| Company | Shareholders | Since |\n|---|---|---|\n| ACC | Stellantis 45 %, Mercedes-Benz 30 % | 2021 |\n", "stake", "ACC 45 Stellantis 2021", "ACC 30 Mercedes-Benz 2021")]
    [InlineData("# CALB battery plants\n\nLegend: ● running ◐ being built\n\n| Site | GWh | St. |\n|---|---|---|\n| Xiamen | 20 | ● |\n| Jiangmen | 50 | ◐ |\n", "status", "CALB Xiamen operating  ", "CALB Jiangmen under_construction  ")]
    public void A_label_says_what_stands_beside_it(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# Battery makers\n\nLeague table of installations in 2023:\n\n1. CATL – 36.8% (+0.6pp)\n2. BYD – 15.8\n", "market_share", "CATL 36.8  2023", "BYD 15.8  2023")]
    [InlineData("# Battery makers\n\nTheir workers in percent of women:\n\n1. CATL – 36.8%\n2. BYD – 15.8\n", "market_share")]
    [InlineData("# Battery makers\n\nWho makes most:\n\n- CATL (China) – 34% market share\n- LG Energy Solution (South Korea) – 14.2%\n", "market_share", "CATL 34  ", "LG Energy Solution 14.2  ")]
    [InlineData("# Battery plants\n\n- Douvrin: ACC runs a factory with 13 GWh a year.\n- Salzgitter (Germany): PowerCo builds. 20 GWh a year.\n- Termoli: 40 GWh a year were talked of.\n", "capacity", "ACC Douvrin 13  ", "PowerCo Salzgitter 20  ")]
    [InlineData("# AESC batteries\n\n- plant in Florence, South Carolina\n- Florence → BMW, for Spartanburg\n", "supplies", "AESC Florence  BMW ")]
    [InlineData("# CALB\n\nMakes battery cells.\n\n## Customers\n\n- Xpeng, Leapmotor\n- Volkswagen? talks only\n", "supplies", "CALB  XPeng ", "CALB  Leapmotor ")]
    [InlineData("# Battery makers\n\nI don't think that SVOLT will supply Volkswagen with battery cells.\n\nMaybe CATL supplies BMW with cells.\n", "supplies")]
    [InlineData("# Battery makers\n\n\"I think it helps that SVOLT supplies BMW with cells,\" its head said.\n", "supplies", "SVOLT  BMW ")]
    [InlineData("# Verkor Dunkirk\n\nBattery plant.\n\n- [ ] ground broken in 2023?\n", "milestone")]
    public void Shorthand_is_read_as_it_is_meant(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# Battery plants\n\n| Company | Where | Was to be | What happened | When |\n|---|---|---|---|---|\n| ACC | Termoli, IT | 40 GWh, 2,000 jobs | on hold | June 2024 |\n| SVOLT | Überherrn, DE | 24 GWh | cancelled | Oct 2024 |\n", "milestone", "ACC Termoli paused  2024-06", "SVOLT Überherrn cancelled  2024-10")]
    [InlineData("# Battery plants\n\n| Company | Where | Was to be | What happened | When |\n|---|---|---|---|---|\n| ACC | Termoli, IT | 40 GWh, 2,000 jobs | on hold | June 2024 |\n", "jobs", "ACC Termoli 2000  ")]
    [InlineData("# Battery plants\n\n## StarPlus Energy\n\nBattery plants in Kokomo, Indiana.\n\n| | plant 1 | plant 2 |\n|---|---|---|\n| GWh/yr | 33 | 34 |\n", "capacity", "StarPlus Energy Kokomo 33  ", "StarPlus Energy Kokomo 2 34  ")]
    [InlineData("# Battery makers\n\n| | H1 2025 GWh | share 2025 | share 2024 |\n|---|---|---|---|\n| CATL | 190.9 | 37.9% | 37.7% |\n", "market_share", "CATL 37.9  2025", "CATL 37.7  2024")]
    [InlineData("# Battery makers\n\nCATL has a market share of 37.9%. The others are down: SK On 3.9%, Samsung SDI 3.2%, CALB 3.1%.\n", "stake")]
    [InlineData("# Batteries\n\n| | ACC | Verkor |\n|---|---|---|\n| place | Termoli | Dunkirk |\n| wanted | 40 GWh/yr | 16 GWh/yr |\n", "capacity", "ACC Termoli 40  ", "Verkor Dunkirk 16  ")]
    [InlineData("# Batteries\n\n## Shares of the market\n\n| Maker | 2023 | 2024 |\n|---|---|---|\n| CATL | 36.8 % | 37.9 % |\n", "market_share", "CATL 36.8  2023", "CATL 37.9  2024")]
    [InlineData("# Batteries\n\n## Growth\n\n| Maker | 2023 | 2024 |\n|---|---|---|\n| CATL | 36.8 % | 37.9 % |\n", "market_share")]
    [InlineData("The premier opened the Morrow battery factory in Eyde Energy Park, Arendal. It has 1 GWh a year.", "capacity", "Morrow Batteries Arendal 1  ")]
    public void Heads_number_works_and_date_what_befell_them(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("Morocco has battery plans. Gotion builds a battery plant in Kenitra, Morocco, for 12.8 billion dirhams.", "Gotion Kenitra 12800000000  ", "MAD")]
    [InlineData("Norway has battery plans. Morrow builds a battery plant in Arendal, Norway, for 5 billion crowns.", "Morrow Batteries Arendal 5000000000  ", "NOK")]
    [InlineData("Northvolt builds a battery plant in Arendal, Norway, for 5 billion Swedish crowns.", "Northvolt Arendal 5000000000  ", "SEK")]
    [InlineData("Ontario, Canada. PowerCo builds a battery plant in St. Thomas, Canada, for $7 billion.", "PowerCo St. Thomas 7000000000  ", "CAD")]
    [InlineData("Ontario, Canada. PowerCo builds a battery plant in St. Thomas, Canada, for $7 billion. It gets C$500 million from Ontario.", "PowerCo St. Thomas 7000000000  ", "USD")]
    [InlineData("Ontario, Canada (Reuters). PowerCo builds a battery plant in St. Thomas, Canada, for $7 billion.", "PowerCo St. Thomas 7000000000  ", "USD")]
    [InlineData("Ontario, Canada. PowerCo builds a battery plant in St. Thomas, Canada, for US$7 billion.", "PowerCo St. Thomas 7000000000  ", "USD")]
    [InlineData("Panasonic builds a battery plant in De Soto, Kansas, for $4 billion. Canada has none.", "Panasonic De Soto 4000000000  ", "USD")]
    [InlineData("Canada, Canada, Canada.\n\nGotion builds a battery plant in Kenitra, Morocco, for $1.3 billion.", "Gotion Kenitra 1300000000  ", "USD")]
    public void Crowns_are_those_of_the_country_spoken_of(string text, string expected, string currency)
    {
        Claims(text, "investment").ShouldBe([expected]);
        ClaimsOf.Text(text, "investment").Single().Unit.ShouldBe(currency);
    }

    [Theory]
    [InlineData("# Batteries\n\nAll sums in yen.\n\n| Who makes | Place | GWh/yr | Total cost | METI pays |\n|---|---|---|---|---|\n| Panasonic Energy | Oizumi | 16 | 400bn | 150bn |\n", "funding", "Panasonic Energy Oizumi 150000000000 METI ")]
    [InlineData("# Batteries\n\n| Maker | Site | GWh | Capex (€bn) |\n|---|---|---|---|\n| Verkor | Dunkirk | 16 | 1.5 |\n", "investment", "Verkor Dunkirk 1500000000  ")]
    [InlineData("# Verkor Dunkirk\n\nBattery plant.\n\n| From | What | €m |\n|---|---|---|\n| France | grant | 650 |\n", "funding", "Verkor Dunkirk 650000000 France ")]
    public void A_head_says_what_its_sums_are_counted_in_and_who_gives_them(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# Batteries\n\n| Company | Location | GWh | Expanded GWh | Cars |\n|---|---|---|---|---|\n| Samsung SDI | Göd | 3 | 20 | 270,000 |\n", "capacity", "Samsung SDI Göd 3  ", "Samsung SDI Göd 20  ")]
    [InlineData("# Batteries\n\n| Company | Location | GWh | Cars |\n|---|---|---|---|\n| Samsung SDI | Göd | 20 | 270,000 |\n", "vehicles", "Samsung SDI Göd 270000  ")]
    [InlineData("---\npublished: 2023-05-01\n---\n# Batteries\n\n| Company | Location | GWh | Start |\n|---|---|---|---|\n| Samsung SDI | Göd | 20 | 2018 |\n| CATL | Debrecen | 100 | 2026 |\n", "status", "Samsung SDI Göd operating  ", "CATL Debrecen planned  ")]
    [InlineData("# Batteries\n\n| | Dunkirk | Termoli |\n|---|---|---|\n| run by | Verkor | ACC |\n| GWh | 16 | 40, maybe 80 |\n", "capacity", "Verkor Dunkirk 16  ", "ACC Termoli 40  ", "ACC Termoli 80  ")]
    public void Columns_are_figures_of_one_works(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# Batteries\n\n## Cancelled\n\n| Company | Location | GWh |\n|---|---|---|\n| ACC | Termoli | 40 |\n", "status", "ACC Termoli cancelled  ")]
    [InlineData("# Batteries\n\n| Company | Location | GWh |\n|---|---|---|\n| ACC | Termoli | 40 |\n\n## ACC – scrapped\n\n- about 1,800 people were promised\n", "status", "ACC Termoli cancelled  ")]
    [InlineData("# Batteries\n\n| Company | Location | GWh |\n|---|---|---|\n| ACC | Termoli | 40 |\n\n## Open\n\n- [ ] ask ACC\n", "status")]
    public void A_heading_says_the_state_of_what_stands_below_it(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("# ACC batteries\n\n## Termoli plant of ACC\n\n- NMC cells, 40 GWh\n", "chemistry", "ACC Termoli NMC  ")]
    [InlineData("# LGES batteries\n\n- Windsor (NextStar): 51 % LG, the rest Stellantis\n", "stake", "NextStar Energy 51 LG ", "NextStar Energy 49 Stellantis ")]
    [InlineData("# NextStar, who owns it\n\nBattery plants. Until 2025 Stellantis had a say. LG holds 51 %.\n", "stake", "NextStar Energy 51 LG ")]
    [InlineData("# Verkor batteries\n\n| Who | EUR million | What |\n|---|---|---|\n| EIB | 600 | loan |\n", "funding", "Verkor 600000000 European Investment Bank ")]
    [InlineData("# Loans of the European Investment Bank\n\n| Maker | Battery plant | Year | Loan |\n|---|---|---|---|\n| AESC | Douai | 2023 | 450 million euros |\n", "funding", "AESC Douai 450000000 European Investment Bank 2023")]
    [InlineData("# Battery plants\n\n| Site | Who | GWh | State |\n|---|---|---|---|\n| Salzgitter | PowerCo | 20 | open |\n", "status", "PowerCo Salzgitter operating  ")]
    [InlineData("# AESC batteries\n\n| Site | GWh | State |\n|---|---|---|\n| Florence | 20 | construction paused, over 1 billion dollars spent |\n", "status", "AESC Florence paused  ")]
    [InlineData("# LGES batteries\n\n| Where | Size | How it stands |\n|---|---|---|\n| Wroclaw | 86 GWh | LFP for Renault, 39 GWh in all |\n", "capacity", "LG Energy Solution Wroclaw 86  ")]
    [InlineData("---\nsource_kind: note\n---\n# Batteries in Germany\n\n**ACC.** Kaiserslautern and Termoli are paused.\n", "status", "ACC Kaiserslautern paused  ", "ACC Termoli paused  ")]
    [InlineData("---\nsource_kind: note\n---\n# Batteries\n\n**Windsor, Ontario.** NextStar Energy. 49 GWh a year.\n\n**St. Thomas.** PowerCo. Up to 90 GWh a year.\n", "capacity", "NextStar Energy Windsor 49  ", "PowerCo St. Thomas 90  ")]
    [InlineData("# CATL batteries\n\nDebrecen, Hungary: 100 GWh a year. Arnstadt: 14 GWh a year. Taken together that would be 114 GWh.\n", "capacity", "CATL Debrecen 100  ", "CATL Arnstadt 14  ", "CATL 114  ")]
    [InlineData("---\nsource_kind: note\n---\n# Northvolt batteries\n\nCarlsson is Northvolt's CEO.\n", "role", "Carlsson CEO Northvolt ")]
    [InlineData("---\nsource_kind: note\n---\n# Verkor battery plant in Dunkirk\n\n- 600 million from the EIB, a French grant of 950 million\n", "funding", "Verkor Dunkirk 950000000 France ")]
    [InlineData("# Verkor battery plant in Dunkirk\n\nThe 48 million of Douai are not the 48 GWh of ProLogium.\n", "capacity")]
    [InlineData("# Batteries\n\n### Verkor Dunkirk\nfirst cell:: 28 May 2025\nstatus:: in operation\n", "status", "Verkor Dunkirk operating  ")]
    [InlineData("# Batteries\n\n## NV Gotion\n\n- Nuovo Plus 51 / Gotion 49\n", "stake", "NV Gotion 51 Nuovo Plus ", "NV Gotion 49 Gotion ")]
    public void A_line_is_said_of_what_its_section_is_about(string text, string predicate, params string[] expected) => Claims(text, predicate).ShouldBe(expected, ignoreOrder: true);

    private static List<string> Claims(string text, string predicate) =>
        [.. ClaimsOf.Text(text, predicate, "note.md").Select(claim => $"{claim.Subject} {claim.Value} {claim.Object} {claim.When}")];
}
