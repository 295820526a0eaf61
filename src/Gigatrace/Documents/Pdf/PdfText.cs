using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>
/// The text of a PDF, from <c>pdftotext</c> as a process of its own: no shell, the file through its standard input, and bounds on its time, memory and output.
/// What breaks it breaks nothing here.
/// </summary>
internal static class PdfText
{
    /// <summary>Some programs write a few lines before the PDF begins.</summary>
    private const int Probe = 1024;

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, Probe)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>What it writes of pages, blocks, lines and words with their places (<see cref="PdfPages"/>). Null, and a message, where there is none to be had.</summary>
    /// <param name="late">Ends the program.</param>
    public static string? Read(ReadOnlyMemory<byte> bytes, string displayPath, ReadingOptions options, List<Diagnostic> diagnostics, CancellationToken late)
    {
        void Skip(string id, string why) => diagnostics.Add(new Diagnostic(id, displayPath, null, why, Skipped: true));
        if (Find(options.PdfToText) is not { } program)
        {
            Skip("doc.pdf-program", "it is a PDF, and pdftotext, which gives its text, is not installed: `apt-get install poppler-utils` (Debian, Ubuntu), `brew install poppler` (macOS)");
            return null;
        }

        var (code, output, error) = Run(Command(program, options), bytes, options.MaxBytes, late);
        late.ThrowIfCancellationRequested();
        if (output is null) Skip("doc.too-large", $"its text is over the limit of {DocumentReader.Size(options.MaxBytes)}");
        else if (code != 0) Skip("doc.pdf", "pdftotext cannot read this PDF" + (error.Length == 0 ? $" (code {code})" : $": {error}"));
        else if (!output.Contains("<word ", StringComparison.Ordinal)) Skip("doc.pdf", "the PDF holds no text, perhaps only pictures of pages");
        else return output;
        return null;
    }

    private static ProcessStartInfo Command(string program, ReadingOptions options)
    {
        var limiter = Find("prlimit");
        var start = new ProcessStartInfo(limiter ?? program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8, CreateNoWindow = true };
        string[] limits = limiter is null ? [] : [string.Create(CultureInfo.InvariantCulture, $"--as={options.MaxPdfMemory}"), "--core=0", program];
        foreach (var argument in (string[])[.. limits, "-enc", "UTF-8", "-eol", "unix", "-bbox-layout", "-", "-"]) start.ArgumentList.Add(argument);
        return start;
    }

    /// <returns>No output where it is over the limit.</returns>
    private static (int Code, string? Output, string Error) Run(ProcessStartInfo start, ReadOnlyMemory<byte> input, long limit, CancellationToken late)
    {
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return (-1, "", e.Message.ToLowerInvariant());
        }

        // It is fed and heard at once, since a full pipe would stop it.
        var fed = Task.Run(() => Feed(process, input), CancellationToken.None);
        var error = Task.Run(() => FirstLine(process.StandardError), CancellationToken.None);
        using (late.Register(() => process.Kill(entireProcessTree: true)))
        {
            var output = Limited(process.StandardOutput, limit);
            if (output is null) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            fed.Wait(CancellationToken.None);
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            using var stream = process.StandardInput.BaseStream;
            stream.Write(input.Span);
        }
        catch (IOException)
        {
            // It has ended before it was fed to the end; its code says why.
        }
    }

    private static string? Limited(StreamReader reader, long limit)
    {
        var text = new StringBuilder();
        var block = new char[32 * 1024];
        for (int read; (read = reader.Read(block)) > 0;)
        {
            text.Append(block, 0, read);
            if (text.Length > limit) return null;
        }

        return text.ToString();
    }

    private static string FirstLine(StreamReader reader)
    {
        var first = Limited(reader, 64 * 1024)?.Split('\n')[0].Trim() ?? "";
        return first.Length > 200 ? first[..200] : first;
    }

    /// <summary>Only in the absolute folders of the path: what lies beside the documents is never run.</summary>
    private static string? Find(string program)
    {
        if (Path.IsPathRooted(program)) return File.Exists(program) ? program : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified);
        var names = OperatingSystem.IsWindows() ? new[] { program + ".exe" } : [program];
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
