using System.CommandLine;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class JudgeVerb
{
    public static Command Build(Shell shell) => Verb.Of(
        "judge",
        "What a person decides: which names are one, which claims hold. Kept with who and why, and can be taken back.",
        "gigatrace judge queue\ngigatrace judge same \"Envision AESC\" AESC --reason \"renamed in 2019\"\ngigatrace judge reject c7f1a2 --reason \"a typing error\"",
        OfNames(shell, Verdict.Same, "Two names mean one thing.", "gigatrace judge same \"Envision AESC\" AESC --reason \"renamed in 2019\""),
        OfNames(shell, Verdict.NotSame, "Two names mean two things.", "gigatrace judge not-same \"AESC Sunderland\" \"AESC Sunderland 2\" --reason \"two halls\""),
        OfNames(shell, Verdict.Undecided, "Nobody can say yet: the two stay apart and leave the queue.", "gigatrace judge undecided \"AESC France\" \"AESC Douai\" --reason \"may be the second one\""),
        OfClaim(shell, Verdict.Prefer, "Of all that is said on its topic this claim holds.", "gigatrace judge prefer c7f1a2 --reason \"seen in the filing\""),
        OfClaim(shell, Verdict.Reject, "This claim does not count.", "gigatrace judge reject c7f1a2 --reason \"a typing error\""),
        Withdraw(shell), List(shell), Queue(shell));

    private static Verb OfNames(Shell shell, Verdict verdict, string description, string example)
    {
        var first = new Argument<string>("A") { Description = "A name as the ledger has it, in quotation marks where it has spaces." };
        var second = new Argument<string>("B") { Description = "The other name." };
        var (person, format, ledger) = (new Person(), new FormatOption(), new LedgerOption());
        return Verb.Of(verdict.Name(), description, example, parsed =>
        {
            var (reason, by) = (person.ReasonOf(parsed), person.ByOf(shell, parsed));
            using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
            return Tell(shell, parsed, format, Judging.Names(store, verdict, parsed.GetValue(first)!, parsed.GetValue(second)!, reason, by));
        }, first, second, person.Reason, person.By, format, ledger);
    }

    private static Verb OfClaim(Shell shell, Verdict verdict, string description, string example)
    {
        var claim = new Argument<string>("CLAIM") { Description = "A claim's id, or its first four digits or more." };
        var (person, format, ledger) = (new Person(), new FormatOption(), new LedgerOption());
        return Verb.Of(verdict.Name(), description, example, parsed =>
        {
            var (reason, by) = (person.ReasonOf(parsed), person.ByOf(shell, parsed));
            using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
            return Tell(shell, parsed, format, Judging.Claim(store, verdict, parsed.GetValue(claim)!, reason, by));
        }, claim, person.Reason, person.By, format, ledger);
    }

    private static Verb Withdraw(Shell shell)
    {
        var id = new Argument<string>("JUDGEMENT") { Description = "A judgement's id, or its first four digits or more." };
        var (person, format, ledger) = (new Person(), new FormatOption(), new LedgerOption());
        return Verb.Of("withdraw", "Takes a judgement back: all is as if it had not been made, and it stays on record.", "gigatrace judge withdraw j3f2a9 --reason \"it was the other one\"", parsed =>
        {
            var (reason, by) = (person.ReasonOf(parsed), person.ByOf(shell, parsed));
            using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
            return Tell(shell, parsed, format, Judging.Withdraw(store, parsed.GetValue(id)!, reason, by));
        }, id, person.Reason, person.By, format, ledger);
    }

    private static Verb List(Shell shell)
    {
        var (format, ledger) = (new FormatOption(), new LedgerOption());
        return Verb.Of("list", "All judgements, in order; those taken back say so.", "gigatrace judge list", parsed =>
        {
            using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
            format.Write(shell, parsed, JudgementCard.List(store.LoadJudgements(), id => Fates.Withdrawn(store, id)));
            return Ending.Done;
        }, format, ledger);
    }

    private static Verb Queue(Shell shell)
    {
        var ask = new AskOptions();
        var all = new Option<bool>("--all") { Description = "Show all of them, not only the first." };
        return Verb.Of("queue", "What there is to decide, what matters most first, with the command for it.", "gigatrace judge queue\ngigatrace judge queue --evidence", parsed =>
            ask.Answer(shell, parsed, (view, _) => QueueList.Make(view, parsed.GetValue(all))), [all, .. ask.All]);
    }

    private static int Tell(Shell shell, ParseResult parsed, FormatOption format, Report made)
    {
        format.Write(shell, parsed, made);
        return Ending.Done;
    }
}
