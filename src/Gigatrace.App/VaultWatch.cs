namespace Gigatrace.App;

/// <summary>Hears of changes in a folder of notes.</summary>
internal sealed class VaultWatch : IDisposable
{
    /// <summary>An editor writes a file in several steps: so long nothing more may happen before it counts as one change.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly FileSystemWatcher _watcher;
    private readonly SemaphoreSlim _changed = new(0);

    public VaultWatch(string folder)
    {
        _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size };
        _watcher.Changed += (_, change) => Hear(change.Name);
        _watcher.Created += (_, change) => Hear(change.Name);
        _watcher.Deleted += (_, change) => Hear(change.Name);
        _watcher.Renamed += (_, change) => Hear(change.Name);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Until something has changed and it is quiet again.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Wait(CancellationToken cancelled)
    {
        _changed.Wait(cancelled);
        while (_changed.Wait(Quiet, cancelled))
        {
        }
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _changed.Dispose();
    }

    /// <summary>Notes and settings only: what else a program keeps in the folder, its ledger among it, is no change of the vault.</summary>
    private void Hear(string? name)
    {
        if (name is not null && Path.GetExtension(name) is ".md" or ".markdown" or ".txt" or ".yaml" or ".yml") _changed.Release();
    }
}
