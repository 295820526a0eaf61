using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Publishing;

namespace Gigatrace.Tests.Publishing;

public sealed class NameSearchTests
{
    [Theory]
    [InlineData("Cellwerk Göttingen", "Cellwerk Göttingen")]
    [InlineData("gottingen", "Cellwerk Göttingen")]
    [InlineData("GÖTTINGEN 2", "Cellwerk Göttingen 2")]
    [InlineData("second göttingen plant", "Cellwerk Göttingen 2")]
    [InlineData("göttingen 1", "Cellwerk Göttingen")]
    [InlineData("Volta Cellwerk Göttingen", "Cellwerk Göttingen")]
    [InlineData("volta cellwerk gottingen 2", "Cellwerk Göttingen 2")]
    [InlineData("the Zaragoza gigafactory", "Cellwerk Zaragoza")]
    [InlineData("spain", "Cellwerk Zaragoza")]
    [InlineData("zarag", "Cellwerk Zaragoza")]
    [InlineData("cellwerk", "Cellwerk Göttingen|Cellwerk Zaragoza")]
    [InlineData("zaragoza 3", "")]
    [InlineData("dortmund", "")]
    [InlineData("", "")]
    public void A_plant_is_found_however_it_is_typed(string typed, string expected) => Check(EntityKind.Plant, typed, expected);

    [Theory]
    [InlineData("cellwerk", "Cellwerk")]
    [InlineData("volta", "Volta Group")]
    [InlineData("Volta Cellwerk", "Cellwerk")]
    [InlineData("auto", "Autonova")]
    public void A_company_is_found_however_it_is_typed(string typed, string expected) => Check(EntityKind.Organisation, typed, expected);

    [Theory]
    [InlineData("Celwerk Gotingen", "Cellwerk Göttingen")]
    [InlineData("saragossa", "Cellwerk Zaragoza")]
    public void An_unknown_name_suggests_the_nearest(string typed, string expected) =>
        NameSearch.Nearest(Of(EntityKind.Plant), typed).ShouldContain(expected);

    [Fact]
    public void What_is_like_nothing_suggests_nothing() => NameSearch.Nearest(Of(EntityKind.Plant), "xqj").ShouldBeEmpty();

    [Theory]
    [InlineData("Envision AESC Douai")]
    [InlineData("envision aesc douai plant")]
    [InlineData("aesc douai")]
    public void A_name_that_only_the_lexicon_knows_is_found_too(string typed)
    {
        Entity[] plants = [new() { Kind = EntityKind.Plant, Name = "AESC Douai", Operator = "AESC", Place = "Douai" }, new() { Kind = EntityKind.Plant, Name = "Verkor Douai", Operator = "Verkor", Place = "Douai" }];
        NameSearch.Find(plants, typed, plants).Single().Name.ShouldBe("AESC Douai");
    }

    private static IEnumerable<Entity> Of(EntityKind kind) => MadeUp.View.State.Entities.Where(entity => entity.Kind == kind);

    private static void Check(EntityKind kind, string typed, string expected) =>
        string.Join('|', NameSearch.Find(Of(kind), typed, MadeUp.View.State.Entities).Select(entity => entity.Name)).ShouldBe(expected);
}
