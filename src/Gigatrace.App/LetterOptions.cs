using System.CommandLine;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.App;

/// <summary>For answers that are sent: from whom and to whom. Nothing is sent; the message goes to standard output.</summary>
internal sealed class LetterOptions
{
    private readonly Option<string?> _sender = new("--sender") { Description = "With --format email: the address in From. Without it there is none, and the mail program puts its user there.", HelpName = "ADDRESS" };
    private readonly Option<string?> _recipient = new("--recipient") { Description = "With --format email: the address in To.", HelpName = "ADDRESS" };

    public IEnumerable<Symbol> All => [_sender, _recipient];

    public void Write(Shell shell, ParseResult parsed, Report report, bool evidence) =>
        new MailForm { Sender = parsed.GetValue(_sender), Recipient = parsed.GetValue(_recipient), Sent = shell.Clock.GetUtcNow() }.Write(shell.Out, report, evidence);
}
