using Gigatrace.Tests.App;

namespace Gigatrace.Tests.Publishing.Exports;

/// <summary>The samples read by the program, and what it exports of them.</summary>
public sealed class ExportedSamples : IDisposable
{
    private readonly TestShell _shell = new();

    public ExportedSamples()
    {
        Directory.SetCurrentDirectory(Expectations.Root);
        _shell.Run("read", "samples").Code.ShouldBe(0);
    }

    internal TestShell Shell => _shell;

    /// <summary>What <c>gigatrace export …</c> prints.</summary>
    public string Export(string typed)
    {
        var (code, output, error) = _shell.Run(["export", .. typed.Split(' ')]);
        error.ShouldBeEmpty();
        code.ShouldBe(0);
        return output;
    }

    /// <summary>The same on another day.</summary>
    public string ExportLater(string typed)
    {
        var now = _shell.Now;
        _shell.Now = now.AddYears(3);
        try
        {
            return Export(typed);
        }
        finally
        {
            _shell.Now = now;
        }
    }

    public void Dispose() => _shell.Dispose();
}
