using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.App.Web;

/// <summary>A request with the ledger that it asks: what every page and every answer of the API is made from.</summary>
/// <param name="seal">What goes into each form that a signed-in person sends; null for nobody.</param>
internal sealed class Visit(Query query, LedgerStore store, Holdings held, Industries industries, Shell shell, Func<Html>? seal = null)
{
    private Industry? _industry;
    private HashSet<string>? _preferred;

    public Query Query => query;

    public LedgerStore Store => store;

    public Holdings Held => held;

    public Shell Shell => shell;

    /// <summary>The day asked for, or today.</summary>
    public DateOnly Day => query.AsOf ?? shell.Today;

    /// <summary>Nothing is held, of any day.</summary>
    public bool HasNothing => held.LastDay() == DateOnly.MinValue;

    /// <summary>The first day on which anything was known, and the last; today for both where nothing is.</summary>
    public (DateOnly First, DateOnly Last) Days => HasNothing ? (shell.Today, shell.Today) : (held.FirstDay(), held.LastDay());

    /// <summary>Everything as of the day.</summary>
    public Industry Industry => _industry ??= industries.Of(held, query.AsOf);

    public View All => Industry.View;

    /// <summary>Everything as of another day, with the lines at which quotes stand in their files.</summary>
    public View On(DateOnly day) => Pipeline.Publish(store, industries.Of(held, day).View.State, shell.Today, withLines: true);

    /// <summary>Everything as of the day.</summary>
    /// <param name="evidence">With the lines at which quotes stand in their files.</param>
    public View View(bool evidence) => evidence ? Pipeline.Publish(store, All.State, shell.Today, withLines: true) : All;

    /// <summary>For what is asked in the same words on the command line.</summary>
    /// <param name="evidence">With the lines at which quotes stand in their files.</param>
    public Asked Asked(bool evidence = false) => Asked(query.AsOf, evidence);

    /// <summary>The same as of another day.</summary>
    public Asked Asked(DateOnly? day, bool evidence) => new(store, day, null, evidence, shell.Today) { Lists = ("`/plants`", "`/companies`") };

    /// <summary>A person said which side holds, and did not take it back.</summary>
    public bool IsDecided(Disagreement one) => (_preferred ??= [.. store.LoadJudgements().Where(said => said is { Withdrawn: false, Verdict: Verdict.Prefer or Verdict.Reject }).OrderBy(said => said.Recorded)
        .GroupBy(said => said.First, StringComparer.Ordinal).Where(said => said.Last().Verdict is Verdict.Prefer).Select(said => said.Key)]).Contains(one.Holds);

    /// <summary>Names lead to their pages, figures to their words, all as of the same day.</summary>
    /// <param name="self">Whose page it is; null for nobody's.</param>
    /// <param name="sum">Where sums lead; null where there are none.</param>
    public HtmlLinks Links(string? self = null, Func<Table, Row, int, string?>? sum = null) => new(name => Industry.PathOf(name) is { } path ? query.To(path) : null, self) { Reader = id => query.To($"/claims/{id}"), Sum = sum };

    /// <summary>Null where nobody is signed in, who could decide.</summary>
    public Func<Html>? Sealed => seal;

    /// <summary>A sentence in which names lead to their pages.</summary>
    public Html Text(string text) => new(Links().Text(text, null));

    /// <summary>A report as a part of a page.</summary>
    /// <param name="evidence">With the quotes below.</param>
    public Html Show(Report report, bool evidence = false, string? self = null) => Show(report, evidence, Links(self));

    public static Html Show(Report report, bool evidence, HtmlLinks links) => Html.Written(output => HtmlForm.WriteBody(output, report, evidence, links));
}
