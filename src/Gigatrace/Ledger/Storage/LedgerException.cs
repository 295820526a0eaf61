namespace Gigatrace.Ledger.Storage;

/// <summary>The ledger cannot be used: none there, of a newer version, or not to be written. The message is one line for a person.</summary>
public sealed class LedgerException : Exception
{
    public LedgerException()
    {
    }

    public LedgerException(string message)
        : base(message)
    {
    }

    public LedgerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
