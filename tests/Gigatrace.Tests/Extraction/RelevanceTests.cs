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

    [Theory]
    [InlineData("Battery works opens.", 0, true)]
    [InlineData("The works makes 20 GWh.", 1_900, true)]
    [InlineData("The works makes 20 GWh.", 9_000, false)]
    [InlineData("Cells for 20 GWh.", 9_000, true)]
    [InlineData("Its batteries hold lithium: a battery as any other.", 90_000, true)]
    [InlineData("A battered trade, a batter pudding.", 0, false)]
    [InlineData("The van has a battery.", 3_000, false)]
    public void A_long_text_is_of_the_field_where_it_says_so_more_than_once(string words, int others, bool expected) =>
        Relevance.IsOfTheField(string.Concat(Enumerable.Repeat("The town spoke of bread and rent. ", others / 34)) + words, title: null).ShouldBe(expected);

    [Fact]
    public void A_title_counts_too() => Relevance.IsOfTheField(new string('.', 9_000) + " The plant opens with 4 GWh.", "Gigafactory opens").ShouldBeTrue();

    /// <summary>Bytes are looked at in stretches: a word is found wherever their ends fall.</summary>
    [Fact]
    public void A_word_is_found_anywhere_in_the_bytes_of_a_text()
    {
        for (var before = 16_300; before < 16_420; before++) Relevance.SpeaksOfBatteries(Encoding.UTF8.GetBytes(new string('ä', before / 2) + new string('.', before % 2) + "Gigafactories")).ShouldBeTrue();
    }

    /// <summary>A short name may be another word in a text, and is a company in a property.</summary>
    [Theory]
    [InlineData("---\noperator: Saft\n---\nWork began in July.", true)]
    [InlineData("---\noperator: Vodafone\n---\nWork began in July.", false)]
    [InlineData("Lunch with somebody of Northvolt.", true)]
    [InlineData("Saft und Kuchen.", false)]
    public void A_note_may_claim_where_it_names_a_maker_of_cells(string note, bool expected) =>
        ClaimsOf.Extractor.MayClaimAsNote(Encoding.UTF8.GetBytes(note)).ShouldBe(expected);
}
