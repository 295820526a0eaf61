using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Checks;

/// <summary>What a check of a vault says.</summary>
/// <param name="Problems">By path and place, those that are silenced among them.</param>
/// <param name="Remarks">On comments and settings that do nothing.</param>
public sealed record Checked(ImmutableArray<Problem> Problems, ImmutableArray<Diagnostic> Remarks)
{
    public IEnumerable<Problem> Told => Problems.Where(problem => problem.Silenced == Silenced.No);
}

/// <summary>Notes against what a ledger holds. Pure: what is to be read was read before.</summary>
internal sealed class Checker(Beside ledger, CheckSettings settings, VaultLinks links, DateOnly day, Func<Claim, int?> lineOf)
{
    /// <summary>So many pieces of evidence are shown; more say the same.</summary>
    private const int MostEvidence = 3;

    /// <param name="said">What the note claims, each with its day.</param>
    public IEnumerable<Problem> Check(Note note, IReadOnlyCollection<Claim> said)
    {
        var found = ledger.With(said).SelectMany(one => Objected(note, one).Concat(UnknownPlant(note, one))).Concat(links.Broken(note).Select(link => Broken(note, link)));
        return OverOnce(Once(note, found.Where(problem => problem.Severity != Severity.Off))).OrderBy(problem => problem.Region.Start).ThenBy(problem => problem.Rule.Id, StringComparer.Ordinal);
    }

    private IEnumerable<Problem> Objected(Note note, Confronted one) =>
        Objections.Of(one, day).Where(objection => IsMeant(note.Document, objection)).Select(objection => Of(note, one.Subject, objection));

    /// <summary>It is the note's own word for what is so.</summary>
    private bool IsMeant(Document document, Objection objection)
    {
        var said = objection.Said;
        if (said.Claim.AiGenerated || Told.IsStruck(document, said.Claim)) return false;
        if (SpeaksOfAnother(document, objection) || (objection.Kind is ObjectionKind.Contradicted && Told.IsOfPart(document, said.Claim)) || IsForCustomer(document, objection)) return false;
        var mayBePast = objection.Kind is ObjectionKind.Superseded or ObjectionKind.Stale || (objection.Kind is ObjectionKind.Contradicted && said.Predicate.Settles != Settles.Event);
        return !mayBePast || !Told.AsPast(document, said.Claim, said.Undated ? day : said.Known);
    }

