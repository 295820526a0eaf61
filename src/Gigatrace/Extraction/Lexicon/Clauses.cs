using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>Cuts a sentence into clauses: at semicolons, dashes, brackets, relative words and conjunctions that open a new statement.</summary>
public static class Clauses
{
    public static void Split(Sentence sentence, Terms terms)
    {
        var start = sentence.First;
        var depth = 0;
        for (var at = sentence.First + 1; at < sentence.End; at++)
        {
            ref readonly var token = ref sentence[at];
            var written = sentence.Written(at);
            if (token.Kind == TokenKind.Punctuation)
            {
                if (written is "(") depth++;
                if (written is ")") depth = Math.Max(0, depth - 1);
            }

            // Behind a word only these open a clause, or "that" and "when".
            if (sentence[at - 1].Kind is TokenKind.Word or TokenKind.Number && written[0] is not ('t' or 'w') && !terms.Has(token, TermClass.Relative | TermClass.ClauseStart | TermClass.And)) continue;
            if (depth > 0 || !(Opens(sentence, terms, start, at) || EndsRelative(sentence, terms, start, at)) || at - start < 2 || IsRow(sentence, terms, start, at)) continue;
            sentence.Clauses.Add(new TokenRange(start, at));
            if (sentence.Written(at - 1) is "," && GoesOnWith(sentence, terms, at)) sentence.Resume(at);
            start = at;
        }

        sentence.Clauses.Add(new TokenRange(start, sentence.End));
    }

    /// <summary>"…, which employed 5,000 people, the plant in B runs": behind the comma the main clause goes on with a subject and a verb.</summary>
    private static bool EndsRelative(Sentence sentence, Terms terms, int start, int at)
    {
        if (sentence.Written(at - 1) is not "," || !terms.Has(sentence[start], TermClass.Relative) && sentence.Written(start) is not "that" || at - start < 4) return false;
        if (GoesOnWith(sentence, terms, at)) return true;
        if (!terms.Has(sentence[at], TermClass.Definite | TermClass.Possessive) && sentence.MentionAt(at) is not { Kind: MentionKind.Organisation }) return false;
        for (var i = at + 1; i < Math.Min(sentence.End, at + 8); i++)
        {
            if (sentence.Written(i) is "," or ";" or "(" || terms.Has(sentence[i], TermClass.And)) return false;
            if (terms.Has(sentence[i], TermClass.Finite) && sentence.MentionAt(i) is null) return true;
        }

        return false;
    }

    /// <summary>"…, is", "…, closed its": the verb that a main clause goes on with.</summary>
    private static bool GoesOnWith(Sentence sentence, Terms terms, int at)
    {
        if (sentence.MentionAt(at) is not null) return false;
        if (terms.Has(sentence[at], TermClass.Finite)) return true;
        return sentence.Written(at).EndsWith("ed", StringComparison.Ordinal) && at + 1 < sentence.End && terms.Has(sentence[at + 1], TermClass.Determiner | TermClass.Possessive);
    }

    /// <summary>"A N.V. and B announced": two that act together are one subject.</summary>
    private static bool IsRow(Sentence sentence, Terms terms, int start, int and)
    {
        if (sentence.Written(and) is not "and" || and + 1 >= sentence.End || sentence.MentionAt(and + 1) is not { Kind: MentionKind.Organisation }) return false;
        if (terms.Any(sentence, start, and, TermClass.Finite, outsideNames: true)) return false;
        return sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First >= start && mention.Tokens.End <= and && and - mention.Tokens.End <= 3);
    }

    private static bool Opens(Sentence sentence, Terms terms, int start, int at)
    {
        var token = sentence[at];
        var before = sentence.Written(at - 1);
        if (before is ";" or "—" || before is "–" && token.SpaceBefore) return true;
        if (sentence.MentionAt(at) is { } mention && mention.Tokens.First < at) return false;
        if (terms.Has(token, TermClass.Relative | TermClass.ClauseStart)) return true;
        if (sentence.Written(at) is "that" && at + 1 < sentence.End && sentence.MentionAt(at + 1) is null && (terms.Has(sentence[at + 1], TermClass.Finite) || sentence.Written(at + 1) is "wanted" or "hoped" or "intended") && token.Kind == TokenKind.Word) return true;
        if (before is ":" && token.SpaceBefore) return true;
        // "in 2022, when investors paid in 100 million, it wanted": what was then is told by the way.
        if (sentence.Written(at) is "when" && before is not ":" && at + 1 < sentence.End && (sentence.MentionAt(at + 1) is { Kind: MentionKind.Organisation } || terms.Has(sentence[at + 1], TermClass.Pronoun) && sentence.Written(at + 1) is not "it" and not "they")) return true;
        if (before is "," && (terms.Has(token, TermClass.Pronoun) || sentence.Written(at) is "with" or "therefore" or "thus" or "hence")) return true;
        if (before is "," && GoesOn(sentence, terms, start, at)) return true;
        return terms.Has(token, TermClass.And) && sentence.Written(at) is "and" && NewStatement(sentence, terms, at);
    }

    /// <summary>"Building starts in 2024, full operation is expected in 2026": a second statement behind a comma alone.</summary>
    private static bool GoesOn(Sentence sentence, Terms terms, int start, int at)
    {
        if (!terms.Any(sentence, start, at, TermClass.Finite, outsideNames: true) || terms.Has(sentence[start], TermClass.Relative)) return false;
        // "VW's plant in St. Thomas, Ont. will": the state of a town opens nothing.
        if (sentence.MentionAt(at) is { Kind: MentionKind.Place } && at - 2 >= start && sentence.MentionAt(at - 2) is { IsTown: true }) return false;
        for (var i = at; i < Math.Min(sentence.End, at + 7); i++)
        {
            if (sentence.Written(i) is "," or ";" or ":" or "(" or "that" || terms.Has(sentence[i], TermClass.And | TermClass.Relative)) return false;
            // "…, the company confirmed last week" says when.
            if (terms.Has(sentence[i], TermClass.Finite) && sentence.MentionAt(i) is null) return i > at && sentence.Written(i) is not ("said" or "says" or "say" or "confirmed" or "announced" or "reported" or "reports" or "added" or "adds" or "noted" or "revealed" or "declared");
        }

        return false;
    }

    /// <summary>Whether a finite verb follows "and" before the next mark, with a subject of its own or straight away.</summary>
    private static bool NewStatement(Sentence sentence, Terms terms, int and)
    {
        for (var i = and + 1; i < Math.Min(sentence.End, and + 10); i++)
        {
            if (sentence.Written(i) is "," or ";" or "(") return false;
            if (terms.Has(sentence[i], TermClass.And)) return false;
            if (terms.Has(sentence[i], TermClass.Finite) && sentence.MentionAt(i) is null) return true;
        }

        return false;
    }
}
