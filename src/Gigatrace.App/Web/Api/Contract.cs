using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Publishing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Gigatrace.App.Web.Api;

/// <summary>The OpenAPI document: what the operations declare, and the schemas of what the program prints.</summary>
internal static class Contract
{
    private const string Name = "v1", Problem = "problem";

    private static readonly (int Status, string Says)[] Problems = [(401, "Beyond the machine that serves, a token is needed."), (400, "A parameter is wrong; the problem names it."), (404, "There is no such thing, or not on that day."), (429, "Too many requests; Retry-After says when to come back."), (503, "The ledger cannot be read now.")];

    private static readonly (int Status, string Says)[] OfBodies = [(403, "A page of another site sent it."), (413, $"The text is longer than {SentText.Longest} letters, or the body than 1 MiB."), (415, "The body is no text and no JSON.")];

    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        _ = options.AddOperationTransformer((told, context, _) => Told(told, context));
        _ = options.AddDocumentTransformer((document, _, _) => Completed(document));
    });

    /// <summary>It is the same as long as the program runs.</summary>
    public static async Task<string> Text(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();
        return Json.Pretty(JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!) + "\n";
    }

    private static Task Completed(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "Gigatrace", Version = Pipeline.Version, Description = "What documents claim of battery plants, what is held because of it, and the words that it rests on." };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal) { ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Needed only where the server is reached from other machines." } };
        document.Security = [[], new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (name, schema) in Schemas.With([.. ApiRoutes.All.Select(operation => operation.Schema), Problem]))
            document.Components.Schemas[name] = OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json", null)!;
        return Task.CompletedTask;
    }

    private static Task Told(OpenApiOperation told, OpenApiOperationTransformerContext context)
    {
        var operation = context.Description.ActionDescriptor.EndpointMetadata.OfType<Operation>().Single();
        told.Parameters = [.. operation.Parameters.Select(Of)];
        told.RequestBody = operation.Take is null ? null : Body();
        told.Responses = new OpenApiResponses { ["200"] = Answer(operation, context.Document!) };
        if (operation.Take is null) told.Responses["304"] = new OpenApiResponse { Description = "It is still what If-None-Match names." };
        foreach (var (status, says) in operation.Take is null ? Problems : [.. Problems.Where(one => one.Status != 404), .. OfBodies])
            told.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = says, Content = Content("application/problem+json", new OpenApiSchemaReference(Problem, context.Document)) };
        return Task.CompletedTask;
    }

    private static OpenApiResponse Answer(Operation operation, OpenApiDocument document)
    {
        IOpenApiSchema one = new OpenApiSchemaReference(operation.Schema, document);
        var isArray = operation.IsList || operation.IsWholeList;
        return new OpenApiResponse { Description = isArray ? "The list" : "The answer", Content = Content(operation.Type, isArray ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one), Headers = Headers(operation) };
    }

    private static Dictionary<string, IOpenApiHeader> Headers(Operation operation)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        if (operation.Take is null) headers["ETag"] = Header("Send it as If-None-Match: 304 where nothing changed.", JsonSchemaType.String);
        if (!operation.IsList && !operation.IsPagedInside) return headers;
        headers[Replies.Total] = Header("How many there are on all pages together.", JsonSchemaType.Integer);
        headers["Link"] = Header("The pages before and after (RFC 8288, rel next and prev).", JsonSchemaType.String);
        return headers;
    }

    private static OpenApiHeader Header(string says, JsonSchemaType type) => new() { Description = says, Schema = new OpenApiSchema { Type = type } };

    private static OpenApiParameter Of(Parameter one) => new()
    {
        Name = one.Name,
        In = one.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
        Required = one.IsNeeded,
        Description = one.Description,
        Example = one.Example is not { } example ? null : one.Most is null ? example : int.Parse(example, CultureInfo.InvariantCulture),
        Schema = one.Most is { } most
            ? new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = most.ToString(CultureInfo.InvariantCulture), Default = one.Usual is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null }
            : new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = one.Words.IsEmpty && one.Pattern is null ? Query.Longest : null, Pattern = one.Pattern, Enum = one.Words.IsEmpty ? null : [.. one.Words.Select(word => (JsonNode)word)], Default = one.Usual },
    };

    private static OpenApiRequestBody Body()
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        var json = new OpenApiSchema { Type = JsonSchemaType.Object, Required = new HashSet<string>(StringComparer.Ordinal) { Given.Keys[0] }, AdditionalPropertiesAllowed = false, Properties = Given.Keys.ToDictionary(key => key, _ => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String }, StringComparer.Ordinal) };
        return new OpenApiRequestBody { Required = true, Description = $"The text in UTF-8, at most {SentText.Longest} letters; as JSON with its title, publisher and day of publication.", Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Given.Plain] = new() { Schema = text }, [Given.Markdown] = new() { Schema = text }, [Operation.Json] = new() { Schema = json } } };
    }

    private static Dictionary<string, OpenApiMediaType> Content(string type, IOpenApiSchema schema) => new(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema } };
}
