namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>How firmly a figure is said: text → the modalities of its claims of one predicate, in text order.</summary>
public sealed class ModalityTests
{
    [Theory]
    [InlineData("Tesla is building a battery factory in Grünheide. The manager expects more over the next months; some 11,000 people work there today.", "jobs", "actual")]
    [InlineData("LG Chem wants to enlarge its battery plant in Wroclaw. It could lift output to 300,000 EV batteries a year; current capacity is 100,000 EV batteries a year.", "vehicles", "possible", "actual")]
    public void What_is_said_of_today_is_so(string text, string predicate, params string[] expected) =>
        ClaimsOf.Text(text, predicate).Select(claim => claim.Modality.ToString().ToLowerInvariant()).ShouldBe(expected);
}
