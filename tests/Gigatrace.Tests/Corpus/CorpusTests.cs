using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gigatrace.Documents;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Scoring;

namespace Gigatrace.Tests.Corpus;

/// <summary>Extraction on the development corpus does not fall below what it once reached: <c>README.md</c> beside this file.</summary>
public sealed class CorpusTests
{
    /// <summary>How far below today's value a new floor is set; for a predicate with few gold claims, one of them.</summary>
    private const double Margin = 0.02;

    private static readonly string Folder = Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Corpus");
    private static readonly string Floors = Path.Combine(Folder, "floors.json");

    [Fact]
    public void Nothing_falls_below_its_floor()
    {
        var score = Scored();
        var reached = Reached(score);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1") Update(reached, score.ByPredicate.ToDictionary(one => $"{one.Predicate} f1", one => one.Tally.Gold, StringComparer.Ordinal));
        var floors = JsonNode.Parse(File.ReadAllText(Floors))!.AsObject();
        floors["corpus"]!.ToString().ShouldBe(Hash(), "the corpus is another one than that of the floors; UPDATE_EXPECT=1 sets them anew");
        floors["floors"]!.AsObject().Where(floor => reached.GetValueOrDefault(floor.Key) < floor.Value!.GetValue<double>())
            .Select(floor => $"{floor.Key}: {reached.GetValueOrDefault(floor.Key):0.000} of at least {floor.Value}").ShouldBeEmpty();
    }

    private static Score Scored()
    {
        var pipeline = new Pipeline();
        return new Score { Documents = [.. Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal).Select(file => Scored(pipeline, file))] };
    }

    private static ScoredDocument Scored(Pipeline pipeline, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var (gold, problems) = GoldFile.Read(name, name, File.ReadLines(file));
        problems.ShouldBeEmpty();
        var document = Pipeline.Read(new InputFile(Path.ChangeExtension(file, ".md"), name + ".md")).Single().Document!;
        var claims = pipeline.Extract(document with { Published = document.Published ?? gold.Published }).Claims;
        return Score.Document(name, gold.Claims, claims.Select(claim => ScoredClaim.Read(JsonDocument.Parse(ClaimLines.Write(claim)).RootElement)!));
    }

    private static Dictionary<string, double> Reached(Score score)
    {
        var reached = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["precision"] = score.All.Precision, ["recall"] = score.All.Recall, ["f1"] = score.All.F1,
            ["time"] = score.When, ["modality"] = score.Modality, ["kind"] = score.Kind,
        };
        foreach (var (predicate, tally) in score.ByPredicate.Where(one => one.Tally.Gold > 0)) reached[$"{predicate} f1"] = tally.F1;
        return reached;
    }

    /// <summary>A floor falls only where that was asked for.</summary>
    private static void Update(Dictionary<string, double> reached, Dictionary<string, int> gold)
    {
        var lower = Environment.GetEnvironmentVariable("GIGATRACE_LOWER_FLOORS") == "1";
        var old = File.Exists(Floors) ? JsonNode.Parse(File.ReadAllText(Floors))!["floors"]!.AsObject() : [];
        var floors = new JsonObject();
        foreach (var (name, value) in reached)
        {
            var margin = gold.TryGetValue(name, out var claims) ? Math.Max(Margin, 1.0 / claims) : Margin;
            var (before, now) = (old[name]?.GetValue<double>() ?? 0, Math.Max(0, Math.Floor((value - margin) * 1000) / 1000));
            floors[name] = lower ? now : Math.Max(before, now);
        }

        File.WriteAllText(Floors, new JsonObject { ["corpus"] = Hash(), ["floors"] = floors }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    /// <summary>Over every document and gold file, by name; line endings do not count.</summary>
    private static string Hash()
    {
        var all = Directory.EnumerateFiles(Folder, "*.md").Where(file => Path.GetFileName(file) != "README.md").Concat(Directory.EnumerateFiles(Folder, "*.jsonl")).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)}\n{File.ReadAllText(file).ReplaceLineEndings("\n")}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', all))))[..16];
    }
}
