namespace Gigatrace.Tests.Acceptance;

/// <summary>
/// A line of <c>samples.expect</c>. A line at the margin says what is asked: <c>plant NAME</c>, <c>company NAME</c>, each
/// with <c>@ DAY</c> for what was known then, <c>plants</c>, or <c>disagreements</c>. The lines below it, indented, are what the answer says:
/// <code>
/// label: part, part   one line of the answer has this label and all these parts; "a|b" is either, in labels too
/// not label: part     no line has
/// known misses begin with the word todo: they must still miss, so that who mends one says so here
/// </code>
/// What follows <c>#</c> is for people.
/// </summary>
public sealed record Expectation(int Line, string Asked, string Said)
{
    private const string Known = "todo ";
    private const string Never = "not ";

    public bool Todo => Said.StartsWith(Known, StringComparison.Ordinal);

    internal bool Holds(IReadOnlyList<CardLine> answer)
    {
        var said = Todo ? Said[Known.Length..] : Said;
        var never = said.StartsWith(Never, StringComparison.Ordinal);
        return never != answer.Any(line => Fits(never ? said[Never.Length..] : said, line));
    }

    /// <summary>What the answer says under the same label; of much, what shares the first part.</summary>
    internal string Beside(IReadOnlyList<CardLine> answer)
    {
        var said = (Todo ? Said[Known.Length..] : Said).Split(':');
        var labels = said[0].Split(' ')[^1];
        var lines = answer.Where(line => labels.Split('|').Contains(line.Label)).ToList();
        if (lines.Exists(line => Shares(said[1], line))) lines.RemoveAll(line => !Shares(said[1], line));
        return string.Join('\n', lines.DefaultIfEmpty(new CardLine(labels, ["nothing"])));
    }

    public override string ToString() => $"{Asked} / {Said}";

    internal static IReadOnlyList<Expectation> Read(string path)
    {
        var all = new List<Expectation>();
        var asked = "";
        foreach (var (number, line) in File.ReadAllLines(path).Index())
        {
            var text = line.Split('#')[0].TrimEnd();
            if (text.Length == 0) continue;
            if (!char.IsWhiteSpace(text[0])) asked = text;
            else all.Add(new Expectation(number, asked, text.Trim()));
        }

        return all;
    }

    /// <summary>The file with the known misses that are none any more told as what holds.</summary>
    internal static void Promote(string path, IEnumerable<Expectation> mended)
    {
        var lines = File.ReadAllLines(path);
        foreach (var one in mended) lines[one.Line] = lines[one.Line].Split('#')[0].TrimEnd().Replace(Known, "", StringComparison.Ordinal);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }

    private static bool Shares(string parts, CardLine line) => parts.Split(',')[0].Trim().Split('|').Any(line.Parts.Contains);

    private static bool Fits(string said, CardLine line)
    {
        var colon = said.IndexOf(':', StringComparison.Ordinal);
        return said[..colon].Split('|').Contains(line.Label) && said[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(part => part.Split('|').Any(line.Parts.Contains));
    }
}
