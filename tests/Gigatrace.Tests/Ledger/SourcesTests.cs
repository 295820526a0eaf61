using Gigatrace.Claims;
using Gigatrace.Ledger;
using static Gigatrace.Claims.Modality;

namespace Gigatrace.Tests.Ledger;

/// <summary>Sources: the order of their kinds, and what a user's file says of single publishers.</summary>
public sealed class SourcesTests
{
    private const string Durres = "Voltara Durres";

    [Fact]
    public void Every_kind_has_its_place_in_the_order() =>
        new KnowledgeSource().Table("sources.tsv").Select(row => $"{row[0]} {row[1]} {row[2]}").ShouldBe(["ai 6 no", "blog 3 yes", "filing 1 yes", "news 2 yes", "note 5 no", "register 1 yes", "release 1 yes", "unknown 4 yes"]);

    [Fact]
    public void No_kind_is_without_a_place() =>
        Enum.GetValues<SourceKind>().Select(kind => kind.Name()).Append("ai").ShouldBe(new KnowledgeSource().Table("sources.tsv").Select(row => row[0]), ignoreOrder: true);

    [Theory]
    [InlineData("", "12")]
    [InlineData("Weekly\tblog\t\t\t", "9")]
    [InlineData("Weekly\t\t4\t\t", "9")]
    [InlineData("Weekly\tnote\t\t\t", "9")]
    [InlineData("Daily\trelease\t\t\t", "9")]
    public void A_publisher_can_have_a_kind_or_a_rank_of_its_own(string row, string holds) => Planned9Then12(row).ShouldBe(holds);

    [Theory]
    [InlineData("", 2)]
    [InlineData("Herald\t\t\tGrand House\t\nHerald online\t\t\tGrand House\t", 1)]
    [InlineData("Herald\t\t\t\therald online|heraldonline.example", 1)]
    public void Titles_of_one_house_and_names_of_one_publisher_count_once(string rows, int voices) =>
        Sources.Count(new Story().On("2022-09-12", "Herald").Says(Durres, "capacity", 9).On("2022-09-12", "Herald online").Says(Durres, "capacity", 9).Claims.Select(claim => EntryOf(claim, Settings(rows)))).ShouldBe(voices);

    [Fact]
    public void What_a_machine_wrote_stays_last_whoever_prints_it() =>
        EntryOf(new Story().On("2022-09-12", "Herald").Says(Durres, "capacity", 9, ai: true).Claims[0], Settings("Herald\trelease\t1\t\t")).Tier.ShouldBe(Tier.AiGenerated);

    [Theory]
    [InlineData("Weekly\tgossip\t\t\t", "'gossip' is no kind of source; the kind of each text counts (known are ai, blog, filing, news, note, register, release, unknown)")]
    [InlineData("Weekly\t\t9\t\t", "'9' is no rank; it goes from 1, the best, to 6")]
    [InlineData("\tblog\t\t\t", "the row names no publisher")]
    [InlineData("Weekly\tblog\t\t\t\nHerald\t\t\t\tweekly", "'weekly' is settled by an earlier row, which counts")]
    public void What_cannot_be_used_is_told_and_the_rest_counts(string rows, string message)
    {
        var settings = Settings(rows);
        settings.Diagnostics.Single().Message.ShouldBe(message);
        settings.Diagnostics.Single().Line.ShouldBe(rows.Contains('\n', StringComparison.Ordinal) ? 3 : 2);
    }

    [Fact]
    public void Settings_that_say_the_same_have_one_fingerprint()
    {
        Settings("Weekly\tblog\t\t\t").Fingerprint.ShouldBe(Settings("# mine\n\nweekly\tblog\t\tWeekly\t").Fingerprint);
        Settings("Weekly\tblog\t\t\t").Fingerprint.ShouldNotBe(Settings("Weekly\tnews\t\t\t").Fingerprint);
        SourceSettings.Default.Fingerprint.ShouldBeEmpty();
    }

    private static SourceSettings Settings(string rows) => SourceSettings.Parse("publisher\tkind\trank\thouse\taliases\r\n" + rows, "gigatrace.sources.tsv");

    private static Entry EntryOf(Claim claim, SourceSettings settings) => Entry.Of(claim, Predicates.Find(claim.Predicate)!, claim.Subject, null, null, null, null, settings);

    /// <summary>Two papers of one rank within days: the later one wins.</summary>
    private static string Planned9Then12(string row)
    {
        var story = new Story().On("2022-09-10", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-20", "Weekly").Says(Durres, "capacity", 12, modality: Planned);
        var state = Reconcile.Run(story.Claims, [], knowledge: Story.Knowledge with { Sources = Settings(row) });
        return state.Plants.Single().Capacity.Planned!.Value!.ToString()!;
    }
}
