using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

/// <summary>Two claims with what else is known, and the kind of disagreement between them as an analyst sees it. The form of the file is told at its head.</summary>
/// <param name="Kind">Null for none.</param>
/// <param name="Looks">The kind that it looks like and is not; null for a plain case.</param>
/// <param name="Holds">Id of the claim that should hold; null where both can.</param>
internal sealed partial record ClaimPair(DisagreementKind? Kind, DisagreementKind? Looks, string Title, ImmutableArray<Claim> Claims, string? Holds)
{
    private static readonly string[] Bases = ["initial", "total", "ceiling", "additional", "output"];
    private static readonly string[] Qualifiers = ["about", "at_least", "up_to"];
    private static readonly string[] Levels = ["cell", "module", "pack"];
    private static readonly string[] Products = ["traction", "storage", "12V"];

    public static IReadOnlyList<ClaimPair> Read(string path) =>
        [.. File.ReadAllText(path).Split("\n\n").Select(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(block => block.Length > 0 && block[0][0] != '#').Select(Make)];

    /// <summary>Every kind that the program finds between the two: none, as a rule one.</summary>
    public ImmutableArray<DisagreementKind> Found(State state)
    {
        var (a, b) = (Claims[0].Id, Claims[1].Id);
        bool Says(Disagreement row, string id) => row.Holds == id || (row.Kind != DisagreementKind.Precision && state.Findings.Any(finding => finding.Topic == row.Topic && finding.Supports.Contains(row.Holds) && finding.Supports.Contains(id)));
        return [.. state.Disagreements.Where(row => (Says(row, a) && row.Against.Contains(b)) || (Says(row, b) && row.Against.Contains(a))).Select(row => row.Kind).Distinct().Order()];
    }

    public State Reconciled() => Reconcile.Run(Claims, []);

    private static ClaimPair Make(string[] block)
    {
        var head = Head().Match(block[0]);
        if (!head.Success) throw new FormatException(block[0]);
        var claims = block.Skip(1).Select(ClaimOf).ToImmutableArray();
        var holds = Array.FindIndex(block, line => line[0] == '*');
        return new ClaimPair(KindOf(head.Groups["kind"].Value), KindOf(head.Groups["looks"].Value), head.Groups["title"].Value, claims, holds < 0 ? null : claims[holds - 1].Id);
    }

    private static DisagreementKind? KindOf(string word) => word is "none" or "" ? null : Enum.Parse<DisagreementKind>(word, ignoreCase: true);

    private static Claim ClaimOf(string line, int at)
    {
        var fields = line[2..].Split(" | ", 4);
        var marks = Quoted().Match(fields[3]);
        if (!marks.Success) throw new FormatException(line);
        var quote = marks.Groups["quote"].Value;
        var source = fields[0].Split(' ');
        var document = string.Join('-', source);
        var what = Said().Match(fields[2]);
        var claim = new Claim
        {
            Id = $"{at:00}", DocumentId = document, Doc = document, Path = document + ".txt", Publisher = string.Join(' ', source[1..^1]),
            SourceKind = SourceKinds.Find(source[^1]) ?? throw new FormatException(line), Published = source[0] is "undated" ? null : Time(source[0]),
            Subject = fields[1], Predicate = what.Groups["predicate"].Value, Value = ValueOf(what.Groups["value"].Value),
            Unit = what.Groups["unit"] is { Success: true } unit ? unit.Value : UnitOf(what.Groups["predicate"].Value), Object = what.Groups["object"] is { Success: true } other ? other.Value : null,
            Quote = quote, Start = at * 1000, End = (at * 1000) + quote.Length, Rule = "pairs",
        };
        return Word().Matches(fields[3][..marks.Index]).Aggregate(claim, (one, word) => With(one, word.Value.Replace("\"", "", StringComparison.Ordinal)));
    }

    private static Claim With(Claim claim, string word) => word switch
    {
        "ai" => claim with { AiGenerated = true },
        ['@', .. var when] => claim with { When = Time(when) },
        _ when Modalities.Find(word) is { } modality => claim with { Modality = modality },
        _ when Bases.Contains(word) => claim with { Basis = word },
        _ when Qualifiers.Contains(word) => claim with { Qualifier = word },
        _ when Levels.Contains(word) => claim with { Level = word },
        _ when Products.Contains(word) => claim with { Product = word },
        _ when word.StartsWith("product:", StringComparison.Ordinal) => claim with { Product = word[8..] },
        _ when word.StartsWith("part:", StringComparison.Ordinal) => claim with { Part = word[5..] },
        _ when word.StartsWith("kind:", StringComparison.Ordinal) => claim with { Kind = word[5..] },
        _ when word.StartsWith("region:", StringComparison.Ordinal) => claim with { Region = word[7..] },
        _ => throw new FormatException(word),
    };

    private static When Time(string edtf) => When.TryParse(edtf, out var when) ? when : throw new FormatException(edtf);

    private static ClaimValue? ValueOf(string text)
    {
        if (text.Length == 0) return null;
        var ends = text.Split("..");
        if (ends.Length == 2) return new ClaimValue.Range(Number(ends[0]), Number(ends[1]));
        return decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? new ClaimValue.Number(number) : new ClaimValue.Text(text);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string? UnitOf(string predicate) => predicate switch { "capacity" => "GWh/yr", "market_share" or "stake" => "percent", _ => null };

    [GeneratedRegex("^(?<kind>[a-z]+)( ~(?<looks>[a-z]+))?: (?<title>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex("^(?<predicate>[a-z_]+)( (?<value>[^>]*?))??( (?<unit>EUR|USD|GBP|EV/yr))?( > (?<object>.+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();

    [GeneratedRegex("\"(?<quote>[^\"]*)\"\\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("[^\\s\"]*\"[^\"]*\"|\\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
