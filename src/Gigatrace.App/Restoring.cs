using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.App;

/// <summary>The lines of an exported ledger back into one: documents with their claims, then judgements, each as of the moment when it was recorded first.</summary>
internal sealed class Restoring(LedgerStore store, SetClock clock, Action<int, string> report)
{
    private readonly List<(string Path, string Result, int Claims)> _done = [];

    /// <summary>An exported judgement's id and the one it has here.</summary>
    private readonly Dictionary<string, string> _judgements = new(StringComparer.Ordinal);

    /// <summary>By what is said, the ids that judgements have here; null until they are asked for.</summary>
    private Dictionary<Judgement, string>? _known;

    private StoredDocument? _document;
    private readonly List<Claim> _claims = [];

    public IReadOnlyList<(string Path, string Result, int Claims)> All(IEnumerable<(string Line, int Number)> lines)
    {
        foreach (var (line, number) in lines)
        {
            try
            {
                Take(line);
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                report(number, e is FormatException ? e.Message : "it holds what is no text");
            }
        }

        Flush();
        clock.Now = null;
        return _done;
    }

    private void Take(string line)
    {
        var json = LedgerLines.Read(line) ?? throw new FormatException("it is no line of an exported ledger");
        switch (json["type"]!.ToString())
        {
            case "document":
                Flush();
                _document = LedgerLines.Document(json);
                break;
            case "claim" when _document is not null && json["document"]?.ToString() == _document.Document.Id:
                _claims.Add(ClaimLineReader.TryRead(line, out var claim, out var problem) ? claim : throw new FormatException(problem));
                break;
            case "judgement":
                Flush();
                Judge(json);
                break;
            case "withdrawal":
                Withdraw(json);
                break;
            default:
                throw new FormatException("it is a claim without its document before it, or of a type that is not known");
        }
    }

    private void Flush()
    {
        if (_document is null) return;
        clock.Now = _document.Recorded;
        var added = store.AddDocument(_document.Document, [.. _claims], _document.ProgramVersion);
        _done.Add((_document.Document.Path, added.ToString().ToLowerInvariant(), _claims.Count));
        _document = null;
        _claims.Clear();
    }

    private void Judge(JsonObject json)
    {
        var judgement = LedgerLines.Judgement(json);
        clock.Now = judgement.Recorded;
        // The same word of the same person at the same moment is there already.
        _known ??= store.LoadJudgements().GroupBy(Said).ToDictionary(group => group.Key, group => group.First().Id);
        if (!_known.TryGetValue(Said(judgement), out var id)) _known.Add(Said(judgement), id = store.AddJudgement(judgement.Verdict, judgement.First, judgement.Second, judgement.Reason, judgement.By).Id);
        _judgements[judgement.Id] = id;

        static Judgement Said(Judgement one) => one with { Id = "", Withdrawn = false };
    }

    private void Withdraw(JsonObject json)
    {
        var back = LedgerLines.Withdrawal(json);
        clock.Now = back.Recorded;
        if (!_judgements.TryGetValue(back.Id, out var id)) throw new FormatException($"the judgement {back.Id} does not stand before it");
        _ = store.Withdraw(id, back.Reason, back.By);
    }
}
