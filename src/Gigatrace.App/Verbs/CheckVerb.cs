using System.CommandLine;
using Gigatrace.Claims;
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
        var started = shell.Clock.GetTimestamp();
        var settings = files.Settings();
        var all = files.Files();
        var (notes, looked) = files.Read(shell, options.Jobs.Of(parsed), settings, all ?? [], only);
        if (looked == 0) throw new Failure($"there is no note to check in {files.Root}");
        using var ledger = LedgerStore.Open(options.Ledger.Path(shell, parsed), create: false, shell.Clock);
        var baseline = files.Baseline(parsed.GetValue(options.Baseline), settings);
        var vault = new Vault { Name = files.Name, Files = all, Notes = [.. notes], Settings = settings, Baseline = baseline.Known };
        var found = vault.Check(Pipeline.Refreshed(ledger), parsed.GetValue(options.AsOf) ?? shell.Today, Pipeline.Lines(ledger));
        foreach (var remark in found.Remarks) shell.Say(Inputs.Line(remark));
        if (parsed.GetValue(options.WriteBaseline)) return baseline.Write(shell, found);
        Write(shell, found, parsed.GetValue(options.Format)!, settings);
        Say(shell, found, notes, looked, started);
        return found.Told.Any(problem => problem.Severity >= options.Bound(parsed)) ? Ending.Found : Ending.Done;
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

    private static void Say(Shell shell, Checked found, IReadOnlyList<Note> notes, int looked, long started)
    {
        var took = shell.Clock.GetElapsedTime(started);
        var clippings = notes.Count(note => note.IsClipping);
        shell.Say(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"gigatrace: {Phrases.Count(looked, "note")} looked at, {notes.Count - clippings} of them on the field{(clippings > 0 ? $", {Phrases.Count(clippings, "saved article")} left" : "")}; {took.TotalSeconds:0.0} s"));
    }
}
