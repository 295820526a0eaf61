using System.Collections.Immutable;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;

namespace Gigatrace.App;

/// <summary>
/// A ledger as it is asked: as of a day, and as it is now or was at an instant. Of what is held now only what an answer needs is loaded; what was held
/// at an instant is worked out whole.
/// </summary>
internal sealed class Asked(LedgerStore ledger, DateOnly? asOf, DateTimeOffset? recordedBy, bool evidence, DateOnly today)
{
    private Holdings? _now;
    private State? _then;

    public DateOnly? AsOf => asOf;

    public bool Evidence => evidence;

    /// <summary>What lists the plants, and who else there is: told to whoever asks for a name that is not known.</summary>
    public (string Plants, string Others) Lists { get; init; } = ("`gigatrace plants`", "`gigatrace who`");

    private Holdings Now => _now ??= Pipeline.Refreshed(ledger);

    /// <summary>Null where it is asked as it is now.</summary>
    private State? Then => recordedBy is { } instant ? _then ??= Pipeline.Reconcile(ledger, asOf, instant) : null;

    /// <param name="withClaims">The claims that findings rest on are wanted too.</param>
    public View All(bool withClaims = true) => View(Then ?? Now.At(asOf, withClaims));

    public IReadOnlyList<Entity> Entities() => Then?.Entities ?? Now.Entities(asOf);

    /// <param name="name">As printed; so below.</param>
    public int CountOf(string name) => Then?.Findings.Count(finding => finding.Subject == name) ?? Now.CountOf(name, asOf);

    /// <summary>What the card of a plant needs.</summary>
    public View Plant(string name) => View(Then ?? Now.Plant(name, asOf));

    /// <summary>What the card of a company needs.</summary>
    public View Company(string name) => View(Then ?? Now.Company(name, asOf));

    public View Disagreements() => View(Then ?? Now.Disagreements(asOf, evidence));

    /// <summary>All that was held of some subjects and known on the day asked for, with a view of its claims.</summary>
    public (View View, Past Past) Past(IReadOnlyCollection<string> names)
    {
        var past = Pipeline.Past(ledger, names, recordedBy);
        return (View(past.ToState(asOf)), asOf is { } day ? past.Until(day) : past);
    }

    /// <summary>What began or ended on these days.</summary>
    public (View View, Past Past) Changes(DateOnly from)
    {
        var past = Pipeline.Changes(ledger, from, asOf, recordedBy);
        return (View(past.ToState(asOf)), past);
    }

    private View View(State state) => Pipeline.Publish(ledger, state, today, evidence);
}
