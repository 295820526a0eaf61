using System.Collections.Concurrent;
using Gigatrace.Documents;
using Gigatrace.Extraction;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;

namespace Gigatrace.Tests.Acceptance;

/// <summary>The samples read into a ledger of their own, from the files on; gone with the tests.</summary>
public sealed class SampleLedger : IDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Pipeline Program = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("gigatrace-samples-").FullName;
    private readonly ConcurrentDictionary<string, View> _views = new(StringComparer.Ordinal);

    public SampleLedger()
        : this([.. Files()])
    {
    }

    /// <param name="files">In the order in which they are read.</param>
    internal SampleLedger(params IEnumerable<InputFile> files)
    {
        Store = LedgerStore.Open(Path, create: true);
        Read(files);
    }

    internal LedgerStore Store { get; }

    internal string Path => System.IO.Path.Combine(_folder, "samples.db");

    /// <summary>All samples, in the order of their paths.</summary>
    internal static IReadOnlyList<InputFile> Files() => [.. InputFiles.Enumerate([System.IO.Path.Combine(Expectations.Root, "samples")], problem => throw new InvalidOperationException(problem.Message))];

    internal static Document Document(InputFile file)
    {
        // The path goes into a claim's id: from the repository's root it is the same on every machine.
        var shown = System.IO.Path.GetRelativePath(Expectations.Root, file.Path).Replace('\\', '/');
        return Pipeline.Read(file with { DisplayPath = shown }).Single().Document ?? throw new InvalidOperationException($"{shown} cannot be read");
    }

    internal static Extracted Extract(Document document) => Program.Extract(document);

    internal void Read(IEnumerable<InputFile> files)
    {
        foreach (var document in files.Select(Document)) Pipeline.Record(Store, document, Extract(document).Claims);
        _views.Clear();
    }

    /// <param name="asOf">As a person types it, a whole day; null for everything.</param>
    internal View View(string? asOf = null) => _views.GetOrAdd(asOf ?? "", _ =>
        Pipeline.Publish(Store, Pipeline.Reconcile(Store, asOf is null ? null : DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), Today, withLines: true));

    /// <summary>The plant that a person means who types this.</summary>
    internal static PlantState? Plant(View view, string typed)
    {
        var found = NameSearch.Find(view.State.Entities.Where(entity => entity.Kind == EntityKind.Plant), typed, view.State.Entities);
        return found.Length == 1 ? view.State.Plants.Single(plant => plant.Name == found[0].Name) : null;
    }

    internal static CompanyState? Company(View view, string typed)
    {
        var found = NameSearch.Find(view.State.Entities.Where(entity => entity.Kind == EntityKind.Organisation), typed, view.State.Entities);
        return found.Length == 1 ? view.State.Companies.Single(company => company.Name == found[0].Name) : null;
    }

    public void Dispose()
    {
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
