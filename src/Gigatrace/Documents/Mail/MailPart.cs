namespace Gigatrace.Documents;

/// <summary>A mail, or a part of one, with the parts in it (RFC 2046).</summary>
/// <param name="Number">Its place: <c>2.1</c> is the first part of the second; empty for the mail.</param>
/// <param name="Headers">Its own head.</param>
/// <param name="Type">What it is; <c>text/plain</c> where nothing, or nothing sound, is said.</param>
/// <param name="Body">As it travelled.</param>
/// <param name="Parts">Of a multipart; of a mail inside the mail that mail.</param>
internal sealed record MailPart(string Number, MailHeaders Headers, MailField Type, ReadOnlyMemory<byte> Body, IReadOnlyList<MailPart> Parts)
{
    public bool IsText => Type.Value.StartsWith("text/", StringComparison.Ordinal);

    public bool IsMultipart => Type.Value.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsMail => Type.Value is "message/rfc822" or "message/global" or "message/news";

    public bool IsAttachment => Headers.Field("Content-Disposition")?.Value == "attachment";

    public string? FileName => Headers.Field("Content-Disposition")?["filename"] ?? Type["name"];

    public ReadOnlyMemory<byte> Content => TransferEncoding.Decode(Body, Headers["Content-Transfer-Encoding"]);
}
