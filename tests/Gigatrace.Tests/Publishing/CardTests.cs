using System.Globalization;
using System.Collections.Immutable;
using Gigatrace.App;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.Tests.Publishing;

/// <summary>Every card in every form, as it stands in <c>Expectations/</c>: tables at 80 columns.</summary>
public sealed class CardTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var card in Cards.Keys)
            {
                foreach (var form in (string[])["table.txt", "json", "jsonl", "csv", "md"]) data.Add(card, form);
            }

            return data;
        }
    }

    private static ImmutableDictionary<string, Func<Report>> Cards { get; } = new Dictionary<string, Func<Report>>(StringComparer.Ordinal)
    {
        ["plants"] = () => PlantList.Make(MadeUp.View, evidence: true),
        ["plant"] = () => PlantCard.Make(MadeUp.View, MadeUp.Göttingen, evidence: true),
        ["company"] = () => CompanyCard.Make(MadeUp.View, MadeUp.Cellwerk, evidence: true),
        ["pipeline"] = () => PipelineCard.Make(MadeUp.View, "status", evidence: true),
        ["network"] = () => NetworkCard.Make(MadeUp.View, [], null, evidence: true),
        ["timeline"] = () => Timeline.Make(MadeUp.View, [], evidence: true),
        ["who"] = () => WhoIsWho.Make(MadeUp.View, [], evidence: true),
        ["disagreements"] = () => DisagreementList.Make(MadeUp.View, [], null, evidence: true),
        ["show-claim"] = () => ShowCard.Of(MadeUp.View, MadeUp.Claim("a3a3")),
        ["show-finding"] = () => ShowCard.Of(MadeUp.View, MadeUp.View.Finding("fa5a5")!),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(All))]
    public void Card_is_as_expected(string card, string form) =>
        Expectations.Check(Written(Cards[card](), form), $"tests/Gigatrace.Tests/Publishing/Expectations/{card}.{form}");

    [Theory]
    [MemberData(nameof(All))]
    public void No_line_of_a_table_is_longer_than_the_terminal(string card, string form)
    {
        if (form == "table.txt") Written(Cards[card](), form).Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    private static string Written(Report report, string form)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        switch (form)
        {
            case "json":
                JsonForm.Write(output, report);
                break;
            case "jsonl":
                JsonForm.WriteLines(output, report);
                break;
            case "csv":
                CsvForm.Write(output, report, evidence: true);
                break;
            case "md":
                MarkdownForm.Write(output, report, evidence: true);
                break;
            default:
                TableForm.Write(new Shell { Out = output, Error = output, In = () => Stream.Null }, report, evidence: true);
                break;
        }

        return output.ToString();
    }
}
