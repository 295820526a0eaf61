using Gigatrace.Claims;

namespace Gigatrace.Extraction.Tokens;

/// <summary>
/// Leaves the marks of Markdown out of a token list, since no rule cares for them: emphasis, link brackets, the addresses
/// behind them, the hash of a tag; and what is written but not said: struck out words, embeds, footnote signs, HTML tags, the
/// target of a link that shows other words. What stood in such a mark is flagged <see cref="TokenFlags.Marked"/>.
/// </summary>
public static class Markup
{
    /// <summary>A mark is closed within so many tokens, or is none: it bounds the work on a line of nothing but marks.</summary>
    private const int Reach = 80;

    /// <param name="text">The document's text.</param>
    /// <param name="tokens">Those of one passage, from <paramref name="first"/> to the end of the list; filtered in place.</param>
    /// <param name="first">The passage's first token.</param>
    public static void Remove(SourceText text, List<Token> tokens, int first)
    {
        var marks = new Marks(text.Value, tokens);
        var kept = first;
        var carried = TokenFlags.None;
        for (var at = first; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (marks.Hidden(at) is var end && end >= at)
            {
                carried |= TokenFlags.Marked | (token.Flags & (TokenFlags.SpaceBefore | TokenFlags.LineBefore));
                at = end;
                continue;
            }

            // A mark behind a word does not part it from what follows: "**AESC**'s".
            tokens[kept++] = token with { Flags = token.Flags | carried };
            carried = TokenFlags.None;
        }

        tokens.RemoveRange(kept, tokens.Count - kept);
    }

    /// <summary>What is a mark, in tokens that are still all there from the one asked for on.</summary>
    private sealed class Marks(string text, List<Token> tokens)
    {
        /// <summary>Behind the closing stroke of words struck out or highlighted that are under way; 0 outside of any.</summary>
        private int _highlighted;

        /// <summary>The heading or block that the link under way names in its target: first and last token.</summary>
        private (int First, int Last) _suffix = (-1, -1);

        /// <summary>The last token of what is not read from this one on; one before it where the token is read.</summary>
        public int Hidden(int at)
        {
            if (tokens[at].Length != 1) return at - 1;
            switch (text[tokens[at].Start])
            {
                case '!' when Is(at + 1, '['):
                    return Is(at + 2, '[') ? Math.Max(at - 1, LinkEnd(at + 1)) : ImageEnd(at + 1);
                case '[' when Is(at + 1, '['):
                    return Target(at);
                case '[' when Is(at + 1, '^'):
                    return Math.Max(at, Closing(at + 2, ']', spaces: false));
                case ']':
                    return Is(at + 1, '(') ? Math.Max(at, Closing(at + 2, ')', spaces: false)) : at;
                case '^' when Is(at + 1, '['):
                    return at;
                case '~' when Is(at + 1, '~'):
                    return Pair(at, '~') is > 0 and var struck ? struck : at - 1;
                case '=' when Is(at + 1, '='):
                    return Highlight(at);
                case '<' when at + 1 < tokens.Count && !tokens[at + 1].SpaceBefore && (Is(at + 1, '/') || char.IsAsciiLetter(text[tokens[at + 1].Start])):
                    return Closing(at + 1, '>', spaces: true) is > 0 and var tag ? tag : at - 1;
                case '#' when at == _suffix.First:
                    return _suffix.Last;
                case '#' when Nested(at) is > 0 and var nested:
                    return nested;
                case '*' or '#' or '[' or '`' or '_' or '|':
                    return at;
                default:
                    return at - 1;
            }
        }

        /// <summary>The token is this sign, straight behind the one before it.</summary>
        private bool Is(int at, char sign) => at < tokens.Count && tokens[at].Length == 1 && text[tokens[at].Start] == sign && !tokens[at].SpaceBefore;

        private int Closing(int from, char sign, bool spaces)
        {
            for (var at = from; at < Math.Min(tokens.Count, from + Reach); at++)
            {
                if (tokens[at].SpaceBefore && !spaces) return -1;
                if (tokens[at].Length == 1 && text[tokens[at].Start] == sign) return at;
            }

            return -1;
        }

        /// <summary>The second bracket of a pair that closes <c>[[</c>; -1 where another link opens before, or none closes.</summary>
        private int LinkEnd(int open)
        {
            for (var at = open + 2; at < Math.Min(tokens.Count - 1, open + Reach); at++)
            {
                if (Is(at + 1, '[') && text[tokens[at].Start] == '[') return -1;
                if (Is(at + 1, ']') && text[tokens[at].Start] == ']') return at + 1;
            }

            return -1;
        }

        private int ImageEnd(int open) =>
            Closing(open + 1, ']', spaces: true) is > 0 and var words && Is(words + 1, '(') && Closing(words + 2, ')', spaces: false) is > 0 and var end ? end : open - 2;

        /// <summary>
        /// The end of what a link does not show at its start: the whole target before an alias, else the folders before its last part. An alias that only
        /// points ("the maker", "its plant") is read behind the name it points to.
        /// </summary>
        private int Target(int open)
        {
            if (LinkEnd(open) is not (> 0 and var end)) return open;
            var (bar, folder, suffix) = (-1, -1, -1);
            for (var at = open + 2; at < end - 1; at++)
            {
                if (tokens[at].Length != 1) continue;
                if (text[tokens[at].Start] == '|') bar = at;
                else if (bar < 0 && suffix < 0 && text[tokens[at].Start] == '/') folder = at;
                else if (bar < 0 && suffix < 0 && text[tokens[at].Start] == '#') suffix = at;
            }

            if (bar > 0 && !Points(bar + 1, end - 1)) return bar;
            _suffix = (suffix, bar > 0 ? bar : end - 2);
            return folder > 0 ? folder : open + 1;
        }

        /// <summary>"the Chinese maker", "its plant": starts with such a word, ends with a common one, and holds no figure.</summary>
        private bool Points(int from, int end)
        {
            if (from >= end || !char.IsLower(text[tokens[end - 1].Start])) return false;
            for (var at = from; at < end; at++)
            {
                if (tokens[at].Kind == TokenKind.Number) return false;
            }

            return text.AsSpan(tokens[from].Start, tokens[from].Length) is "the" or "The" or "this" or "This" or "that" or "its" or "Its" or "it" or "It" or "their" or "Their" or "a" or "an"
                or "der" or "Der" or "die" or "Die" or "das" or "Das" or "le" or "Le" or "la" or "La" or "el" or "El" or "il" or "Il";
        }

        /// <summary>The last of two signs that close what two of them at <paramref name="open"/> open, straight behind a word; -1 where none do.</summary>
        private int Pair(int open, char sign)
        {
            if (open + 2 >= tokens.Count || tokens[open + 2].SpaceBefore) return -1;
            for (var at = open + 3; at < Math.Min(tokens.Count - 1, open + Reach); at++)
            {
                if (Is(at, sign) && Is(at + 1, sign)) return at + 1;
            }

            return -1;
        }

        private int Highlight(int at)
        {
            if (_highlighted == at + 1)
            {
                _highlighted = 0;
                return at + 1;
            }

            if (Pair(at, '=') is not (> 0 and var end)) return at - 1;
            _highlighted = end;
            return at + 1;
        }

        /// <summary><c>#plant/open</c> sorts a note and says nothing.</summary>
        private int Nested(int at)
        {
            var end = at + 1;
            while (end + 2 < tokens.Count && !tokens[end].SpaceBefore && tokens[end].Kind == TokenKind.Word && Is(end + 1, '/') && !tokens[end + 2].SpaceBefore) end += 2;
            return end > at + 1 ? end : -1;
        }
    }
}
