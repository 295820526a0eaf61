using System.Collections.Concurrent;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.App.Web;

/// <summary>One ledger, open several times over, since none is for several threads at once: as many questions at a time as there are cores, the others wait.</summary>
internal sealed class Ledgers(string ledger, Shell shell) : IDisposable
{
    private readonly ConcurrentBag<LedgerStore> _idle = [];

    private readonly SemaphoreSlim _free = new(Math.Max(2, Environment.ProcessorCount * 2));

    /// <summary>How many more questions would not wait.</summary>
    public int Free => _free.CurrentCount;

    /// <summary>Asks something of the ledger. What is held is in step with its rows.</summary>
    public async Task<T> Ask<T>(Func<LedgerStore, Holdings, T> question, CancellationToken cancelled)
    {
        await _free.WaitAsync(cancelled);
        try
        {
            if (!_idle.TryTake(out var store)) store = LedgerStore.Open(ledger, create: false, shell.Clock);
            var isSound = false;
            try
            {
                var answer = question(store, Pipeline.Refreshed(store));
                isSound = true;
                return answer;
            }
            catch (Exception e) when (e is Failure or Refused)
            {
                isSound = true;
                throw;
            }
            finally
            {
                // One that may be broken is opened anew by the next question.
                if (isSound) _idle.Add(store);
                else store.Dispose();
            }
        }
        finally
        {
            _ = _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var store)) store.Dispose();
        _free.Dispose();
    }
}
