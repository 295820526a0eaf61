using System.Text.Json.Nodes;

namespace Gigatrace.Tests.App;

/// <summary>The whole way, from the documents of <c>samples/</c> to answers. What must come out stands in <c>Samples.answers</c>.</summary>
public sealed class SamplesTests(SamplesTests.Ledger ledger) : IClassFixture<SamplesTests.Ledger>
{
    private const string Answers = "tests/Gigatrace.Tests/App/Samples.answers";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Expectations.Root, Answers));

    public static IEnumerable<object[]> Rows => Lines.Where(line => Mark(line) is "yes" or "no").Select(line => new object[] { Mark(line), Row(line) });

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_samples_answer(string mark, string row) => ledger.Answers(row).ShouldBe(mark == "yes");

    [Fact]
    public void What_is_known_to_be_missed_is_still_missed() => Expectations.Check(string.Concat(Lines.Select(line => Settled(line) + "\n")), Answers);

    /// <summary>The line without its question mark, if it has one and is so by now.</summary>
    private string Settled(string line) => Mark(line) is "yes?" or "no?" && ledger.Answers(Row(line)) == (Mark(line) == "yes?") ? Mark(line)[..^1].PadRight(6) + line[6..] : line;

    [Fact]
    public void Reading_again_changes_nothing()
    {
        var before = ledger.Ask("disagreements").ToJsonString();
        ledger.Read().ShouldContain("unchanged");
        ledger.Ask("disagreements").ToJsonString().ShouldBe(before);
    }

    private static string Mark(string line) => line.Split(' ')[0];

    /// <summary>Question, place and keys, with one space where the file has many.</summary>
    private static string Row(string line) => string.Join(" | ", line[Mark(line).Length..].Split('|', StringSplitOptions.TrimEntries));

    /// <summary>The samples, read once for all rows.</summary>
    public sealed class Ledger : IDisposable
    {
        private readonly TestShell _shell = new();
        private readonly Dictionary<string, JsonNode> _answers = new(StringComparer.Ordinal);

        public Ledger() => Read();

        public string Read()
        {
            var (code, output, _) = _shell.Run("read", Path.Combine(Expectations.Root, "samples"));
            code.ShouldBe(0);
            return output;
        }

        public JsonNode Ask(string question)
        {
            var (code, output, _) = _shell.Run([.. question.Split(' '), "--format", "json"]);
            return code == 0 ? JsonNode.Parse(output)! : new JsonArray();
        }

        /// <summary>Whether some object at the row's place has all its keys; "none" asks that there is nothing.</summary>
        public bool Answers(string row)
        {
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            if (!_answers.TryGetValue(cells[0], out var answer)) _answers.Add(cells[0], answer = Ask(cells[0]));
            var found = At(answer, cells[1]);
            var objects = found is JsonArray array ? array.ToList() : [found];
            if (cells[2] == "none") return objects.TrueForAll(one => one is null);
            var keys = cells[2].Split(';', StringSplitOptions.TrimEntries).Select(key => key.Split('=')).ToList();
            return objects.OfType<JsonObject>().Any(one => keys.TrueForAll(key => one[key[0]]?.ToString() == key[1]));
        }

        public void Dispose() => _shell.Dispose();

        private static JsonNode? At(JsonNode answer, string place)
        {
            JsonNode? at = answer;
            foreach (var key in place.Split('.', StringSplitOptions.RemoveEmptyEntries)) at = (at as JsonObject)?[key];
            return at;
        }
    }
}
