namespace Gigatrace.Extraction.Values;

/// <summary>
/// What the figures of a document were last counted in, which a later one may leave unsaid: "lends it a further 600 million",
/// "27 GWh to begin with, 36 possible".
/// </summary>
public sealed class Unsaid
{
    /// <summary>The currency last named.</summary>
    private string? _currency;

    /// <summary>The currency last named in the sentence that is being read.</summary>
    private string? _here;

    /// <summary>Million or billion of the sum last named in the sentence that is being read; 0 where there was none.</summary>
    private decimal _scale;

    /// <summary>The last figure of energy was written in GW, as the press does.</summary>
    private bool _isPower;

    /// <summary>GWh in the unit of the last figure of energy; 0 where there was none.</summary>
    private decimal _gigawattHours;

    private string? _energy;

    /// <summary>The last figure was one of energy.</summary>
    private bool _isLast;

    /// <summary>Where the figure of energy before this one stood in the sentence; empty before any.</summary>
    private Tokens.TokenRange _near;

    internal void Enter() => (_here, _near, _scale) = (null, default, 0);

    /// <summary>A value with the unit that it leaves unsaid, if it leaves one; and what later ones may take over from it.</summary>
    internal Value Read(in ValueTokens s, Value value)
    {
        var said = value switch
        {
            { Kind: ValueKind.Number } => Sum(s, value) ?? More(s, value) ?? Energy(s, value) ?? value,
            // "The capacity is 20 GW of cells. It is to go up to 40 GW."
            { Kind: ValueKind.Measure, Unit: "GW" } when _isPower && _energy is not null => value with { Kind = ValueKind.Energy, Unit = _energy },
            _ => value,
        };
        switch (said.Kind)
        {
            case ValueKind.Money:
                _currency = _here = said.Unit;
                _scale = ScaleOf(s, value) is > 0 and var scale ? scale : _scale;
                _isLast = false;
                break;
            case ValueKind.Energy:
                _isLast = true;
                (_gigawattHours, _energy, _near, _isPower) = (Factor(s, value, said), said.Unit, said.Tokens, IsPower(s, value));
                break;
            case ValueKind.Number:
                _isLast = false;
                break;
        }

        return said;
    }

    /// <summary>Millions of nothing are in the currency last named: in the same sentence, or where the words around speak of money.</summary>
    private Value? Sum(in ValueTokens s, Value value)
    {
        if (_currency is null || s.Lexeme(value.Tokens.End - 1).Scale < 1_000_000) return null;
        var next = value.Tokens.End;
        var isBare = !s.IsWord(next) || s.IsAny(next, "that", "which", "in", "for", "from", "to", "by", "on", "over", "and", "as", "was", "is", "were", "are", "at", "with", "more", "already", "when", "if", "of", "will", "would", "come", "comes", "came", "should", "could", "may", "has", "have", "had");
        if (_here is not null) return isBare && (!s.Is(next, "of") || s.IsAny(next + 1, "that", "it", "this", "which", "them")) ? In(value, _here) : null;
        // "a plant of 4,100 million and 50 GWh"
        if (isBare && s.Is(value.Tokens.First - 1, "of") && s.IsAny(value.Tokens.First - 2, "plant", "factory", "gigafactory", "project", "works", "complex", "investment", "expense", "cost")) return In(value, _currency);
        if (s.Is(next, "of") && !IsMoneyWord(s, next + 1) || !isBare && !IsMoneyWord(s, next)) return null;
        for (var at = Math.Max(0, value.Tokens.First - 10); at < Math.Min(s.Count, next + 6); at++)
        {
            if (IsMoneyWord(s, at)) return In(value, _currency);
        }

        return null;
    }

    /// <summary>"Ten million euros in 2021 and another twenty this year", "300 million, of which 200 were paid": a number in the million of the sum before it.</summary>
    private Value? More(in ValueTokens s, Value value)
    {
        if (_here is null || _scale == 0 || value is not { Low: > 0, High: < 1000 } || !IsUncounted(s, value.Tokens.End)) return null;
        var before = value.Tokens.First - 1;
        while (s.IsAny(before, "about", "some", "around", "roughly", "nearly", "almost", "up", "only", "just", "over", "to") && before > value.Tokens.First - 4) before--;
        var isMore = s.IsAny(before, "another", "further", "additional", "extra") || s.Is(before, "which") && s.Is(before - 1, "of");
        return isMore ? value with { Kind = ValueKind.Money, Unit = _here, Low = value.Low * _scale, High = value.High * _scale } : null;
    }

