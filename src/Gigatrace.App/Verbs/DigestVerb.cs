using System.Collections.Immutable;
using System.CommandLine;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Identity;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Digests;

namespace Gigatrace.App.Verbs;

internal static class DigestVerb
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions { Format = new FormatOption("table", "html", "email") { Letter = new LetterOptions() } };
        var what = new Argument<string[]>("WHAT")
        {
            Description = "A file, which is read now and not recorded; a document of the ledger by its id, name or path; or a plant or company. plant NAME and company NAME say which is meant. Nothing with --from.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var from = AskOptions.FirstDay("--from", "Of everything that became known from this day on; a month or a year stands for its first day.");
        var to = AskOptions.LastDay("--to", "Until this day; a month or a year stands for its last day. Default: everything that is known.");
        return Verb.Of(
            "digest",
            "Thirty seconds, who is who, what happened when: of a document, a plant, a company or a period, each line with its evidence.",
            "gigatrace digest press/douai-starts.txt\ngigatrace digest plant sunderland 2\ngigatrace digest --from 2025-06 --to 2025-06 --format html > june.html",
            parsed =>
            {
                var words = parsed.GetValue(what)!;
                var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
                if (words.Length == 0 && first is null) throw new Failure("say of what: a file, a document, a plant, a company, or --from DATE");
                if (words.Length > 0 && (first ?? last) is not null) throw new Failure("--from and --to are for a period; leave the name away");
                if (last < first) throw new Failure("--to is before --from");
                if (first > shell.Today && last is null) throw new Failure("--from is after today");
                if (words is [var folder] && Directory.Exists(folder)) throw new Failure($"{folder} is a folder; name a file in it, or `gigatrace read` it and ask for a period with --from");
                if (words is [var path] && File.Exists(path)) return OfFile(shell, parsed, ask, path);
                return ask.AnswerTraced(shell, parsed, last ?? parsed.GetValue(ask.AsOf), (asked, store) => Digest.Make(first is { } day ? OfPeriod(asked, day, last ?? shell.Today) : Named(shell, asked, store, words)));
            },
            [what, from, to, ask.AsOf, .. ask.Traced]);
    }

    internal static Matter OfPeriod(Asked asked, DateOnly from, DateOnly to)
    {
        var (view, past) = asked.Changes(from);
        return Matters.Of(view, past, asked.Entities(), from, to);
    }

    private static Matter Named(Shell shell, Asked asked, LedgerStore store, string[] words)
    {
        var name = string.Join(' ', words.Skip(1));
        if (words is ["plant", _, ..]) return Plant(asked, Names.Plant(shell, asked, name));
        if (words is ["company", _, ..]) return Company(asked, Names.Company(shell, asked, name));
        if (words is [var typed] && Ids.Documents(store, typed) is { Count: > 0 }) return OfDocument(shell, store, Ids.Document(store, typed).Document);
        return Of(asked, Names.PlantOrCompany(shell, asked, string.Join(' ', words)));
    }

    /// <param name="found">A plant or company.</param>
    internal static Matter Of(Asked asked, Entity found) => found.Kind == EntityKind.Plant ? Plant(asked, found.Name) : Company(asked, found.Name);

    private static Matter Plant(Asked asked, string name) => Matters.Of(asked.Plant(name), "plant", name);

    private static Matter Company(Asked asked, string name) => Matters.Of(asked.Company(name), "company", name);

    /// <summary>Beside what was held on its own day.</summary>
    internal static Matter OfDocument(Shell shell, LedgerStore store, Document document)
    {
        var day = document.Published?.Latest ?? document.Published?.Earliest;
        var view = Pipeline.Publish(store, Pipeline.Reconcile(store, day), shell.Today, withLines: true);
        var claims = store.LoadClaimsOf([document.Id]);
        return Matters.Of(document, claims, view.State, ids => Words(claims, document, view, ids));
    }

    /// <summary>Beside what the ledger held on its day, where there is a ledger.</summary>
    private static int OfFile(Shell shell, ParseResult parsed, AskOptions ask, string path)
    {
        var document = Read(shell, path);
        var place = ask.Ledger.Path(shell, parsed);
        if (!File.Exists(place) && !place.Contains("://", StringComparison.Ordinal))
        {
            var extracted = new Pipeline().Extract(document).Claims;
            ask.Format.Write(shell, parsed, Digest.Make(Matters.Of(document, extracted, null, ids => Words(extracted, document, null, ids))), evidence: true);
            return Ending.Done;
        }

        return ask.AnswerTraced(shell, parsed, null, (_, store) =>
        {
            if (store.FindDocuments(document.Id).Count > 0) return Digest.Make(OfDocument(shell, store, document));
            var claims = new Pipeline().Extract(document).Claims;
            var view = Pipeline.Publish(store, Pipeline.ReconcileWith(store, document, claims), shell.Today, withLines: true);
            return Digest.Make(Matters.Of(document, claims, view.State, ids => Words(claims, document, view, ids)));
        });
    }

    private static Document Read(Shell shell, string path)
    {
        var documents = new List<Document>();
        _ = Inputs.Read(shell, [path], 1, reading => reading.Document, (_, _, document) =>
        {
            if (document is not null) documents.Add(document);
        });
        return documents.Count switch
        {
            0 => throw new Failure($"no document could be read from {path}"),
            1 => documents[0],
            var count => throw new Failure($"{path} holds {count} documents; `gigatrace read` it, then name one of them, or ask for a period with --from"),
        };
    }

    /// <summary>The document's own words first, then those of others from the ledger.</summary>
    private static ImmutableArray<Evidence> Words(IReadOnlyList<Claim> own, Document document, View? view, IEnumerable<string> ids) =>
    [
        .. ids.Distinct(StringComparer.Ordinal).SelectMany(id => own.FirstOrDefault(claim => claim.Id == id) is { } claim ? [Evidence.Of(claim, LineNumber.Of(claim, document.Text))] : view?.EvidenceOf([id]) ?? []),
    ];
}
