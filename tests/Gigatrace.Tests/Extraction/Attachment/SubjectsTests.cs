namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>Whose figure it is: text → the subjects of its claims of one predicate, in text order.</summary>
public sealed class SubjectsTests
{
    [Theory]
    [InlineData("Honda and LG Energy Solution will build a battery plant in Jeffersonville, Ohio. The plant will make 40 GWh a year.", "Honda-LG Energy Solution Jeffersonville")]
    [InlineData("Stellantis N.V. and Samsung SDI want a cell factory in Kokomo, Ind. The joint venture, called StarPlus Energy, starts in 2026. The factory will have a capacity of 23 GWh.", "StarPlus Energy Kokomo")]
    [InlineData("Ford has a battery plant in Marshall, Mich. It licensed the technology from China's CATL for the battery plant. The plant will have a capacity of 20 GWh.", "Ford Marshall")]
    public void Two_that_build_together_run_it_together(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("SVOLT is building a battery factory in Saarland. The works will stand just east of Lauchhammer.\n\nThe base is set at 20 GWh per year.", "SVOLT Saarland")]
    [InlineData("EVE Energy will build a production base in Jianyang (Sichuan Province). The capacity of the base is 20 GWh per year.", "EVE Energy Jianyang")]
    [InlineData("Natron Energy opened a sodium-ion battery plant in Holland, Michigan. The Holland plant has a capacity of 1 GWh.", "Natron Energy Holland")]
    [InlineData("Panasonic Energy builds cells in De Soto, close to Kansas City. The Kansas factory will have a capacity of 32 GWh.", "Panasonic Energy De Soto")]
    public void A_place_is_read_as_the_text_means_it(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("ACC cuts the planned capacity of its battery works in Termoli from 40 GWh to 20.")]
    [InlineData("ACC's battery works in Termoli will have a capacity of 20 GWh, down from 40.")]
    [InlineData("ACC's battery works in Termoli will have a capacity of 20 GWh, down from the 40 GWh first announced.")]
    public void What_a_figure_was_cut_from_is_no_claim(string text) => ClaimsOf.Text(text, "capacity").Select(claim => claim.Value!.ToString()).ShouldBe(["20"]);

    [Fact]
    public void What_was_meant_once_has_the_words_that_say_so() =>
        ClaimsOf.Text("Ford builds a battery plant in Marshall. Ford originally expected the $3.5 billion plant would have 35 gigawatt hours of capacity.", "capacity").ShouldHaveSingleItem().Quote.ShouldStartWith("originally expected");

    [Fact]
    public void A_level_and_a_market_are_those_of_their_own_figure()
    {
        ClaimsOf.Text("Gotion's battery plant in Manteno will have a capacity of 10 gigawatt-hours of packs and 40 gigawatt-hours of cells a year.", "capacity").Select(claim => $"{claim.Value} {claim.Level}").ShouldBe(["10 pack", "40 cell"]);
        ClaimsOf.Text("In 2023 Japan's Panasonic held 6.4 percent of the battery market and China's CALB had 4.7 percent.", "market_share").Select(claim => claim.Region).Distinct().ShouldBe([null]);
        ClaimsOf.Text("CALB accounted for 6.1 percent of China's battery installations in 2023.", "market_share").Select(claim => claim.Region).ShouldBe(["China"]);
    }

