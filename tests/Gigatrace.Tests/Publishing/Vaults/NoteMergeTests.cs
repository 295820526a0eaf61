using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Publishing.Vaults;
using Property = Gigatrace.Publishing.Vaults.Property;

namespace Gigatrace.Tests.Publishing.Vaults;

/// <summary>What a person wrote into a note stays, wherever it was written; what cannot be kept is not written over.</summary>
public sealed class NoteMergeTests
{
    private static readonly VaultNote Note = new(
        "plant", "Cellwerk Göttingen", ["Volta Cellwerk Göttingen"], ["gigatrace/plant", "gigatrace/status/operating"],
        [("operator", new Property.Text("[[Cellwerk]]")), ("installed_gwh", new Property.Number(10)), ("customers", new Property.List(["[[Autonova]]", "Other: one"]))],
        [("facts", "It runs.\n"), ("timeline", "## Timeline\n\n| when | what |\n| --- | --- |\n| 2025 | began |\n"), ("sources", "## Sources\n\n[^a1]: “words”\n")]);

    private static readonly VaultNote Later = Note with
    {
        Aliases = ["Volta Göttingen"],
        Tags = ["gigatrace/plant", "gigatrace/status/closed"],
        Properties = [("operator", new Property.Text("[[Cellwerk]]")), ("status", new Property.Text("closed"))],
        Parts = [("facts", "It is closed.\n"), ("slips", "## Slips\n\nnone\n"), ("sources", "## Sources\n\n[^b2]: “others”\n")],
    };

