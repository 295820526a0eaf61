using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Ledger;

/// <summary>A kind of source as <c>knowledge/sources.tsv</c> orders it.</summary>
/// <param name="Rank">1 is best; kinds of one rank weigh the same.</param>
/// <param name="Moves">Whether it moves a state or a plan when nothing better says so.</param>
internal readonly record struct SourceRank(int Rank, bool Moves);

/// <summary>
/// How good sources are, and which of them speak with one voice: the order of kinds from <c>knowledge/sources.tsv</c>, and above it what a
/// user's file says of single publishers (<c>gigatrace.sources.tsv</c>). The heads of its columns are <c>publisher</c>, then in any order
/// <c>kind</c> (a kind of the order, whatever the text seems to be), <c>rank</c> (a place in the order, instead of the kind's),
/// <c>house</c> (titles of one house count once) and <c>aliases</c> (other names, with <c>|</c> between them).
/// </summary>
public sealed class SourceSettings
{
    /// <summary>The name of the file beside a ledger that is used where none is given.</summary>
    public const string FileName = "gigatrace.sources.tsv";

    private const string Ai = "ai";

    private static readonly FrozenDictionary<string, SourceRank> Kinds = new KnowledgeSource().Table("sources.tsv")
        .ToFrozenDictionary(row => row[0], row => new SourceRank(int.Parse(row[1], CultureInfo.InvariantCulture), row[2] is "yes"), StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Columns = ["publisher", "kind", "rank", "house", "aliases"];

    private readonly FrozenDictionary<string, Setting> _byName;

    private SourceSettings(IEnumerable<Setting> settings, ImmutableArray<Diagnostic> diagnostics)
    {
        _byName = settings.SelectMany(setting => setting.Names.Select(name => (name, setting))).DistinctBy(row => row.name).ToFrozenDictionary(row => row.name, row => row.setting, StringComparer.Ordinal);
        Diagnostics = diagnostics;
        Fingerprint = _byName.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _byName.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key}\t{row.Value.Voice}\t{row.Value.Kind}\t{row.Value.Rank}")))))[..16];
    }

    /// <summary>The built-in order and nothing of single publishers.</summary>
    public static SourceSettings Default { get; } = new([], []);

    /// <summary>What in the file could not be used; the rest counts.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Changes when what is held may change with the settings; empty for the built-in order.</summary>
    public string Fingerprint { get; }

    /// <param name="text">The file: tab-separated, a row of heads first; empty lines and lines that begin with <c>#</c> are left out.</param>
    /// <param name="path">Named in diagnostics.</param>
    public static SourceSettings Parse(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var settings = new List<Setting>();
        string[]? heads = null;
        foreach (var (number, line) in text.TrimStart('\uFEFF').Split('\n').Index())
        {
            if (line.AsSpan().Trim() is [] or ['#', ..]) continue;
            var cells = line.TrimEnd('\r').Split('\t', StringSplitOptions.TrimEntries);
            if (heads is null)
            {
                heads = Array.ConvertAll(cells, cell => cell.ToLowerInvariant());
                foreach (var head in heads.Where(head => !Columns.Contains(head))) Tell(number, $"there is no column '{head}' here; it is left out (known are {string.Join(", ", Columns)})");
                continue;
            }

            if (Setting.Of(name => Array.IndexOf(heads, name) is >= 0 and var at && at < cells.Length && cells[at].Length > 0 ? cells[at] : null, message => Tell(number, message)) is not { } setting) continue;
            foreach (var name in setting.Names.Where(name => settings.Exists(other => other.Names.Contains(name)))) Tell(number, $"'{name}' is settled by an earlier row, which counts");
            settings.Add(setting);
        }

        return new SourceSettings(settings, diagnostics.ToImmutable());

        void Tell(int line, string message) => diagnostics.Add(new Diagnostic("sources.row", path, line + 1, message));
    }

    internal SourceRank RankOf(Claim claim)
    {
        if (claim.AiGenerated) return Kinds[Ai];
        var setting = Find(claim.Publisher);
        var rank = Kinds[setting?.Kind ?? claim.SourceKind.Name()];
        return setting?.Rank is { } own ? rank with { Rank = own } : rank;
    }

    /// <summary>Whose word it is: the house, or the publisher under its first name; null where there is none.</summary>
    internal string? VoiceOf(string? publisher) => publisher is not { Length: > 0 } ? null : Find(publisher)?.Voice ?? Vocabulary.Fold(publisher.Trim());

    private Setting? Find(string? publisher) => publisher is { Length: > 0 } && _byName.Count > 0 ? _byName.GetValueOrDefault(Vocabulary.Fold(publisher.Trim())) : null;

    private sealed record Setting(ImmutableArray<string> Names, string Voice, string? Kind, int? Rank)
    {
        /// <summary>Null where the row names no publisher.</summary>
        public static Setting? Of(Func<string, string?> cell, Action<string> tell)
        {
            if (cell("publisher") is not { } publisher)
            {
                tell("the row names no publisher");
                return null;
            }

            var kind = cell("kind");
            if (kind is not null && !Kinds.ContainsKey(kind))
            {
                tell($"'{kind}' is no kind of source; the kind of each text counts (known are {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))})");
                kind = null;
            }

            int? rank = null;
            if (cell("rank") is { } written)
            {
                if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Kinds.Values.Max(one => one.Rank)) rank = number;
                else tell($"'{written}' is no rank; it goes from 1, the best, to {Kinds.Values.Max(one => one.Rank)}");
            }

            var names = (cell("aliases") ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(publisher).Select(Vocabulary.Fold).Distinct(StringComparer.Ordinal);
            return new Setting([.. names], Vocabulary.Fold(cell("house") ?? publisher), kind, rank);
        }
    }
}