    [Theory]
    [InlineData("Ford starts the $3.5 billion battery plant in Stanton, Tenn., soon. The plant will have a capacity of 43 GWh.", "Ford Stanton")]
    [InlineData("LIBERTY, N.C. – Toyota adds lines to the Randolph County battery plant. The plant will have a capacity of 30 GWh.", "Toyota Liberty")]
    [InlineData("Farasis is building its first battery factory outside China. The factory in Gemlik will have a capacity of 20 GWh.", "Farasis Energy Gemlik")]
    [InlineData("At the Chengdu Motor Show SVOLT spoke of its plans. SVOLT expects a capacity of 200 GWh.", "SVOLT")]
    [InlineData("Panasonic builds a battery plant in De Soto. Its cells will go to Tesla's factory in Fremont. The plant is to have a capacity of 30 GWh.", "Panasonic De Soto")]
    public void A_place_in_passing_is_no_site(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Samsung SDI and the American carmaker GM agreed on Tuesday to form a joint venture in Canada. The new plant will make 27 GWh a year. Samsung SDI has a battery plant in Ulsan.", "Samsung SDI-General Motors Canada")]
    [InlineData("Nissan and Korea's SK On agreed in Seoul to set up a battery joint venture. The planned plant will make 12 GWh a year. SK On makes batteries in Seosan.", "Nissan-SK On")]
    public void Two_that_form_a_venture_build_its_works_wherever_either_has_one(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("CATL makes cells in Arnstadt. Construction of the second plant in Arnstadt goes on. In its first phase it will make 24 GWh.", "CATL Arnstadt 2")]
    [InlineData("SK On has battery plants in Komárom and Iváncsa. Together the two sites will make 47 GWh a year.", "SK On")]
    public void A_phase_is_one_of_the_works_spoken_of_and_a_sum_the_companys(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("CATL builds in Debrecen. The battery factory SVOLT is putting up in nearby Szeged will have a capacity of 20 GWh.", "SVOLT Szeged")]
    [InlineData("Ultium Cells runs a battery plant in Warren. The sister plant in Spring Hill is idle. The $2 billion plant has a capacity of 40 GWh.", "Ultium Cells Warren")]
    [InlineData("The minister opened the battery plant of Hyundai Motor Group and LG Energy Solution in Karawang. HLI Green Power is their venture. The battery plant will make 10 GWh a year.", "HLI Green Power Karawang")]
    [InlineData("The country's largest cell plant, which Tata Group's Agratas is building at Sanand, is nearly done. The battery facility will have a capacity of 20 GWh.", "Agratas Sanand")]
    [InlineData("CATL breaks ground in Karawang. Behind the battery plant stands CATIB, a joint venture with a state firm. The plant will have a capacity of 15 GWh.", "CATIB Karawang")]
    public void A_works_in_a_row_of_others_keeps_its_own(string text, string expected) => Check(text, "capacity", expected);

    [Fact]
    public void Works_of_cars_alone_are_no_battery_works() =>
        ClaimsOf.Text("# BYD's car factories\n\nBYD will open its fifth car factory soon. These are its production bases:\n\n1. **Changsha** (already operating)\n2. **Hefei** (under construction)\n", "status", "text.md").ShouldBeEmpty();

    [Theory]
    [InlineData("EVE Energy has works in Huizhou. Look at Sunderland, an hour down the road, where AESC runs a battery plant. The plant has a capacity of 2 GWh.", "AESC Sunderland")]
    [InlineData("Britishvolt failed in Blyth. Last month Tata unveiled a battery factory at Bridgwater. The factory will have a capacity of 40 GWh.", "Tata Group Bridgwater")]
    [InlineData("Exide Industries has a battery plant in Bengaluru. Ola Electric builds in Krishnagiri likewise, with 5 GWh of battery capacity.", "Ola Electric Krishnagiri")]
    [InlineData("Stellantis wants out of StarPlus Energy. The partners have a battery plant in Kokomo. The plant has a capacity of 33 GWh.", "StarPlus Energy Kokomo")]
    [InlineData("Farasis builds a battery factory in Gemlik. For comparison: the battery factory planned by Tesla near Berlin is to have a capacity of 50 GWh.", "Tesla Berlin")]
    [InlineData("AESC has a battery plant in Sunderland. AESC also has works in Japan. Annual production capacity totals 7.5 GWh.", "AESC")]
    [InlineData("CATL sells cells. Sunwoda is growing. Its battery project in Yichang has a capacity of 30 GWh.", "Sunwoda Yichang")]
    [InlineData("StarPlus Energy has a battery plant in Kokomo. Samsung SDI and Stellantis, its partners, expect 33 GWh.", "StarPlus Energy Kokomo")]
    public void A_works_is_that_of_who_is_said_to_run_it(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("CATL's battery plant in Debrecen will have 40 GWh. This will be followed by AESC, which plans a capacity of 9 GWh.", "CATL Debrecen", "AESC")]
    [InlineData("CATL is building a battery factory in Arnstadt. The others include one being built by ACC, which is to start with an initial capacity of 13 GWh.", "ACC")]
    [InlineData("ACC runs a battery plant in Douvrin. It was overtaken by CATL, which has 40 GWh.", "CATL")]
    [InlineData("A battery plant is being built in Dunkirk by Verkor, which plans a capacity of 16 GWh.", "Verkor Dunkirk")]
    [InlineData("ACC builds a battery plant in Douvrin with Stellantis, which will have a capacity of 13 GWh.", "ACC Douvrin")]
    public void A_relative_clause_is_about_the_company_before_it_that_acts(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("EVE Energy is building a battery factory in Debrecen. In Thailand, EVE Energy is also planning a battery factory with at least 6 GWh.", "EVE Energy Thailand")]
    [InlineData("Northvolt builds a battery plant in Skellefteå. In Canada, it plans a battery factory with 60 GWh.", "Northvolt Canada")]
    [InlineData("CATL builds a battery plant in Debrecen. In Hungary, CATL plans a factory with 100 GWh.", "CATL Debrecen")]
    [InlineData("Another SK On battery plant in the U.S. state of Georgia has a capacity of 9 GWh.", "SK On Georgia")]
    [InlineData("CATL sells machines to a battery plant in Kentucky that belongs to BlueOval SK. It has a capacity of 43 GWh.", "BlueOval SK Kentucky")]
    [InlineData("The minister hosted in Rabat the signing ceremony of the agreement. Gotion High-Tech will develop a battery plant with 20 GWh in Morocco.", "Gotion Morocco")]
    public void A_place_before_or_behind_a_works_is_its_own(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("AESC runs a 1.9 GWh battery plant in Sunderland. The new battery factory in Sunderland will have 6 GWh. The existing plant will go on.", "AESC Sunderland", "AESC Sunderland 2")]
    [InlineData("AESC is building a second battery plant in Sunderland with 9 GWh. The existing plant, which has 1.9 GWh, supplies Nissan.", "AESC Sunderland 2", "AESC Sunderland")]
    [InlineData("Northvolt runs a battery plant in Skellefteå. The new plant in Skellefteå has 16 GWh.", "Northvolt Skellefteå")]
    public void The_new_works_stands_beside_the_existing_one(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("The battery plant of AESC in Douai is part of Renault's plan to reach 80 GWh.", "Renault")]
    [InlineData("The battery plant of PowerCo in Salzgitter brings Volkswagen closer to its goal of 240 GWh.", "Volkswagen")]
    [InlineData("ACC's battery plant in Douvrin will have 40 GWh and contribute to Stellantis's goal of reaching 250 GWh.", "ACC Douvrin", "Stellantis")]
    [InlineData("ACC runs a battery plant in Douvrin. ACC steps back from its 120 GWh target for 2030.", "ACC")]
    [InlineData("ACC runs a battery plant in Douvrin. The group's target of 110 GWh by 2030 is off.", "ACC")]
    [InlineData("ACC's battery plant in Douvrin opened in 2023. It misses its 13 GWh target for 2025.", "ACC Douvrin")]
    public void A_goal_is_that_of_who_has_it(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("LG Energy Solution and Samsung SDI have broken ground on a battery plant in Lansing with 20 GWh.", "LG Energy Solution-Samsung SDI Lansing")]
    [InlineData("Gotion and InoBat are building a battery plant in Surany with 20 GWh.", "Gotion-InoBat Surany")]
    public void Two_makers_that_build_one_works_run_it_together(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("AESC, acquired by Envision in 2018, will supply Nissan with battery cells.", "AESC")]
    [InlineData("ACC, created by Stellantis and Total in 2020 and joined by Mercedes-Benz in 2021, will supply Peugeot with cells.", "ACC")]
    [InlineData("AESC (acquired by Envision in 2018) will supply Nissan with battery cells.", "AESC")]
    public void Who_stands_in_an_aside_does_not_act_behind_it(string text, string expected)
    {
        var claim = ClaimsOf.Text(text, "supplies").ShouldHaveSingleItem();
        claim.Subject.ShouldBe(expected);
        claim.When.ShouldBeNull();
    }

    [Theory]
    [InlineData("Hyundai Motor Group signed a memorandum with SK On, SK Group's battery unit, to source batteries.", "Hyundai Motor Group")]
    [InlineData("Ford agreed with SK On, SK Innovation's battery arm, to buy battery cells.", "Ford")]
    public void Whose_daughter_a_supplier_is_is_no_customer(string text, string expected) => ClaimsOf.Text(text, "supplies").ShouldHaveSingleItem().Object.ShouldBe(expected);

    [Theory]
    [InlineData("BYD opened a battery plant in Xining. BYD wants to raise its total capacity to 60 GWh by 2020.", "BYD")]
    [InlineData("Verkor builds a battery plant in Dunkirk. Verkor is aiming for a combined 50 GWh by 2030.", "Verkor")]
    [InlineData("Panasonic has a battery plant in Sparks and builds one in De Soto. The two together would bring the company to 73 GWh.", "Panasonic")]
    [InlineData("Nissan sells its shares. AESC's three plants in Zama, Smyrna and Sunderland together make 7.5 GWh a year.", "AESC")]
    [InlineData("Exide Energy Solutions is building a battery plant in Bengaluru in two steps of 6 GWh each.", "Exide Energy Solutions Bengaluru", "Exide Energy Solutions Bengaluru 2")]
    [InlineData("SK On builds a battery plant in Bartow County, with a capacity of 35 GWh, each 50 percent of the equity.", "SK On Bartow County")]
    [InlineData("BYD opened a battery plant in Xining. BYD wants to raise its total capacity to 60 GWh by 2020. At the end of last year it stood at 16 GWh.", "BYD", "BYD")]
    [InlineData("AESC has plans. In Sunderland, where AESC makes 1.8 GWh a year, it is building a second battery plant.", "AESC Sunderland")]
    [InlineData("HLI Green Power makes battery cells in Karawang. Phase two of the plant is being built. The Karawang factory has a capacity of 10 GWh.", "HLI Green Power Karawang")]
    [InlineData("LG Energy Solution builds a battery plant in Queen Creek. It already makes such cells in Ochang. The complex will have a capacity of 53 GWh.", "LG Energy Solution Queen Creek")]
    [InlineData("Akasol makes battery packs in Darmstadt. In Langen, a few kilometres up the motorway, Akasol can make 800 MWh of battery packs a year.", "Akasol Langen")]
    [InlineData("SK On has a battery plant in Komárom. Mercedes-Benz buys its cells there. The second factory is 9.8 GWh.", "SK On Komárom 2")]
    [InlineData("Panasonic, which has a battery plant in Sparks, is building another battery plant in De Soto. It spends $4bn in De Soto: 30 GWh of cells.", "Panasonic De Soto")]
    [InlineData("SK On's battery plant in Komárom has 7.5 GWh. The second there can make 10 GWh.", "SK On Komárom", "SK On Komárom 2")]
    [InlineData("Gotion makes 10 GWh at its battery plant in Manteno and 20 GWh in Big Rapids.", "Gotion Manteno", "Gotion Big Rapids")]
    [InlineData("Ultium Cells has battery plants in Warren, Ohio, with 35 GWh, and in Spring Hill, Tennessee, with 50 GWh.", "Ultium Cells Warren", "Ultium Cells Spring Hill")]
    [InlineData("BYD makes 600 GWh of battery cells in all.", "BYD")]
    [InlineData("StarPlus Energy's two battery plants in Kokomo will have 33 GWh and 34 GWh.", "StarPlus Energy Kokomo", "StarPlus Energy Kokomo 2")]
    [InlineData("AESC is building a battery factory in Sunderland beside Nissan's plant. It will have a capacity of 12 GWh.", "AESC Sunderland")]
    [InlineData("# Questions\n\nMorrow Batteries opened its battery plant in Arendal and has a pilot plant in Grimstad.\n\nIs nothing made in Arendal? (Grimstad)\n\nThe plant will have a capacity of 1 GWh.", "Morrow Batteries Arendal")]
    [InlineData("# Who builds battery plants in Europe\n\n- COVENTRY: A site is ready for a possible battery plant with 60 GWh.\n- HORNÍ SUCHÁ: The battery plant of Magna Energy Storage makes 0.2 GWh. Magna Energy Storage targets 15 GWh.\n", "Magna Energy Storage Horní Suchá", "Magna Energy Storage Horní Suchá")]
    [InlineData("L-H Battery builds a battery plant in Jeffersonville. A spokesman in Tokyo said only that Jeffersonville, with 40 GWh, was being fitted out.", "L-H Battery Company Jeffersonville")]
    [InlineData("Renault buys cells. Next to the Nissan works in Sunderland AESC is planning a second battery factory with 9 GWh.", "AESC Sunderland 2")]
    public void A_total_and_each_part_have_their_bearers(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Grenoble, 14 September 2023 – Verkor is building a battery plant. The plant will have a capacity of 16 GWh. It stands in Dunkirk.", "Verkor Dunkirk")]
    [InlineData("ElevenEs makes battery cells in Subotica. It did what nobody in Brussels would have done. The pilot line has a capacity of 50 MWh.", "ElevenEs Subotica")]
    [InlineData("Verkor builds its battery plant at Bourbourg, outside Dunkirk. The plant will have a capacity of 16 GWh.", "Verkor Bourbourg")]
    [InlineData("Amara Raja is building a battery plant at Divitipally in the Mahbubnagar district of Telangana. The plant will have a capacity of 16 GWh.", "Amara Raja Divitipally")]
    [InlineData("Natron Energy closes in Michigan. A Holland battery plant of Natron Energy has a capacity of 1 GWh, said the state of Michigan.", "Natron Energy Holland")]
    [InlineData("LG Energy Solution spoke at an event in Munich. Its plant in Wroclaw has a capacity of 86 GWh.", "LG Energy Solution Wroclaw")]
    [InlineData("GM and Samsung SDI will build a battery plant in Indiana. The facility will be located just east of New Carlisle. The facility will have a capacity of 27 GWh.", "General Motors-Samsung SDI New Carlisle")]
    [InlineData("Northvolt builds a battery plant in Heide with a capacity of 30 GWh. A second phase could follow. The site will have a capacity of 60 GWh.", "Northvolt Heide", "Northvolt Heide")]
    [InlineData("CALB has battery plants. On Monday CALB signed a contract with the government of Jiangmen to build another battery production base with a capacity of 50 GWh.", "CALB Jiangmen")]
    public void The_nearest_town_is_not_always_the_site(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Hyundai and SK On have plans. Up in Cartersville, Georgia, SK Battery America has bought land. The plant there will have a capacity of 35 GWh.", "Hyundai-SK On Cartersville")]
    [InlineData("Electrovaya takes a loan from the Export-Import Bank. At Jamestown, New York, there is room for a battery plant with 2 GWh of capacity.", "Electrovaya Jamestown")]
    [InlineData("SK Battery America goes on. At Commerce, in Jackson County, Georgia, it has a battery plant. The Jackson County plant has a capacity of 22 GWh.", "SK Battery America Commerce")]
    [InlineData("Northvolt wants to recycle more. Verkor has a battery plant in Cartersville, Georgia, with a capacity of 12 GWh.", "Verkor Cartersville")]
    [InlineData("SK On has a battery plant in Commerce, Georgia. SK On and Hyundai are building a joint battery plant in Bartow County, Georgia. The Bartow County plant will have a capacity of 35 GWh.", "SK On-Hyundai Bartow County")]
    public void Who_is_known_to_be_at_a_place_comes_before_who_was_last_spoken_of(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Kumyang builds a battery plant in Gijang, near Busan. The plant will have a capacity of 10 GWh.", "Kumyang Gijang")]
    [InlineData("Verkor signed a supply agreement with Renault in Lyon on Monday. Verkor builds its battery plant in Dunkirk. The plant has a capacity of 16 GWh.", "Verkor Dunkirk")]
    [InlineData("Verkor, the startup from Grenoble, builds a battery factory in France. The factory will have a capacity of 16 GWh.", "Verkor France")]
    [InlineData("In Subotica, Serbia, an ElevenEs factory makes battery cells, with a capacity of 1 GWh.", "ElevenEs Subotica")]
    [InlineData("Molicel builds a battery plant in Maple Ridge. Molicel's largest battery plant is in Kaohsiung. The plant has a capacity of 2 GWh.", "Molicel Kaohsiung")]
    [InlineData("Construction of a battery plant backed by CATL began in Karawang. The factory belongs to a joint venture, HLI Green Power. It will have a capacity of 7 GWh.", "HLI Green Power Karawang")]
    public void A_site_is_where_the_works_stands(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Verkor makes cells in Dunkirk. \n\n**How much?**\n\nWe aim for 16 GWh of capacity.\n\n**And then?**\n\nOur neighbours at ACC are ahead, we know.\n\n**Who pays?**\n\nBanks do.", "Verkor Dunkirk")]
    public void In_an_interview_the_company_answers(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Sunderland's second battery factory comes closer. AESC is building the second battery plant in Sunderland. The new plant will have a capacity of 15.8 GWh, six times what AESC's existing factory in the city can make.\n\nAESC's first factory in Sunderland has a capacity of 1.8 GWh. The new plant will have a capacity of 16 GWh.", "AESC Sunderland 2", "AESC Sunderland", "AESC Sunderland 2")]
    [InlineData("HLI Green Power opened its battery plant in Karawang with a capacity of 10 GWh. The Kona Electric, which Hyundai builds in Cikarang, has its cells. The second phase will have a capacity of 20 GWh. The Karawang plant will have a capacity of 12 GWh.", "HLI Green Power Karawang", "HLI Green Power Karawang 2", "HLI Green Power Karawang")]
    [InlineData("Exide Energy Solutions is building a battery plant in Bengaluru. The first phase has a capacity of 6 GWh and will be followed by a second phase. The plant will have a capacity of 12 GWh.", "Exide Energy Solutions Bengaluru", "Exide Energy Solutions Bengaluru")]
    public void New_and_old_works_and_phases_are_told_apart(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Lyten said that it will buy all that is left of Northvolt: the battery works in Skellefteå and the unfinished battery factory in Heide. The works in Skellefteå has a capacity of 16 GWh. Lyten wants to start in Heide with a capacity of 15 GWh.", "Northvolt Skellefteå", "Northvolt Heide")]
    [InlineData("Lyten buys cells from Northvolt. Lyten builds a battery plant in Reno. The plant will have a capacity of 10 GWh.", "Lyten Reno")]
    public void A_works_is_the_sellers_in_a_text_on_its_sale(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("In 2019 Farasis Energy of Ganzhou picked Bitterfeld-Wolfen in Saxony-Anhalt for its first European battery factory. The plant will have a capacity of 6 GWh.", "Farasis Energy Bitterfeld-Wolfen")]
    [InlineData("SK On has plants. A third American battery plant, with Hyundai, was announced last November for Cartersville, Georgia. The plant will have a capacity of 35 GWh.", "Hyundai-SK On Cartersville")]
    public void A_works_stands_where_it_was_chosen_to(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("CATL had a market share of 37 percent in 2023. SNE Research counts the batteries. It stood at 36 percent in 2022.", "CATL", "CATL")]
    public void Who_counts_has_no_share(string text, params string[] expected) => Check(text, "market_share", expected);

    [Theory]
    [InlineData("**Verkor (Dunkirk).** Builds a battery plant with a capacity of 16 GWh.\n\n**ACC (Douvrin).** The battery plant has a capacity of 15 GWh.\n\n**Northvolt (Heide).** The battery plant will have a capacity of 60 GWh.", "Verkor Dunkirk", "ACC Douvrin", "Northvolt Heide")]
    public void Bold_words_before_a_paragraph_say_what_it_is_about(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("The Megane is built in Douai. Renault will fit it with new NMC battery cells from LG Energy Solution.", "LG Energy Solution")]
    [InlineData("NIO delivers its ES6. The ES6 has an LFP battery.")]
    public void Cells_are_those_of_who_makes_them(string text, params string[] expected) => Check(text, "chemistry", expected);

    [Theory]
    [InlineData("Verkor has a battery plant in Dunkirk. The European Investment Bank lends it a further 600 million euros.", "Verkor")]
    [InlineData("Verkor has a battery plant in Dunkirk. France wants to add 650 million euros in grants for the plant.", "Verkor Dunkirk")]
    public void Loans_are_the_companys_and_grants_the_works(string text, params string[] expected) => Check(text, "funding", expected);

    [Theory]
    [InlineData("AESC plans 9 GWh in Sunderland and 24 GWh in Douai.", "AESC Sunderland", "AESC Douai")]
    [InlineData("Two more ACC plants, in Kaiserslautern and in Termoli, are planned with 40 GWh each.", "ACC Kaiserslautern", "ACC Termoli")]
    [InlineData("AESC runs plants in Sunderland and Douai. They have capacities of 12 GWh and 10 GWh respectively.", "AESC Sunderland", "AESC Douai")]
    public void Each_place_has_its_own_figure(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Unlike Northvolt's battery factory in Skellefteå, which employed 5,000 people, the AESC plant in Douai runs well.", "Northvolt Skellefteå")]
    [InlineData("Toyota makes batteries in Liberty, North Carolina. Toyota also operates 10 plants in the United States that employ 48,000 people.", "Toyota")]
    public void A_clause_keeps_its_figure(string text, params string[] expected) => Check(text, "jobs", expected);

    [Theory]
    [InlineData("LG Chem broke ground on its cathode plant in Clarksville, Tennessee. The plant will employ 850 people.", "jobs")]
    [InlineData("CATL has a battery plant in Arnstadt. Europe's battery demand will reach 900 GWh of capacity in 2030.", "capacity")]
    [InlineData("Ford makes batteries in Marshall, Michigan. It plans to introduce 20 EVs by 2030.", "vehicles")]
    [InlineData("LG Chem has a battery plant in Lordstown. It could hire those who lost their work when GM shut its Lordstown car assembly plant.", "milestone")]
    [InlineData("GM has a battery plant in Lordstown. It will spend $632 million on the Fort Wayne Assembly to upgrade the plant.", "investment")]
    [InlineData("CATL has a battery plant in Arnstadt. The list of planned cell factories in Europe grows.", "status")]
    public void What_is_of_no_battery_plant_gives_nothing(string text, string predicate) => Check(text, predicate);

    [Fact]
    public void An_operators_column_says_who_runs_a_works()
    {
        const string Table = "# Cell plants\n\n| Project | Operator | Status | Planned size |\n|---|---|---|---|\n| Divitipally, Telangana | Amara Raja | under construction | 16 GWh |\n| Dharwad, Karnataka | Rajesh Exports (via ACC Energy Storage) | planned | 5 GWh |\n";
        Subjects(Table, "plants.md", "capacity").ShouldBe(["Amara Raja Divitipally", "ACC Energy Storage Dharwad"]);
    }

    [Fact]
    public void An_acronym_may_be_a_thing_of_the_text()
    {
        const string Scheme = "The ACC scheme is an incentive for advanced chemistry cells. ACC has a target of 50 GWh of battery capacity.";
        Subjects(Scheme, "text.txt", "capacity").ShouldBeEmpty();
    }

    [Fact]
    public void An_office_is_at_whom_the_text_is_about() =>
        ClaimsOf.Text("Leclanché makes battery cells in Willstätt. Leclanché has 350 people.\n\nExide Industries left the venture.\n\nAnna Muster, chief executive since 2022, spoke of a good year.", "role").Select(claim => claim.Object).ShouldBe(["Leclanché"]);

    [Fact]
    public void Who_says_we_is_the_publisher()
    {
        const string Page = "---\npublisher: Volthaven\nurl: https://www.volthaven.example/news\n---\n# A second hall\n\nWe build cells in Zwickau. Our plant in Zwickau will make 15 GWh a year. We like our town.\n";
        Subjects(Page, "page.md", "capacity").ShouldBe(["Volthaven Zwickau"]);
    }

    [Theory]
    [InlineData("Northvolt has a battery plant in Skellefteå. Northvolt employs 7,000 people in all.", "jobs", "Northvolt")]
    [InlineData("Verkor is building a battery plant in Dunkirk. The plant is on time, and the company borrows €600 million.", "funding", "Verkor")]
    [InlineData("Gotion is spending $2 billion on its battery plant in Manteno and $2.36 billion in Big Rapids.", "investment", "Gotion Manteno", "Gotion Big Rapids")]
    public void What_is_said_of_all_is_the_companys(string text, string predicate, params string[] expected) =>
        ClaimsOf.Text(text, predicate).Select(claim => claim.Subject).ShouldBe(expected);

    private static void Check(string text, string predicate, params string[] expected) => Subjects(text, "text.txt", predicate).ShouldBe(expected);

    private static IEnumerable<string> Subjects(string text, string name, string predicate) => ClaimsOf.Text(text, predicate, name).Select(claim => claim.Subject);
}
