using System.Text;
using Microsoft.OpenApi;

namespace Gigatrace.Tests.App.Web.Api;

/// <summary>Requests that an OpenAPI document allows, with the ids of what the ledger at hand has.</summary>
internal sealed class Asking(ServedSamples served)
{
    public const string Text = "# Douai\n\nAESC Douai has an annual capacity of 9 GWh. Verkor plans a plant in Dunkirk with 16 GWh a year.\n";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public async Task<OpenApiDocument> Contract()
    {
        await using var stream = await served.Client.GetStreamAsync("/api/v1/openapi.json");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        bytes.Position = 0;
        var read = await OpenApiDocument.LoadAsync(bytes, "json");
        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        return read.Document!;
    }

    public static IEnumerable<(string Path, HttpMethod Method, OpenApiOperation Operation)> Operations(OpenApiDocument contract) =>
        contract.Paths.SelectMany(path => path.Value.Operations!.Select(one => (path.Key, one.Key, one.Value)));

    /// <summary>With what must be given and, in turn, each other parameter at each of its words or its example.</summary>
    public async Task<IReadOnlyList<string>> Addresses(string path, OpenApiOperation operation)
    {
        var bare = path;
        foreach (var parameter in (operation.Parameters ?? []).Where(one => one.In == ParameterLocation.Path)) bare = bare.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(await Value(operation, parameter)), StringComparison.Ordinal);
        var first = With(bare, await Needed(operation));
        var all = new List<string> { first };
        foreach (var parameter in (operation.Parameters ?? []).Where(one => one.In == ParameterLocation.Query))
        {
            string[] values = parameter.Schema!.Enum is { Count: > 0 } words ? [.. words.Select(word => word!.ToString())] : [await Value(operation, parameter)];
            // What says of what is asked stands in the place of another that does.
            var beside = operation.OperationId is "getDigest" or "getRoundup" && parameter.Name is "of" or "document" or "week" or "month" or "from" ? bare : parameter.Name is "to" && operation.OperationId is not "listChanges" ? With(bare, [("from", "2025-01")]) : first;
            all.AddRange(values.Select(value => With(beside, [(parameter.Name!, value)])));
        }

        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    public async Task<HttpResponseMessage> Send(string address, HttpMethod method)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post) request.Content = new StringContent(Text, Encoding.UTF8, "text/plain");
        return await served.Client.SendAsync(request);
    }

    /// <summary>An address with parameters, which it may have already; one it has is taken the place of.</summary>
    public static string With(string address, IEnumerable<(string Name, string Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            var given = address.Split('?') is [_, var query] ? query.Split('&').Where(pair => !pair.StartsWith(name + "=", StringComparison.Ordinal)) : [];
            address = $"{address.Split('?')[0]}?{string.Join('&', given.Append($"{name}={Uri.EscapeDataString(value)}"))}";
        }

        return address;
    }

    private async Task<(string, string)[]> Needed(OpenApiOperation operation) => operation.OperationId switch
    {
        "getDigest" => [("of", "AESC Douai")],
        "getRoundup" => [("week", "2025-W23")],
        _ => [.. await Task.WhenAll((operation.Parameters ?? []).Where(one => one is { Required: true, In: ParameterLocation.Query }).Select(async one => (one.Name!, await Value(operation, one))))],
    };

    private async Task<string> Value(OpenApiOperation operation, IOpenApiParameter parameter) => (operation.OperationId, parameter.Name) switch
    {
        ("getFinding", "id") => await Id("/api/v1/findings?of=douai", "finding"),
        ("getClaim", "id") => (await served.Json("/api/v1/findings?of=douai")).AsArray()[0]!["supports"]![0]!.ToString(),
        ("getDocument", "id") or (_, "document") => await Id("/api/v1/documents?q=douai", "id"),
        _ => parameter.Example?.ToString() ?? throw new InvalidOperationException($"nothing is known to ask {operation.OperationId} with for {parameter.Name}"),
    };

    private async Task<string> Id(string address, string key) => _ids.TryGetValue(address, out var known) ? known : _ids[address] = (await served.Json(address)).AsArray()[0]![key]!.ToString();
}
