using Gigatrace.Ledger.Storage;

namespace Gigatrace.App;

/// <summary>A verb cannot go on: one line for a person, without the program's name.</summary>
public sealed class Failure : Exception
{
    public Failure()
    {
    }

    public Failure(string message)
        : base(message)
    {
    }

    public Failure(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>How the program ends: the one place where exceptions become a line and an exit code.</summary>
internal static class Ending
{
    public const int Done = 0;

    /// <summary>Something was found (a check) or is below the bound (an evaluation).</summary>
    public const int Found = 1;

    public const int NothingDone = 2;

    public const int WasCancelled = 130;

    /// <summary>GIGATRACE_DEBUG=1 shows the whole trace of what was not foreseen.</summary>
    public static int Of(Shell shell, Func<int> work)
    {
        try
        {
            var code = work();
            shell.Out.Flush();
            return code;
        }
        catch (OperationCanceledException) when (shell.Cancelled.IsCancellationRequested)
        {
            shell.Say("gigatrace: cancelled");
            return WasCancelled;
        }
        catch (Exception e) when (e is Failure or LedgerException or IOException or UnauthorizedAccessException)
        {
            shell.Say($"gigatrace: {e.Message}");
        }
        catch (Exception e)
        {
            shell.Say($"gigatrace: unexpected: {e.Message} ({e.GetType().Name}; GIGATRACE_DEBUG=1 shows where)");
            shell.Trace(e);
        }

        return NothingDone;
    }
}
