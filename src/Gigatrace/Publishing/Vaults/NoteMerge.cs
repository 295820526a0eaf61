using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Vaults;

/// <summary>What became of a note's text.</summary>
/// <param name="Text">Null where the note is left as it is.</param>
/// <param name="Line">From 1, where the reason stands; null where it is the whole note.</param>
/// <param name="Why">Why it is left; null where it is not.</param>
internal readonly record struct Merged(string? Text, int? Line, string? Why);

/// <summary>A note as it is and what it is to say, to the note as it becomes: only properties and parts of ours change.</summary>
internal static class NoteMerge
{
    private const string First = "facts";

    /// <summary>Before the aliases that were written last, in the first part: what of them is no longer so is taken away, and the person's stay.</summary>
    private const string AliasMark = "%% aliases: ";

    /// <summary>The whole text of a note that is not there yet.</summary>
    public static string New(VaultNote note)
    {
        var properties = NoteProperties.Parse("");
        SetProperties(properties, note, []);
        return $"---\n{properties}---\n{string.Join("\n", Contents(note).Select(part => Marked(part.Name, part.Text)))}";
    }

    /// <summary>A note that is there: ours, or the person's with marks where our parts are to stand.</summary>
    public static Merged Into(string text, VaultNote note)
    {
        var bom = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        var newLine = text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var at && text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\n";
        var plain = text[bom.Length..].Replace("\r\n", "\n", StringComparison.Ordinal);
        // Mixed line ends would not come back as they were.
        if (text.AsSpan().Count("\r\n") != (newLine == "\n" ? 0 : text.AsSpan().Count('\n'))) return new Merged(null, null, "its lines end in two ways; save it with one kind of line end");
        var merged = IntoPlain(plain, note);
        return merged.Text is null ? merged : merged with { Text = bom + (newLine == "\n" ? merged.Text : merged.Text.Replace("\n", "\r\n", StringComparison.Ordinal)) };
    }

    private static Merged IntoPlain(string text, VaultNote note)
    {
        var front = FrontMatter.Read(text, "", []);
        if (front.Values is null && text.StartsWith("---\n", StringComparison.Ordinal)) return new Merged(null, 1, "its properties have no closing line of three dashes");
        if (front.Values is not null && text[0] == '+') return new Merged(null, 1, "its properties are TOML, which Obsidian does not know");
        var body = front.Values is null ? 0 : front.End;
        var (open, close) = body == 0 ? (0, 0) : (text.IndexOf('\n', StringComparison.Ordinal) + 1, text[..body].TrimEnd('\n').LastIndexOf('\n') + 1);
        var properties = NoteProperties.Parse(text[open..close]);
        if (properties.Fault is { } broken) return new Merged(null, broken.Line + 1, broken.Why);
        var parts = GeneratedParts.Read(text, body);
        if (Refused(text, properties, parts, note) is { } refused) return refused;
        SetProperties(properties, note, LastAliases(text, parts));
        var fence = body == 0 ? "---\n" : text[close..body].TrimEnd('\n') + "\n";
        return new Merged($"---\n{properties}{fence}{Parts(text, body, parts, note)}", null, null);
    }

    /// <summary>Why the note must be left as it is; null where it need not.</summary>
    private static Merged? Refused(string text, NoteProperties properties, GeneratedParts parts, VaultNote note)
    {
        int LineOf(int at) => text.AsSpan(0, at).Count('\n') + 1;
        if (parts.Fault is { } fault) return new Merged(null, LineOf(fault.At), $"{fault.Why}; put the mark back, or delete the part with both its marks");
        foreach (var part in parts.Parts)
        {
            if (!GeneratedParts.IsAsWritten(text, part)) return new Merged(null, LineOf(part.Whole.Start), $"the part '{part.Name}' was changed by hand; move what is yours behind its end mark, delete the part with both its marks, and export again");
        }

        if (properties.Has(GeneratedParts.Key)) return null;
        if (parts.Parts.Count == 0) return new Merged(null, null, $"it is a note of your own; to have the facts in it, write the lines {GeneratedParts.Begin(First)} and %% gigatrace:end {First} %% where they are to stand");
        var taken = note.Properties.Select(one => one.Key).Append("name").FirstOrDefault(properties.Has);
        return taken is null ? null : new Merged(null, properties.LineOf(taken) + 1, $"the property '{taken}' is yours and would be written over; give it another name");
    }

