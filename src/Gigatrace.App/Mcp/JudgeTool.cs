using System.Collections.Immutable;
using Gigatrace.Ledger;

namespace Gigatrace.App.Mcp;

/// <summary>What a person decided, told by an assistant: recorded with who and why, and can be taken back.</summary>
internal static class JudgeTool
{
    private const string Withdraw = "withdraw";

    public static ImmutableArray<string> Verdicts { get; } = [Verdict.Same.Name(), Verdict.NotSame.Name(), Verdict.Prefer.Name(), Verdict.Reject.Name(), Withdraw];

    public static Answer Of(Call call)
    {
        var (verdict, first, second) = (Ledger.Verdicts.Find(call.Given.Needed("verdict")), call.Given.Needed("first"), call.Given.Text("second"));
        var (reason, by) = (call.Given.Needed("reason"), call.Given.Needed("by"));
        var isOfNames = verdict is Verdict.Same or Verdict.NotSame;
        if (isOfNames && second is null) throw new Failure("give both names: first and second");
        if (!isOfNames && second is not null) throw new Failure("second is for same and not-same only");
        var made = isOfNames ? Judging.Names(call.Store, verdict!.Value, first, second!, reason, by)
            : verdict is { } ofClaim ? Judging.Claim(call.Store, ofClaim, first, reason, by)
            : Judging.Withdraw(call.Store, first, reason, by);
        return Answer.Card(made, call.Shell.Today);
    }
}
