using Gigatrace.Ledger.Storage;

namespace Gigatrace.App.Mcp;

/// <summary>One call of a tool: what was given to it, and the ledger, which is opened for it alone.</summary>
/// <param name="ledger">Where the ledger is.</param>
internal sealed class Call(Shell shell, string ledger, Arguments given, CancellationToken cancelled) : IDisposable
{
    private readonly StringWriter _said = new(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
    private LedgerStore? _store;

    public Arguments Given => given;

    /// <summary>What is said to people goes with the answer.</summary>
    public Shell Shell => field ??= shell with { Error = _said, Cancelled = cancelled };

    public LedgerStore Store => _store ??= LedgerStore.Open(ledger, create: false, shell.Clock);

    /// <summary>The ledger as of the day asked for, with all evidence.</summary>
    public Asked Asked => field ??= new Asked(Store, given.LastDay("as_of"), recordedBy: null, evidence: true, shell.Today) { Lists = ("`find` with the kind plant", "`find`") };

    /// <summary>Whom it is about, with their plants where it is a company; empty where nobody is named.</summary>
    public System.Collections.Immutable.ImmutableArray<string> About => given.Text("name") is { } typed ? Names.Around(Asked, typed) : [];

    /// <summary>Such as for whom a name was taken that fits others too.</summary>
    public string[] Remarks => [.. _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("gigatrace: ", "", StringComparison.Ordinal))];

    /// <summary>Ends the work where nobody waits for it any more.</summary>
    public T Still<T>(T made)
    {
        cancelled.ThrowIfCancellationRequested();
        return made;
    }

    public void Dispose() => _store?.Dispose();
}
