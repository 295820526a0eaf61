namespace Gigatrace.Publishing.Exports;

/// <summary>The page of a site that says how its answers came about, in short.</summary>
public static class SiteMethod
{
    public static Report Report { get; } = new()
    {
        Title = "How this came about",
        Lead =
        [
            "Every statement of every document is kept with its exact words. What holds is computed from all of them, as of a day, by fixed rules; no language model takes part, and the same documents give the same answers.",
            "A figure leads to the words that it rests on. The number behind a row leads to all of them; a quote names its publisher, its date and its address.",
            "Only statements on one topic compete. A person's judgement decides first; of states the latest in the world holds, of plans the latest known; within one time what happened goes before what was meant, then the better kind of source, then more independent ones. A private note or a passage made by a machine never moves anything by itself.",
            "“Said as” tells how firmly it is said: actual, planned, possible, rumoured, denied. Times are as exact as the text has them: “by 2030”, “early 2026”, “about 2028”.",
            "Texts that do not fit are shown, with their kind: superseded (changed in order), stale (an older state repeated), scope (both hold, for different things), precision (one is the rounder form), contradiction (both cannot be so).",
            "The pipeline counts what an operator means to do or does at a named place, in GWh of cells a year, and nothing twice. What is rumoured, paused, silent for years, without a town or only “up to” stands on a watch list beside it.",
        ],
        Nothing = "",
    };
}
