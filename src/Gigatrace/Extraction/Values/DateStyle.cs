namespace Gigatrace.Extraction.Values;

/// <summary>How the writer of a text means dates.</summary>
public enum DateStyle : byte
{
    /// <summary>As news say them: as exact as the words ("in two months" is a month), and what only a diary would take for a date is none ("the week", "7/6").</summary>
    News,

    /// <summary>
    /// As people plan their days, in American English: distances count to the day, months have a beginning and an end, the month stands before the day,
    /// "since" leaves the end open, and small letters, numbers as words and the bare "the week" are dates too.
    /// </summary>
    Diary,
}
