using System.Text;
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
    public void A_text_of_the_field_says_one_of_its_words(string text, bool expected)
    {
        Relevance.SpeaksOfBatteries(text).ShouldBe(expected);
        Relevance.SpeaksOfBatteries(Encoding.UTF8.GetBytes(text)).ShouldBe(expected);
    }

    /// <summary>Bytes are looked at in stretches: a word is found wherever their ends fall.</summary>
    [Fact]
    public void A_word_is_found_anywhere_in_the_bytes_of_a_text()
    {
        for (var before = 16_300; before < 16_420; before++) Relevance.SpeaksOfBatteries(Encoding.UTF8.GetBytes(new string('ä', before / 2) + new string('.', before % 2) + "Gigafactories")).ShouldBeTrue();
    }
}
