using Microsoft.AspNetCore.Routing;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>SQL, paths and nonsense in every parameter and every part of the path of every page; what the API is asked, its own tests ask.</summary>
[Collection(nameof(AttackedLedger))]
public sealed class ParameterTests(AttackedLedger attacked)
{
    private static readonly string[] Nonsense =
    [
        "' OR 1=1 --", "'; DROP TABLE claims; --", "1; ATTACH DATABASE 'x' AS y", "\" UNION SELECT quote FROM claims --", "%' OR '%'='", "*", "%", "_", "[", "(", "\\", "../../etc/passwd", "..\\..\\etc", "/etc/passwd", "file:///etc/passwd", "C:\\x", "\0", "a\0b", "\r\nSet-Cookie: a=b", "\u202e",
        "\ufffe", "\ud83d", "İ", "ß", "２０２２", "Ａ' ＯＲ 1", "аesc", "-1", "0", "1.5", "1e9", "99999999999999999999999999", "2147483648", "NaN", "null", "true", "{}", "[]", "0000", "0001", "9999", "0001-01", "0001-01-01", "0001-01-31", "0001-12-31", "0002-01-01", "9999-12", "9999-12-31", "2022-02-30", "9999-W52", "0001-W01",
        "9998-W53", new('x', 300), new('x', 301), new('9', 3000), " ", "<attack x=1>",
    ];

    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["/plants"] = ["q", "status", "country", "sort"], ["/companies"] = ["q"], ["/documents"] = ["q"], ["/pipeline"] = ["by"], ["/pipeline/steps"] = ["by", "row", "due", "list"], ["/network"] = ["of", "kind"],
        ["/disagreements"] = ["of", "kind", "decided"], ["/changes"] = ["from", "to", "of"], ["/digest"] = ["of", "document", "from", "to"], ["/roundup"] = ["month", "week"], ["/sign-in"] = ["to"], ["/changes.atom"] = ["of", "most"],
    };

    [Fact]
    public async Task Nonsense_is_refused_or_answered_and_changes_nothing()
    {
        var before = AttackedLedger.Recorded(attacked.Served.Ledger);
        var addresses = Pages().SelectMany(Addresses).Distinct(StringComparer.Ordinal).ToArray();
        addresses.Length.ShouldBeGreaterThan(2000);
        await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (address, cancelled) =>
        {
            using var answer = await attacked.Served.Client.GetAsync(address, cancelled);
            var text = await answer.Content.ReadAsStringAsync(cancelled);
            ((int)answer.StatusCode).ShouldBeOneOf([200, 400, 404, 414], $"{address}: {text}");
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)) cookies.ShouldAllBe(cookie => cookie.StartsWith("gigatrace-form=", StringComparison.Ordinal));
            AttackedLedger.TellsNothing(text, address);
        });
        AttackedLedger.Recorded(attacked.Served.Ledger).ShouldBe(before);
    }

    [Theory]
    [InlineData("/plants?as-of=2022&as-of=2023")]
    [InlineData("/plants?AS-OF=2022&as-of=2023")]
    [InlineData("/plants?q=a&q=b")]
    [InlineData("/changes?from=2022&from=")]
    public async Task What_is_given_twice_is_refused(string address)
    {
        using var answer = await attacked.Served.Client.GetAsync(address);
        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("is given twice");
    }

    [Fact]
    public async Task Lists_in_place_of_words_and_a_thousand_parameters_are_nothing_special()
    {
        foreach (var query in new[] { "q[]=a&q[1]=b", "q.x=1", "=&&==&", string.Join('&', Enumerable.Range(0, 700).Select(number => $"{number}=")), string.Join('&', Enumerable.Range(0, 650).Select(_ => "b=1")) })
        {
            using var answer = await attacked.Served.Client.GetAsync("/plants?" + query);
            ((int)answer.StatusCode).ShouldBe(200, query);
            Markup.Foreign(Markup.Parse(await answer.Content.ReadAsStringAsync())).ShouldBeEmpty();
        }
    }

    private string[] Pages() =>
    [
        .. attacked.Served.Routes
            .Where(one => one.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true).Select(one => one.RoutePattern.RawText!)
            .Where(path => !path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/mcp", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Addresses(string page)
    {
        if (page.Contains('{', StringComparison.Ordinal)) return Nonsense.Select(nonsense => page.Replace(page[page.IndexOf('{', StringComparison.Ordinal)..(page.IndexOf('}', StringComparison.Ordinal) + 1)], Uri.EscapeDataString(nonsense), StringComparison.Ordinal));
        return Own.GetValueOrDefault(page, []).Concat(["as-of", "page", "panel"]).SelectMany(parameter => Nonsense.Select(nonsense => $"{page}?{parameter}={Uri.EscapeDataString(nonsense)}"));
    }
}
