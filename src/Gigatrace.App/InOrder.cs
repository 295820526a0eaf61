namespace Gigatrace.App;

/// <summary>Work on several items at once; what comes of them is handed on in the items' order, whatever the number of jobs.</summary>
internal static class InOrder
{
    /// <summary>So many items for each job are taken before the first of them is handed on: enough to bridge a long one, and all that is held.</summary>
    private const int Ahead = 4;

    /// <param name="items">Taken one after another, on the caller's thread.</param>
    /// <param name="jobs">1 works on the caller's thread too.</param>
    /// <param name="work">Called from several threads at once where there are several jobs.</param>
    /// <param name="cancelled">Ends the waiting, not the work under way.</param>
    public static IEnumerable<TOut> Map<TIn, TOut>(IEnumerable<TIn> items, int jobs, Func<TIn, TOut> work, CancellationToken cancelled) =>
        jobs <= 1 ? items.Select(work) : MapAhead(items, jobs, work, cancelled);

    private static IEnumerable<TOut> MapAhead<TIn, TOut>(IEnumerable<TIn> items, int jobs, Func<TIn, TOut> work, CancellationToken cancelled)
    {
        using var abandoned = new CancellationTokenSource();
        var workers = new TaskFactory(abandoned.Token, TaskCreationOptions.None, TaskContinuationOptions.None, new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler);
        var waiting = new Queue<Task<TOut>>();
        try
        {
            foreach (var item in items)
            {
                if (waiting.Count == jobs * Ahead) yield return Result(waiting.Dequeue(), cancelled);
                waiting.Enqueue(workers.StartNew(() => work(item)));
            }

            while (waiting.TryDequeue(out var next)) yield return Result(next, cancelled);
        }
        finally
        {
            abandoned.Cancel();
        }
    }

    private static T Result<T>(Task<T> task, CancellationToken cancelled) => task.WaitAsync(cancelled).GetAwaiter().GetResult();
}
