using System.CommandLine;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.App.Verbs;

internal static class ClaimVerb
{
    private const string AddExample = "gigatrace claim add --subject \"AESC Douai\" --predicate capacity --value 10 \\\n  --quote \"an annual capacity of 10 GWh\" --source https://example.org/douai \\\n  --publisher \"Morning Post\" --published 2025-06-05";

    public static Command Build(Shell shell) => Verb.Of(
        "claim",
        "A claim that a person enters, with the words it rests on, or one that is put right.",
        AddExample + "\ngigatrace claim correct c7f1a2 --value 12 --reason \"misread\"",
        Add(shell), Correct(shell));

    private static Verb Add(Shell shell)
    {
        var typed = new TypedOptions(shell, required: true);
        var quote = new Option<string>("--quote") { Description = "The words of the source that say so, exactly.", HelpName = "TEXT", Required = true };
        var source = new Option<string>("--source") { Description = "Where they stand: an address, or a citation in words.", HelpName = "TEXT", Required = true };
        var publisher = new Option<string?>("--publisher") { Description = "Who published it.", HelpName = "NAME" };
        var published = new Option<string?>("--published") { Description = "When it was published, in EDTF: 2025-06-05, 2025-06. Without it the claim is known from today, and marked as undated.", HelpName = "DATE" };
        var kind = new Option<string>("--source-kind") { Description = "What sort of source it is: filing, register, release, news, blog, unknown or note.", HelpName = "KIND", DefaultValueFactory = _ => "note" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<SourceKind>().Select(one => one.Name())]);
        var (format, ledger) = (new FormatOption(), new LedgerOption());
        return Verb.Of("add", "A claim of your own reading: what is said, in which words, and where they stand.", AddExample, parsed =>
        {
            var (document, claim, problems) = EnteredClaims.Add(typed.Of(parsed), new TypedSource(parsed.GetValue(quote)!, parsed.GetValue(source)!.Trim(), parsed.GetValue(publisher), Day(parsed.GetValue(published)), SourceKinds.Find(parsed.GetValue(kind))!.Value));
            if (document is null || claim is null) throw new Failure(string.Join("; ", problems));
            using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: true, shell.Clock);
            var before = Pipeline.Reconcile(store, null, withClaims: false);
            var added = store.AddDocument(document, [claim], EnteredClaims.Rule);
            return Tell(shell, parsed, format, store, before, claim, added == Added.Unchanged ? "was entered before" : "is recorded", null);
        }, [.. typed.All, quote, source, publisher, published, kind, format, ledger]);
    }

    private static Verb Correct(Shell shell)
    {
        var id = new Argument<string>("CLAIM") { Description = "The id of the claim that is wrong, or its first four digits or more." };
        var typed = new TypedOptions(shell, required: false);
        var (person, format, ledger) = (new Person(), new FormatOption(), new LedgerOption());
        return Verb.Of("correct", "Puts a claim right: the new one has the source and words of the old, which counts no more. Both stay on record.", "gigatrace claim correct c7f1a2 --value 12 --reason \"12, not 21: see the quote\"", parsed =>
        {
            var (reason, by) = (person.ReasonOf(parsed), person.ByOf(shell, parsed));
            using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
            var old = Ids.Claim(store, parsed.GetValue(id)!);
            var (document, claim, problems) = EnteredClaims.Correct(old, typed.Of(parsed));
            if (document is null || claim is null) throw new Failure(string.Join("; ", problems));
            var before = Pipeline.Reconcile(store, null, withClaims: false);
            var judgement = store.Write(() =>
            {
                _ = store.AddDocument(document, [claim], EnteredClaims.Rule);
                return store.AddJudgement(Verdict.Reject, old.Id, null, $"corrected by {claim.Id}: {reason}", by);
            });
            return Tell(shell, parsed, format, store, before, claim, $"takes the place of {old.Id}", judgement);
        }, [id, .. typed.All, person.Reason, person.By, format, ledger]);
    }

    private static int Tell(Shell shell, ParseResult parsed, FormatOption format, LedgerStore store, State before, Claim claim, string what, Judgement? judgement)
    {
        var changes = FindingChanges.Between(before, Pipeline.Reconcile(store, null, withClaims: false));
        format.Write(shell, parsed, new Report
        {
            Title = $"Claim {claim.Id} {what}",
            Lead = judgement is null ? [] : [$"to take it back: gigatrace judge withdraw {judgement.Id} --reason \"…\" and gigatrace retract {claim.Doc} --reason \"…\""],
            Tables = [JudgementCard.Changes(changes)],
            Items = [new JsonObject { ["claim"] = JsonNode.Parse(ClaimLines.Write(claim)), ["result"] = what, ["judgement"] = judgement?.Id, ["changed"] = Json.Array(changes.Select(change => (JsonNode?)change.ToJson())) }],
            Single = true,
            Nothing = "no finding changes",
        });
        return Ending.Done;
    }

    private static When? Day(string? typed) =>
        typed is null ? null : When.FromLoose(typed) is { IsDate: true } when ? when : throw new Failure($"'{typed}' is no date of publication; write 2025-06-05, 2025-06 or 2025");

    /// <summary>An option for every part of a claim.</summary>
    private sealed class TypedOptions(Shell shell, bool required)
    {
        private readonly Option<string?> _subject = Make("--subject", "Whom it is about: \"AESC Douai\", \"AESC Sunderland 2\", a company, a person.", "NAME", required);
        private readonly Option<string?> _predicate = Make("--predicate", "What is said of it; a name of the table of predicates.", "NAME", required);
        private readonly Option<string?> _value = Make("--value", "A number, two with a dash between them, or a word of the predicate.", "VALUE");
        private readonly Option<string?> _unit = Make("--unit", "The unit or currency; the predicate's own where it has one.", "UNIT");
        private readonly Option<string?> _object = Make("--object", "The other side: customer, holder, giver, parent, company.", "NAME");
        private readonly Option<string?> _when = Make("--when", "When it holds, in EDTF or as 2025-Q2, 2025-early, ../2030.", "TIME");
        private readonly Option<string?> _modality = Make("--modality", "How it is meant: actual, planned, possible, rumoured or denied. Default: actual.", "WORD");
        private readonly Option<string?> _basis = Make("--basis", "Of a capacity: initial, total, ceiling, additional or output.", "WORD");
        private readonly Option<string?> _qualifier = Make("--qualifier", "about, at_least or up_to.", "WORD");
        private readonly Option<string?> _kind = Make("--kind", "Of a funding or partnership: loan, grant, equity; jv, mou, alliance.", "WORD");
        private readonly Option<string?> _product = Make("--product", "traction, storage or 12V.", "WORD");
        private readonly Option<string?> _level = Make("--level", "cell, module or pack.", "WORD");
        private readonly Option<string?> _region = Make("--region", "Where a share, rank or supply holds.", "NAME");
        private readonly Option<string?> _part = Make("--part", "2, phase 1, or site for the whole.", "WORD");
        private readonly Option<string?> _attribution = Make("--attribution", "Who says it, where that is not the publisher.", "NAME");

        public IEnumerable<Symbol> All => [_subject, _predicate, _value, _unit, _object, _when, _modality, _basis, _qualifier, _kind, _product, _level, _region, _part, _attribution];

        public TypedClaim Of(ParseResult parsed)
        {
            shell.Cancelled.ThrowIfCancellationRequested();
            return new TypedClaim
            {
                Subject = parsed.GetValue(_subject), Predicate = parsed.GetValue(_predicate), Value = parsed.GetValue(_value), Unit = parsed.GetValue(_unit), Object = parsed.GetValue(_object), When = parsed.GetValue(_when),
                Modality = parsed.GetValue(_modality), Basis = parsed.GetValue(_basis), Qualifier = parsed.GetValue(_qualifier), Kind = parsed.GetValue(_kind), Product = parsed.GetValue(_product), Level = parsed.GetValue(_level),
                Region = parsed.GetValue(_region), Part = parsed.GetValue(_part), Attribution = parsed.GetValue(_attribution),
            };
        }

        private static Option<string?> Make(string name, string description, string help, bool required = false) => new(name) { Description = description, HelpName = help, Required = required };
    }
}
