namespace Gigatrace.Tests.Acceptance;

/// <summary>
/// What is held after all samples were read, from the files to the cards. The expectations stand in <c>samples.expect</c>;
/// <c>UPDATE_EXPECT=1 dotnet test --filter SamplesTests</c> strikes the known misses that are none any more.
/// </summary>
public sealed class SamplesTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    private static readonly string Path = System.IO.Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Acceptance/samples.expect");

    public static IEnumerable<object[]> Expected => Expectation.Read(Path).Where(one => !one.Todo).Select(one => new object[] { one.Asked, one.Said });

    [Theory]
    [MemberData(nameof(Expected))]
    public void Holds(string asked, string said)
    {
        var expectation = new Expectation(0, asked, said);
        var answer = Answer(asked);
        expectation.Holds(answer).ShouldBeTrue($"{expectation}\ninstead:\n{expectation.Beside(answer)}");
    }

    [Fact]
    public void Known_misses_still_miss()
    {
        var mended = Expectation.Read(Path).Where(one => one.Todo && one.Holds(Answer(one.Asked))).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1") Expectation.Promote(Path, mended);
        else mended.ShouldBeEmpty("these hold now; UPDATE_EXPECT=1 says so in samples.expect");
    }

    private IReadOnlyList<CardLine> Answer(string asked)
    {
        var (question, day) = asked.Split(" @ ") is [var before, var at] ? (before, at) : (asked, null);
        var view = samples.View(day);
        return question.Split(' ', 2) switch
        {
            ["plant", var name] => SampleLedger.Plant(view, name) is { } plant ? CardLines.Of(view, plant) : [],
            ["company", var name] => SampleLedger.Company(view, name) is { } company ? CardLines.Of(view, company) : [],
            ["plants"] => [.. view.State.Plants.Select(plant => new CardLine("name", [plant.Name]))],
            ["disagreements"] => CardLines.OfDisagreements(view),
            _ => throw new ArgumentException($"samples.expect asks for '{asked}'", nameof(asked)),
        };
    }
}
