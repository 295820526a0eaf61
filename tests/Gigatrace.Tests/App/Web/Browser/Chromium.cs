using Gigatrace.App.Web;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>Debian's browser, or another Chromium of the path.</summary>
internal static class Chromium
{
    private const string None = "there is no Chromium to test with (Debian: apt-get install chromium)";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Prepend("/usr/bin").SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Why its tests are skipped; null where there is a browser, or nothing may be skipped.</summary>
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("CI") == "true" ? null : Path is null ? None : Assets.HasScript ? null : "the program was built without Node.js, and so without what runs in a browser";

    /// <summary>Nothing of it speaks to anybody: no updates, no lists, no proxies asked for.</summary>
    public static string[] Flags { get; } = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none"];

    public static string Needed => Path ?? throw new InvalidOperationException(None);
}

/// <summary>A test that is skipped where there is no browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InBrowserAttribute : FactAttribute
{
    public InBrowserAttribute() => Skip = Chromium.Missing;
}

/// <summary>As <see cref="InBrowserAttribute"/>, for tests with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InBrowserWithAttribute : TheoryAttribute
{
    public InBrowserWithAttribute() => Skip = Chromium.Missing;
}
