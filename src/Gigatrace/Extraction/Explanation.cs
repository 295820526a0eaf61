using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;

namespace Gigatrace.Extraction;

/// <summary>Says how a text was read, stage by stage: for the writer of a rule, who wants to know where it stopped.</summary>
internal sealed class Explanation
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Sentence(Sentence sentence, List<PlantPhrase> phrases)
    {
        Line($"sentence   {sentence.Text.Quote(sentence.Span).ReplaceLineEndings(" ")}");
        Line($"tokens     {string.Join(' ', Enumerable.Range(sentence.First, sentence.Tokens.Length).Select(at => sentence.Written(at).ToString()))}");
        foreach (var clause in sentence.Clauses) Line($"clause     {sentence.Text.Quote(sentence.SpanOf(clause))}");
        foreach (var mention in sentence.Mentions) Line($"mention    {mention.Kind,-12} {Quote(sentence, mention.Span)} → {mention.Name}{(mention.New ? " (new name)" : "")}");
        foreach (var value in sentence.Values) Line($"value      {value.Kind,-12} {Quote(sentence, value.Span)} → {(value.When is { } when ? when.Edtf : value.IsRange ? $"{value.Low}–{value.High}" : $"{value.Low}")} {value.Unit} {value.Qualifier}".TrimEnd());
        foreach (var phrase in phrases) Line($"plant      {Quote(sentence, sentence.SpanOf(phrase.Tokens))}{(phrase.OtherIndustry ? " (other industry)" : "")}");
    }

    /// <summary>The works that the text as a whole knows.</summary>
    public void Works(IEnumerable<Plant> plants)
    {
        foreach (var plant in plants) Line($"works      {plant.Name}{(plant.OperatorIsGuess ? " (operator not sure)" : "")}");
        _text.AppendLine();
    }

    public void Rules(RuleSet rules, PatternContext context, List<Trigger> triggers)
    {
        foreach (var rule in rules.Candidates(context).Select(rules.RuleOf).Distinct())
        {
            var matched = triggers.Where(trigger => trigger.Rule == rule).ToList();
            if (matched.Count == 0) Line($"rule       {rule.Id}: its words are here, no pattern fits");
            foreach (var trigger in matched) Line($"rule       {rule.Id}: {Quote(context.Sentence, context.Sentence.SpanOf(trigger.Tokens))} {string.Join(", ", trigger.Bindings.Select(bound => $"{bound.Label} = {Quote(context.Sentence, context.Sentence.SpanOf(bound.Tokens))}"))}");
        }
    }

    public void Claims(List<ClaimDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            Line($"claim      {draft.Name ?? "?"} · {draft.Predicate} {draft.Value} {draft.Unit} {(draft.Object is { } target ? "→ " + target : "")} · {draft.When?.Edtf ?? "no time"} · {draft.Modality.Name()}  [{draft.Rule}; subject: {draft.Reason}]");
        }

        _text.AppendLine();
    }

    private static string Quote(Sentence sentence, Span span) => "“" + sentence.Text.Quote(span).ReplaceLineEndings(" ") + "”";

    private void Line(string line) => _text.AppendLine(line);
}
