using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Vaults;

namespace Gigatrace.Tests.Publishing.Vaults;

/// <summary>The notes of a vault: which there are, where they lie, what they link to.</summary>
public sealed partial class VaultTests
{
    [Fact]
    public void There_is_a_note_for_each_plant_and_company_and_one_that_lists_them()
    {
        Folder(MadeUp.View).Keys.ShouldBe(["Companies/Cellwerk.md", "Companies/Volta Group.md", "Gigatrace.md", "Plants/Cellwerk Göttingen 2.md", "Plants/Cellwerk Göttingen.md", "Plants/Cellwerk Zaragoza.md"], ignoreOrder: true);
        foreach (var (path, text) in Folder(MadeUp.View).Where(note => note.Key is "Companies/Cellwerk.md" or "Plants/Cellwerk Göttingen.md" or "Gigatrace.md"))
        {
            Expectations.Check(text, $"tests/Gigatrace.Tests/Publishing/Vaults/Expectations/{Path.GetFileName(path)}");
        }
    }

    [Fact]
    public void Written_again_nothing_changes() =>
        Vault.Plan(MadeUp.View, Files(Folder(MadeUp.View))).ShouldAllBe(change => change.Result == VaultResult.Unchanged && change.Text == null);

    [Fact]
    public void Every_link_leads_to_a_note_and_every_footnote_to_a_source()
    {
        Links(Folder(MadeUp.View));
        var notes = Folder(MadeUp.View);
        notes["Diary/Cellwerk.md"] = "A note of my own.\n";
        Links(Apply(notes, MadeUp.View));
        notes["Companies/Cellwerk.md"].ShouldNotContain("[[Plants/");
        Apply(notes, MadeUp.View)["Plants/Cellwerk Göttingen.md"].ShouldContain("[[Companies/Cellwerk|Cellwerk]]");
    }

    [Fact]
    public void A_note_is_known_wherever_it_was_moved_and_whatever_it_is_called()
    {
        var notes = Folder(MadeUp.View);
        notes.Remove("Companies/Cellwerk.md", out var moved);
        notes["Makers/The works (mine).md"] = moved + "\nMine.\n";
        var after = Apply(notes, MadeUp.View);
        after.Keys.ShouldBe(notes.Keys, ignoreOrder: true);
        after["Makers/The works (mine).md"].ShouldEndWith("\nMine.\n");
        after["Plants/Cellwerk Göttingen.md"].ShouldContain("[[The works (mine)|Cellwerk]]");
        Links(after);
    }

    [Fact]
    public void What_is_no_longer_held_keeps_what_the_person_wrote()
    {
        var notes = Folder(MadeUp.View);
        notes["Plants/Old Works.md"] = NoteMerge.New(new VaultNote("plant", "Volta Cellwerk Göttingen", ["The old ones"], ["gigatrace/plant"], [], [("facts", "Old.\n")])).Replace("---\n%%", "rating: 5\n---\n%%", StringComparison.Ordinal) + "\nMine.\n";
        var change = Vault.Plan(MadeUp.View, Files(notes)).Single(change => change.Result is not VaultResult.Unchanged);
        (change.Path, change.Result).ShouldBe(("Plants/Old Works.md", VaultResult.Gone));
        change.Why.ShouldBe("nothing is held under this name; it counts as Cellwerk Göttingen now");
        change.Text.ShouldNotBeNull().ShouldContain("rating: 5");
        change.Text.ShouldEndWith("\nMine.\n");
        change.Text.ShouldNotContain("Old.\n");
        change.Text.ShouldContain("It counts as [[Cellwerk Göttingen]] now.");
        notes["Plants/Old Works.md"] = change.Text;
        Vault.Plan(MadeUp.View, Files(notes)).Single(one => one.Path == "Plants/Old Works.md").Text.ShouldBeNull();
    }

    [Fact]
    public void A_damaged_note_is_left_and_the_others_go_on()
    {
        var notes = Folder(MadeUp.View);
        notes["Plants/Cellwerk Göttingen.md"] = notes["Plants/Cellwerk Göttingen.md"].Replace("%% gigatrace:end facts", "%% gigatrace:fin facts", StringComparison.Ordinal);
        notes["Plants/Cellwerk Zaragoza.md"] = notes["Plants/Cellwerk Zaragoza.md"].Replace("status: planned", "status: built", StringComparison.Ordinal);
        var changes = Vault.Plan(MadeUp.View, Files(notes)).Where(change => change.Result is not VaultResult.Unchanged).ToArray();
        changes.Select(change => $"{change.Path} {change.Result}").ShouldBe(["Plants/Cellwerk Göttingen.md Left", "Plants/Cellwerk Zaragoza.md Changed"]);
        changes[0].Line.ShouldNotBeNull();
    }

