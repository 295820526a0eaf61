using System.Net;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What a mail says, gathered from its parts; what is attached to it; and what is left out.</summary>
/// <param name="path">Names it in messages.</param>
/// <param name="report">Takes the messages.</param>
/// <param name="late">Ends it.</param>
internal sealed class MailBody(string path, Action<Diagnostic> report, CancellationToken late)
{
    /// <summary>HTML that shows less of the text than this share of what the plain part holds is not the same text.</summary>
    private const double SameText = 0.8;

    private readonly List<(string Text, bool Html)> _pieces = [];

    /// <summary>Parts that may be documents of their own: files, and other mails.</summary>
    public List<MailPart> Attached { get; } = [];

    /// <summary>Parts that are not read.</summary>
    public PassedOver LeftOut { get; } = new();

    /// <summary>Where it can be read in a browser.</summary>
    public string? Address { get; private set; }

    /// <summary>The text; HTML if some of it was.</summary>
    public (string Text, bool Html) Text
    {
        get
        {
            var html = _pieces.Exists(piece => piece.Html);
            return (string.Join(html ? "\n" : "\n\n", _pieces.Select(piece => piece.Html || !html ? piece.Text : AsHtml(piece.Text))), html);
        }
    }

    private int Length => _pieces.Sum(piece => piece.Html ? FeedText.Length(piece.Text, html: true) : WithoutAddresses(piece.Text));

    public void Add(MailPart part)
    {
        switch (part.Type.Value)
        {
            case "multipart/alternative": Alternative(part); break;
            case "multipart/related": Related(part); break;
            case "text/html" or "application/xhtml+xml" when !IsFile(part): Html(part); break;
            case "text/plain" or "text/enriched" or "text/richtext" or "text/markdown" when !IsFile(part): Plain(part); break;
            default:
                if (part.IsMail) Attached.Add(part);
                else if (part.IsMultipart) Mixed(part);
                else Attach(part);
                break;
        }
    }

    private void Mixed(MailPart part)
    {
        foreach (var child in part.Parts) Add(child);
    }

    /// <summary>Of several forms of one text the HTML, unless it holds less: it keeps headings, lists and tables apart. Else the longest.</summary>
    private void Alternative(MailPart part)
    {
        var forms = part.Parts.Select(Of).Where(form => form._pieces.Count > 0).Select(form => (Body: form, form.Length)).ToList();
        if (forms.Count == 0) return;
        var longest = forms.MaxBy(form => form.Length);
        Take(forms.LastOrDefault(form => form.Body._pieces.Exists(piece => piece.Html) && form.Length >= SameText * longest.Length, longest).Body);
    }

    /// <summary>The part the others belong to; the others are its pictures and styles.</summary>
    private void Related(MailPart part)
    {
        var start = part.Type["start"];
        var root = part.Parts.FirstOrDefault(child => start is not null && child.Headers["Content-ID"] == start)
            ?? part.Parts.FirstOrDefault(child => child.IsMultipart || child.Type.Value == "text/html") ?? (part.Parts.Count > 0 ? part.Parts[0] : null);
        if (root is not null) Add(root);
        foreach (var child in part.Parts.Where(child => child != root && !child.Type.Value.StartsWith("image/", StringComparison.Ordinal) && child.IsAttachment)) Attach(child);
    }

    private MailBody Of(MailPart part)
    {
        var body = new MailBody(path, report, late);
        body.Add(part);
        return body;
    }

    private void Take(MailBody other)
    {
        _pieces.AddRange(other._pieces);
        Attached.AddRange(other.Attached);
        LeftOut.Add(other.LeftOut);
        Address ??= other.Address;
    }

    /// <summary>The first text is the mail's, whatever it is called; a later one with a name is a file.</summary>
    private bool IsFile(MailPart part) => part.IsAttachment || (part.FileName is not null && _pieces.Count > 0);

    private void Html(MailPart part)
    {
        if (Decode(part) is not { } html) return;
        if (Page(html) is not { } page)
        {
            _pieces.Add((html, true));
            return;
        }

        Address ??= page.Address;
        if (page.Length > 0) _pieces.Add((page.Html, true));
    }

    /// <summary>Null where it is over a limit: then it is as it came, and whoever reads it says so.</summary>
    private MailPage? Page(string html)
    {
        try
        {
            return WebPage.IsTooDeep(html) ? null : MailPage.Read(html, late);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private void Plain(MailPart part)
    {
        if (Decode(part) is not { } text || string.IsNullOrWhiteSpace(text)) return;
        _pieces.Add((part.Type["format"] == "flowed" ? FlowedText.Unwrap(text, part.Type["delsp"] == "yes") : text, false));
    }

    private void Attach(MailPart part)
    {
        var kind = part.Type.Value;
        if (part.IsText && kind is not ("text/calendar" or "text/x-vcard" or "text/vcard" or "text/directory" or "text/rfc822-headers" or "text/css")) Attached.Add(part);
        else if (kind is "application/pdf" or "application/octet-stream" || kind.EndsWith("xml", StringComparison.Ordinal)) Attached.Add(part);
        else if (!kind.StartsWith("message/", StringComparison.Ordinal) && !kind.Contains("signature", StringComparison.Ordinal)) LeaveOut(part);
    }

    public void LeaveOut(MailPart part) => LeftOut.Add(part.Type.Value.Split('/')[0] switch
    {
        "image" => "picture",
        "audio" or "video" => "recording",
        _ => part.Type.Value is "text/calendar" ? "calendar entry" : "other file",
    });

    /// <summary>The text of a part; null, with a message, where it is none.</summary>
    public string? Decode(MailPart part)
    {
        var bytes = part.Content.Span;
        var declared = Charsets.Find(part.Type["charset"]);
        if (declared is not null && Charsets.IsSevenBit(declared)) return declared.GetString(bytes);
        return Decoding.Decode(bytes, path, report, declared ?? WebPage.DeclaredEncoding(bytes));
    }

    private static string AsHtml(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph.Trim()).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    /// <summary>Plain parts write out the address behind every link.</summary>
    private static int WithoutAddresses(string text)
    {
        var length = 0;
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n<>()[]"))
        {
            var word = text.AsSpan(range);
            if (!word.Contains("://", StringComparison.Ordinal)) length += word.Length;
        }

        return length;
    }
}
