namespace Gigatrace.Extraction.Values;

/// <summary>Units behind a number, with what is written between their words: GWh · gigawatt-hours (GWh) · square metres · Wh/kg · GWh a year.</summary>
internal static class Units
{
    private static readonly Unit Gigawatt = new(ValueKind.Measure, "GW");
    private static readonly Unit Megawatt = new(ValueKind.Measure, "MW");
    private static readonly Unit Terawatt = new(ValueKind.Measure, "TW");
    private static readonly Unit Kilowatt = new(ValueKind.Measure, "kW");
    private static readonly Unit Percentage = new(ValueKind.Percent, "percent");

    private static readonly Lexeme Percent = new() { Unit = Percentage, Starts = false };
    private static readonly Lexeme Degree = new() { Unit = Measure("°"), Starts = false };

    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        yield return Of("gwh gwhs gigawatthour gigawatthours gigawattstunden gig gigs", Energy(1));
        yield return Of("gwhpa gwhpy", Energy(1) with { Name = "GWh/yr" });
        yield return Of("mwh mwhs megawatthour megawatthours", Energy(0.001m));
        yield return Of("twh twhs terawatthour terawatthours", Energy(1000));
        yield return Of("gw gwp gigawatt gigawatts", Gigawatt);
        yield return Of("mw mwp megawatt megawatts", Megawatt);
        yield return Of("tw terawatt terawatts", Terawatt);
        yield return Of("kw kwp kilowatt kilowatts", Kilowatt);
        yield return Of("percent percents pct pc percentage", Percentage);
        yield return Of("tpa tpy", Measure("t/yr"));
        foreach (var names in (string[])
        [
            "kWh kilowatthour kilowatthours", "Wh watthour watthours", "W watt watts", "V volt volts", "Ah", "mAh", "kV", "Hz", "GHz", "MHz", "kHz",
            "km kms kilometer kilometers kilometre kilometres", "m meter meters metre metres", "cm", "mm millimetres millimeters", "nm", "μm",
            "mile miles", "ft foot feet", "yard yards", "inch inches", "ha hectare hectares", "acre acres", "sqm", "sqft", "km² km2", "m² m2",
            "t ton tons tonne tonnes", "kt kilotonne kilotonnes kilotons", "Mt megatonne megatonnes", "kg kilogram kilograms kilos kilo", "g gram grams", "lb lbs pounds",
            "GB", "MB", "TB", "KB", "ppm", "hour hours hr hrs", "minute minutes min mins", "second seconds sec secs", "mph", "kmh", "bar", "barrels", "litre litres liter liters l",
            "hp horsepower", "Nm", "degree degrees", "C celsius", "wpm", "px pixels", "points", "basis", "MMBtu",
        ])
        {
            var name = names.Split(' ')[0];
            yield return Of(names.ToLowerInvariant().Replace("μm", "um", StringComparison.Ordinal), Measure(name));
        }
    }

    public static Lexeme? Symbol(char c) => c switch
    {
        '%' or '％' => Percent,
        '°' => Degree,
        _ => null,
    };

    /// <summary>The unit at a place, and the place behind it; null where there is none.</summary>
    public static Unit? TryRead(in ValueTokens s, int at, out int end)
    {
        var start = s.SkipHyphen(at);
        end = start;
        if (s.Is(start, "per") && s.Is(start + 1, "cent")) return Percents.Points(s, Percentage, start + 2, out end);
        if (s.IsAny(start, "square", "sq", "cubic") && s.Lexeme(s.Skip(start + 1, ".")).Unit is { Kind: ValueKind.Measure } area)
        {
            end = s.Skip(start + 1, ".") + 1;
            return area with { Name = area.Name + "²" };
        }

        if (s.Lexeme(start).Unit is not { } unit || unit.Kind == ValueKind.Money || !IsMeant(s, start)) return null;
        end = start + 1;
        if (unit.Kind == ValueKind.Percent) return Percents.Points(s, unit, end, out end);
        if (IsHour(s, ref end)) unit = WithHours(unit);
        if (unit.Kind == ValueKind.Energy || unit.Name is "GW" or "MW") end = SkipAbbreviation(s, end);
        if (unit.Name is "GW" && (IsOfCells(s, end) || IsBehindCapacity(s, start) || IsOfFactory(s, start, end))) unit = WithHours(unit);
        return Rate(s, unit, ref end);
    }

    private static Unit Energy(decimal gigawattHours) => new(ValueKind.Energy, "GWh", gigawattHours);

    private static Unit Measure(string name) => new(ValueKind.Measure, name);

    private static (string Forms, Lexeme Lexeme) Of(string forms, Unit unit) => (forms, new Lexeme { Unit = unit, Starts = false });

    /// <summary>A unit of one letter stands right behind its number, in its own case: "12 V", not "12 v" nor "1 C".</summary>
    public static bool IsMeant(in ValueTokens s, int at) => s.Lexeme(at).Unit is { Kind: ValueKind.Money } ? s[at].Length > 1 || s[at] is "p" || !s.IsWord(at) : s[at].Length > 1
        ? !(s.IsGlued(at) && s.IsHyphen(at - 1) && s.IsAny(at, "points", "bar", "basis", "min", "sec", "pounds"))
        : s[at] is "%" or "％" or "°" or "V" or "W" || (s[at] is "m" or "t" or "g" or "l" && !s.IsUpper(at)) || (s[at] is "C" && s[at - 1] is "°");

    private static bool IsHour(in ValueTokens s, ref int end)
    {
        var next = s[end] is "·" or "⋅" or "." && s.Is(end + 1, "h") ? end + 1 : s.SkipHyphen(end);
        if (!s.IsAny(next, "hour", "hours", "hr", "h")) return false;
        end = next + 1;
        return true;
    }

    /// <summary>"a 20 GW battery factory", "24 GW of its sodium-ion batteries": the press leaves the hours out. Not so for storage or sun, which are rated in GW.</summary>
    private static bool IsOfCells(in ValueTokens s, int end)
    {
        for (var at = end; at < end + 8 && (s.IsWord(at) || s[at] is "-" or "'s" or "’s"); at++)
        {
            if (s.IsAny(at, "storage", "solar", "wind", "pv", "photovoltaic", "renewable", "renewables", "power", "capacity", "and", "by", "in")) return false;
            if (s.IsAny(at, "batteries", "cells", "gigafactory", "gigafactories")) return !s.Is(at + 1, "storage");
            if (s.IsAny(at, "battery", "cell")) return s.IsAny(at + 1, "plant", "factory", "production", "manufacturing", "works", "cell", "capacity", "gigafactory", "cells", "plants", "factories", "facility", "unit");
        }

        return false;
    }

    /// <summary>"the production capacity is 20 GW": what is made, not what a power station gives.</summary>
    private static bool IsBehindCapacity(in ValueTokens s, int at)
    {
        for (var before = at - 1; before > Math.Max(0, at - 7); before--)
        {
            if (s.Is(before, "capacity")) return s.IsAny(before - 1, "production", "manufacturing", "cell", "battery");
        }

        return false;
    }

    /// <summary>"equip the factory with a 20 GW capacity": what a factory makes in a year, where nothing says that it makes what is itself rated in GW.</summary>
    private static bool IsOfFactory(in ValueTokens s, int at, int end)
    {
        if (!s.Is(end, "capacity")) return false;
        var makes = false;
        for (var near = Math.Max(0, at - 14); near < end + 14; near++)
        {
            if (s.IsAny(near, "solar", "wind", "pv", "photovoltaic", "module", "modules", "panel", "panels", "wafer", "wafers", "polysilicon", "turbine", "turbines", "electrolyser", "electrolysers", "electrolyzer", "electrolyzers", "hydrogen", "inverter", "inverters", "nuclear", "power")) return false;
            makes |= near < at && near > at - 8 && s.IsAny(near, "factory", "factories", "gigafactory", "gigafactories");
        }

        return makes;
    }

    private static Unit WithHours(Unit power) => power.Name switch
    {
        "GW" => Energy(1),
        "MW" => Energy(0.001m),
        "TW" => Energy(1000),
        "kW" => Measure("kWh"),
        "W" => Measure("Wh"),
        _ => power,
    };

    /// <summary>"gigawatt-hours (GWh)", "GWh (gigawatt-hours)".</summary>
    private static int SkipAbbreviation(in ValueTokens s, int end)
    {
        if (s[end] is not "(" || s.Lexeme(end + 1).Unit is not { Kind: ValueKind.Energy or ValueKind.Measure }) return end;
        var close = end + 2;
        if (!IsHour(s, ref close)) close = end + 2;
        return s[close] is ")" ? close + 1 : end;
    }

    /// <summary>"a year", "/yr", "per annum" behind it: with energy it makes GWh/yr; "/kg" and the like are swallowed.</summary>
    private static Unit Rate(in ValueTokens s, Unit unit, ref int end)
    {
        if (IsYearly(s, end, out var yearEnd))
        {
            end = yearEnd;
            return unit with { Name = unit.Name + "/yr" };
        }

        if (unit.Kind == ValueKind.Energy) return unit;
        if (s[end] is "/" && s.IsWord(end + 1) && s[end + 1].Length <= 5) end += 2;
        else if (s.Is(end, "per") && s.Lexeme(end + 1).Unit is { Kind: ValueKind.Measure }) end += 2;
        return unit;
    }

    public static bool IsYearly(in ValueTokens s, int at, out int end)
    {
        end = at;
        var last = at;
        if (s.IsAny(at, "annually", "yearly", "pa", "py")) last = at + 1;
        else if (s[at] is "/" or "·" && s.IsAny(at + 1, "yr", "year", "a", "y", "annum")) last = at + 2;
        else if (s.IsAny(at, "a", "per", "each", "every", "the", "by") && s.IsAny(at + 1, "year", "annum", "yr")) last = at + 2;
        else if (s.Is(at, "to") && s.IsAny(at + 1, "the") && s.Is(at + 2, "year")) last = at + 3;
        else if (s.Is(at, "p") && s[at + 1] is "." && s.Is(at + 2, "a")) last = s[at + 3] is "." && s.IsGlued(at + 3) && s.IsWord(at + 4) && !s.IsUpper(at + 4) ? at + 4 : at + 3;
        else if (s.IsHyphen(at) && s.IsGlued(at) && s.IsAny(at + 1, "per", "a") && s.IsHyphen(at + 2) && s.Is(at + 3, "year")) last = at + 4;
        if (last == at || s.IsAny(last, "ago", "earlier", "later", "before", "after") || (s.Is(last, "from") && s.Is(last + 1, "now"))) return false;
        end = last;
        return true;
    }
}