    /// <summary>The line names a company that runs other plants, and not the one that the claim was given to: it may speak of that.</summary>
    private bool SpeaksOfAnother(Document document, Objection objection)
    {
        var subject = objection.Said.Subject;
        if (ledger.Operators.Where(runs => subject.StartsWith(runs + " ", StringComparison.Ordinal)).MaxBy(runs => runs.Length) is not { } own) return false;
        var line = Around.Line(document.Text, objection.Said.Claim).ToString();
        return !Names(line, own) && ledger.Operators.Any(other => other != own && !own.Contains(other, StringComparison.Ordinal) && Names(line, other)) && !objection.Said.Claim.Subject.Split(' ').Skip(1).Any(word => word.Length > 3 && line.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>In a note on a customer, or a table of a note on another company, a smaller figure may be what goes to that.</summary>
    private static bool IsForCustomer(Document document, Objection objection) =>
        objection is { Said.Predicate.Name: "capacity", Holds: { } holds } && Agreement.Bounds(objection.Said.Value)?.High < Agreement.Bounds(holds.Value)?.Low && (objection.Customers.Any(name => name.Equals(document.Name, StringComparison.OrdinalIgnoreCase)) || (objection.Said.Claim.Rule.StartsWith("table.", StringComparison.Ordinal) && Knowledge.Default.Organisations.Find(document.Name) is not null && !objection.Said.Subject.Split(' ').Any(word => document.Name.Contains(word, StringComparison.OrdinalIgnoreCase))));

    private static bool Names(string line, string name)
    {
        var at = line.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(line[at - 1])) && (at + name.Length == line.Length || !char.IsLetterOrDigit(line[at + name.Length]));
    }

    private Problem Of(Note note, string subject, Objection objection)
    {
        var rule = CheckRule.Of(objection.Kind);
        var claim = objection.Said.Claim;
        return new Problem
        {
            Rule = rule,
            Severity = settings.Of(rule),
            Path = note.Document.Path,
            Region = Region.Of(note.Document.Text, Around.ValueOf(note.Document.Text, claim)),
            Quote = claim.Quote,
            Subject = subject,
            Topic = claim.Predicate,
            Message = $"{subject}, {Phrases.Word(claim.Predicate)}: {Says(objection)}",
            Evidence = [.. objection.Evidence.DistinctBy(entry => entry.Claim.DocumentId).Take(MostEvidence).Select(entry => Evidence.Of(entry.Claim, lineOf(entry.Claim)))],
            Objection = objection,
        };
    }

    private static string Says(Objection objection)
    {
        var said = Wording.Says(objection.Said);
        return objection.Holds is not { } holds ? $"nothing in the ledger says {said}" : said + objection.Kind switch
        {
            ObjectionKind.Superseded => $"; since then {Wording.Says(holds)}",
            ObjectionKind.Stale => $" is an older state; now {Wording.Says(holds)}",
            ObjectionKind.LessPrecise => $"; more exactly {Wording.Says(holds)}",
            _ => $", but the evidence says {Wording.Says(holds)}",
        };
    }

    private IEnumerable<Problem> UnknownPlant(Note note, Confronted one)
    {
        if (one.Nearby.Count == 0 || one.Said.All(entry => entry.Modality is Modality.Denied or Modality.Possible or Modality.Rumoured || Told.IsStruck(note.Document, entry.Claim))) yield break;
        // A slip of the pen is in the words; a works that the note names nowhere together may be a misreading.
        if (one.Said.OrderBy(entry => entry.Claim.Start).FirstOrDefault(entry => Homes.IsNamed(note.Document, entry.Claim, ledger.Plant(entry.Claim.Subject))) is not { Claim: { } claim }) yield break;
        yield return new Problem
        {
            Rule = CheckRule.Unknown,
            Severity = settings.Of(CheckRule.Unknown),
            Path = note.Document.Path,
            Region = Region.Of(note.Document.Text, Around.ValueOf(note.Document.Text, claim)),
            Quote = claim.Quote,
            Subject = one.Subject,
            Topic = "plant",
            Message = $"{one.Subject}: the ledger knows no such plant; it knows {string.Join(", ", one.Nearby)}",
        };
    }

    private Problem Broken(Note note, BrokenLink link) => new()
    {
        Rule = CheckRule.Unknown,
        Severity = settings.Of(CheckRule.Unknown),
        Path = note.Document.Path,
        Region = Region.Of(note.Document.Text, link.Span),
        Quote = note.Document.Text.Quote(link.Span),
        Topic = "link",
        Message = $"no file \"{link.Target}\" in the vault{(link.Meant is null ? "" : $"; did you mean \"{link.Meant}\"?")}",
    };

    /// <summary>What one sentence, or one row of a table, has on one matter of one subject is one problem: the gravest of them.</summary>
    private static IEnumerable<Problem> Once(Note note, IEnumerable<Problem> problems)
    {
        var kept = new List<Problem>();
        foreach (var problem in problems.OrderByDescending(problem => problem.Severity).ThenBy(problem => problem.Objection?.Kind).ThenBy(problem => problem.Region.Start).ThenBy(problem => problem.Topic, StringComparer.Ordinal))
        {
            if (problem.Subject is null || !kept.Exists(other => other.Subject == problem.Subject && Matter(other.Topic) == Matter(problem.Topic) && IsOneSentence(note.Document, other.Region, problem.Region))) kept.Add(problem);
        }

        return kept;
    }

    /// <summary>That a works is not known is told once of a note; so is that one will not come, where it says so of the works itself, else at its first figure.</summary>
    private static IEnumerable<Problem> OverOnce(IEnumerable<Problem> problems)
    {
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        var all = problems.OrderBy(problem => problem.Region.Start).Where(problem => problem.Topic is not "plant" || unknown.Add(problem.Subject!)).ToArray();
        var told = all.Where(problem => problem.Objection is { } objection && !IsOver(objection) && Matter(problem.Topic) == "status").Select(problem => problem.Subject).ToHashSet(StringComparer.Ordinal);
        var over = all.Where(problem => problem.Objection is { } objection && IsOver(objection)).OrderBy(problem => problem.Region.Start).Where(problem => told.Add(problem.Subject)).ToArray();
        return all.Where(problem => problem.Objection is not { } objection || !IsOver(objection) || over.Contains(problem));
    }

    /// <summary>What stands against a figure is the state of the works.</summary>
    private static bool IsOver(Objection objection) => Matter(objection.Said.Predicate.Name) != "status" && objection.Holds is { } holds && Matter(holds.Predicate.Name) == "status";

    private static string Matter(string topic) => topic switch
    {
        "milestone" or "status" => "status",
        "parent" or "acquired" or "stake" or "operator" => "owner",
        _ => topic,
    };

    private static bool IsOneSentence(Document document, Region one, Region other)
    {
        var (first, last) = one.Start <= other.Start ? (one, other) : (other, one);
        var (from, to) = (document.Text.FromCodePoint(first.Start), document.Text.FromCodePoint(last.Start));
        if (!document.Passages.Any(passage => passage.Span.Start <= from && to < passage.Span.End)) return false;
        var between = document.Text[new Span(from, to)];
        for (var at = 0; at < between.Length - 1; at++)
        {
            if (between[at] is '.' or '!' or '?' && char.IsWhiteSpace(between[at + 1])) return false;
        }

        return true;
    }
}
