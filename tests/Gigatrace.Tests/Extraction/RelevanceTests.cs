using Gigatrace.Extraction;

namespace Gigatrace.Tests.Extraction;

public sealed class RelevanceTests
{
    [Theory]
    [InlineData("The BATTERIES leave the line.", true)]
    [InlineData("Eine Gigafactory für Heide", true)]
    [InlineData("It makes 20 GWh of cells.", true)]
    [InlineData("She cancelled an excellent phone contract.", false)]
    [InlineData("The warehouse took on ten workers.", false)]
    [InlineData("", false)]
    public void A_text_of_the_field_says_one_of_its_words(string text, bool expected) => Relevance.SpeaksOfBatteries(text).ShouldBe(expected);
}
