using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Checks;

/// <summary>
/// Comments by which a note's owner silences a rule, always with a reason: <c>&lt;!-- gigatrace-ignore GT002: kept for history --&gt;</c> for the block that comes
/// next (or the line it stands in), <c>gigatrace-ignore-file</c> for the whole note; between <c>%%</c> as well. Without a rule's name all rules are meant.
/// </summary>
internal sealed partial class Ignores
{
    private readonly SourceText _text;
    private readonly string _path;
    private readonly List<Ignore> _all = [];
    private readonly List<Diagnostic> _remarks = [];

    public Ignores(SourceText text, string path)
    {
        (_text, _path) = (text, path);
        foreach (Match match in Comments().Matches(text.Value))
        {
            var line = text.Place(match.Index).Line;
            var rules = match.Groups["rules"].Value.Split((char[])[',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
            var unknown = rules.FirstOrDefault(name => CheckRule.Find(name) is null);
            var reason = match.Groups["reason"].Value.Trim();
            if (unknown is not null && match.Groups["colon"].Success) _remarks.Add(Of(line, $"there is no rule '{unknown}'; nothing is ignored"));
            else if (reason.Length == 0) _remarks.Add(Of(line, "a reason is missing; nothing is ignored: write \"gigatrace-ignore GT002: why\""));
            else _all.Add(new Ignore([.. rules.Select(name => CheckRule.Find(name)!.Id)], reason, match.Groups["file"].Success ? text.All : Block(text.Value, match), line));
        }
    }

    /// <summary>A problem, silenced where a comment says so.</summary>
    public Problem Look(Problem problem)
    {
        var at = _text.FromCodePoint(problem.Region.Start);
        if (_all.Find(ignore => (ignore.Rules.IsEmpty || ignore.Rules.Contains(problem.Rule.Id)) && ignore.Where.Start <= at && at < ignore.Where.End) is not { } found) return problem;
        found.Used = true;
        return problem with { Silenced = Silenced.InNote, Reason = found.Reason };
    }

    /// <summary>Comments that are not as they should be, and those that silence nothing.</summary>
    public IEnumerable<Diagnostic> Remarks() =>
        _remarks.Concat(_all.Where(ignore => !ignore.Used).Select(ignore => Of(ignore.Line, "this comment silences nothing; it can go")));

    private Diagnostic Of(int line, string message) => new("check.ignore", _path, line, message);

    /// <summary>The line of the comment where other words stand in it, else the next lines that are not empty.</summary>
    private static Span Block(string text, Match comment)
    {
        var from = Around.LineStart(text, comment.Index);
        var end = Around.LineEnd(text, comment.Index + comment.Length);
        if (!string.IsNullOrWhiteSpace(text[from..comment.Index]) || !string.IsNullOrWhiteSpace(text[(comment.Index + comment.Length)..end])) return new Span(from, end);
        var at = end;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        var last = at;
        while (last < text.Length && Around.LineEnd(text, last) is var stop && !string.IsNullOrWhiteSpace(text[last..stop])) last = Math.Min(stop + 1, text.Length);
        return new Span(at, Math.Max(at, last));
    }

    private sealed record Ignore(ImmutableArray<string> Rules, string Reason, Span Where, int Line)
    {
        public bool Used { get; set; }
    }

    [GeneratedRegex(@"(?<open><!--|%%)\s*gigatrace-ignore(?<file>-file)?(?![\w-])(?<rules>[^:]*?)(?<colon>:(?<reason>.*?))?(-->|%%)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Comments();
}
