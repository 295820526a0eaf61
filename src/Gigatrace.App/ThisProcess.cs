using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Gigatrace.App;

/// <summary>The real world: standard streams in UTF-8, the terminal's width, and Ctrl-C. A reader that closes the pipe ends nothing with an error.</summary>
internal sealed class ThisProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly CancellationTokenSource _cancelled = new();
    private readonly PosixSignalRegistration[] _signals;

    public ThisProcess()
    {
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel)];
        Shell = new Shell
        {
            Out = new StreamWriter(Console.OpenStandardOutput(), Utf8, 1 << 16) { NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" },
            In = Console.OpenStandardInput,
            OutBytes = Console.OpenStandardOutput,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = Width(),
            Colour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") is not ("dumb" or null),
            Variable = Variable,
            Cancelled = _cancelled.Token,
        };
    }

    public Shell Shell { get; }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _cancelled.Dispose();
    }

    /// <summary>What is being written is finished; what does not end by itself in time is ended. A second signal ends at once.</summary>
    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = !_cancelled.IsCancellationRequested;
        if (_cancelled.IsCancellationRequested) return;
        _cancelled.Cancel();
        _ = Task.Delay(Patience).ContinueWith(_ => Environment.Exit(Ending.WasCancelled), TaskScheduler.Default);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    private static int Width()
    {
        if (int.TryParse(Variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0) return Math.Max(columns, 40);
        return Console.IsOutputRedirected ? 80 : Math.Max(Console.WindowWidth, 40);
    }
}
