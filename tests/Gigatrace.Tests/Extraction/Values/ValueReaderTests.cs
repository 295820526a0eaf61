using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Tests.Extraction.Values;

public sealed class ValueReaderTests
{
    private static readonly string[] Pieces =
    [
        "1", "12", "31", "99", "2025", "1999", "1,000", "1.5", "999999999999999999", "2025.06.03", "1.2.3.4", "-", "–", "—", "/", ".", ",", ":", "(", ")", "+", "~", "'s", "%", "€", "$", "£", "US$", "#",
        "million", "billion", "trillion", "thousand", "hundred", "dozen", "crore", "half", "a", "an", "the", "one", "twenty", "five", "third", "second", "first", "quarter", "of", "and", "to", "or",
        "between", "from", "by", "until", "before", "after", "within", "in", "not", "no", "later", "than", "GWh", "MWh", "TWh", "gigawatt", "hours", "per", "cent", "percent", "points", "year", "years", "months",
        "weeks", "days", "decades", "ago", "last", "next", "this", "week", "Friday", "June", "May", "Dec", "February", "spring", "early", "mid", "late", "end", "Q3", "H1", "today", "euros", "dollars", "won",
        "Canadian", "m", "bn", "k", "t", "square", "km", "jobs", "couple", "few", "up", "more", "least", "about", "some", "double", "times", "fold", "st", "th", "rd", "word", "20s", "\u00A0", "F-150", "EUR450m",
        "fiscal", "FY25", "Easter", "New", "Black", "nineteen", "ninety", "nineties", "weekend", "fortnight", "business", "later", "earlier", "starting", "beginning", "day", "month", "date", "same", "7/6",
        "12/12/30", "20250603", "now", "then", "on", "since", "century", "'25", "cents", "lunar", "2", "year's",
    ];

    /// <summary>Any run of the words that grammars know is read without failing, values in order and inside the text.</summary>
    [Fact]
    public void Any_text_is_read()
    {
        var random = new Random(17);
        var values = new List<Value>();
        var tokens = new List<Token>();
        var vocabulary = new Vocabulary();
        foreach (var reference in (When?[])[null, When.Year(2024), When.Month(2024, 2), When.Day(2024, 2, 29), When.Year(9999), When.FromLoose("2024/..")])
        {
            for (var round = 0; round < 5000; round++)
            {
                var text = new SourceText(string.Concat(Enumerable.Range(0, 12).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(4) == 0 ? "" : " "))));
                tokens.Clear();
                values.Clear();
                Tokenizer.Tokenize(text, text.All, vocabulary, tokens);
                ValueReader.Read(text, CollectionsMarshal.AsSpan(tokens), 100, reference, values, future: round % 2 == 0, round % 4 < 2 ? DateStyle.News : DateStyle.Diary);
                var end = 100;
                foreach (var value in values)
                {
                    value.Tokens.First.ShouldBeGreaterThanOrEqualTo(end, text.Value);
                    end = value.Tokens.End;
                    var whole = new Span(tokens[value.Tokens.First - 100].Start, tokens[end - 101].End);
                    whole.Contains(value.Span).ShouldBeTrue(text.Value);
                    value.Low.ShouldBeLessThanOrEqualTo(value.High, text.Value);
                    if (value.When is { } when) When.TryParse(when.Edtf, out _).ShouldBeTrue(when.Edtf);
                }
            }
        }
    }

    /// <summary>The last figure of the second text, counted in what the first one named.</summary>
    [Theory]
    [InlineData("It costs €2 billion.", "The bank lends it a further 600 million.", ValueKind.Money, 600_000_000, "EUR")]
    [InlineData("It costs €2 billion.", "They made 600 million cells.", ValueKind.Number, 600_000_000, null)]
    [InlineData("It costs €2 billion.", "Some 600 million saw it.", ValueKind.Number, 600_000_000, null)]
    [InlineData("It makes 20 GWh a year.", "The output could be doubled to 40.", ValueKind.Energy, 40, "GWh/yr")]
    [InlineData("It makes 20 GWh a year.", "The staff of 40.", ValueKind.Number, 40, null)]
    [InlineData("", "27 GWh to begin with, 36 possible.", ValueKind.Energy, 36, "GWh")]
    [InlineData("", "12 GWh first, then forty.", ValueKind.Energy, 40, "GWh")]
    [InlineData("", "The line makes 2 GWh; the hall has room for five.", ValueKind.Energy, 5, "GWh")]
    [InlineData("It makes 20 GWh a year.", "Sixty is what the land allows.", ValueKind.Energy, 60, "GWh/yr")]
    [InlineData("", "It makes 20 GWh, and is good for forty people.", ValueKind.Number, 40, null)]
    [InlineData("The production capacity is 20 GW.", "Later it goes up to 40 GW.", ValueKind.Energy, 40, "GWh")]
    [InlineData("The park has 20 GW of wind.", "Later it goes up to 40 GW.", ValueKind.Measure, 40, "GW")]
    [InlineData("", "They put in 10 million euros in 2021 and another twenty.", ValueKind.Money, 20_000_000, "EUR")]
    [InlineData("", "The state gives €300 million, of which 200 were paid.", ValueKind.Money, 200_000_000, "EUR")]
    [InlineData("", "It costs €300 million and employs another 200 people.", ValueKind.Number, 200, null)]
    [InlineData("", "It costs 153 billion yen; 55 billion of that would be covered.", ValueKind.Money, 55_000_000_000, "JPY")]
    [InlineData("It costs €2 billion.", "Some 600 millions will be lent by the bank.", ValueKind.Money, 600_000_000, "EUR")]
    [InlineData("", "About 600 MWh (was 900).", ValueKind.Energy, 0.9, "GWh")]
    [InlineData("", "It makes 20 GWh with 40 people.", ValueKind.Number, 40, null)]
    public void A_figure_may_leave_its_unit_unsaid(string before, string written, ValueKind kind, double amount, string? unit)
    {
        var unsaid = new Unsaid();
        var values = new List<Value>();
        foreach (var sentence in (string[])[before, written])
        {
            var text = new SourceText(sentence);
            var tokens = new List<Token>();
            Tokenizer.Tokenize(text, text.All, new Vocabulary(), tokens);
            ValueReader.Read(text, CollectionsMarshal.AsSpan(tokens), 0, null, values, unsaid: unsaid);
        }

        values[^1].Kind.ShouldBe(kind);
        values[^1].Low.ShouldBe((decimal)amount);
        values[^1].Unit.ShouldBe(unit);
    }

    [Theory]
    [InlineData("by 2030", "by 2030")]
    [InlineData("up to 12 GWh of cells", "up to 12 GWh")]
    [InlineData("worth £1bn ($1.3bn) in all", "£1bn ($1.3bn)")]
    [InlineData("the 10 gigawatt-hour (GWh) works", "10 gigawatt-hour (GWh)")]
    [InlineData("between 24 and 30 GWh", "between 24 and 30 GWh")]
    public void Tokens_hold_the_words_around_a_value(string written, string expected)
    {
        var text = new SourceText(written);
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, new Vocabulary(), tokens);
        var values = new List<Value>();
        ValueReader.Read(text, CollectionsMarshal.AsSpan(tokens), 0, null, values);
        var value = values.ShouldHaveSingleItem();
        text.Quote(new Span(tokens[value.Tokens.First].Start, tokens[value.Tokens.End - 1].End)).ShouldBe(expected);
    }
}
