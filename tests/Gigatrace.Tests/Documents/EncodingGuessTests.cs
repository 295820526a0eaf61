using System.Text;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

public class EncodingGuessTests
{
    private const string German = "Die neue Fabrik wird größer als geplant. Für die Zellen müssen über 400 Beschäftigte eingestellt werden, sagte der Betreiber. Die Löhne lägen höher als anderswo.";
    private const string French = "L'usine située à côté du port a déjà été agrandie. Le maître d'œuvre a reçu la première tranche des aides européennes, et la deuxième est prévue.";
    private const string Spanish = "La fábrica de baterías empleará a más de mil personas el próximo año, según explicó la compañía en su página. La inversión será aún mayor.";
    private const string Swedish = "Fabriken får större lokaler nästa år och bygger därför en ny hall för förädling av material på området.";
    private const string Polish = "Fabryka ogniw zostanie rozbudowana, a spółka zatrudni więcej pracowników. Inwestycja będzie kosztować około miliarda złotych, powiedział dyrektor. Później ruszą następne linie.";
    private const string Czech = "Továrna na články bude rozšířena a společnost přijme další zaměstnance. Výroba začne příští rok, řekl ředitel závodu. Náklady ještě nejsou známé.";
    private const string Hungarian = "A gyár bővítése jövőre kezdődik, a cég újabb munkásokat vesz föl. A költségekről később döntenek, közölte a vezető. Több ezer főre lesz szükség.";
    private const string Turkish = "Fabrika gelecek yıl büyütülecek ve şirket yeni işçiler alacak. Yatırımın tutarı açıklanmadı, ancak kış aylarında üretim başlayacak.";
    private const string Russian = "Завод по производству ячеек будет расширен, и компания наймёт новых рабочих. Стоимость проекта пока не названа, сообщил директор. Запуск ожидается весной.";
    private const string Greek = "Το εργοστάσιο θα επεκταθεί και η εταιρεία θα προσλάβει νέους εργαζόμενους. Το κόστος δεν έχει ανακοινωθεί ακόμη, είπε ο διευθυντής.";
    private const string Japanese = "電池のセルを作る工場は来年拡張され、会社は新しい従業員を採用する予定です。費用はまだ発表されていませんが、来春には生産が始まると担当者は話しています。";
    private const string Korean = "배터리 셀을 만드는 공장은 내년에 확장되며 회사는 새로운 직원을 채용할 예정이다. 비용은 아직 발표되지 않았으나 봄에는 생산이 시작된다고 담당자는 말했다.";
    private const string Simplified = "这家生产电池的工厂将在明年扩建，公司还要招收新的工人。项目的费用还没有公布，负责人说，生产会在春天开始，这是当地最大的工业项目。";
    private const string Traditional = "這家生產電池的工廠將在明年擴建，公司還要招收新的工人。項目的費用還沒有公佈，負責人說，生產會在春天開始，這是當地最大的工業項目。";

    [Theory]
    [InlineData("windows-1252", German)]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1252", Spanish)]
    [InlineData("windows-1252", Swedish)]
    [InlineData("windows-1250", Polish)]
    [InlineData("windows-1250", Czech)]
    [InlineData("windows-1250", Hungarian)]
    [InlineData("iso-8859-2", Polish)]
    [InlineData("iso-8859-2", Czech)]
    [InlineData("windows-1254", Turkish)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("cp866", Russian)]
    [InlineData("windows-1253", Greek)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("gb18030", Simplified)]
    [InlineData("big5", Traditional)]
    public void An_old_encoding_is_told_by_its_letters(string name, string text)
    {
        // What it is called may differ, what it says may not.
        var reading = DocumentReader.Parse(CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text), "a.txt");
        reading.Document!.Text.Value.ShouldBe(text);
        reading.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("doc.encoding");
    }

    [Theory]
    [InlineData("M\u00FCnster")]
    [InlineData("It costs \u00A3 5 or \u00A5 900, and \u00B5 is small.")]
    [InlineData("\u00FE\u00F0\u00A5\u00A6 \u00D8\u00D0")]
    public void What_is_not_sure_is_Windows_1252(string text) =>
        DocumentReader.Parse(Encoding.Latin1.GetBytes(text), "a.txt").Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("not UTF-8: read as Windows-1252");

    [Theory]
    [InlineData(Russian)]
    [InlineData(Japanese + "\n" + Japanese)]
    [InlineData(Korean)]
    [InlineData(German)]
    public void Utf16_without_its_mark_is_known_in_any_script(string text)
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            DocumentReader.Parse(encoding.GetBytes(text), "a.txt").Document!.Text.Value.ShouldBe(text);
    }

    [Fact]
    public void What_a_page_declares_goes_before_a_guess()
    {
        var page = $"<html><head><meta charset=\"koi8-r\"></head><body><p>{Russian}</p></body></html>";
        var reading = DocumentReader.Parse(CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes(page), "a.html");
        reading.Document!.Text.Value.ShouldContain("Завод");
        reading.Diagnostics.ShouldBeEmpty();
    }
}
