using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Attachment;

/// <summary>What a sentence says of two by the parts they play in it, where no rule found it: "BEST, in which SK holds 49 percent".</summary>
/// <param name="Rule">By what it was read, for whoever asks why there is a claim.</param>
/// <param name="Tokens">The words it rests on.</param>
/// <param name="At">Where it is said: the clause of this token tells how it is meant, and when it holds.</param>
internal sealed record Relation(string Rule, string Predicate, TokenRange Tokens, int At, Attached Subject)
{
    public Value? Value { get; init; }

    /// <summary>A title, or the name of a chemistry.</summary>
    public string? Word { get; init; }

    public string? Object { get; init; }

    public Span? ObjectSpan { get; init; }

    public ImmutableArray<string> Models { get; init; } = [];

    public string? Kind { get; init; }

    /// <summary>No date of the clause is its own: it follows from something that has one.</summary>
    public bool Timeless { get; init; }

    /// <summary>It knows by the sentence itself what a rule took from what was spoken of before: that is wrong then.</summary>
    public bool Replaces { get; init; }

    /// <summary>What was read by parts as if a rule had found it: so it is asked about like any other.</summary>
    public static Trigger Found(string rule, TokenRange tokens, ImmutableArray<Binding> bindings) =>
        new(new Rule { Id = rule, Patterns = [], Claims = [], Place = "relations.tsv" }, tokens, tokens, bindings);
}

/// <summary>What stands in a sentence for whoever reads relations from it, and what is known of it so far.</summary>
/// <param name="Said">What the rules made of the sentence.</param>
/// <param name="IsTaken">Whether a rule has used a value, be it only to say that it is none.</param>
internal sealed record Scene(Sentence Sentence, List<PlantPhrase> Phrases, Discourse Discourse, Spoken Spoken, Terms Terms, List<ClaimDraft> Said, Func<Value, bool> IsTaken)
{
    public bool IsSaid(string predicate) => Said.Exists(draft => draft.Predicate == predicate);
}

/// <summary>Reads relations of companies where the rules found none.</summary>
internal interface IRelations
{
    List<Relation> Read(Scene scene);
}
