using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gigatrace.App.Web.Api;
using Gigatrace.Tests.Publishing;
using Microsoft.OpenApi;

namespace Gigatrace.Tests.App.Web.Api;

/// <summary>The OpenAPI document says what the API does, and the API does what it says.</summary>
[Collection(nameof(ServedSamples))]
public sealed partial class ContractTests(ServedSamples served)
{
    private readonly Asking _asking = new(served);

    [Fact]
    public async Task Every_operation_answers_as_its_schema_says_whatever_it_is_asked_with()
    {
        var contract = await _asking.Contract();
        var exercised = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, method, operation) in Asking.Operations(contract))
        {
            foreach (var address in await _asking.Addresses(path, operation))
            {
                using var response = await _asking.Send(address, method);
                var text = await response.Content.ReadAsStringAsync();
                ((int)response.StatusCode).ShouldBe(200, $"{method} {address}: {text}");
                Holds(operation, response.Content.Headers.ContentType!.MediaType!, JsonNode.Parse(text), address);
                foreach (var header in operation.Responses!["200"].Headers ?? new Dictionary<string, IOpenApiHeader>()) if (header.Key is not "Link") response.Headers.Contains(header.Key).ShouldBeTrue($"{address} has no {header.Key}");
            }

            exercised.Add(operation.OperationId!).ShouldBeTrue();
        }

        exercised.ShouldBe(ApiRoutes.All.Select(one => one.Id), ignoreOrder: true);
    }

    /// <summary>What is routed is told.</summary>
    [Fact]
    public async Task Nothing_is_answered_that_the_document_does_not_tell()
    {
        var told = (await _asking.Contract()).Paths.Keys.ToHashSet(StringComparer.Ordinal);
        var routed = served.Served.Routes.Select(one => one.RoutePattern.RawText!).Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal)).Distinct().ToArray();
        routed.Length.ShouldBeGreaterThan(20);
        routed.Where(path => !told.Contains(path)).ShouldBe([ApiRoutes.Contract]);
    }

    /// <summary>Word for word, but for where they are.</summary>
    [Fact]
    public async Task Its_schemas_are_those_of_the_pages()
    {
        var schemas = (await served.Json(ApiRoutes.Contract))["components"]!["schemas"]!.AsObject();
        schemas.Count.ShouldBeGreaterThan(20);
        foreach (var (name, schema) in schemas)
        {
            var page = JsonNode.Parse(File.ReadAllText(Path.Combine(Expectations.Root, $"docs/schemas/{name}.schema.json")))!.AsObject();
            _ = page.Remove("$schema");
            _ = page.Remove("$id");
            Sorted(schema!).ToJsonString().ShouldBe(Sorted(page).ToJsonString(), name);
        }
    }

    [Fact]
    public async Task Every_operation_has_what_a_reader_needs()
    {
        foreach (var (path, _, operation) in Asking.Operations(await _asking.Contract()))
        {
            operation.Summary.ShouldNotBeNullOrEmpty(path);
            operation.Tags!.Count.ShouldBe(1, path);
            operation.Responses!.Keys.ShouldContain("429", path);
            foreach (var parameter in operation.Parameters ?? [])
            {
                parameter.Description.ShouldNotBeNullOrEmpty($"{path} {parameter.Name}");
                var bounds = parameter.Schema!;
                (bounds.Maximum is not null || bounds.MaxLength is not null || bounds.Pattern is not null || bounds.Enum is { Count: > 0 }).ShouldBeTrue($"{path} {parameter.Name} has no bound");
            }
        }
    }

    [Fact]
    public async Task The_page_tells_of_every_operation_and_its_examples_answer()
    {
        var page = await served.Client.GetStringAsync("/api");
        foreach (var operation in ApiRoutes.All) page.ShouldContain($"<section id=\"{operation.Id}\">");
        var examples = Examples().Matches(page).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups["address"].Value)).ToArray();
        examples.Length.ShouldBe(ApiRoutes.All.Count(one => one.Take is null));
        foreach (var address in examples)
        {
            using var response = await served.Client.GetAsync(address);
            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, address);
        }
    }

    private static void Holds(OpenApiOperation operation, string type, JsonNode? json, string address)
    {
        var schema = operation.Responses!["200"].Content![type].Schema!;
        if (schema is OpenApiSchemaReference one) SchemaCheck.Problems(json, one.Reference.Id!).ShouldBeEmpty(address);
        else foreach (var item in json!.AsArray()) SchemaCheck.Problems(item, ((OpenApiSchemaReference)schema.Items!).Reference.Id!).ShouldBeEmpty(address);
    }

    /// <summary>Keys and sets of words in one order, references by name alone.</summary>
    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject json => new JsonObject(json.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value switch
        {
            JsonArray types when pair.Key is "type" => new JsonArray([.. types.Select(type => type!.ToString()).Order(StringComparer.Ordinal).Select(type => (JsonNode?)type)]),
            { } reference when pair.Key is "$ref" => reference.ToString().Replace("#/components/schemas/", "", StringComparison.Ordinal).Replace(".schema.json", "", StringComparison.Ordinal),
            { } value => Sorted(value),
            null => null,
        }))),
        JsonArray list => new JsonArray([.. list.Select(one => one is null ? null : Sorted(one))]),
        _ => node.DeepClone(),
    };

    [GeneratedRegex("<p><a href=\"(?<address>/api/v1/[^\"]+)\">", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Examples();
}
