using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gigatrace.Publishing;

namespace Gigatrace.App.Mcp;

/// <summary>
/// As much of an answer as an assistant has room for: whole items, in order, and where the next page begins. Over all pages each item comes once. Room is
/// counted in tokens of <see cref="CharactersAToken"/> characters of the JSON.
/// </summary>
internal static class Page
{
    public const int CharactersAToken = 4;

    /// <summary>Tokens of a page.</summary>
    public const int Usual = 2000, Least = 250, Most = 20_000;

    /// <summary>Quotes of one item; all of them are told by the tool <c>evidence</c>.</summary>
    public const int MostQuotes = 3;

    private const int DigitsOfMark = 8;

    /// <param name="cursor">Where the page before ended; null for the first page.</param>
    /// <param name="remarks">Said on the first page.</param>
    /// <exception cref="Failure">The cursor is of another question, or the ledger has changed since.</exception>
    public static JsonObject Of(Answer answer, int tokens, string? cursor, IReadOnlyCollection<string> remarks)
    {
        var items = answer.Items.Select(item => Brief.Of(item, MostQuotes)).ToArray();
        var lines = items.Select(Json.Line).ToArray();
        var mark = Mark(lines);
        var from = cursor is null ? 0 : Begin(cursor, mark, items.Length);
        var room = tokens * CharactersAToken;
        var page = Head(answer.Head, remarks, first: from == 0, room / 2);
        var left = room - Json.Line(Whole(page, [], int.MaxValue, $"{int.MaxValue}-{mark}")).Length;
        var to = from;
        for (; to < items.Length && lines[to].Length + 1 <= left; to++) left -= lines[to].Length + 1;
        // One that has no page to itself is told as far as there is room.
        if (to == from && from < items.Length)
        {
            items[to] = Brief.Within(items[to], left - 1);
            to++;
        }

        return Whole(page, items[from..to], items.Length - to, to < items.Length ? string.Create(CultureInfo.InvariantCulture, $"{to}-{mark}") : null);
    }

    private static JsonObject Head(JsonObject head, IReadOnlyCollection<string> remarks, bool first, int room)
    {
        if (!first) return Brief.Within(new JsonObject(head.Where(pair => pair.Key is "title" or "as_of").Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))), room);
        var whole = Brief.Of(head, MostQuotes);
        if (remarks.Count > 0) whole["remarks"] = Json.Array(remarks);
        return Brief.Within(whole, room);
    }

    private static JsonObject Whole(JsonObject head, IEnumerable<JsonObject> items, int left, string? next)
    {
        var page = head.DeepClone().AsObject();
        page["items"] = Json.Array(items);
        page["left"] = left;
        if (next is not null) page["next_cursor"] = next;
        return page;
    }

    private static int Begin(string cursor, string mark, int count)
    {
        var parts = cursor.Split('-');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)) throw new Failure("'cursor' is to be the next_cursor of the page before");
        if (parts[1] != mark || from >= count) throw new Failure("the cursor is of another question, or the ledger has changed since; ask again without it");
        return from;
    }

    /// <summary>The same for the same items.</summary>
    private static string Mark(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..DigitsOfMark];
    }
}
