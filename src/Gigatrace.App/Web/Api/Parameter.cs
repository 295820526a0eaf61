using System.Collections.Immutable;
using System.Globalization;

namespace Gigatrace.App.Web.Api;

/// <summary>What an operation may be asked with. It is read by <see cref="Query"/>, and told in the OpenAPI document.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Example">One that the samples have an answer to; null for ids, which come from answers.</param>
internal sealed record Parameter(string Name, string Description, string? Example = null)
{
    public static Parameter AsOf { get; } = new("as-of", "As known on this day: 2022-01-31, 2022-01 or 2022; a month or a year stands for its last day. Without it: everything that is known.", "2026-01-01") { Pattern = Day };

    public static Parameter Evidence { get; } = new("evidence", "true: with the words that each row rests on, and where they stand.", "true") { Words = ["true", "false"] };

    public static Parameter Page { get; } = new("page", "Which part of the list, from 1. One behind the last is empty.", "1") { Most = Query.MostPages };

    public static Parameter Size { get; } = new("size", "How many of the list make a page.", "20") { Most = Query.LargestPage };

    public static Parameter Of { get; } = new("of", "Only what concerns this plant, company or person, however the name is written; for a company its plants too.", "douai");

    public static Parameter From { get; } = new("from", "The first day; a month or a year stands for its first day.", "2025-06") { Pattern = Day };

    public static Parameter To { get; } = new("to", "The last day; a month or a year stands for its last day.", "2025-12") { Pattern = Day };

    /// <summary>What every list takes.</summary>
    /// <param name="usual">Items on a page where nobody says how many.</param>
    public static ImmutableArray<Parameter> OfList(int usual = Replies.UsualSize) => [AsOf, Page, Size with { Usual = usual.ToString(CultureInfo.InvariantCulture) }];

    /// <param name="whose">"a plant".</param>
    public static Parameter Slug(string whose, string example) => new("slug", $"The name of {whose}: as in the address of its page, as printed, or as typed where that fits one alone.", example) { IsInPath = true, IsNeeded = true };

    /// <param name="what">"claim".</param>
    public static Parameter Id(string what) => new("id", $"The id of the {what}, or its first four digits or more.") { IsInPath = true, IsNeeded = true, Pattern = "^[0-9a-f]{4,64}$" };

    private const string Day = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

    /// <summary>Any other is refused; empty where all are taken.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>It is a whole number from 1 to this; null for what is no number.</summary>
    public int? Most { get; init; }

    /// <summary>What it looks like; null where anything does.</summary>
    public string? Pattern { get; init; }

    /// <summary>What stands for it where it is left away; null where nothing does.</summary>
    public string? Usual { get; init; }

    public bool IsNeeded { get; init; }

    /// <summary>A part of the path.</summary>
    public bool IsInPath { get; init; }
}
