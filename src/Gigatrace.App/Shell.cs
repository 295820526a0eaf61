namespace Gigatrace.App;

/// <summary>Everything a verb meets of the world around it, so that tests can put another world in its place.</summary>
public sealed record Shell
{
    /// <summary>Results, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Messages and progress.</summary>
    public required TextWriter Error { get; init; }

    public required Func<Stream> In { get; init; }

    /// <summary>The bytes of standard output, for a verb that speaks a protocol there and prints nothing.</summary>
    public Func<Stream> OutBytes { get; init; } = () => Stream.Null;

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal, or those that tables are made for where there is none.</summary>
    public int Width { get; init; } = 80;

    public bool Colour { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>An environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    public CancellationToken Cancelled { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>One line on standard error.</summary>
    public void Say(string message) => Error.WriteLine(message.ReplaceLineEndings(" "));

    /// <summary>GIGATRACE_DEBUG=1 shows the whole trace of what was not foreseen.</summary>
    public void Trace(Exception e)
    {
        if (Variable("GIGATRACE_DEBUG") == "1") Error.WriteLine(e);
    }
}
