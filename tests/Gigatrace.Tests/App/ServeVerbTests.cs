namespace Gigatrace.Tests.App;

/// <summary>How the server is not started.</summary>
public sealed class ServeVerbTests : IDisposable
{
    private readonly TestShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("0.0.0.0", null, "beyond this machine a token is needed")]
    [InlineData("192.0.2.1", null, "beyond this machine a token is needed")]
    [InlineData("::", null, "beyond this machine a token is needed")]
    [InlineData("0.0.0.0", "too-short", "the token is too short")]
    [InlineData("127.0.0.1", "too-short", "the token is too short")]
    [InlineData("all.example", null, "is no address of a machine")]
    public void It_is_not_reached_from_elsewhere_without_a_token(string host, string? token, string said)
    {
        if (token is not null) _shell.Set("GIGATRACE_TOKEN", token);
        var (code, _, error) = _shell.Run("serve", "--port", "0", "--host", host);
        code.ShouldBe(2);
        error.ShouldContain(said);
    }

    [Fact]
    public void An_empty_token_file_is_no_token()
    {
        var (code, _, error) = _shell.Run("serve", "--port", "0", "--token-file", _shell.Write("token", " \n"));
        code.ShouldBe(2);
        error.ShouldContain("holds no token");
    }
}
