using System.Globalization;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Saved mails, mailboxes, and pages saved as a mail (MHTML). A mail is a document, so are the mails, texts and feeds attached to it.</summary>
internal sealed class MailReader(string path, ReadingOptions options, Action<Diagnostic> report)
{
    /// <summary>Fields that only mails have.</summary>
    private static readonly string[] Strong = ["Received", "Message-ID", "MIME-Version", "Return-Path", "Delivered-To", "DKIM-Signature", "Content-Transfer-Encoding"];

    private static readonly string[] Named = [".eml", ".mbox", ".mht", ".mhtml"];

    private readonly PassedOver _leftOut = new();

    public static bool Is(ReadOnlyMemory<byte> start, string displayPath)
    {
        start = Trimmed(start);
        // The probe's last line may be cut.
        if (start.Length > 4000 && start.Span.LastIndexOf((byte)'\n') is > 0 and var end) start = start[..(end + 1)];
        var headers = MailHeaders.Read(start);
        if (headers.Count == 0 || !headers.IsSound) return false;
        if (Array.Exists(Strong, headers.Has) || headers.Field("Content-Type")?.Value.Contains('/', StringComparison.Ordinal) == true) return true;
        var named = Array.Exists(Named, ending => displayPath.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return (named || headers["From"]?.Contains('@', StringComparison.Ordinal) == true) && (headers.Has("Date") || headers.Has("Subject") || headers.Has("To"));
    }

    public static IEnumerable<Member> Members(Stream stream, string displayPath, ReadingOptions options, Action<Diagnostic> report)
    {
        var reader = new MailReader(displayPath, options, report);
        Span<byte> start = stackalloc byte[5];
        var isBox = stream.ReadAtLeast(start, 5, throwOnEndOfStream: false) == 5 && start.SequenceEqual("From "u8);
        stream.Position = 0;
        if (isBox) return reader.Box(stream);
        return ContentKinds.Bytes(stream, displayPath, options, report) is { } bytes ? reader.Single(bytes) : [];
    }

    private IEnumerable<Member> Single(byte[] bytes)
    {
        var members = Mail(Trimmed(bytes), null);
        ReportLeftOut();
        return members;
    }

    /// <summary>What is left out is said once for all, before the last mail.</summary>
    private IEnumerable<Member> Box(Stream stream)
    {
        using var mails = Mailbox.Split(stream, options.MaxBytes).GetEnumerator();
        var number = 0;
        for (var more = mails.MoveNext(); more;)
        {
            var (mail, length) = mails.Current;
            var place = (++number).ToString(CultureInfo.InvariantCulture);
            var members = mail.IsEmpty ? [] : Mail(mail, place);
            if (mail.IsEmpty && length > 0) report(DocumentReader.TooLarge(Place(place), length, options));
            more = mails.MoveNext();
            if (!more) ReportLeftOut();
            foreach (var member in members) yield return member;
        }
    }

    /// <param name="place">Names it in its box where it has no name of its own; null where it is the file.</param>
    private List<Member> Mail(ReadOnlyMemory<byte> bytes, string? place)
    {
        var parser = new MailParser();
        var mail = parser.Parse(bytes);
        var name = place is null ? "" : MailHead.IdOf(mail.Headers) ?? place;
        if (parser.Limit is { } limit) report(new Diagnostic("mail.limit", Place(name), null, $"{limit}; the rest is left out"));
        using var late = new CancellationTokenSource(options.MaxTime, options.Clock);
        try
        {
            return Members(mail, name, late.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            report(DocumentReader.TooSlow(Place(name), options));
            return [];
        }
    }

    private List<Member> Members(MailPart mail, string key, CancellationToken late)
    {
        if (mail.Type.Value == "message/partial")
        {
            report(new Diagnostic("mail.partial", Place(key), null, $"piece {mail.Type["number"]} of {mail.Type["total"] ?? "some"} of a mail that was sent in pieces; they must be put together first", Skipped: true));
            return [];
        }

        if (SavedPage(mail, late) is { } page) return [page with { Key = key }];
        var head = MailHead.Of(mail.Headers);
        var body = new MailBody(Place(key), report, late);
        body.Add(mail);
        var members = new List<Member>();
        if (body.Text is { Text: var text } said && !string.IsNullOrWhiteSpace(text)) members.Add(Body(key, text, said.Html, head, body.Address));
        foreach (var part in body.Attached)
        {
            if (part.IsMail) members.AddRange(part.Parts.SelectMany(inner => Members(inner, Within(key, part.Number), late)));
            else if (File(part, body, key) is { } file) members.Add(file);
        }

        _leftOut.Add(body.LeftOut);
        if (members.Count == 0) report(new Diagnostic("mail.empty", Place(key), null, "there is no text in the mail", Skipped: true));
        return members;
    }

    private static Member Body(string key, string text, bool html, MailHead head, string? address) => new()
    {
        Key = key,
        Bytes = Encoding.UTF8.GetBytes(text),
        Shape = html ? MemberShape.Fragment : MemberShape.Text,
        Said = head.Said with { Url = head.Said.Url ?? address },
        Mark = (words, drafts) => Letter.Mark(words, drafts, head.Answers, head.IsNewsletter),
    };

    /// <summary>A page that a browser saved with its pictures: where it was is said, when is not, since the mail's date is that of the saving.</summary>
    private Member? SavedPage(MailPart mail, CancellationToken late)
    {
        var root = mail;
        while (root.IsMultipart && root.Parts.Count > 0) root = root.Parts.FirstOrDefault(part => part.IsMultipart || part.Type.Value is "text/html" or "application/xhtml+xml") ?? root.Parts[0];
        var url = mail.Headers["Snapshot-Content-Location"] ?? root.Headers["Content-Location"];
        if (root.Type.Value is not ("text/html" or "application/xhtml+xml") || url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) != true) return null;
        return new MailBody(path, report, late).Decode(root) is { } html ? new Member { Bytes = Encoding.UTF8.GetBytes(html), Shape = MemberShape.Page, Said = new Sidecar { Url = url } } : null;
    }

    /// <summary>What may be a document, to be looked at like any other file; null, and counted, where it is none.</summary>
    private static Member? File(MailPart part, MailBody body, string key)
    {
        var bytes = part.Content;
        if (bytes.Trim(" \t\r\n"u8).IsEmpty) return null;
        var isPassedOver = part.FileName is { } name && Endings.KindPassedOver(name) is not null;
        if (!isPassedOver && (Decoding.Binary(bytes.Span) is null || PdfText.Is(bytes.Span))) return new Member { Key = Within(key, part.Number), Bytes = bytes, Encoding = Charsets.Find(part.Type["charset"]) };
        body.LeaveOut(part);
        return null;
    }

    private void ReportLeftOut()
    {
        var counts = _leftOut.Counts;
        if (!counts.IsEmpty) report(new Diagnostic("mail.left-out", path, null, $"attached and not read; {string.Join(", ", counts.Select(one => $"{one.Kind.Many}: {one.Count}"))}"));
    }

    private string Place(string key) => Member.Within(path, key);

    private static string Within(string key, string inner) => key.Length == 0 ? inner : inner.Length == 0 ? key : $"{key}/{inner}";

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        return bytes.TrimStart("\r\n"u8);
    }
}
