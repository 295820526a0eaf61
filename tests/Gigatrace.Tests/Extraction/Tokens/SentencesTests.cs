using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Tests.Extraction.Tokens;

public sealed class SentencesTests
{
    /// <summary>However long it goes on, nothing is left out.</summary>
    [Fact]
    public void What_has_no_end_is_cut()
    {
        var text = new SourceText(string.Concat(Enumerable.Repeat("9 GWh and ", 2000)));
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, new Vocabulary(), tokens);
        var sentences = new List<TokenRange>();
        Sentences.Split(text, CollectionsMarshal.AsSpan(tokens), sentences);
        sentences.ShouldAllBe(one => one.End - one.First <= Sentences.Longest);
        sentences[0].First.ShouldBe(0);
        sentences.Zip(sentences.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.First);
        sentences[^1].End.ShouldBe(tokens.Count);
    }

    [Theory]
    [InlineData("One works.| Two works.")]
    [InlineData("It opens in May.| It is late.")]
    [InlineData("Output is 1.5 GWh.| More later!| Really?| Yes…")]
    [InlineData("\"We build.\"| They built.")]
    [InlineData("Volt Co. Ltd. builds a plant.| The plant is big.")]
    [InlineData("He joined Volt Inc.| The firm grew.")]
    [InlineData("Mr. Smith and Dr. J. D. Doe met.| They agreed.")]
    [InlineData("A works in the U.S. market.| It pays.")]
    [InlineData("Plants in Commerce, Ga. and Tucson, Ariz. closed.| Both did.")]
    [InlineData("It costs approx. 5 million; more may come.| Wait.")]
    [InlineData("On Dec. 6 it opened.| Fine.")]
    [InlineData("Made by iVolt.| iVolt is new.")]
    [InlineData("It holds e.g. cells and i.e. packs.| Good.")]
    [InlineData("St. Thomas gets a works.| Good.")]
    [InlineData("No. 2 hall is full.| Good.")]
    [InlineData("They said no.| Then they left.")]
    [InlineData("one line\nand the next.| Good.")]
    [InlineData("(It is small.)| It grows.")]
    [InlineData("1. First item of a list")]
    [InlineData("*All of it is new.*| More.")]
    [InlineData("It raised €450m.| Cells follow.| Sales hit 1.1 m.| Costs fell 5 bn.| More later.")]
    [InlineData("no end")]
    public void Sentences_end_where_drawn(string drawn)
    {
        var text = new SourceText(drawn.Replace("|", "", StringComparison.Ordinal));
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, new Vocabulary(), tokens);
        var sentences = new List<TokenRange>();
        Sentences.Split(text, CollectionsMarshal.AsSpan(tokens), sentences);
        var parts = sentences.Select(one => text.Quote(new Span(tokens[one.First].Start, tokens[one.End - 1].End)));
        string.Join("| ", parts).ShouldBe(drawn);
    }
}
