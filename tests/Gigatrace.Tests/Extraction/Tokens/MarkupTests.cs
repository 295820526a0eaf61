using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Tests.Extraction.Tokens;

public class MarkupTests
{
    [Theory]
    [InlineData("**AESC** and its *plant*", "AESC and its plant")]
    [InlineData("[[CATL|Contemporary]] opens", "Contemporary opens")]
    [InlineData("[[CATL|the Chinese maker]] opens", "CATL the Chinese maker opens")]
    [InlineData("[[Targets#2025|100 GWh]] a year", "100 GWh a year")]
    [InlineData("[[Targets#2025|a capacity of 100 GWh]]", "a capacity of 100 GWh")]
    [InlineData("[[works/north/Douai#History]] and [[Nissan#^b1]]", "Douai and Nissan")]
    [InlineData("see ![[hall.png|300]] there", "see there")]
    [InlineData("see ![the hall](a/b.png) there!", "see there !")]
    [InlineData("see [the hall](https://example.org/a(b)) there", "see the hall ) there")]
    [InlineData("==10 GWh== of it", "10 GWh of it")]
    [InlineData("a ==> b == c", "a = = > b = = c")]
    [InlineData("~~9~~ 10 GWh, ~9 then", "10 GWh , ~ 9 then")]
    [InlineData("420 people[^1] there.^[Since May.]", "420 people there . Since May .")]
    [InlineData("<b>10</b> GWh, <5 GWh", "10 GWh , < 5 GWh")]
    [InlineData("#Douai runs #plant/open/now", "Douai runs")]
    [InlineData("[[no end and ![[none", "no end and ! none")]
    public void Marks_are_left_out(string text, string expected)
    {
        var source = new SourceText(text);
        var tokens = new List<Token>();
        Tokenizer.Tokenize(source, source.All, new Vocabulary(), tokens);
        Markup.Remove(source, tokens, 0);
        string.Join(' ', tokens.Select(token => text.Substring(token.Start, token.Length))).ShouldBe(expected);
    }
}
