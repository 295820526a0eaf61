using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction;

/// <summary>"Seven times Arnstadt's size": a town that is only measured against is none that the sentence speaks of.</summary>
internal static class Comparison
{
    public static void Leave(Sentence sentence)
    {
        if (sentence.Mentions.RemoveAll(mention => mention.Kind == MentionKind.Place && IsMeasure(sentence, mention)) > 0) sentence.Index();
    }

    private static bool IsMeasure(Sentence sentence, Mention town)
    {
        var (before, behind) = (town.Tokens.First - 1, town.Tokens.End);
        while (before > sentence.First && sentence.Written(before) is "of" or "the" or "size" or "capacity" or "as" or "that" or "[" or "[[") before--;
        if (before < sentence.First || sentence.Written(before) is not ("times" or "twice" or "thrice" or "half" or "double")) return false;
        return before < town.Tokens.First - 2 || (before == town.Tokens.First - 1 && sentence.Written(before) is "times" && before > sentence.First && sentence.ValueAt(before - 1) is not null) || (behind + 1 < sentence.End && sentence.Written(behind) is "'s" or "’s" && sentence.Written(behind + 1) is "size" or "capacity" or "output" or "scale" or "volume");
    }
}
