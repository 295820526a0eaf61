using Gigatrace.Publishing;
using Gigatrace.Publishing.Checks;

namespace Gigatrace.App;

/// <summary>The file that a baseline is kept in.</summary>
/// <param name="Path">Null where none is named.</param>
internal sealed record BaselineFile(string? Path, Baseline Known)
{
    /// <exception cref="Failure">It is no baseline.</exception>
    public static BaselineFile Open(string? path)
    {
        if (path is null || !File.Exists(path)) return new BaselineFile(path, Baseline.Empty);
        return new BaselineFile(path, Baseline.Read(File.ReadAllText(path)) ?? throw new Failure($"{path} is no baseline; `gigatrace check VAULT --baseline {path} --write-baseline` writes one"));
    }

    /// <summary>Writes what was found, silenced by the baseline before or not.</summary>
    /// <exception cref="Failure">No file is named.</exception>
    public int Write(Shell shell, Checked found)
    {
        if (Path is null) throw new Failure("which file? --baseline FILE names it, or baseline: in gigatrace.yaml of the vault");
        File.WriteAllText(Path, Baseline.Write(found.Problems));
        shell.Say($"gigatrace: {Phrases.Count(found.Problems.Count(problem => problem.Silenced != Silenced.InNote), "problem")} written to {Path}");
        return Ending.Done;
    }
}
