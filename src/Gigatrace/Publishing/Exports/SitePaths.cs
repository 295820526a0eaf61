using System.Security.Cryptography;
using System.Text;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Exports;

/// <summary>Under which file names plants and companies stand: small Latin letters, digits and hyphens, so that any disk and any server holds them.</summary>
public sealed class SitePaths
{
    private const int LongestName = 80;

    private readonly Dictionary<string, string> _fromFolders;

    /// <param name="ending">Of each: that of a file, or none.</param>
    public SitePaths(State state, string ending = ".html")
    {
        ArgumentNullException.ThrowIfNull(state);
        var (all, taken) = (new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var plant in state.Plants) Add("plants", plant.Id, plant.Name);
        foreach (var company in state.Companies) Add("companies", company.Id, company.Name);
        All = all;
        _fromFolders = all.ToDictionary(pair => pair.Key, pair => "../" + pair.Value, StringComparer.Ordinal);

        void Add(string folder, string id, string name)
        {
            var path = $"{folder}/{FileName(id)}{ending}";
            if (!taken.Add(path)) _ = taken.Add(path = $"{folder}/{FileName(id)}-{Hash(name)}{ending}");
            _ = all.TryAdd(name, path);
        }
    }

    /// <summary>By printed name, from the root of the site.</summary>
    public IReadOnlyDictionary<string, string> All { get; }

    /// <summary>By printed name, from a page that stands in one of the site's folders or at its root.</summary>
    public IReadOnlyDictionary<string, string> From(string path) => path.Contains('/', StringComparison.Ordinal) ? _fromFolders : All;

    private static string FileName(string id)
    {
        var plain = string.Concat(id.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        var whole = id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-') && plain.Length is > 0 and <= LongestName;
        return whole ? plain : $"{plain[..Math.Min(plain.Length, LongestName)].Trim('-')}-{Hash(id)}".TrimStart('-');
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
