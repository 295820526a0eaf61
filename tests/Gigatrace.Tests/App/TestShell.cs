using System.Globalization;
using System.Text;
using Gigatrace.App;

namespace Gigatrace.Tests.App;

/// <summary>The program run in this process, in a folder of its own, its streams caught and its clock set.</summary>
internal sealed class TestShell : IDisposable
{
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly Overheard _error = new() { NewLine = "\n" };
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public TestShell() => Folder = Directory.CreateTempSubdirectory("gigatrace-test-").FullName;

    public string Folder { get; }

    public string Input { get; set; } = "";

    /// <summary>Opens standard input; reads <see cref="Input"/> where it is not set.</summary>
    public Func<Stream>? In { get; set; }

    public bool Terminal { get; set; }

    public bool Colour { get; set; }

    public CancellationToken Cancelled { get; set; }

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Hears every line on standard error as it is written.</summary>
    public Action<string>? OnError { set => _error.Heard = value; }

    public string Ledger => At("ledger.db");

    public string At(string path) => Path.Combine(Folder, path);

    public string Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return At(path);
    }

    public void Set(string variable, string value) => _variables[variable] = value;

    /// <summary>What a verb meets here.</summary>
    public Shell World => new()
    {
        Out = _out,
        Error = _error,
        In = In ?? (() => new MemoryStream(Encoding.UTF8.GetBytes(Input))),
        OutIsTerminal = Terminal,
        ErrorIsTerminal = Terminal,
        Colour = Colour,
        Clock = new Fixed(Now),
        Variable = name => _variables.TryGetValue(name, out var value) ? value : name == "GIGATRACE_LEDGER" ? Ledger : null,
        Cancelled = Cancelled,
    };

    /// <summary>Exit code, standard output and standard error of one run; no run shows a stack trace.</summary>
    public (int Code, string Out, string Error) Run(params string[] args)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        var code = Program.Run(args, World);
        if (!_variables.ContainsKey("GIGATRACE_DEBUG")) (_out + "\n" + _error).ShouldNotContain("\n   at Gigatrace.", customMessage: "no run shows a stack trace");
        return (code, _out.ToString(), _error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Overheard() : StringWriter(CultureInfo.InvariantCulture)
    {
        public Action<string>? Heard { get; set; }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            Heard?.Invoke(value ?? "");
        }
    }
}
