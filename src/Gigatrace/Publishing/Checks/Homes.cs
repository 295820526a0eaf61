using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Identity;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Checks;

/// <summary>
/// Whose the works is that a note calls by its town alone, "not [[Windsor]], that is LG", and who it is that it calls by the last name alone. A text says it by what
/// stands around, a note often does not, but the ledger may know of one company there, and of one of that name.
/// </summary>
/// <param name="entities">Who and what the ledger knows.</param>
internal sealed class Homes(IReadOnlyList<Entity> entities, Knowledge knowledge)
{
    /// <summary>Who runs works, by the place.</summary>
    private readonly Lazy<ILookup<string, string>> _at = new(() => entities.Where(entity => entity is { Kind: EntityKind.Plant, Operator: not null, Place: not null }).DistinctBy(plant => (plant.Operator, plant.Place)).ToLookup(plant => Sites.KeyOf(plant.Place!, knowledge.Places), plant => plant.Operator!));

    /// <summary>Names of people, by the last of them.</summary>
    private readonly Lazy<ILookup<string, string>> _people = new(() => entities.Where(entity => entity.Kind == EntityKind.Person).Select(person => person.Name).ToLookup(name => name[(name.LastIndexOf(' ') + 1)..], StringComparer.Ordinal));

    /// <summary>
    /// The claim, given to whoever has works in the town of its line. It stays where its sentence, or for a town that is no link the title, a heading or a property of the note on somebody who runs works,
    /// names whom it was given to, and where the ledger knows works of that one there, of several, or of none.
    /// </summary>
    public Claim Placed(Document note, Claim claim)
    {
        // "Carlsson is Northvolt's CEO": the one of that last name whom the ledger knows.
        if (claim.Predicate is "role" && !claim.Subject.Contains(' ', StringComparison.Ordinal)) return _people.Value[claim.Subject].ToArray() is [var person] ? claim with { Subject = person } : claim;
        if (PlantName.Parse(claim.Subject, knowledge.Organisations, knowledge.Places, surely: false) is not { } plant) return claim;
        var (text, at) = (note.Text.Value, note.Text.FromCodePoint(claim.Start));
        var line = Around.Line(note.Text, claim);
        // "[[Northvolt]]: 21 %. [[Salzgitter]] not open yet": the sentence alone.
        var stop = line[..(at - Around.LineStart(text, at))].LastIndexOf(". ");
        if (stop > 0) line = line[(stop + 2)..];
        if (_at.Value[Sites.KeyOf(plant.Place, knowledge.Places)].Distinct(StringComparer.Ordinal).ToArray() is not [var runs] || runs == plant.Operator) return claim;
        // "LG builds with Honda in Jeffersonville": the venture of those who are named.
        if (knowledge.Organisations.ParentsOf(runs) is var partners && partners.Contains(plant.Operator) || Array.TrueForAll(plant.Operator.Split('-'), partners.Contains)) return claim with { Subject = (plant with { Operator = runs }).ToString() };
        var runsOthers = _at.Value.Any(place => place.Contains(plant.Operator));
        // "[[De Soto]]: 32 GWh, Tesla gets a part": whoever runs no works has none there for being named; "CATL in [[Douai]]" says whose it is.
        if (runsOthers ? Names(line, plant.Operator) || !Names(line, plant.Place) : IsSaidOf(line, plant)) return claim;
        var stays = !line.Contains("[[" + plant.Place, StringComparison.OrdinalIgnoreCase) && IsAbout(note, plant.Operator) && runsOthers;
        return stays ? claim : claim with { Subject = (plant with { Operator = runs }).ToString() };
    }

    /// <summary>The operator stands right before the town, "Nissan's old works in Sunderland", with nothing between them that parts them.</summary>
    private static bool IsSaidOf(ReadOnlySpan<char> line, PlantName plant)
    {
        var (runs, town) = (line.IndexOf(FirstWord(plant.Operator), StringComparison.OrdinalIgnoreCase), line.IndexOf(plant.Place, StringComparison.OrdinalIgnoreCase));
        if (runs < 0 || town < runs) return false;
        var between = line[(runs + FirstWord(plant.Operator).Length)..town];
        return between.Length < LongestBetween && between.IndexOfAny(".,;:()|") < 0;
    }

    /// <summary>In characters.</summary>
    private const int LongestBetween = 40;

    /// <summary>The line of a claim names the works' town, and it or what the note says of itself who runs them.</summary>
    public static bool IsNamed(Document note, Claim claim, PlantName? plant)
    {
        if (plant is null) return false;
        var line = Around.Line(note.Text, claim);
        return Names(line, plant.Place) && (Names(line, plant.Operator) || IsAbout(note, plant.Operator));
    }

    /// <summary>What a note says of itself names the company.</summary>
    private static bool IsAbout(Document note, string company)
    {
        var head = note.Text.Value.StartsWith("---", StringComparison.Ordinal) ? Math.Max(0, note.Text.Value.IndexOf("\n---", StringComparison.Ordinal)) : 0;
        return Names(note.Title, company) || Names(note.Name, company) || Names(note.Text.Value.AsSpan(0, head), company) || note.Passages.Any(passage => passage.Kind == PassageKind.Heading && Names(note.Text[passage.Span], company));
    }

    /// <summary>Its first word is enough: few companies are written in full in a note.</summary>
    private static bool Names(ReadOnlySpan<char> text, string name) => text.Contains(FirstWord(name), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> FirstWord(string name) => name.AsSpan(0, name.IndexOf(' ') is > 2 and var end ? end : name.Length);
}
