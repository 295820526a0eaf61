using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What in a mail is not what its writer says now: an earlier mail that it answers, a signature, the foot of a newsletter. It is marked, never dropped.</summary>
internal static class Letter
{
    private const int LongestSignature = 1500;

    /// <summary>Words of the foot that do not say themselves that they are: a postal address, a name.</summary>
    private const int LongestFoot = 300;

    /// <summary>The words of the fields that programs put above a mail they quote.</summary>
    private static readonly string[] From = ["From:", "Von:", "De:", "Da:", "Van:", "Od:", "Från:", "Fra:"];

    private static readonly string[] Subject = ["Subject:", "Betreff:", "Objet:", "Asunto:", "Oggetto:", "Onderwerp:", "Assunto:", "Temat:", "Ämne:", "Emne:"];

    public static void Mark(string text, List<Draft> drafts, bool answers, bool newsletter)
    {
        if (answers) MarkQuoted(text, drafts);
        MarkSignature(text, drafts);
        if (newsletter) MarkFoot(drafts);
    }

    /// <summary>In an answer what it answers is not said anew; in a mail that is handed on it is the content.</summary>
    private static void MarkQuoted(string text, List<Draft> drafts)
    {
        for (var at = 0; at < drafts.Count; at++)
        {
            if (OpensEarlierMail(text, drafts, at))
            {
                foreach (var draft in drafts[at..]) draft.Boilerplate = true;
                return;
            }

            if (drafts[at].Quote == 0) continue;
            drafts[at].Boilerplate = true;
            // "On Monday the desk wrote:" belongs to the quotation.
            if (at > 0 && drafts[at - 1].Quote == 0 && drafts[at - 1].Span.Length < 300 && text[drafts[at - 1].Span.End - 1] == ':') drafts[at - 1].Boilerplate = true;
        }
    }

    /// <summary>"-----Original Message-----", or a head of fields from "From:" to "Subject:".</summary>
    private static bool OpensEarlierMail(string text, List<Draft> drafts, int at)
    {
        var line = Words(text, drafts[at]);
        if (line.StartsWith("-----", StringComparison.Ordinal) && line.TrimEnd().EndsWith("-----", StringComparison.Ordinal) && line.Length < 80) return true;
        if (!StartsWithAny(line, From)) return false;
        for (var next = at; next < Math.Min(drafts.Count, at + 6); next++)
        {
            foreach (var row in Words(text, drafts[next]).EnumerateLines())
            {
                if (StartsWithAny(row, Subject)) return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] starts)
    {
        foreach (var start in starts)
        {
            if (line.TrimStart("* ").StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Words(string text, Draft draft) => text.AsSpan(draft.Span.Start, draft.Span.Length);

    /// <summary>Behind a line of two dashes, or of the long rule that lists put above their foot; or one made by a machine.</summary>
    private static void MarkSignature(string text, List<Draft> drafts)
    {
        var start = text.Length;
        foreach (var mark in new[] { "\n-- \n", "\n--\n", "\n-- \r\n", "\n--\r\n", "\n____________________", "\n-----BEGIN PGP SIGNATURE-----" })
        {
            var found = text.LastIndexOf(mark, StringComparison.Ordinal);
            if (found >= 0 && text.Length - found <= LongestSignature) start = Math.Min(start, found);
        }

        foreach (var draft in drafts)
        {
            if (draft.Span.Start > start) draft.Boilerplate = true;
        }
    }

    /// <summary>From the first line that speaks of the mail itself, with only a few words of others behind it: addresses, links, who gets it and why.</summary>
    private static void MarkFoot(List<Draft> drafts)
    {
        var (foot, others) = (drafts.Count, 0);
        for (var at = drafts.Count - 1; at > 0 && others <= LongestFoot; at--)
        {
            if (drafts[at].Boilerplate) foot = at;
            else others += drafts[at].Span.Length;
        }

        foreach (var draft in drafts[foot..]) draft.Boilerplate = true;
    }
}
