using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>
/// Works that two companies run together: "A and B will build a plant", "the A-B joint venture". The venture's own name
/// once the text has said it, else the names of both, "A-B".
/// </summary>
public sealed class Ventures(Terms terms)
{
    private IReadOnlyList<string> _partners = [];
    private string? _name;

    /// <summary>The venture last spoken of: its own name, else that of its partners; null before one was.</summary>
    public string? Current => _name ?? (_partners is [var first, var second] ? Joined(first, second) : null);

    public static string Joined(string first, string second) => $"{first}-{second}";

    /// <summary>Whether a company is one of two behind a name of both.</summary>
    public static bool IsPartner(string? joined, string company) =>
        joined is not null && joined.Length > company.Length && (joined.StartsWith(company + "-", StringComparison.Ordinal) || joined.EndsWith("-" + company, StringComparison.Ordinal));

    public void Forget() => (_partners, _name) = ([], null);

    /// <summary>Remembers the partners and the name of a venture that a sentence speaks of.</summary>
    /// <returns>The name of both that the venture's own name takes the place of; null where the sentence names none.</returns>
    public (string Joined, string Name)? Note(Sentence sentence)
    {
        var venture = Word(sentence, sentence.Tokens);
        if (Row(sentence, sentence.End) is { } row && (venture >= 0 || Industrial(row.First) && Industrial(row.Second)) && (row.First.Name != row.Second.Name))
        {
            if (!_partners.SequenceEqual([row.First.Name, row.Second.Name])) (_partners, _name) = ([row.First.Name, row.Second.Name], null);
        }

        if (venture < 0 || _partners.Count != 2 || Named(sentence, venture) is not { } name || _partners.Contains(name.Name)) return null;
        _name = name.Name;
        return (Joined(_partners[0], _partners[1]), _name);
    }

    /// <summary>Who runs a works of two that the clause before a token speaks of; null where it does not speak of two.</summary>
    public string? At(Sentence sentence, int at)
    {
        var clause = sentence.Clause(at);
        if (Row(sentence, at) is { } row && clause.Contains(row.First.Tokens.First) && (Makes(row) || Word(sentence, clause) >= 0)) return Known(row.First.Name, row.Second.Name);
        return SpokenOf(sentence, new TokenRange(clause.First, at)) ? Current : null;
    }

    private string Known(string first, string second) =>
        _name is not null && _partners.Contains(first) && _partners.Contains(second) ? _name : Joined(first, second);

    /// <summary>"the partners", "the two companies", "the joint venture": both together act.</summary>
    private bool SpokenOf(Sentence sentence, TokenRange within)
    {
        for (var at = within.First + 1; at < within.End; at++)
        {
            var together = sentence.Written(at) is "partners" or "companies" or "duo" or "pair" || terms.Has(sentence[at], TermClass.Venture);
            if (!together) continue;
            var before = at - 1;
            while (before > within.First && sentence.Written(before) is "joint" or "two" or "battery" or "new") before--;
            if (sentence.Written(before) is "the" or "The" or "both" or "Both" or "Their" or "their") return true;
        }

        return false;
    }

    /// <summary>The last two organisations before a token that stand side by side: "A and B", "A-B joint venture".</summary>
    private (Mention First, Mention Second)? Row(Sentence sentence, int until)
    {
        for (var at = sentence.Mentions.Count - 2; at >= 0; at--)
        {
            var (first, second) = (sentence.Mentions[at], sentence.Mentions[at + 1]);
            if (second.Tokens.End > until || first.Kind != MentionKind.Organisation || second.Kind != MentionKind.Organisation || first.Name == second.Name) continue;
            if (Gives(first) || Gives(second) || at > 0 && InRow(sentence, sentence.Mentions[at - 1], first)) continue;
            if (Joins(sentence, first.Tokens.End, second.Tokens.First)) return (first, second);
            // "General Motors Co. (GM) and X": the short form in brackets.
            if (at + 2 < sentence.Mentions.Count && sentence.Mentions[at + 2] is { Kind: MentionKind.Organisation } third && third.Tokens.End <= until && first.Name == second.Name && Joins(sentence, second.Tokens.End + 1, third.Tokens.First)) return (first, third);
        }

        return null;
    }

    /// <summary>More than two in a row are no pair.</summary>
    private static bool InRow(Sentence sentence, Mention before, Mention mention) =>
        before.Kind == MentionKind.Organisation && mention.Tokens.First - before.Tokens.End == 1 && sentence.Written(before.Tokens.End) is ",";

    private bool Joins(Sentence sentence, int from, int to)
    {
        if (to - from == 1 && from < sentence.End) return sentence.Written(from) is "and" or "&" || sentence.Written(from) is "-" or "–" or "/" && VentureBehind(sentence, to);
        return to - from == 2 && sentence.Written(from) is ")" && sentence.Written(from + 1) is "and" or "&";
    }

    private bool VentureBehind(Sentence sentence, int at)
    {
        for (var i = at; i < Math.Min(sentence.End, at + 6); i++)
        {
            if (terms.Has(sentence[i], TermClass.Venture | TermClass.Plant)) return true;
        }

        return false;
    }

    private static bool Gives(Mention mention) => mention.Organisation is { GivesMoney: true };

    private static bool Industrial(Mention mention) => mention.Organisation is null or { MakesCells: true } or { MakesCars: true };

    /// <summary>One of them makes cells, so that what they build together is a works of theirs.</summary>
    private static bool Makes((Mention First, Mention Second) row) =>
        Industrial(row.First) && Industrial(row.Second) && (row.First.Organisation is { MakesCells: true } || row.Second.Organisation is { MakesCells: true });

    private int Word(Sentence sentence, TokenRange within)
    {
        for (var at = within.First; at < within.End; at++)
        {
            if (terms.Has(sentence[at], TermClass.Venture)) return at;
        }

        return -1;
    }

    /// <summary>"the joint venture X", "a joint venture, called X", "X, a joint venture of A and B".</summary>
    private Mention? Named(Sentence sentence, int venture)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind != MentionKind.Organisation || _partners.Contains(mention.Name)) continue;
            if (mention.Tokens.First > venture && mention.Tokens.First - venture <= 4 && (mention.Tokens.First == venture + 1 || terms.Has(sentence[mention.Tokens.First - 1], TermClass.Naming))) return mention;
            if (mention.Tokens.End < venture && venture - mention.Tokens.End <= 4 && sentence.Written(mention.Tokens.End) is "," && terms.Has(sentence[mention.Tokens.End + 1], TermClass.Determiner)) return mention;
        }

        return null;
    }
}
