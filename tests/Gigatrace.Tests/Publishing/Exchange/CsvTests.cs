using System.Text;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.Tests.Publishing.Exchange;

public sealed class CsvTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a·b|1·2")]
    [InlineData("a,b\r\n1,2", "a·b|1·2")]
    [InlineData("a,b\r1,2\r", "a·b|1·2")]
    [InlineData("\n\na,b\n\n1,2\n\n", "a·b|1·2")]
    [InlineData("a,\n,b\n", "a·|·b")]
    [InlineData("\"a\",\"\"\n", "a·")]
    [InlineData("\"a,b\",\"c\nd\"\n", "a,b·c\nd")]
    [InlineData("\"say \"\"yes\"\"\",\"\"\"\"\n", "say \"yes\"·\"")]
    [InlineData(" a , b \n", " a · b ")]
    [InlineData("a\"b,c\n1,2\n", "!1: there is a quotation mark in a cell that does not begin with one|1·2")]
    [InlineData("\"a\"b,c\n1,2\n", "!3: there is text behind the closing quotation mark of a cell|1·2")]
    [InlineData("1,2\na,\"b\n3,4\n", "1·2|!6: a quotation mark is opened and not closed|3·4")]
    public void Records_are_read_by_the_letter_of_RFC_4180(string text, string expected) => Printed(text).ShouldBe(expected);

    [Theory]
    [InlineData("a,b;c", ',')]
    [InlineData("a;b;c,d", ';')]
    [InlineData("a\tb", '\t')]
    [InlineData("\"a,b,c\";d", ';')]
    [InlineData("a", ',')]
    public void The_head_tells_what_stands_between_cells(string head, char expected) => Csv.DelimiterOf(head).ShouldBe(expected);

    [Fact]
    public void What_is_written_is_read_back()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            string[][] rows = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Cell(random)).ToArray())];
            var text = string.Concat(rows.Select(row => Csv.Write(row) + (random.Next(2) == 0 ? "\n" : "\r\n")));
            Csv.Read(text, ',').Select(row => row.Cells.ToArray()).ShouldBe(rows);
        }
    }

    [Fact]
    public void Whatever_is_in_it_reading_ends_and_no_sign_is_read_twice()
    {
        var random = new Random(8);
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "ab,;\"\"\"\r\n\n \t"[random.Next(12)]));
            var at = 0;
            foreach (var row in Csv.Read(text, ','))
            {
                row.Span.Start.ShouldBeGreaterThanOrEqualTo(at);
                row.Span.End.ShouldBeInRange(row.Span.Start, text.Length);
                if (row.Fault is null) row.Cells.ShouldNotBeEmpty();
                at = row.Span.End;
            }
        }
    }

    private static string Cell(Random random)
    {
        var cell = new StringBuilder();
        for (var length = random.Next(5); length > 0; length--) cell.Append("aé電,;\"\n\r \t"[random.Next(10)]);
        return cell.Append('x').ToString();
    }

    private static string Printed(string text) => string.Join('|', Csv.Read(text, ',').Select(row => row.Fault is { } fault ? $"!{fault.At}: {fault.Message}" : string.Join('·', row.Cells)));
}
