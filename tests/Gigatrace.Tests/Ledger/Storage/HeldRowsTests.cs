using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>Written as "subject kind key from-to payload"; an open end is left out.</summary>
public sealed class HeldRowsTests
{
    private static readonly string[] Rows = ["A finding capacity 10-20 nine", "A finding capacity 20- ten", "A finding jobs 12- many", "A plant - 10- card", "B finding capacity 15-18 four"];

    [Theory, InSqlite, InPostgres]
    public void Rows_are_found_by_subject_and_by_kind(Engine engine) => Check(engine, held =>
    {
        Shown(held.Of(["A", "B"])).ShouldBe(Rows);
        Shown(held.At(["A"], 19)).ShouldBe(["A finding capacity 10-20 nine", "A finding jobs 12- many", "A plant - 10- card"]);
        Shown(held.At(["A"], 20)).ShouldBe(["A finding capacity 20- ten", "A finding jobs 12- many", "A plant - 10- card"]);
        Shown(held.At(["A"], 9)).ShouldBeEmpty();
        Shown(held.KindAt("finding", 17)).ShouldBe(["A finding capacity 10-20 nine", "A finding jobs 12- many", "B finding capacity 15-18 four"]);
        Shown(held.KindChanged("finding", 15, 18)).ShouldBe(["B finding capacity 15-18 four"]);
        Shown(held.KindChanged("finding", 11, 20)).ShouldBe(["A finding capacity 10-20 nine", "A finding capacity 20- ten", "A finding jobs 12- many", "B finding capacity 15-18 four"]);
    });

    [Theory, InSqlite, InPostgres]
    public void Rows_of_a_family_are_put_in_the_place_of_others(Engine engine) => Check(engine, held =>
    {
        Shown(held.OfFamily("f", 18)).ShouldBe(["A finding capacity 10-20 nine", "A finding capacity 20- ten", "A finding jobs 12- many", "A plant - 10- card"]);
        held.Replace(held.OfFamily("f", 12), [Row("A finding capacity 10-15 nine"), Row("A finding jobs 12- many"), Row("A finding capacity 15- eleven"), Row("B finding capacity 15-18 four")]);
        Shown(held.Of(["A", "B"])).ShouldBe(["A finding capacity 10-15 nine", "A finding capacity 15- eleven", "A finding jobs 12- many", "B finding capacity 15-18 four"]);
    });

    [Theory, InSqlite, InPostgres]
    public void Many_subjects_may_be_asked_for_at_once(Engine engine) => Check(engine, held =>
        Shown(held.At([.. Enumerable.Range(0, 300).Select(number => $"X{number}"), "B"], 16)).ShouldBe(["B finding capacity 15-18 four"]));

    [Theory, InSqlite, InPostgres]
    public void What_was_held_at_one_time_is_one_row(Engine engine) => Check(engine, held =>
    {
        foreach (var row in new[] { "A finding capacity 19-21 x", "A finding capacity 5-11 x", "A finding capacity 12-13 x", "A finding capacity 1- x", "A finding capacity 10-20 x", "B finding capacity 16-17 x" })
            LedgerPlace.OneLine(() => held.Insert([Row("C finding capacity 1-2 y"), Row(row)]));
        Should.Throw<LedgerException>(() => held.Insert([Row("A finding capacity 9-9 x")]));
        Shown(held.Of(["A", "B", "C"])).ShouldBe(Rows);
        held.Insert([Row("B finding capacity 18- x"), Row("B finding capacity 14-15 y"), Row("B plant capacity 14-15 y")]);
    });

    [Theory, InSqlite, InPostgres]
    public void All_is_forgotten_at_once(Engine engine) => Check(engine, held =>
    {
        held.Meta("upto").ShouldBeNull();
        held.SetMeta("upto", "7");
        held.SetMeta("upto", "8");
        held.Meta("upto").ShouldBe("8");
        held.Clear();
        held.Meta("upto").ShouldBeNull();
        held.Of(["A", "B"]).ShouldBeEmpty();
    });

    [Theory, InSqlite, InPostgres]
    public void What_is_written_together_is_there_together(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        Should.Throw<FormatException>(() => ledger.Write<int>(() =>
        {
            ledger.Held.Insert([Row("A finding capacity 1-2 x")]);
            ledger.Held.SetMeta("upto", "1");
            throw new FormatException();
        }));
        (ledger.Held.Of(["A"]).Count, ledger.Held.Meta("upto")).ShouldBe((0, null));
    }

    private static void Check(Engine engine, Action<HeldRows> check)
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        ledger.Held.Insert(Rows.Reverse().Select(Row));
        check(ledger.Held);
    }

    private static IEnumerable<string> Shown(IEnumerable<HeldRow> rows) => rows.Select(row => $"{row.Subject} {row.Kind} {row.Key} {row.From}-{(row.To == HeldRow.Open ? "" : row.To)} {row.Payload}");

    private static HeldRow Row(string shown)
    {
        var words = shown.Split(' ');
        var days = words[3].Split('-');
        return new HeldRow("f", words[0], words[1], words[2], int.Parse(days[0], System.Globalization.CultureInfo.InvariantCulture), days[1].Length == 0 ? HeldRow.Open : int.Parse(days[1], System.Globalization.CultureInfo.InvariantCulture), words[4]);
    }
}