    [Fact]
    public void A_second_note_and_a_note_of_the_persons_own_are_left()
    {
        var notes = Folder(MadeUp.View);
        notes["Old/Cellwerk copy.md"] = notes["Companies/Cellwerk.md"];
        notes["Companies/Volta Group.md"] = "# Volta\n\nMine.\n";
        Vault.Plan(MadeUp.View, Files(notes)).Where(change => change.Result is not VaultResult.Unchanged).Select(change => $"{change.Path} {change.Result}: {change.Why![..12]}").ShouldBe(
            ["Companies/Volta Group.md Left: it is a note", "Old/Cellwerk copy.md Left: it is a seco"]);
    }

    /// <summary>Names made to leave the folder, or to be one file with another.</summary>
    [Fact]
    public void No_name_leads_out_of_the_folder_or_over_another_note()
    {
        string[] names = ["../../up", "/root", "C:\\x", "a/b", "A/B", "a:b", "CON", "x#y^z|w[1]", ".git", new string('n', 400), "Same", "SAME", "same", "%% gigatrace:end facts %%", "[x]", "---", "{{title}}"];
        var state = MadeUp.View.State with
        {
            Plants = [.. names.Select(name => new PlantState { Id = name, Name = name, Operator = names[0] })],
            Companies = [],
            Entities = [.. names.Select(name => new Entity { Kind = EntityKind.Plant, Name = name })],
        };
        var view = new View(state, MadeUp.Today);
        var notes = Folder(view);
        notes.Count.ShouldBe(names.Length + 1);
        notes.Keys.Select(path => path.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Length + 1);
        notes.Keys.ShouldAllBe(path => Path.GetFullPath(Path.Combine("/vault", path)).StartsWith("/vault/", StringComparison.Ordinal) && path.Count('/') <= 1 && path.Length < 255);
        Links(notes);
        Vault.Plan(view, Files(notes)).ShouldAllBe(change => change.Result == VaultResult.Unchanged);
    }

    internal static void Links(IReadOnlyDictionary<string, string> notes)
    {
        var paths = notes.Keys.Select(path => path[..^3]).ToHashSet(StringComparer.Ordinal);
        var called = paths.CountBy(path => path.Split('/')[^1].ToUpperInvariant(), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var links = 0;
        foreach (var (path, text) in notes)
        {
            foreach (var target in Link().Matches(text).Select(match => match.Groups["target"].Value))
            {
                links++;
                (paths.Contains(target) || (called.GetValueOrDefault(target.ToUpperInvariant()) == 1 && !target.Contains('/', StringComparison.Ordinal))).ShouldBeTrue($"{path}: [[{target}]]");
            }

            var defined = Definition().Matches(text).Select(match => match.Groups["label"].Value).ToArray();
            defined.ShouldBeUnique();
            Reference().Matches(text).Select(match => match.Groups["label"].Value).Distinct(StringComparer.Ordinal).ShouldBe(defined, ignoreOrder: true, path);
        }

        links.ShouldBePositive();
    }

    private static Dictionary<string, string> Folder(View view) => Apply(new Dictionary<string, string>(StringComparer.Ordinal), view);

    private static Dictionary<string, string> Apply(Dictionary<string, string> notes, View view)
    {
        var after = new Dictionary<string, string>(notes, StringComparer.Ordinal);
        foreach (var change in Vault.Plan(view, Files(notes)).Where(change => change.Text is not null)) after[change.Path] = change.Text!;
        return after;
    }

    private static IEnumerable<VaultFile> Files(Dictionary<string, string> notes) => notes.Select(note => new VaultFile(note.Key, note.Value.Contains(Vault.Sign, StringComparison.Ordinal) ? note.Value : null));

    [GeneratedRegex(@"(?<!\\)\[\[(?<target>[^\]|\\]+)(\\?\|[^\]]*)?\]\]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\[\^(?<label>[0-9a-z]+)\]: ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[\^(?<label>[0-9a-z]+)\](?!:)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reference();
}