    private static void SetProperties(NoteProperties properties, VaultNote note, IReadOnlyCollection<string> last)
    {
        var wanted = new List<(string Key, Property? Value)> { (GeneratedParts.Key, new Property.Text(note.Kind)), ("name", new Property.Text(note.Name)) };
        wanted.Add(("aliases", ListOf([.. properties.All("aliases").Where(alias => note.Aliases.Contains(alias) || !last.Contains(alias)), .. note.Aliases])));
        wanted.Add(("tags", ListOf([.. properties.All("tags").Where(tag => note.Tags.Contains(tag) || !tag.TrimStart('#').StartsWith("gigatrace/", StringComparison.Ordinal)), .. note.Tags])));
        wanted.AddRange(note.Properties.Select(one => (one.Key, (Property?)one.Value)));
        var before = new List<string>();
        foreach (var key in GeneratedParts.Keys.Where(key => !wanted.Exists(one => one.Key == key))) properties.Remove(key);
        foreach (var (key, value) in wanted)
        {
            if (value is not null) properties.Set(key, value, before);
            else if (key is "aliases" or "tags" && !properties.All(key).IsEmpty) properties.Remove(key);
            before.Add(key);
        }
    }

    private static Property.List? ListOf(ImmutableArray<string> values) => values.IsEmpty ? null : new Property.List([.. values.Distinct(StringComparer.Ordinal)]);

    /// <summary>The body with our parts as they are to be: each where it stands, new ones behind the part that comes before them.</summary>
    private static string Parts(string text, int body, GeneratedParts parts, VaultNote note)
    {
        var contents = Contents(note);
        var there = parts.Parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        var first = contents.FirstOrDefault(one => there.Contains(one.Name)).Name;
        var (changed, from) = (new StringBuilder(text.Length), body);
        foreach (var part in parts.Parts)
        {
            _ = changed.Append(text, from, part.Whole.Start - from);
            if (part.Name == first) foreach (var one in contents.TakeWhile(one => one.Name != first)) _ = changed.Append(Marked(one.Name, one.Text)).Append('\n');
            _ = changed.Append(Marked(part.Name, contents.FirstOrDefault(one => one.Name == part.Name).Text ?? "").TrimEnd('\n'));
            foreach (var one in Behind(part.Name, contents, there)) _ = changed.Append("\n\n").Append(Marked(one.Name, one.Text).TrimEnd('\n'));
            from = part.Whole.End;
        }

        _ = changed.Append(text, from, text.Length - from);
        if (first is not null) return changed.ToString();
        if (changed.Length > 0) _ = changed.Append(changed[^1] == '\n' ? "\n" : "\n\n");
        return changed.Append(string.Join("\n", contents.Select(one => Marked(one.Name, one.Text)))).ToString();
    }

    /// <summary>Parts that follow a part in the order of the note, up to the next that is there already.</summary>
    private static IEnumerable<(string Name, string Text)> Behind(string name, ImmutableArray<(string Name, string Text)> contents, HashSet<string> there)
    {
        var at = contents.IndexOf(contents.FirstOrDefault(one => one.Name == name));
        return at < 0 ? [] : contents.Skip(at + 1).TakeWhile(one => !there.Contains(one.Name));
    }

    /// <summary>A blank line at both ends: a comment right behind a table would be a row of it.</summary>
    private static string Marked(string name, string text)
    {
        var content = text.Length == 0 ? "" : $"\n{text}\n";
        return $"{GeneratedParts.Begin(name)}\n{content}{GeneratedParts.End(name, content)}\n";
    }

    private static ImmutableArray<(string Name, string Text)> Contents(VaultNote note) =>
        note.Aliases.IsEmpty || note.Parts.IsEmpty ? note.Parts : note.Parts.SetItem(0, (note.Parts[0].Name, $"{note.Parts[0].Text}\n{AliasMark}{Json.Line(Json.Array(note.Aliases)).Replace("%", "\\u0025", StringComparison.Ordinal)} %%\n"));

    private static IReadOnlyCollection<string> LastAliases(string text, GeneratedParts parts)
    {
        var part = parts.Parts.FirstOrDefault(one => text.AsSpan(one.Content.Start, one.Content.Length).Contains(AliasMark, StringComparison.Ordinal));
        if (part.Name is null) return [];
        var start = text.IndexOf(AliasMark, part.Content.Start, StringComparison.Ordinal) + AliasMark.Length;
        var end = text.IndexOf(" %%", start, StringComparison.Ordinal);
        try
        {
            return end < 0 ? [] : JsonSerializer.Deserialize<string[]>(text[start..end]) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
