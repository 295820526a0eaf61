using System.Collections.Immutable;

namespace Gigatrace.App.Web.Api;

/// <summary>What the API answers at one address: told in the OpenAPI document as it is declared here.</summary>
/// <param name="Path">Below <see cref="ApiRoutes.Root"/>.</param>
/// <param name="Id">The operationId.</param>
/// <param name="Schema">What the answer, or each item of the list, fits: a file of docs/schemas without its ending.</param>
internal sealed record Operation(string Path, string Id, string Summary, string Schema)
{
    public const string Json = "application/json";

    /// <summary>The heading that it stands under.</summary>
    public required string Group { get; init; }

    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>An address that answers: names in braces stand for what the ledger at hand has.</summary>
    public string Example { get; init; } = Path;

    /// <summary>The media type of the answer.</summary>
    public string Type { get; init; } = Json;

    /// <summary>The answer is a page of an array of what fits the schema.</summary>
    public bool IsList { get; init; }

    /// <summary>The answer is such an array, and never more than one page.</summary>
    public bool IsWholeList { get; init; }

    /// <summary>The answer is one object, with a page of a list in it.</summary>
    public bool IsPagedInside { get; init; }

    /// <summary>Answers from the ledger and the address alone; null where a text is given.</summary>
    public Func<Visit, Reply>? Answer { get; init; }

    /// <summary>Answers what is given in the body of a POST; null where nothing is.</summary>
    public Func<Visit, Given, Reply>? Take { get; init; }
}
