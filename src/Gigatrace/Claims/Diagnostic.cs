using System.Collections.Immutable;

namespace Gigatrace.Claims;

/// <summary>Something about an input that a person should know; the rest of the input was read all the same.</summary>
/// <param name="Id">A stable name, such as <c>doc.encoding</c>: the part, a dot, what is wrong.</param>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Line">From 1; null where no line can be named.</param>
/// <param name="Message">One line, in lower case, without a full stop: what is wrong and what was done about it.</param>
/// <param name="Skipped">The whole input was left out because of it.</param>
public sealed record Diagnostic(string Id, string Path, int? Line, string Message, bool Skipped = false)
{
    /// <summary>Where one message stands for many things left out: how many of each kind. Empty for a message about one.</summary>
    public ImmutableArray<(Noun Kind, int Count)> Counted { get; init; } = [];

    public override string ToString() => $"{Path}{(Line is { } line ? $":{line}" : "")}: {Message} [{Id}]";
}
