using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Claims;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.Tests.Publishing.Exchange;

/// <summary>Whatever a claim holds, it leaves as a line or a row and comes back the same.</summary>
public sealed class RoundTripTests
{
    private static readonly string?[] Words = [null, "plain", "", "10", "-1e5", "[1,2]", "\"quoted\"", "comma, semicolon;", "two\nlines", "\r\n", " spaces ", "電池 🔋", "null", "true", "\"", "a\"b"];

    private static Gen<Claim> AnyClaim { get; } =
        from texts in Gen.ArrayOf(Gen.Elements(Words), 14)
        from value in Gen.OneOf(Gen.Elements(Words).Select(word => word is null ? null : (ClaimValue)new ClaimValue.Text(word)), Gen.Choose(-100000, 100000).Select(n => (ClaimValue?)new ClaimValue.Number(n / 1000m)), Gen.Choose(0, 99).Select(n => (ClaimValue?)new ClaimValue.Range(n, n + 0.5m)))
        from models in Gen.ListOf(Gen.Elements(Words.OfType<string>().ToArray()))
        from when in Gen.Elements(null, "2025", "2025-06-03", "[..2030]", "2028~")
        from modality in Gen.Elements(Enum.GetValues<Modality>())
        from kind in Gen.Elements(Enum.GetValues<SourceKind>())
        from start in Gen.Choose(0, 50)
        from ai in Gen.Elements(true, false)
        select new Claim
        {
            Id = $"{start:x4}", DocumentId = "d", Doc = texts[0] ?? "d", Path = texts[1] ?? "p", Url = texts[2], Publisher = texts[3], SourceKind = kind, Published = Time(when), Subject = texts[4] ?? "s", Part = texts[5], Predicate = "capacity",
            Value = value, Unit = texts[6], Object = texts[7], Kind = texts[8], Basis = texts[9], Qualifier = texts[10], Product = texts[11], Region = texts[12], Models = [.. models], When = Time(when), Modality = modality, AiGenerated = ai,
            Attribution = texts[13], AsWritten = texts[6], Quote = texts[4] ?? "q", Start = start, End = start + (texts[4] ?? "q").EnumerateRunes().Count(), Rule = "any",
        };

    [Fact]
    public void A_claim_line_is_read_back() => Check(claim => Read(ClaimLines.Write(claim)) == ClaimLines.Write(claim));

    [Fact]
    public void A_row_is_read_back() => Check(claim =>
    {
        var table = Csv.Write(ClaimTable.Columns) + "\r\n" + Csv.Write(ClaimTable.Cells(claim)) + "\r\n";
        return ClaimTable.Is(ClaimTable.HeadOf(table)) && Read(ClaimTable.Rows(table, (_, message) => throw new InvalidOperationException(message)).Single().Line) == ClaimLines.Write(claim);
    });

    [Fact]
    public void Of_a_document_known_by_its_claims_every_quote_stands_at_its_place() => Prop.ForAll(Arb.From(Gen.ArrayOf(AnyClaim)), claims =>
    {
        var told = 0;
        var made = ClaimDocuments.Of(claims.Select((claim, at) => (at + 1, claim)), "c.jsonl", _ => told++).ToArray();
        return made.Sum(one => one.Claims.Count) + told == claims.Length && made.All(one => one.Claims.All(claim =>
        {
            var text = one.Document.Text;
            return text.Quote(new Span(text.FromCodePoint(claim.Start), text.FromCodePoint(claim.End))) == claim.Quote;
        }));
    }).Check(Config.QuickThrowOnFailure);

    private static string Read(string line) => ClaimLineReader.TryRead(line, out var claim, out var problem) ? ClaimLines.Write(claim) : problem;

    private static When? Time(string? edtf) => When.TryParse(edtf, out var when) ? when : null;

    private static void Check(Func<Claim, bool> holds) => Prop.ForAll(Arb.From(AnyClaim), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
