namespace Gigatrace.App;

/// <summary>One line on standard error that says how far the work is; nothing at all where standard error is no terminal.</summary>
internal sealed class ProgressLine(Shell shell, int total) : IDisposable
{
    private const int Bar = 20;
    private int _done;

    /// <summary>Says what is being worked on now.</summary>
    public void Step(string what)
    {
        if (!shell.ErrorIsTerminal) return;
        var filled = total == 0 ? Bar : Bar * _done / total;
        var line = $"{new string('█', filled)}{new string('░', Bar - filled)} {_done}/{total} {what}";
        shell.Error.Write("\r\u001b[K" + (line.Length < shell.Width ? line : line[..(shell.Width - 1)]));
        _done++;
    }

    /// <summary>A message between two steps: the line gives way to it.</summary>
    public void Say(string message)
    {
        Clear();
        shell.Say(message);
    }

    public void Dispose() => Clear();

    private void Clear()
    {
        if (shell.ErrorIsTerminal) shell.Error.Write("\r\u001b[K");
    }
}
