using System.CommandLine;
using Gigatrace.Identity;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class HistoryVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var name = new Argument<string[]>("NAME")
        {
            Description = "The plant or company, however it is written; after it, if wanted, only one topic: a predicate (status, capacity, …), start, owner or customers.",
            Arity = ArgumentArity.OneOrMore,
        };
        return Verb.Of(
            "history",
            "What was believed when of a plant or company: from when until when, by which rule, from which source; dates that were moved.",
            "gigatrace history douai\ngigatrace history sunderland 2 capacity --as-of 2024",
            parsed => ask.Answer(shell, parsed, asked =>
            {
                var (typed, topic) = Split(parsed.GetValue(name)!);
                return Of(asked, Names.PlantOrCompany(shell, asked, typed), topic);
            }),
            [name, .. ask.All]);
    }

    internal static Report Of(Asked asked, Entity found, string? topic)
    {
        var entities = asked.Entities();
        // A name that it had before may be another's own.
        var before = found.Aliases.Where(alias => !entities.Any(entity => entity.Name == alias));
        var names = before.Prepend(found.Name).Distinct(StringComparer.Ordinal).ToArray();
        var (view, past) = asked.Past(names);
        return HistoryCard.Make(view, past, [.. names], topic, asked.Evidence);
    }

    /// <summary>The last of several words may name a topic.</summary>
    private static (string Name, string? Topic) Split(string[] words) => words.Length > 1 && HistoryCard.Topic(words[^1]) is { } topic
        ? (string.Join(' ', words[..^1]), topic)
        : (string.Join(' ', words), null);
}
