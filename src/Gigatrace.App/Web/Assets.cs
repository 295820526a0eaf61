using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web;

/// <summary>What the browser gets beside pages: built into the program, and addressed by what it holds, so that it may be kept for ever.</summary>
internal static class Assets
{
    private const string Prefix = "client/";

    private static readonly FrozenDictionary<string, (byte[] Bytes, string Hash)> All = typeof(Assets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Load, StringComparer.Ordinal);

    /// <summary>False where the program was built without Node: pages then are tables and forms.</summary>
    public static bool HasScript => All.ContainsKey("app.js");

    public static string Address(string name) => All.TryGetValue(name, out var asset) ? $"/assets/{name}?v={asset.Hash}" : $"/assets/{name}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{name}", (string name, HttpContext context) =>
    {
        if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Bytes, Path.GetExtension(name) switch { ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", ".svg" => "image/svg+xml", _ => "application/json" });
    }).ExcludeFromDescription();

    private static (byte[], string) Load(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var all = bytes.ToArray();
        return (all, Convert.ToHexStringLower(SHA256.HashData(all))[..12]);
    }
}
