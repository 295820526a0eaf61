using Gigatrace.Claims;

namespace Gigatrace.Extraction.Tokens;

/// <summary>
/// Leaves the marks of Markdown out of a token list, since no rule cares for them: emphasis, link brackets, the addresses
/// behind them, the hash of a tag. What stood in such a mark is flagged <see cref="TokenFlags.Marked"/>.
/// </summary>
public static class Markup
{
    /// <param name="tokens">Those of one passage, from <paramref name="first"/> to the end of the list; filtered in place.</param>
    public static void Remove(SourceText text, List<Token> tokens, int first)
    {
        var kept = first;
        var carried = TokenFlags.None;
        for (var at = first; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Length == 1 && IsMark(text.Value[token.Start]))
            {
                if (IsAddress(text, tokens, at, out var end)) at = end;
                carried |= TokenFlags.Marked | (token.Flags & (TokenFlags.SpaceBefore | TokenFlags.LineBefore));
                continue;
            }

            // A mark behind a word does not part it from what follows: "**AESC**'s".
            var flags = token.Flags | carried;
            tokens[kept++] = token with { Flags = flags };
            carried = TokenFlags.None;
        }

        tokens.RemoveRange(kept, tokens.Count - kept);
    }

    private static bool IsMark(char c) => c is '*' or '#' or '[' or ']' or '`' or '_' or '|';

    /// <summary>"](https://…)": everything up to the closing bracket.</summary>
    private static bool IsAddress(SourceText text, List<Token> tokens, int at, out int end)
    {
        end = at;
        if (text.Value[tokens[at].Start] != ']' || at + 1 >= tokens.Count || tokens[at + 1].SpaceBefore || text.Value[tokens[at + 1].Start] != '(') return false;
        for (var i = at + 2; i < tokens.Count && i < at + 80; i++)
        {
            if (tokens[i].SpaceBefore) return false;
            if (text.Value[tokens[i].Start] != ')') continue;
            end = i;
            return true;
        }

        return false;
    }
}
