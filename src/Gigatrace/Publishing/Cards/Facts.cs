using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>The figures of a card as rows that a person reads and as objects that a program reads.</summary>
public static class Facts
{
    public static readonly ImmutableArray<Column> Columns =
        [new("what"), new("finding") { Says = true }, new("when", Whole: true), new("said as", Whole: true), new("source")];

    /// <summary>One row for each figure, all under the same label.</summary>
    /// <param name="self">Whose card it is: its own name is not repeated in its rows.</param>
    public static IEnumerable<Row> Rows(View view, string self, string label, params IEnumerable<Figure?> figures) =>
        figures.OfType<Figure>().Select(figure => (Figure: figure, Evidence: view.EvidenceOf(figure))).Select(row => new Row(
            [label, What(row.Figure, self), row.Figure is { Value: null, Object: null, Of: null } ? "" : Phrases.Time(row.Figure.When), row.Figure.Modality.Name(), Source(row.Evidence)],
            row.Evidence));

    /// <summary>A figure for a program: its value and the finding it comes from, so that it can go on to the quotes.</summary>
    public static JsonObject? ToJson(View view, Figure? figure, bool evidence)
    {
        if (figure is null) return null;
        var json = new JsonObject
        {
            ["value"] = Json.Of(figure.Value),
            ["unit"] = figure.Unit,
            ["object"] = figure.Object,
            ["of"] = figure.Of,
            ["kind"] = figure.Kind,
            ["basis"] = figure.Basis,
            ["qualifier"] = figure.Qualifier,
            ["models"] = Json.Array(figure.Models),
            ["when"] = figure.When?.Edtf,
            ["modality"] = figure.Modality.Name(),
            ["inferred"] = figure.Inferred,
            ["finding"] = figure.Finding,
        };
        if (figure.As is not null) json["as"] = figure.As;
        if (figure.Part is not null) json["part"] = figure.Part;
        if (figure.State is not null) json["state"] = figure.State;
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOf(figure).Select(one => (JsonNode?)one.ToJson()));
        return json;
    }

    public static JsonArray ToJson(View view, IEnumerable<Figure> figures, bool evidence) =>
        Json.Array(figures.Select(figure => (JsonNode?)ToJson(view, figure, evidence)));

    /// <summary>Who says so: the best source, and how many others.</summary>
    public static string Source(ImmutableArray<Evidence> evidence)
    {
        var sources = evidence.Select(one => one.Source).Distinct(StringComparer.Ordinal).ToList();
        return sources.Count switch { 0 => "", 1 => sources[0], _ => $"{sources[0]} +{sources.Count - 1}" };
    }

    /// <summary>"about 16 GWh/yr"; a ceiling stands under "up to" already.</summary>
    internal static string Amount(Figure figure, string? unit) =>
        Phrases.Figure(figure.Value, unit, figure is { Basis: "ceiling", Qualifier: "up_to" } ? null : figure.Qualifier);

    /// <summary>The value with what belongs to it: "10 GWh/yr, initial", "Renault (R5)", "EUR 450 million, loan, European Investment Bank".</summary>
    private static string What(Figure figure, string self)
    {
        var other = figure.Object == self ? null : figure.Object;
        var of = figure.Of == self ? null : figure.Of;
        var basis = figure.Basis is "ceiling" ? null : Phrases.Word(figure.Basis);
        var figures = new[] { Amount(figure, figure.Unit), basis, Phrases.Word(figure.Kind) };
        var models = figure.Models.IsEmpty ? "" : $" ({string.Join(", ", figure.Models)})";
        var named = other is null ? null : other + models;
        var said = other is null ? Joined([of + models, .. figures])
            : figure.Value is null ? Joined([named, .. figures])
            : Joined([.. figures, named]);
        if (said.Length == 0) said = Phrases.Time(figure.When);
        return said + (figure.State is null ? "" : $", {figure.State}") + (other is null || of is null ? "" : $" ({of})") + (figure.Inferred is null ? "" : " (inferred)");
    }

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