    private static decimal ScaleOf(in ValueTokens s, Value sum)
    {
        for (var at = sum.Tokens.First; at < sum.Tokens.End; at++)
        {
            if (Math.Max(s.Lexeme(at).Scale, s.Lexeme(at).ShortScale) is >= 1_000_000 and var scale) return scale;
        }

        return 0;
    }

    private static bool IsPower(in ValueTokens s, Value energy)
    {
        for (var at = energy.Tokens.First; at < energy.Tokens.End; at++)
        {
            if (s.Lexeme(at).Unit is { Name: "GW" }) return !s.IsAny(s.SkipHyphen(at + 1), "hour", "hours", "hr", "h");
        }

        return false;
    }

    private static Value In(Value number, string currency) => number with { Kind = ValueKind.Money, Unit = currency };

    private static bool IsMoneyWord(in ValueTokens s, int at) => s.IsAny(at,
        "loan", "loans", "lend", "lends", "lent", "lending", "grant", "grants", "granted", "subsidy", "subsidies", "aid", "invest", "invests", "invested", "investing", "investment", "investments",
        "spent", "spend", "spends", "spending", "funding", "funds", "financing", "capital", "equity", "cost", "costs", "costing", "price", "budget", "bill", "outlay", "capex", "debt", "credit", "credits", "money", "cash",
        "pay", "pays", "paid", "raise", "raised", "raises", "pledged", "pledges", "injected", "injects", "inject", "pour", "poured", "pours", "pumped", "pumps", "sunk", "contribute", "contributes", "contributed", "promised", "promises", "offered", "awarded", "provided", "promise", "chip", "chips", "borrowed", "supported", "incentives", "support", "tax", "guarantee", "guarantees", "reckons", "reckoned", "estimates", "estimated", "worth", "sum", "pocket", "covered", "contribution", "taxpayers", "state", "ministry", "jobs", "GWh", "gigawatt");

