namespace Gigatrace.Documents;

/// <summary>
/// Members of one name in a file are told apart, so that each stays a document of its own however often the file is read. Of each name only 64 bits are
/// kept, since an archive may have millions; that two names share them does no harm.
/// </summary>
internal sealed class MemberNames
{
    private readonly Dictionary<ulong, int> _times = [];

    public string Unique(string key)
    {
        if (_times.TryAdd(Hash(key), 1)) return key;
        while (true)
        {
            var copy = ++System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_times, Hash(key), out _);
            var unique = $"{key}~{copy}";
            if (_times.TryAdd(Hash(unique), 1)) return unique;
        }
    }

    /// <summary>FNV-1a; the same in every run.</summary>
    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037;
        foreach (var letter in key) hash = (hash ^ letter) * 1099511628211;
        return hash;
    }
}
