using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gigatrace.Publishing.Forms;

/// <summary>
/// A message as RFC 5322 wants it, with the answer twice: as plain text and as a page (multipart/alternative). It has no address that nobody gave:
/// without a sender its From is an empty group (RFC 6854), which a mail program replaces by its own user.
/// </summary>
public sealed record MailForm
{
    private const int LongestLine = 76;

    /// <summary>An address, or a name with an address in angle brackets; null where nobody gave one. So below.</summary>
    public string? Sender { get; init; }

    public string? Recipient { get; init; }

    public required DateTimeOffset Sent { get; init; }

    public void Write(TextWriter output, Report report, bool evidence)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        PlainForm.Write(text, report, evidence);
        HtmlForm.Write(page, report, evidence);
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}{page}")))[..32];
        string[] head =
        [
            $"Date: {Sent.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)}{Sent.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)}",
            $"From: {Address(Sender) ?? "Gigatrace:;"}",
            $"To: {Address(Recipient) ?? "undisclosed-recipients:;"}",
            $"Subject: {Words(report.Title ?? "Gigatrace")}",
            "MIME-Version: 1.0",
            $"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"",
        ];
        output.Write(string.Join("\r\n", head) + "\r\n\r\n");
        foreach (var (kind, body) in new[] { ("plain", text.ToString()), ("html", page.ToString()) })
        {
            output.Write($"--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{QuotedPrintable(body)}\r\n");
        }

        output.Write($"--{boundary}--\r\n");
    }

    /// <summary>Line ends as mail has them, lines of 76 characters at most, everything but plain ASCII as <c>=C3</c>.</summary>
    internal static string QuotedPrintable(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line =>
        {
            var written = new StringBuilder();
            var length = 0;
            var bytes = Encoding.UTF8.GetBytes(line);
            for (var at = 0; at < bytes.Length; at++)
            {
                var plain = bytes[at] is >= 33 and <= 126 and not (byte)'=' || bytes[at] == ' ' && at < bytes.Length - 1;
                // A full stop or "From" at the beginning of a line is changed by some that hand mail on.
                if (length == 0 && bytes[at] is (byte)'.' or (byte)'F') plain = false;
                var next = plain ? ((char)bytes[at]).ToString() : $"={bytes[at]:X2}";
                if (length + next.Length > LongestLine - 1)
                {
                    written.Append("=\r\n");
                    length = 0;
                }

                written.Append(next);
                length += next.Length;
            }

            return written.ToString();
        });
        return string.Join("\r\n", lines);
    }

    /// <summary>A subject; encoded words of RFC 2047, each on a line of its own, where it is not plain ASCII or is long.</summary>
    internal static string Words(string text)
    {
        text = string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c)));
        if (Ascii.IsValid(text) && text.Length < 60 && !text.Contains("=?", StringComparison.Ordinal)) return text;
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word + rune.ToString()) > 39)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune.ToString());
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(one => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(one))}?="));
    }

    /// <summary>What a person gave, kept to one line so that it adds no field; a name that is not plain ASCII as encoded words.</summary>
    private static string? Address(string? given)
    {
        if (given is null) return null;
        var line = string.Concat(given.Where(c => !char.IsControl(c))).Trim();
        var at = line.LastIndexOf('<');
        return Ascii.IsValid(line) || at <= 0 ? line : $"{Words(line[..at].Trim().Trim('"'))} {line[at..]}";
    }
}
