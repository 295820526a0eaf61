using System.Diagnostics;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>The program in a process of its own, so that it can be killed.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _error;

    private ChildProgram(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _out = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    public static ChildProgram Start(params string[] arguments) => new(Info("dotnet", [Program, .. arguments]));

    /// <summary>No file may grow beyond so many bytes; writing on gives an error, as a full disk does.</summary>
    public static ChildProgram StartWithin(int bytes, params string[] arguments)
    {
        var start = Info("sh", ["-c", $"trap '' XFSZ; ulimit -f {bytes / 512}; exec dotnet \"$@\"", "sh", Program, .. arguments]);
        // The runtime would write its code to a file in memory, which counts.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new ChildProgram(start);
    }

    /// <summary>Kills it (signal 9) unless it ends before; true where it was killed.</summary>
    public bool KillAfter(TimeSpan time)
    {
        if (_process.WaitForExit(time)) return false;
        _process.Kill();
        _process.WaitForExit();
        return true;
    }

    public (int Code, string Out, string Error) End()
    {
        _process.WaitForExit(TimeSpan.FromMinutes(2)).ShouldBeTrue();
        return (_process.ExitCode, _out.Result, _error.Result);
    }

    public void Dispose() => _process.Dispose();

    private static string Program => Path.Combine(AppContext.BaseDirectory, "gigatrace.dll");

    private static ProcessStartInfo Info(string program, IEnumerable<string> arguments) =>
        new(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
}
