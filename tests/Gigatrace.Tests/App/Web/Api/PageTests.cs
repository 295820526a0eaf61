using System.Text;
using System.Text.RegularExpressions;
using Gigatrace.App.Web.Api;

namespace Gigatrace.Tests.App.Web.Api;

/// <summary>
/// What docs/api.md shows is what the API answers. <c>UPDATE_EXPECT=1 dotnet test --filter PageTests</c> writes the answers anew; then look at the difference before it is
/// committed.
/// </summary>
[Collection(nameof(ServedSamples))]
public sealed partial class PageTests(ServedSamples served)
{
    private const string Page = "docs/api.md", Server = "http://127.0.0.1:5170";

    [Fact]
    public async Task Sessions_print_what_the_page_says()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Expectations.Root, Page));
        var sessions = Sessions().Matches(text).ToArray();
        sessions.Length.ShouldBeGreaterThan(3);
        foreach (var session in sessions) text = text.Replace(session.Value, $"```console\n$ {session.Groups["typed"].Value}\n{await Answered(session.Groups["typed"].Value)}```\n", StringComparison.Ordinal);
        Expectations.Check(text, Page);
    }

    [Fact]
    public void Every_operation_is_on_the_page()
    {
        var told = Rows().Matches(File.ReadAllText(Path.Combine(Expectations.Root, Page))).SelectMany(row => Addresses().Matches(row.Groups["cell"].Value)).Select(match => match.Groups["path"].Value).Distinct().ToArray();
        told.ShouldBe(ApiRoutes.All.Select(one => (one.Take is null ? "" : "POST ") + one.Path[1..]), ignoreOrder: true);
    }

    private async Task<string> Answered(string typed)
    {
        var (address, body) = (Regex.Match(typed, $"{Server}(?<address>[^' ]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["address"].Value, Regex.Match(typed, "--data-binary '(?<body>[^']*)'", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["body"]);
        using var content = new StringContent(body.Value, Encoding.UTF8, "text/plain");
        using var response = body.Success ? await served.Client.PostAsync(address, content) : await served.Client.GetAsync(address);
        return (await response.Content.ReadAsStringAsync()).TrimEnd('\n') + "\n";
    }

    [GeneratedRegex(@"```console\n\$ (?<typed>[^\n]*)\n(?:.*?\n)??```\n", RegexOptions.Singleline, 5000)]
    private static partial Regex Sessions();

    [GeneratedRegex(@"^\| (?<cell>`[a-zP][^|]*) \| [^|]* \|[^|]*\|$", RegexOptions.Multiline, 5000)]
    private static partial Regex Rows();

    [GeneratedRegex(@"`(?<path>[a-zP][^`?]*)(\?[^`]*)?`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Addresses();
}
