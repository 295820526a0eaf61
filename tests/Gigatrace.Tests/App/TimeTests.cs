using System.Text.Json.Nodes;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.App;

/// <summary>The two clocks: when a thing became known, and when this ledger recorded it.</summary>
public sealed class TimeTests : IDisposable
{
    private readonly TestShell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>A late arrival, a judgement, its withdrawal, another version of the program, a document taken back: each is left out of what was held before it.</summary>
    [Fact]
    public void What_the_ledger_held_can_be_asked_for_later()
    {
        _shell.Write("plan.md", "---\npublished: 2021-07-07\npublisher: Weekly\n---\n# AESC goes to France\n\nAESC will build a battery plant in Douai, France. The Douai plant is to start with a capacity of 9 GWh.\n");
        _shell.Write("opening.md", "---\npublished: 2025-06-05\npublisher: Post\n---\n# AESC opens in Douai\n\nAESC has started production at its battery plant in Douai, France. The plant has an annual capacity of 10 GWh.\n");
        _shell.Write("note.md", "# A note\n\nAESC has created 650 jobs at its battery plant in Douai, France.\n");
        var then = new List<(DateTimeOffset At, string Answers)>();
        var judgement = "";
        foreach (var step in (Action[])
        [
            () => Run("read", _shell.At("plan.md")),
            () => Run("read", _shell.At("opening.md")),
            () => judgement = JsonNode.Parse(Run("judge", "reject", Claim("10"), "--reason", "a slip", "--by", "Ann", "--format", "json"))!["id"]!.ToString(),
            () => Run("judge", "withdraw", judgement, "--reason", "no slip", "--by", "Ann"),
            () => Run("read", _shell.At("note.md")),
            ReadByAnotherVersion,
            () => Run("retract", "note", "--reason", "withdrawn", "--by", "Ann"),
        ])
        {
            _shell.Now = _shell.Now.AddDays(10);
            step();
            then.Add((_shell.Now, Answers()));
        }

        then.Select(one => one.Answers).Distinct().Count().ShouldBe(then.Count - 2, "a judgement taken back leaves all as it was, and at the end only the first document is left");
        _shell.Now = _shell.Now.AddDays(10);
        foreach (var (at, answers) in then) Answers("--recorded-as-of", at.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(answers, $"at {at}");
        Run("plants", "--recorded-as-of", "2026-03-11").ShouldContain("as this ledger held it on 2026-03-11");
        Run("plants", "--recorded-as-of", "2026-03-10").ShouldContain("no plants");
        Run("plants", "--recorded-as-of", "2026-03-21", "--as-of", "2022", "--format", "json").ShouldNotContain("\"operating\"");
    }

    [Theory]
    [InlineData("2022-12-31")]
    [InlineData("2025-12-15")]
    public void What_is_read_later_changes_no_answer_as_of_an_earlier_day(string day)
    {
        var documents = Lines(Run("text", Samples, "--format", "jsonl")).Select(line => JsonNode.Parse(line)!).Where(document => document["published"] is not null).ToLookup(
            document => string.CompareOrdinal(document["published"]!.ToString(), day) <= 0, document => document["path"]!.ToString());
        Run("read", [.. documents[true]]);
        var before = Everything(day);
        Run("read", [.. documents[false]]);
        Everything(day).ShouldBe(before);
    }

    [Fact]
    public void What_is_loaded_for_an_answer_is_all_that_it_needs()
    {
        _shell.Write("gigatrace.sources.tsv", "publisher\tkind\nSample Wire (sample)\tnote\n");
        Run("read", Samples);
        Everything("2026-02-28").ShouldBe(Everything("2026-02-28", "--recorded-as-of", "2026-03-01T12:00Z"));
    }

    private static string Samples => Path.Combine(Expectations.Root, "samples");

    /// <summary>Every answer as of a day: of all plants and companies by themselves too.</summary>
    private string Everything(string day, params string[] more)
    {
        string Ask(params string[] verb) => Run([.. verb, "--as-of", day, "--format", "json", .. more]);
        var plants = JsonNode.Parse(Ask("plants"))!.AsArray();
        var companies = plants.Select(plant => plant!["operator"]?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return string.Join('\n',
        [
            Ask("plants", "--evidence"), Ask("who"), Ask("timeline"), Ask("disagreements", "--evidence"), Ask("disagreements", companies[0]), Run(["changes", "--since", "2001", "--to", day, "--format", "json", .. more]),
            .. plants.Select(plant => plant!["name"]!.ToString()).SelectMany(name => new[] { Ask("plant", name, "--evidence"), Ask("history", name) }), .. companies.SelectMany(name => new[] { Ask("company", name), Ask("history", name) }),
        ]);
    }

    private string Answers(params string[] more) => string.Join('\n', new[] { "plants --evidence", "plant douai --as-of 2027", "company aesc --as-of 2027 --evidence", "timeline", "disagreements", "changes --since 2001", "history douai" }
        .Select(verb => Run([.. verb.Split(' '), "--format", "json", .. more])));

    private string Claim(string value) => Lines(Run("export", "claims")).Select(line => JsonNode.Parse(line)!).First(claim => claim["value"]?.ToString() == value)["id"]!.ToString();

    /// <summary>One that finds nothing in it.</summary>
    private void ReadByAnotherVersion()
    {
        using var store = LedgerStore.Open(_shell.Ledger, create: false, new Set(_shell.Now));
        store.AddDocument(store.LoadDocuments().Single(stored => stored.Document.Name == "opening").Document, [], "another version").ShouldBe(Added.Reread);
    }

    private string Run(params string[] args)
    {
        var (code, output, error) = _shell.Run(args);
        code.ShouldBe(0, $"gigatrace {string.Join(' ', args)}: {error}");
        return output;
    }

    private string Run(string verb, IReadOnlyList<string> more) => Run([verb, .. more]);

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed class Set(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
