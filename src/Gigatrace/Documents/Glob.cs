using System.IO.Enumeration;

namespace Gigatrace.Documents;

/// <summary>
/// A path with <c>*</c> and <c>?</c>, which stand for parts of one name, and <c>**</c> for any folders. A folder that it names stands for all that is in it, as
/// where a shell resolves it.
/// </summary>
/// <param name="Root">The folder that all of it lies in.</param>
internal sealed record Glob(string Root, string[] Parts)
{
    /// <summary>Null where nothing stands for anything else.</summary>
    public static Glob? Parse(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var first = Array.FindIndex(parts, part => part.AsSpan().IndexOfAny('*', '?') >= 0);
        if (first < 0) return null;
        var root = string.Join('/', parts[..first]);
        return new Glob(first == 0 ? "." : root.Length == 0 ? "/" : root, [.. parts[first..].Where(part => part.Length > 0)]);
    }

    /// <param name="path">Below the root, with forward slashes.</param>
    public bool Holds(string path) => Holds(path.Split('/'), Parts, wholly: true);

    /// <summary>Whether something in that folder may be meant.</summary>
    public bool MayHold(string folder) => Holds(folder.Split('/'), Parts, wholly: false);

    private static bool Holds(ReadOnlySpan<string> names, ReadOnlySpan<string> parts, bool wholly)
    {
        if (parts.IsEmpty) return true;
        if (parts[0] == "**") return Holds(names, parts[1..], wholly) || (!names.IsEmpty && Holds(names[1..], parts, wholly)) || (names.IsEmpty && !wholly);
        if (names.IsEmpty) return !wholly;
        return FileSystemName.MatchesSimpleExpression(parts[0], names[0], ignoreCase: false) && Holds(names[1..], parts[1..], wholly);
    }
}
