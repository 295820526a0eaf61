using System.Collections.Immutable;

namespace Gigatrace.Ledger;

/// <summary>Some GWh a year of one plant, and when they are there. All steps of a plant together are what it may come to: nothing of it stands in two.</summary>
public sealed record CapacityStep
{
    /// <summary>The plant's printed name.</summary>
    public required string Plant { get; init; }

    public string? Operator { get; init; }

    public string? Country { get; init; }

    /// <summary>A step of the ladder; null where nothing says where the plant stands.</summary>
    public string? Status { get; init; }

    /// <summary>GWh a year, more than 0: what comes on top of the plant's other steps.</summary>
    public required decimal Amount { get; init; }

    public required Due Due { get; init; }

    /// <summary>Why it is only watched; null where it is counted. One of <see cref="Watching"/>.</summary>
    public string? Watch { get; init; }

    /// <summary>The findings it follows from: the figure, then what dates it; never empty.</summary>
    public required ImmutableArray<string> Findings { get; init; }
}

/// <summary>When a capacity is there.</summary>
public readonly record struct Due : IComparable<Due>
{
    private readonly int _order;

    private Due(int order) => _order = order;

    public static Due Today { get; }

    /// <summary>It was to be there by now, and nothing says that it is.</summary>
    public static Due Overdue { get; } = new(1);

    public static Due Undated { get; } = new(int.MaxValue);

    /// <summary>The year by the end of which it is to be there; null for the others.</summary>
    public int? Year => _order > 1 && this != Undated ? _order : null;

    /// <param name="year">From 2 on.</param>
    public static Due By(int year) => year > 1 ? new(year) : throw new ArgumentOutOfRangeException(nameof(year));

    public int CompareTo(Due other) => _order.CompareTo(other._order);

    public static bool operator <(Due a, Due b) => a._order < b._order;

    public static bool operator >(Due a, Due b) => a._order > b._order;

    public static bool operator <=(Due a, Due b) => a._order <= b._order;

    public static bool operator >=(Due a, Due b) => a._order >= b._order;

    /// <summary>"today", "overdue", "2027", "no date".</summary>
    public override string ToString() =>
        this == Today ? "today" : this == Overdue ? "overdue" : this == Undated ? "no date" : _order.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Why a capacity is watched and not counted, in the order in which it is asked.</summary>
public static class Watching
{
    public const string Rumoured = "rumoured";
    public const string SilentFour = "silent for four years";
    public const string Paused = "paused";
    public const string SilentTwo = "silent for two years";
    public const string NoSite = "no named site";
    public const string NotCells = "packs or modules";
    public const string Possible = "only possible";
    public const string UpTo = "up to";
    public const string UpperEnd = "upper end";

    public static ImmutableArray<string> Reasons { get; } = [Rumoured, SilentFour, Paused, SilentTwo, NoSite, NotCells, Possible, UpTo, UpperEnd];
}