    /// <summary>A bare number where the text weighs it against a figure in GWh, or says how far that one can go.</summary>
    private Value? Energy(in ValueTokens s, Value value)
    {
        if (_gigawattHours == 0 || value.Low <= 0 || value.High * _gigawattHours > 500 || !IsUncounted(s, value.Tokens.End)) return null;
        var before = value.Tokens.First - 1;
        while (before >= 0 && (s.IsAny(before, "the", "a", "an", "its", "only", "now", "just", "about", "some", "full", "possible", "planned", "original", "once", "then", "even", "up") || s[before] is "~" or ":")) before--;
        var isWeighed = s.IsAny(before, "was", "were", "instead", "than", "against", "versus", "vs", "formerly", "previously", "originally", "earlier", "once") ||
            s.IsAny(before, "of", "with", "to", "from") && s.IsAny(before - 1, "instead", "compared", "down", "up", "cut", "reduced", "away") ||
            s.Is(before, "from") && s.IsAny(value.Tokens.End, "first", "originally", "initially", "once", "previously", "envisaged", "planned", "promised", "today", "now", "earlier", "before");
        var goesTo = s.IsAny(before, "to", "towards", "toward") && Follows(s, before - 1, "expandable", "extendable", "extensible", "scalable", "stretched", "stretch", "extended", "extend", "expanded", "expand", "expansion", "doubled", "double", "doubling", "tripled", "raised", "raise", "increased", "increase", "grow", "growing", "grows", "scaled", "scale", "go", "goes", "rise", "rises", "rising", "lifted", "lift", "brought", "bring", "ramp", "ramped", "upgradable", "upgraded", "boosted", "enlarged", "enlarge", "climb", "brings", "takes", "take", "lifts", "raises", "boosts", "arrive", "get", "getting", "extension", "extending", "enlargement", "extendible");
        var isLater = s.IsAny(value.Tokens.End, "are", "is", "would", "could", "may") && s.IsAny(s.Skip(value.Tokens.End + 1, "be"), "possible", "foreseen", "envisaged", "conceivable", "thinkable", "feasible") || s.IsAny(value.Tokens.End, "possible", "later", "eventually", "ultimately", "potentially", "possibly", "maximum", "max", "originally", "initially", "previously", "foreseen") || s.Is(value.Tokens.End, "at") && s.IsAny(value.Tokens.End + 1, "full", "most") ||
            s.Is(value.Tokens.End, "in") && s.Is(value.Tokens.End + 1, "the") && s.IsAny(value.Tokens.End + 2, "end", "long", "final", "second") || s.Is(value.Tokens.End, "as") && s.IsAny(value.Tokens.End + 2, "option", "possibility") || s.IsAny(before, "later", "eventually", "ultimately", "possibly", "potentially", "maybe", "perhaps");
        // "from 35 GWh to 20"
        var isNear = _near.Length > 0;
        // "20 GWh first, then forty", "6 GWh, and another six later"
        isLater |= s.IsAny(value.Tokens.First - 1, "then", "another", "further") || s.IsAny(value.Tokens.End, "perhaps", "maybe", "thereafter") || s.Is(value.Tokens.End, "after") && s.IsAny(value.Tokens.End + 1, "that", "it");
        // "the building has room for five", "two of which is what it makes today"
        var isTold = s.Is(before, "for") && s.IsAny(before - 1, "room", "space", "permission", "permit", "approval", "land") || s.IsAny(value.Tokens.End, "is", "was") && (s.Is(value.Tokens.End + 1, "what") || s.IsAny(value.Tokens.End + 1, "the", "its", "their") && s.IsAny(value.Tokens.End + 2, "target", "goal", "aim", "ambition"));
        isWeighed |= isNear && s.Is(before, "to") && before == _near.End && s.Is(_near.First - 1, "from");
        // "the first stage has 40 GWh, the approved total is 100"
        isLater |= s.IsAny(before, "is", "was", "of", "at", ":") && s.IsAny(before - 1, "total", "maximum", "ceiling", "limit", "goal", "target", "aim", "potential", "whole");
        // "Salzgitter gives 40 GWh, Valencia 60 and St. Thomas 90"
        isLater |= value.Low * _gigawattHours >= 3 && s.IsUpper(value.Tokens.First - 1) && s[value.Tokens.First - 1].Length > 3 && s[value.Tokens.End] is "," or "." or ";" or "and" && !s.IsAny(value.Tokens.First - 1, "Phase", "Stage", "Hall", "Line", "Building", "Gigafactory", "Giga", "Model", "Plant", "Unit", "Series", "Block", "Factory", "Works", "Module", "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December");
        return goesTo && (_isLast || SaysCapacity(s)) || isTold && _isLast || isNear && _isLast && (isWeighed || isLater) ? value with { Kind = ValueKind.Energy, Unit = _energy, Low = value.Low * _gigawattHours, High = value.High * _gigawattHours } : null;
    }

    private static bool SaysCapacity(in ValueTokens s)
    {
        for (var at = 0; at < s.Count; at++)
        {
            if (s.IsAny(at, "capacity", "output", "production")) return true;
        }

        return false;
    }

    private static bool Follows(in ValueTokens s, int before, params ReadOnlySpan<string> verbs)
    {
        for (var at = before; at > before - 3; at--)
        {
            if (s.IsAny(at, verbs)) return true;
        }

        return false;
    }

    /// <summary>No thing stands behind it that it could count.</summary>
    private static bool IsUncounted(in ValueTokens s, int at) => (s[at] is not ("%" or "/" or "-" or "–" or "°" or "'" or "’" or ":") || s[at] is "–" && !s.IsGlued(at)) && !s.IsNumber(at) &&
        (!s.IsWord(at) || s.IsAny(at, "possible", "one", "later", "first", "originally", "initially", "once", "previously", "envisaged", "planned", "promised", "foreseen", "announced", "by", "in", "if", "when", "at", "after", "with", "and", "or", "but", "today", "now",
            "eventually", "ultimately", "someday", "potentially", "possibly", "thereafter", "perhaps", "maybe", "this", "next", "last", "already", "for", "as", "from", "on", "instead", "is", "was", "were", "are", "would", "could", "will", "should", "maximum", "max", "earlier", "before", "while", "that", "which", "so", "then", "a"));

    private static decimal Factor(in ValueTokens s, Value written, Value said)
    {
        if (written.Kind != ValueKind.Energy) return written.Low > 0 ? said.Low / written.Low : 1;
        for (var at = written.Tokens.First; at < written.Tokens.End; at++)
        {
            if (s.Lexeme(at).Unit is { Kind: ValueKind.Energy } unit) return unit.Factor;
            if (s.IsAny(at, "megawatt", "megawatts", "MW")) return 0.001m;
        }

        return 1;
    }
}
