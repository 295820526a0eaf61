using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.Publishing.Digests;

/// <summary>What a period brought: stories by company and plant, what is new in them against what was held already, figures that moved, hot terms.</summary>
public static class Roundup
{
    public static Report Make(Week week)
    {
        ArgumentNullException.ThrowIfNull(week);
        var naming = new Naming(week.View.State.Entities);
        var told = new Telling(week).All();
        var statements = told.Select(one => one.Statement).ToArray();
        var marks = told.ToDictionary(one => one.Statement, one => one.Mark);
        var news = Newsworthiness.Of(statements, ImmutableDictionary<int, string>.Empty, week.To, naming);
        var stories = told.GroupBy(one => one.Mark).SelectMany(group => Bullets.Candidates([.. group.Select(one => one.Statement)], news, naming).Select(bullet => new Line(naming.Actor(bullet.Subject), bullet, marks[bullet.Statements[0]]))).ToArray();
        var weights = stories.Where(line => line.IsNews).GroupBy(line => line.Company).ToDictionary(group => group.Key, group => group.Sum(line => line.Of.Weight), StringComparer.Ordinal);
        var ordered = stories.OrderByDescending(line => weights.GetValueOrDefault(line.Company)).ThenBy(line => line.Company, StringComparer.Ordinal).ThenByDescending(line => line.Of.Weight).ThenBy(line => line.Of.Text, StringComparer.Ordinal).ToArray();
        var moved = ChangeList.Replaced(week.Past, week.From, week.To).ToArray();
        var spoken = week.Claims.ToLookup(claim => claim.DocumentId, StringComparer.Ordinal);
        var hot = HotTerms.Find([.. week.Documents.Select(document => (document.Publisher, Week.TermsOf(document, spoken[document.Id])))], week.TermsBefore);
        var claims = week.Claims.ToDictionary(claim => claim.Id, StringComparer.Ordinal);
        ImmutableArray<Evidence> EvidenceOf(Line line) => [.. line.Of.Statements.SelectMany(one => one.Claims).Distinct(StringComparer.Ordinal).Select(id => Evidence.Of(claims[id], week.View.LineOf(claims[id])))];
        return new Report
        {
            Title = week.Title,
            Lead = [$"{Phrases.Count(week.Documents.Count, "document")} from {Phrases.Count(week.Documents.Select(document => document.Publisher ?? document.Name).Distinct(StringComparer.Ordinal).Count(), "publisher")}"],
            Tables =
            [
                Stories("New", ordered.Where(line => line.IsNews), EvidenceOf),
                new Table([new("known", Whole: true), new("subject"), new("on"), new("before"), new("after")])
                {
                    Title = "Figures that moved",
                    Rows = [.. moved.Select(one => new Row([Phrases.Day(one.Day), one.Change.Subject, Believed.About(one.Change.After!), Believed.SaysHow(one.Change.Before), Believed.SaysHow(one.Change.After)], week.View.EvidenceOf(one.Change.After!)))],
                },
                Stories("Said again", ordered.Where(line => !line.IsNews), EvidenceOf),
                new Table([new("term"), new("documents", Right: true), new("before", Right: true)])
                {
                    Title = "Hot terms",
                    Rows = [.. hot.Select(term => new Row([term.Term, $"{term.Now} of {week.Documents.Count}", $"{term.Before} of {week.TermsBefore.Count}"], []))],
                },
            ],
            Items = week.Documents.Count == 0 ? [] : [ToJson(week, ordered, moved, hot, EvidenceOf)],
            Single = true,
            Nothing = $"nothing became known from {Phrases.Day(week.From)} to {Phrases.Day(week.To)}",
        };
    }

    /// <summary>The company stands once, beside the first of its lines.</summary>
    private static Table Stories(string title, IEnumerable<Line> lines, Func<Line, ImmutableArray<Evidence>> evidenceOf)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        var company = "";
        foreach (var line in lines)
        {
            rows.Add(new Row([line.Company == company ? "" : line.Company, line.Of.Text, line.Mark is "new" or "said again" ? "" : line.Mark], evidenceOf(line)));
            company = line.Company;
        }

