using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>A ledger of any size, made by a fixed seed: makers with five plants each, and of each plant five texts with ten claims.</summary>
internal sealed class LargeLedger(int claims)
{
    private const int PerText = 10, TextsPerPlant = 5, PlantsPerMaker = 5;

    private readonly Random _random = new(claims);

    public int Plants { get; } = Math.Max(1, claims / (PerText * TextsPerPlant));

    public string Maker(int plant) => Name(plant / PlantsPerMaker, "Cells");

    public string Plant(int plant) => $"{Maker(plant)} {Name(plant, "")}burg";

    /// <summary>All of them, in the order of their dates.</summary>
    public void Fill(LedgerStore ledger)
    {
        var texts = Enumerable.Range(0, Plants).SelectMany(plant => Enumerable.Range(0, TextsPerPlant).Select(number => (plant, number, Day: new DateOnly(2016, 1, 1).AddDays((number * 700) + _random.Next(600))))).OrderBy(text => text.Day).ToArray();
        foreach (var some in texts.Chunk(500)) _ = ledger.AddDocuments([.. some.Select(text => Text(text.plant, text.number, text.Day))], "1");
    }

    public (Document Document, IReadOnlyList<Claim> Claims) Text(int plant, int number, DateOnly day)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{plant}-{number}.txt");
        var said = Enumerable.Range(0, PerText).Select(at => Claim(plant, number, at, day)).ToArray();
        var text = string.Join('\n', said.Select(claim => claim.Quote));
        var document = LedgerStoreTests.Document(path, text) with { Publisher = $"Paper {(plant + number) % 40}", Published = Story.Time(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), SourceKind = SourceKind.News };
        return (document, [.. said.Select((claim, at) => claim with { Id = string.Create(CultureInfo.InvariantCulture, $"{document.Id[..14]}{at:x2}"), DocumentId = document.Id })]);
    }

    private Claim Claim(int plant, int number, int at, DateOnly day)
    {
        var (predicate, value, unit, other) = at switch
        {
            0 => ("status", (object)(number < 2 ? "planned" : number < 4 ? "under_construction" : "operating"), (string?)null, (string?)null),
            1 => ("capacity", 10 + _random.Next(4), "GWh/yr", null),
            2 => ("milestone", "construction_start", null, null),
            3 => ("milestone", "production_start", null, null),
            4 => ("jobs", 100 * (5 + _random.Next(3)), null, null),
            5 => ("investment", 1_000_000 * (500 + (100 * _random.Next(3))), "EUR", null),
            6 => ("supplies", (object?)null, null, $"{Name(7000 + _random.Next(200), "Motors")}"),
            7 => ("funding", 1_000_000 * (50 + number), "EUR", $"{Name(9000 + _random.Next(50), "Bank")}"),
            8 => ("chemistry", "LFP", null, null),
            _ => ("vehicles", 1000 * (100 + _random.Next(3)), "EV/yr", null),
        };
        var year = day.Year + 2;
        return new Story().Says(Plant(plant), predicate, value, unit, other, when: predicate is "milestone" ? $"{year}" : null, modality: number < 4 && predicate is not "status" ? Modality.Planned : Modality.Actual,
            quote: string.Create(CultureInfo.InvariantCulture, $"the works {plant} would have {predicate} {value} {other} as was said in text {number} of {day}")).Claims[0];
    }

    /// <summary>Six syllables, chosen so that no two names are a slip of the pen apart.</summary>
    private static string Name(int number, string kind)
    {
        var chosen = unchecked((ulong)(number + 1) * 0x9E3779B97F4A7C15UL);
        Span<char> letters = stackalloc char[12];
        for (var at = 0; at < letters.Length; at += 2)
        {
            (letters[at], letters[at + 1]) = ("bdfgklmnprstvz"[(int)(chosen % 14)], "aeiou"[(int)(chosen / 14 % 5)]);
            chosen /= 70;
        }

        letters[0] = char.ToUpperInvariant(letters[0]);
        return $"{letters} {kind}".Trim();
    }
}
