namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>Who delivers from where to whom, where a sentence names several buyers, models or works.</summary>
public sealed class DeliveriesTests
{
    [Theory]
    [InlineData("CATL batteries go into the GAC Aion Y, Geely's Zeekr 001, Tesla's Model 3 and Model Y, the BMW iX and the Mercedes EQS.", "CATL → GAC Aion", "CATL → Geely", "CATL → Tesla", "CATL → BMW", "CATL → Mercedes-Benz")]
    [InlineData("The battery maker SK On lives off the Hyundai Ioniq 5 and the Kia EV6.", "SK On → Hyundai", "SK On → Kia")]
    [InlineData("BMW buys battery cells both from Samsung SDI and from CATL.", "Samsung SDI → BMW", "CATL → BMW")]
    [InlineData("BMW is supplied with battery cells by Samsung SDI as well as CATL.", "Samsung SDI → BMW", "CATL → BMW")]
    [InlineData("CATL cells go into the BMW iX, and Volkswagen builds a car plant.", "CATL → BMW")]
    public void A_row_of_models_names_each_buyer(string text, params string[] expected) => Of(text).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("LG Energy Solution makes battery cells in Wrocław. LG Energy Solution will go on delivering the batteries for the Ford E-Transit from its plant in Wrocław.", "LG Energy Solution Wrocław → Ford")]
    [InlineData("AESC builds a battery plant in Sunderland, where AESC makes cells for Nissan.", "AESC Sunderland → Nissan")]
    [InlineData("AESC builds a battery plant in Sunderland. AESC makes cells for Nissan.", "AESC → Nissan")]
    public void A_delivery_comes_from_the_works_that_is_named(string text, params string[] expected) => Of(text).ShouldBe(expected);

    [Theory]
    [InlineData("Panasonic Energy began to make battery cells at its plant in De Soto, at a moment when its main customer, Tesla, sells fewer cars.", "Panasonic Energy → Tesla")]
    [InlineData("CALB has the battery plant in Xiamen, and Changan and XPeng are the old customers.", "CALB → Changan", "CALB → XPeng")]
    public void Customers_are_of_the_maker_that_the_sentence_is_about(string text, params string[] expected) => Of(text).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("LG Energy Solution took full ownership of a third Ultium Cells battery plant in Lansing.", "Ultium Cells Lansing → LG Energy Solution")]
    [InlineData("Lyten took full ownership of the battery maker Cuberg.", "Cuberg → Lyten")]
    public void What_is_bought_is_the_works_and_not_who_runs_it(string text, params string[] expected) => ClaimsOf.Text(text, "acquired").Select(claim => $"{claim.Subject} → {claim.Object}").ShouldBe(expected);

    private static IEnumerable<string> Of(string text) => ClaimsOf.Text(text, "supplies").Select(claim => $"{claim.Subject} → {claim.Object}");
}
