using System.Text;

namespace Gigatrace.Claims;

/// <summary>
/// What the program knows, as files of <c>knowledge/</c>: the ones built into the assembly, or those of a folder, which
/// replace them one by one.
/// </summary>
public sealed class KnowledgeSource
{
    private readonly Func<string, string?>? _overrides;

    /// <param name="overrides">Gives the text of a file by its name under <c>knowledge/</c>, or null to use the built-in one.</param>
    public KnowledgeSource(Func<string, string?>? overrides = null) => _overrides = overrides;

    /// <summary>Names of all built-in files, such as <c>rules/capacity.rules</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(KnowledgeSource).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("knowledge/", StringComparison.Ordinal))
            .Select(name => name["knowledge/".Length..].Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <exception cref="FileNotFoundException">No such file is built in, nor given.</exception>
    public string Read(string name)
    {
        if (_overrides?.Invoke(name) is { } text) return text;
        using var stream = typeof(KnowledgeSource).Assembly.GetManifestResourceStream("knowledge/" + name)
            ?? throw new FileNotFoundException($"no knowledge file {name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a tab-separated file: comments (<c># …</c>), empty lines and the first row (the heads) left out.</summary>
    public IEnumerable<string[]> Table(string name)
    {
        var header = true;
        foreach (var line in Read(name).Split('\n'))
        {
            var row = line.TrimEnd('\r');
            if (row.Length == 0 || row.StartsWith("# ", StringComparison.Ordinal)) continue;
            if (!header) yield return row.Split('\t');
            header = false;
        }
    }
}
