namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>What "the two", "the three", "each", a short name and a bare office mean.</summary>
public sealed class SpokenTests
{
    [Theory]
    [InlineData("CATL will deliver battery cells to Ford. The two have also signed a memorandum of understanding.", "CATL+Ford")]
    [InlineData("LG Energy Solution, Ford and Koç have dropped their battery plant. The three had signed a memorandum of understanding.", "LG Energy Solution+Ford", "LG Energy Solution+Koç", "Ford+Koç")]
    [InlineData("VinES, the battery arm of the conglomerate Vingroup, and Gotion formed a joint venture for cells.", "VinES+Gotion")]
    public void Those_last_spoken_of_are_partners(string text, params string[] expected) =>
        ClaimsOf.Text(text, "partnership").Select(claim => $"{claim.Subject}+{claim.Object}").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("For battery cells Ford and SK On set up BlueOval SK, in which each owns half.", "BlueOval SK 50 Ford", "BlueOval SK 50 SK On")]
    [InlineData("The joint venture of Toyota and Panasonic will make battery cells. Toyota will hold 51%, Panasonic 49%.", "Toyota-Panasonic 51 Toyota", "Toyota-Panasonic 49 Panasonic")]
    [InlineData("ACC makes battery cells. Stellantis, TotalEnergies and Mercedes-Benz agreed. The three partners will each own one third of ACC.", "ACC 33.33 Stellantis", "ACC 33.33 TotalEnergies", "ACC 33.33 Mercedes-Benz")]
    [InlineData("AESC makes battery cells. 80 percent of AESC is owned by Envision Group; Nissan has the other 20.", "AESC 80 Envision Group", "AESC 20 Nissan")]
    [InlineData("AESC makes battery cells. Envision Group holds 80 percent of AESC, the rest belongs to Nissan.", "AESC 80 Envision Group", "AESC 20 Nissan")]
    [InlineData("ACC makes battery cells. ACC is owned by Stellantis (45 percent), Mercedes-Benz (30) and Saft (25).", "ACC 45 Stellantis", "ACC 30 Mercedes-Benz", "ACC 25 Saft")]
    [InlineData("ACC makes battery cells. Stellantis owns 45 percent of the company, Mercedes-Benz 30 and Saft 25.", "ACC 45 Stellantis", "ACC 30 Mercedes-Benz", "ACC 25 Saft")]
    [InlineData("Honda and LG Energy Solution's joint venture L-H Battery Company makes battery cells; LG Energy Solution holds 51 percent.", "L-H Battery Company 51 LG Energy Solution")]
    [InlineData("CATL holds half of the battery plant in Figueruelas, Stellantis the other half.", "CATL-Stellantis Figueruelas 50 CATL", "CATL-Stellantis Figueruelas 50 Stellantis")]
    [InlineData("Northvolt makes battery cells. Volkswagen holds 21 percent of Northvolt and hires 79 people.", "Northvolt 21 Volkswagen")]
    [InlineData("Verkor makes battery cells. EIT InnoEnergy, Renault and Capgemini are shareholders as well.", "Verkor  EIT InnoEnergy", "Verkor  Renault", "Verkor  Capgemini")]
    [InlineData("CATL leads with its battery cells. CATL held 37 percent of the market, BYD 16 percent.")]
    public void Shares_are_of_the_venture(string text, params string[] expected) =>
        ClaimsOf.Text(text, "stake").Select(claim => $"{claim.Subject} {claim.Value} {claim.Object}").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("Quillback Industries makes battery cells. Ada Brenner is CEO of Quillback and likes cells.", "Ada Brenner CEO Quillback Industries")]
    [InlineData("Battery cells are dear, said Ada Brenner, CEO of Toyota Motor North America. Tom Hale, chief administrative officer, agreed.", "Ada Brenner CEO Toyota Motor North America", "Tom Hale chief administrative officer Toyota Motor North America")]
    [InlineData("Northvolt makes battery cells. Ada Brenner, Vice President Cell Systems, spoke.", "Ada Brenner Vice President Cell Systems Northvolt")]
    [InlineData("Northvolt makes battery cells. Ada Brenner, the company's head of team and talent, spoke.", "Ada Brenner head of team and talent Northvolt")]
    [InlineData("CALB makes battery cells. In 2018 Liu Jingyu was sent in as general manager. She has since become chairwoman.", "Liu Jingyu general manager CALB", "Liu Jingyu chairwoman CALB")]
    [InlineData("Gotion makes battery cells. Steven Cai, Chief Technology Officer of Gotion, and Ada Brenner, a scientist, spoke.", "Steven Cai Chief Technology Officer Gotion")]
    [InlineData("Freyr makes battery cells. The land is as good as it was, said Ada Brenner, president of the development authority.")]
    [InlineData("Northvolt makes battery cells. Peter Carlsson, CEO of Northvolt, was pleased. Later Carlsson resigned as CEO of Northvolt.", "Peter Carlsson CEO Northvolt", "Peter Carlsson former CEO Northvolt")]
    [InlineData("ACC makes battery cells. Ada Brenner, a spokeswoman for battery maker ACC, declined to comment.", "Ada Brenner spokeswoman ACC")]
    [InlineData("The new boss of battery maker Verkor is called Ada Brenner.", "Ada Brenner boss Verkor")]
    [InlineData("Battery maker ACC's board has named Ada Brenner CEO.", "Ada Brenner CEO ACC")]
    [InlineData("ACC's managing director, Dr. Ada Brenner, spoke of batteries.", "Ada Brenner managing director ACC")]
    public void An_office_is_at_the_company_meant(string text, params string[] expected) =>
        ClaimsOf.Text(text, "role").Select(claim => $"{claim.Subject} {claim.Value} {claim.Object}").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("It is now clear where Tata Group will build battery cells. Its battery subsidiary Agratas has bought the land.", "Agratas of Tata Group")]
    [InlineData("Tata Group makes battery cells. Jaguar Land Rover belongs to them.", "Jaguar Land Rover of Tata Group")]
    [InlineData("Ford and SK On part in battery cells. For SK On the split cuts its debt, its parent SK Innovation said.", "SK On of SK Innovation")]
    public void A_daughter_is_of_the_company_before_it(string text, params string[] expected) =>
        ClaimsOf.Text(text, "parent").Select(claim => $"{claim.Subject} of {claim.Object}").ShouldBe(expected);

    [Theory]
    [InlineData("StarPlus Energy makes battery cells. Stellantis owns 49 percent of StarPlus Energy, Samsung SDI 51 percent.", "Stellantis+Samsung SDI")]
    [InlineData("AESC makes battery cells. Envision Group holds 90 percent of AESC and Nissan 10 percent of AESC.")]
    [InlineData("SK On has made battery cells in Commerce since 2022, and the company and Hyundai are building a joint plant.", "SK On+Hyundai")]
    public void Two_who_hold_all_of_a_company_are_partners(string text, params string[] expected) =>
        ClaimsOf.Text(text, "partnership").Select(claim => $"{claim.Subject}+{claim.Object}").ShouldBe(expected);

    [Theory]
    [InlineData("Stellantis and LG Energy Solution make battery cells at NextStar Energy. LG holds 51 percent.", "NextStar Energy of LG Energy Solution")]
    [InlineData("Northvolt makes battery cells. Northvolt is owned by Volkswagen with 21 percent.", "Northvolt of Volkswagen")]
    public void A_partners_share_is_in_the_venture(string text, params string[] expected) =>
        ClaimsOf.Text(text, "stake").Select(claim => $"{claim.Subject} of {claim.Object}").ShouldBe(expected);

    [Theory]
    [InlineData("Northvolt got a loan of 1.1 billion euros for its battery works, as well as subsidies from Germany.", "")]
    [InlineData("Northvolt got a loan of 1.1 billion euros from Germany for its battery works, as well as advice.", "Germany")]
    public void What_comes_on_top_has_a_giver_of_its_own(string text, string giver) =>
        ClaimsOf.Text(text, "funding").ShouldHaveSingleItem().Object.ShouldBe(giver.Length == 0 ? null : giver);

    [Fact]
    public void With_one_another_acts() =>
        ClaimsOf.Text("EVE Energy makes battery cells. With Li-Cycle, EVE Energy has made a deal on scrap. A joint venture with Energy Absolute is planned.", "partnership").Select(claim => claim.Subject).ShouldAllBe(subject => subject == "EVE Energy");
}
