using System.Globalization;

namespace Gigatrace.App;

/// <summary>
/// One line on standard error that says how far the work is and how fast it goes: "1,204/8,000 · 163/s · name"; nothing at all where
/// standard error is no terminal.
/// </summary>
internal sealed class ProgressLine(Shell shell, int files) : IDisposable
{
    /// <summary>A line that changes more often cannot be read, and costs.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long _started = shell.Clock.GetTimestamp();
    private long? _shown;
    private string _file = "";
    private int _filesDone = -1;
    private int _inFile;

    /// <summary>Documents read so far.</summary>
    public int Documents { get; private set; }

    public void File(string name)
    {
        (_file, _inFile) = (name, 0);
        _filesDone++;
        Show();
    }

    /// <summary>A document of the file is done; where the file holds many, they are counted behind its name.</summary>
    public void Document()
    {
        Documents++;
        _inFile++;
        if (_inFile > 1) Show();
    }

    /// <summary>A message between two steps: the line gives way to it.</summary>
    public void Say(string message)
    {
        Clear();
        shell.Say(message);
    }

    public void Dispose() => Clear();

    /// <summary>Documents a second, as people read it: "163/s".</summary>
    public static string Rate(int documents, TimeSpan took)
    {
        var rate = documents / Math.Max(took.TotalSeconds, 0.001);
        return rate.ToString(rate < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture) + "/s";
    }

    private void Show()
    {
        if (!shell.ErrorIsTerminal || (_shown is { } last && shell.Clock.GetElapsedTime(last) < Pause)) return;
        _shown = shell.Clock.GetTimestamp();
        var rate = Documents == 0 ? "" : $" · {Rate(Documents, shell.Clock.GetElapsedTime(_started))}";
        var within = _inFile > 1 ? $" ({_inFile.ToString("#,0", CultureInfo.InvariantCulture)})" : "";
        var line = string.Create(CultureInfo.InvariantCulture, $"{_filesDone:#,0}/{files:#,0}{rate} · {_file}{within}");
        shell.Error.Write("\r\u001b[K" + (line.Length < shell.Width ? line : line[..(shell.Width - 1)]));
    }

    private void Clear()
    {
        if (shell.ErrorIsTerminal) shell.Error.Write("\r\u001b[K");
    }
}
