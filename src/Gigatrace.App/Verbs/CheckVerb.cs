using System.CommandLine;
using Gigatrace.Claims;
using Gigatrace.Extraction;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Checks;

namespace Gigatrace.App.Verbs;

internal static class CheckVerb
{
    public static Command Build(Shell shell)
    {
        var vault = new Argument<string>("VAULT") { Description = "A folder of notes, or a single note." };
        var notes = new Argument<string[]>("NOTE") { Description = "Only these notes of the vault.", Arity = ArgumentArity.ZeroOrMore };
        var options = new CheckOptions();
        return Verb.Of(
            "check",
            "A linter for notes: what newer or better evidence in the ledger supersedes, contradicts or leaves stale.",
            "gigatrace check notes/\ngigatrace check notes/ --format sarif > check.sarif",
            parsed => Run(shell, parsed, VaultFiles.At(parsed.GetValue(vault)!), parsed.GetValue(notes) ?? [], options),
            [vault, notes, .. options.All]);
    }

    private static int Run(Shell shell, ParseResult parsed, VaultFiles files, string[] only, CheckOptions options)
    {
        if (!parsed.GetValue(options.Watch)) return Once(shell, parsed, files, only, options);
        using var changes = files.Watch();
        while (true)
        {
            _ = Once(shell, parsed, files, only, options);
            shell.Out.Flush();
            shell.Say("gigatrace: waiting for changes; Ctrl-C ends it");
            changes.Wait(shell.Cancelled);
        }
    }

    private static int Once(Shell shell, ParseResult parsed, VaultFiles files, string[] only, CheckOptions options)
    {
        var started = shell.Clock.GetTimestamp();
        using var ledger = LedgerStore.Open(options.Ledger.Path(shell, parsed), create: false, shell.Clock);
        var (held, day) = (Pipeline.Refreshed(ledger), parsed.GetValue(options.AsOf) ?? shell.Today);
        var known = held.Entities(day);
        var works = Pipeline.Works(known);
        var (vault, looked) = Read(shell, parsed, files, only, options, works);
        if (looked == 0) throw new Failure($"there is no note to check in {files.Root}");
        var found = Check(vault);
        if (parsed.GetValue(options.Diff) || parsed.GetValue(options.Fix))
        {
            var mended = Mended.Of(found, vault.Notes);
            if (parsed.GetValue(options.Diff)) return Print(shell, mended);
            files.Write(shell, mended);
            if (mended.Length > 0)
            {
                vault = Read(shell, parsed, files, only, options, works).Vault;
                found = Check(vault);
            }
        }

        foreach (var remark in found.Remarks) shell.Say(Inputs.Line(remark));
        if (parsed.GetValue(options.WriteBaseline)) return files.Baseline(parsed.GetValue(options.Baseline), vault.Settings).Write(shell, found);
        Write(shell, found, parsed.GetValue(options.Format)!, vault.Settings);
        Say(shell, vault, looked, started);
        return found.Told.Any(problem => problem.Severity >= options.Bound(parsed)) ? Ending.Found : Ending.Done;

        Checked Check(Vault read) => read.Check(held, known, day, Pipeline.Lines(ledger));
    }

    private static (Vault Vault, int Looked) Read(Shell shell, ParseResult parsed, VaultFiles files, string[] only, CheckOptions options, LedgerWorks works)
    {
        var (settings, all) = (files.Settings(), files.Files());
        var (notes, looked) = files.Read(shell, options.Jobs.Of(parsed), settings, all, only, works);
        return (new Vault { Name = files.Name, Files = all, Notes = [.. notes], Settings = settings, Baseline = files.Baseline(parsed.GetValue(options.Baseline), settings).Known }, looked);
    }

    private static int Print(Shell shell, IReadOnlyCollection<Mended> mended)
    {
        foreach (var note in mended) shell.Out.Write(note.Diff());
        shell.Say(mended.Count == 0 ? "gigatrace: nothing can be put right for certain" : $"gigatrace: {Phrases.Count(mended.Sum(note => note.Values), "value")} in {Phrases.Count(mended.Count, "note")} can be put right; --fix does it");
        return Ending.Done;
    }

    private static void Write(Shell shell, Checked found, string format, CheckSettings settings)
    {
        switch (format)
        {
            case "json":
                CheckJson.Write(shell.Out, found);
                break;
            case "sarif":
                Sarif.Write(shell.Out, found, Pipeline.Version, settings);
                break;
            case "github":
                GithubLines.Write(shell.Out, found);
                break;
            default:
                CheckText.Write(shell, found);
                break;
        }
    }

    private static void Say(Shell shell, Vault vault, int looked, long started)
    {
        var took = shell.Clock.GetElapsedTime(started);
        var clippings = vault.Notes.Count(note => note.IsClipping);
        shell.Say(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"gigatrace: {Phrases.Count(looked, "note")} looked at, {vault.Notes.Length - clippings} of them on the field{(clippings > 0 ? $", {Phrases.Count(clippings, "saved article")} left" : "")}; {took.TotalSeconds:0.0} s"));
    }
}