    [Fact]
    public void A_new_note_reads_so() => NoteMerge.New(Note).ShouldBe(
        """
        ---
        gigatrace: plant
        name: Cellwerk Göttingen
        aliases:
          - Volta Cellwerk Göttingen
        tags:
          - gigatrace/plant
          - gigatrace/status/operating
        operator: "[[Cellwerk]]"
        installed_gwh: 10
        customers:
          - "[[Autonova]]"
          - "Other: one"
        ---
        %% gigatrace:begin facts %%

        It runs.

        %% aliases: ["Volta Cellwerk Göttingen"] %%

        %% gigatrace:end facts 7b7316b1 %%

        %% gigatrace:begin timeline %%

        ## Timeline

        | when | what |
        | --- | --- |
        | 2025 | began |

        %% gigatrace:end timeline e4a6a454 %%

        %% gigatrace:begin sources %%

        ## Sources

        [^a1]: “words”

        %% gigatrace:end sources 54120175 %%

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Written_again_it_is_the_same()
    {
        Merge(NoteMerge.New(Note), Note).ShouldBe(NoteMerge.New(Note));
        Merge(NoteMerge.New(Later), Later).ShouldBe(NoteMerge.New(Later));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void Line_ends_and_the_first_sign_stay(string newLine, string bom)
    {
        var text = bom + NoteMerge.New(Note).Replace("\n", newLine, StringComparison.Ordinal);
        Merge(text, Note).ShouldBe(text);
        Merge(text, Later).ShouldBe(bom + Merge(NoteMerge.New(Note), Later).Replace("\n", newLine, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_longer_held_goes_and_what_is_new_comes_where_it_belongs()
    {
        var text = Merge(NoteMerge.New(Note).Replace("%% gigatrace:begin timeline", "Mine before.\n\n%% gigatrace:begin timeline", StringComparison.Ordinal), Later);
        text.ShouldNotContain("installed_gwh");
        text.ShouldNotContain("Volta Cellwerk");
        text.ShouldNotContain("began");
        Order(text, "status: closed", "begin facts", "It is closed.", "end facts", "begin slips", "end slips", "Mine before.", "begin timeline", "end timeline", "begin sources", "others", "end sources");
        Merge(text, Later).ShouldBe(text);
    }

    [Fact]
    public void Properties_of_the_person_keep_order_comments_and_way_of_writing()
    {
        var text = NoteMerge.New(Note)
            .Replace("---\ngigatrace", "---\n# mine, first\nrating: 5   # of ten\ngigatrace", StringComparison.Ordinal)
            .Replace("  - gigatrace/plant\n", "  - visited\n  - gigatrace/plant\n", StringComparison.Ordinal)
            .Replace("  - Volta Cellwerk Göttingen\n", "  - The works\n  - Volta Cellwerk Göttingen\n", StringComparison.Ordinal)
            .Replace("installed_gwh: 10\n", "# on what I saw\nseen: [2024-05-01, {who: me}]\nstory: |\n  # no comment\n  two lines\n\ninstalled_gwh: 11\n", StringComparison.Ordinal);
        var merged = Merge(text, Later);
        Order(merged, "# mine, first\nrating: 5   # of ten\ngigatrace: plant\n", "  - The works\n  - Volta Göttingen\n", "  - visited\n  - gigatrace/plant\n  - gigatrace/status/closed\n", "status: closed\n", "# on what I saw\nseen: [2024-05-01, {who: me}]\nstory: |\n  # no comment\n  two lines\n");
        Merge(text, Note).ShouldContain("installed_gwh: 10\n");
        Merge(merged, Later).ShouldBe(merged);
    }

    /// <summary>As an editor of properties and tables writes them.</summary>
    [Fact]
    public void The_same_written_otherwise_is_not_touched()
    {
        var text = NoteMerge.New(Note).Replace("operator: \"[[Cellwerk]]\"", "operator: '[[Cellwerk]]'", StringComparison.Ordinal).Replace("  - gigatrace/plant\n  - gigatrace/status/operating", "- gigatrace/plant\n- gigatrace/status/operating", StringComparison.Ordinal);
        Merge(text, Note).ShouldBe(text);
        Merge(text.Replace("| when | what |\n| --- | --- |", "| when  | what   |\n| ----- | ------ |", StringComparison.Ordinal), Note).ShouldBe(text);
    }

    [Theory]
    [InlineData("%% gigatrace:end facts 7b7316b1 %%\n", "", 15, "begins here and does not end")]
    [InlineData("%% gigatrace:begin timeline %%\n", "", 30, "ends here and does not begin")]
    [InlineData("%% gigatrace:begin timeline %%\n", "%% gigatrace:begin facts %%\n", 31, "ends as 'timeline'")]
    [InlineData("%% gigatrace:end facts 7b7316b1 %%\n", "%% gigatrace:ende\n", 21, "cannot be read")]
    [InlineData("It runs.", "It runs. I saw it.", 15, "was changed by hand")]
    [InlineData("name: Cellwerk Göttingen\n", "name: Cellwerk Göttingen\nname: b\n", 3, "twice")]
    [InlineData("installed_gwh: 10", "installed_gwh: [10", 2, "no YAML")]
    [InlineData("---\n%% gig", "%% gig", 1, "no closing line")]
    public void A_damaged_note_is_left_and_told(string now, string then, int line, string why)
    {
        var text = NoteMerge.New(Note);
        text.ShouldContain(now);
        var merged = NoteMerge.Into(text.Replace(now, then, StringComparison.Ordinal), Later);
        merged.Text.ShouldBeNull();
        merged.Why.ShouldNotBeNull().ShouldContain(why);
        merged.Line.ShouldNotBeNull().ShouldBeInRange(line - 1, line + 8);
    }

    [Fact]
    public void A_note_of_ones_own_is_filled_only_where_it_asks_for_it()
    {
        NoteMerge.Into("# Göttingen\n\nMine.\n", Note).Why.ShouldNotBeNull().ShouldContain("a note of your own");
        NoteMerge.Into("---\nstatus: mine\n---\n%% gigatrace:begin facts %%\n%% gigatrace:end facts %%\n", Later).Why.ShouldNotBeNull().ShouldContain("'status' is yours");
        var text = Merge("---\nrating: 5\n---\n# Göttingen\n\n%% gigatrace:begin facts %%\n%% gigatrace:end facts %%\n\nMine.\n", Note);
        Order(text, "rating: 5", "# Göttingen", "It runs.", "begin sources", "end sources", "Mine.");
        Merge(text, Note).ShouldBe(text);
    }

    /// <summary>Lines anywhere outside of the marks, and properties of any kind: all are there afterwards, in their order, and the next time nothing changes.</summary>
    [Fact]
    public void Whatever_a_person_adds_stays()
    {
        var words = Gen.Elements("Mine.", "", "# Head", "- item", "> quoted", "| a | b |", "%% hidden %%", "---", "```", "[[Link]]", "<!-- x", "%%", "gigatrace: no", "\ttabbed", "[^a1]: own note", "end %% of");
        var edits = Gen.ArrayOf(from at in Gen.Choose(0, 200) from line in words from number in Gen.Choose(0, 999) select (at, Line: line.Length == 0 ? line : $"{line} {number}"), 8);
        var keys = Gen.ArrayOf(from at in Gen.Choose(0, 40) from number in Gen.Choose(0, 99) from value in Gen.Elements("x", "[a, b]", "\"q: 1\"", "2024-01-01", "") select (at, Line: $"own{number}: {value}"), 3);
        Prop.ForAll((from edit in edits from key in keys select (edit, key)).ToArbitrary(), one =>
        {
            var (text, added) = Edited(NoteMerge.New(Note), one.edit, [.. one.key.DistinctBy(key => key.Line.Split(':')[0])]);
            foreach (var note in new[] { Note, Later })
            {
                var merged = Merge(text, note);
                Merge(merged, note).ShouldBe(merged);
                var at = 0;
                foreach (var line in added) at = merged.IndexOf("\n" + line + "\n", at, StringComparison.Ordinal) is >= 0 and var found ? found + 1 : throw new InvalidOperationException($"'{line}' is gone from\n{merged}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261122UL, 31UL, 40));
    }

    /// <summary>The text with lines put in where they are the person's, and those lines in their order.</summary>
    private static (string Text, IReadOnlyList<string> Added) Edited(string text, (int At, string Line)[] edits, (int At, string Line)[] keys)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        var end = lines.IndexOf("---", 1);
        var (result, added, inside) = (new List<string>(), new List<string>(), false);
        for (var at = 0; at < lines.Count; at++)
        {
            // A key goes before a key, anything else behind the properties and outside of the parts.
            if (at > 0 && at <= end && !lines[at].StartsWith(' ')) Put(keys.Where(key => 1 + (key.At % end) == at).Select(key => key.Line));
            if (lines[at].StartsWith("%% gigatrace:begin", StringComparison.Ordinal)) inside = true;
            if (at > end && (!inside || lines[at].StartsWith("%% gigatrace:begin", StringComparison.Ordinal))) Put(edits.Where(edit => end + 1 + (edit.At % (lines.Count - end)) == at).Select(edit => edit.Line));
            if (lines[at].StartsWith("%% gigatrace:end", StringComparison.Ordinal)) inside = false;
            result.Add(lines[at]);
        }

        Put(edits.Where(edit => end + 1 + (edit.At % (lines.Count - end)) == lines.Count).Select(edit => edit.Line));
        return (string.Join('\n', result) + "\n", added);

        void Put(IEnumerable<string> some)
        {
            foreach (var line in some)
            {
                result.Add(line);
                added.Add(line);
            }
        }
    }

    private static string Merge(string text, VaultNote note)
    {
        var merged = NoteMerge.Into(text, note);
        merged.Why.ShouldBeNull();
        return merged.Text.ShouldNotBeNull();
    }

    private static void Order(string text, params string[] pieces)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            at = text.IndexOf(piece, at, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"'{piece}' in\n{text}");
        }
    }
}