        return new Table([new("who"), new("what"), new("beside what was held")]) { Title = title, Rows = rows.ToImmutable() };
    }

    private static JsonObject ToJson(Week week, IEnumerable<Line> stories, IEnumerable<(DateOnly Day, FindingChange Change)> moved, ImmutableArray<HotTerm> hot, Func<Line, ImmutableArray<Evidence>> evidenceOf) => new()
    {
        ["title"] = week.Title,
        ["from"] = Phrases.Day(week.From),
        ["to"] = Phrases.Day(week.To),
        ["documents"] = Json.Array(week.Documents.Select(document => document.Path)),
        ["stories"] = Json.Array(stories.Select(line => (JsonNode?)new JsonObject
        {
            ["company"] = line.Company, ["subject"] = line.Of.Subject, ["text"] = line.Of.Text, ["held_before"] = line.Mark,
            ["statements"] = Json.Array(line.Of.Statements.Select(one => (JsonNode?)Digest.ToJson(one))), ["evidence"] = Json.Array(evidenceOf(line).Select(one => (JsonNode?)one.ToJson())),
        })),
        ["moved"] = Json.Array(moved.Select(one => (JsonNode?)new JsonObject
        {
            ["day"] = Phrases.Day(one.Day), ["subject"] = one.Change.Subject, ["predicate"] = one.Change.Predicate, ["topic"] = one.Change.Topic,
            ["before"] = FindingJson.Of(one.Change.Before!), ["after"] = FindingJson.Of(one.Change.After!), ["evidence"] = Json.Array(week.View.EvidenceOf(one.Change.After!).Select(words => (JsonNode?)words.ToJson())),
        })),
        ["hot"] = Json.Array(hot.Select(term => (JsonNode?)new JsonObject
        {
            ["term"] = term.Term, ["documents"] = term.Now, ["of"] = week.Documents.Count, ["before"] = term.Before, ["of_before"] = week.TermsBefore.Count, ["surprise"] = Math.Round(term.Surprise, 2),
        })),
    };

    private readonly record struct Line(string Company, Bullet Of, string Mark)
    {
        public bool IsNews => Mark is not ("said again" or "stale" or "superseded");
    }

    /// <summary>From the claims of a period to statements under the printed names, each with what had been held of it before.</summary>
    private sealed class Telling(Week week)
    {
        private readonly ILookup<string, Finding> _findings = week.View.State.Findings.SelectMany(finding => finding.Supports.Select(claim => (claim, finding))).ToLookup(one => one.claim, one => one.finding, StringComparer.Ordinal);
        private readonly ILookup<string, Disagreement> _against = week.View.State.Disagreements.SelectMany(row => row.Against.Select(claim => (claim, row))).ToLookup(one => one.claim, one => one.row, StringComparer.Ordinal);
        private readonly HashSet<string> _began = Began(week);
        private readonly Dictionary<string, string> _printed = Printed(week.View.State.Entities);

        /// <summary>What several texts say is one statement.</summary>
        public ImmutableArray<(Statement Statement, string Mark)> All() =>
        [
            .. week.Claims.GroupBy(claim => (Subject: Subject(claim), claim.Predicate, claim.Value, Object: Name(claim.Object), claim.Modality, Mark: Mark(claim)))
                .Select(group => (Statement.Of([.. group.OrderBy(claim => claim.AiGenerated).ThenBy(claim => claim.SourceKind).ThenBy(claim => claim.Published?.Latest).ThenBy(claim => claim.Id, StringComparer.Ordinal)]) with { Subject = group.Key.Subject, Object = group.Key.Object }, group.Key.Mark)),
        ];

        private string Subject(Claim claim) => _findings[claim.Id].FirstOrDefault(finding => finding.Predicate == claim.Predicate)?.Subject is { } subject && claim.Predicate is not "partnership" ? subject : Name(claim.Subject)!;

        private string? Name(string? name) => name is null ? null : _printed.GetValueOrDefault(name, name);

        /// <summary>A finding that was held before the period says that it is known; what is against what is held says how.</summary>
        private string Mark(Claim claim)
        {
            if (_findings[claim.Id].ToArray() is { Length: > 0 } held) return Array.Exists(held, finding => !_began.Contains(finding.Id)) ? "said again" : "new";
            return _against[claim.Id].Select(row => row.Kind).Where(kind => kind is not DisagreementKind.Scope).OrderDescending().Select(kind => kind.Name()).FirstOrDefault() ?? "new";
        }

        /// <summary>Ids of findings that began in the period. One that only got a further source ended and began on one day.</summary>
        private static HashSet<string> Began(Week week)
        {
            var ended = week.Past.Findings.Where(spell => spell.To is not null).Select(spell => (spell.What.Id, spell.To!.Value)).ToHashSet();
            return [.. week.Past.Findings.Where(spell => spell.From >= week.From && spell.From <= week.To).GroupBy(spell => spell.What.Id, StringComparer.Ordinal).Where(spells => !spells.Any(spell => ended.Contains((spell.What.Id, spells.Min(one => one.From))))).Select(spells => spells.Key)];
        }

        private static Dictionary<string, string> Printed(IEnumerable<Entity> entities)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entity in entities)
            {
                foreach (var alias in entity.Aliases) _ = names.TryAdd(alias, entity.Name);
                names[entity.Name] = entity.Name;
            }

            return names;
        }
    }
}
