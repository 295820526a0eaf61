using System.Collections.Immutable;
using Gigatrace.App.Verbs;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Mcp;

/// <summary>All that an assistant can ask. Every tool is documented in <c>docs/mcp.md</c>; a test holds the page to it.</summary>
internal static class Tools
{
    private static readonly Parameter AsOf = new("as_of", "Answer with what was known on that day: 2022-01-31, 2022-01 or 2022. Default: all that is known.");

    private static readonly Parameter Limit = new("limit", $"Tokens of the answer. Default {Page.Usual}.") { Bounds = (Page.Least, Page.Most) };

    private static readonly Parameter Cursor = new("cursor", "next_cursor of the page before.");

    private static readonly Parameter About = new("name", "Only what concerns this plant or person, or this company and its plants.");

    public static ImmutableArray<Tool> All { get; } =
    [
        Asks("find", "Find plants, companies and people",
            "Finds battery plants, companies and people by a name as somebody typed it (part of a name, another spelling, a town). Begin here where you are not sure what something is called. Without a name it lists all there are.",
            CardTools.Find,
            new("name", "The name as typed: \"douai\", \"Envision AESC\", \"sunderland 2\". Leave it out to list all."),
            new("kind", "Only these.") { OneOf = Names.Kinds }),
        Asks("plant", "One plant",
            "What holds for one plant: status, capacity (installed, planned, ceiling, and its path), start, owners, customers, money, jobs, vehicles, delays and what does not fit, each figure with quotes and the id of its finding.",
            CardTools.Plant, Name("The plant, however it is written: \"AESC Douai\", \"douai\", \"sunderland 2\".")),
        Asks("company", "One company",
            "What holds for one company: owners, plants, customers, suppliers, market share and rank beside others, money, people, history, what speaks for and against it, each with quotes.",
            CardTools.Company, Name("The company, however it is written.")),
        Asks("findings", "What is held of one subject",
            "Everything that is held of one plant, company or person as of a day, statement by statement: value, time, whether it is actual or planned, which rule decided, which claims support it and which stand against it, with quotes.",
            CardTools.Findings, Name("The plant, company or person."),
            new("predicate", "Only statements of this kind, such as capacity, status, milestone, jobs, funding, investment, supplies, stake, parent, market_share, role.")),
        Asks("evidence", "The words behind a statement",
            "The source of a statement: for a claim its quote, passage, publisher, date, file and line; for a finding every quote that supports it and every one that stands against it; for a document where it comes from and what was taken out of it. Takes any id of the other answers (claim, finding, document, judgement). Use it before you rely on a figure, and to cite it.",
            EvidenceTool.Of, new Parameter("id", "The id, or its first four digits or more; for a document also its name or path.") { IsRequired = true }),
        Asks("disagreements", "What does not fit",
            "Where sources do not agree, the gravest first: contradiction, stale (a later text repeats an older state), superseded (the state or plan changed), scope (part against whole), precision (one is rounder); each says why, with the words on both sides.",
            ListTools.Disagreements, About, new("kind", "Only one kind.") { OneOf = DisagreementsVerb.Kinds }),
        Asks("timeline", "What happened when",
            "What happened when and what is to happen, in order of time, each event with its source.",
            ListTools.Timeline, About),
        Asks("pipeline", "Capacity to come",
            "GWh a year that run and that are to come, year by year: sums of what counts and of what is only watched, what is committed to customers, what was given up; then each step that was added up, with quotes.",
            ListTools.Pipeline, new Parameter("by", $"What the sums are told by. Default {PipelineCard.By[0]}.") { OneOf = PipelineCard.By }),
        Asks("changes", "What became known",
            "What became known from one day until another (from, as_of): findings that began, ended or took the place of others with what was held before, new plants, new disagreements, each with its source.",
            ListTools.Changes, new Parameter("from", "The first day: 2025-06-01, 2025-06 or 2025; a month or a year stands for its first day.") { IsRequired = true }, About),
        Asks("check_text", "Check a text against the ledger",
            "Checks a text (a draft, an answer, a note) against the ledger: which statements in it newer or better evidence supersedes, contradicts or leaves stale, which are less precise than what is held, and which the ledger says nothing of; each with the words of the text, its place and the evidence. Nothing is recorded.",
            CheckTool.Of, new Parameter("text", "The text, plain or Markdown.") { IsRequired = true, Longest = SentText.Longest },
            new("written", "The day the text speaks from. Default: the date in its front matter, else the day of the check.")),
        new("judge", "Record what a person decided",
            "Records a person's decision: two names are the same or not the same, a claim is preferred or rejected, or an earlier decision is withdrawn. Only for decisions that a person has asked you to record; it is kept with the reason and who decided. Answers with what changed.",
            [
                new("verdict", "same and not-same: of two names; prefer and reject: of a claim; withdraw: of a judgement.") { IsRequired = true, OneOf = JudgeTool.Verdicts },
                new("first", "A name as the ledger has it, or the id of the claim, or for withdraw the id of the judgement.") { IsRequired = true },
                new("second", "The other name, for same and not-same."),
                new("reason", "Why, in a sentence. Kept with it.") { IsRequired = true, Longest = 2000 },
                new("by", "Who decided: the person's name.") { IsRequired = true },
                Limit,
            ],
            JudgeTool.Of) { IsReadOnly = false },
    ];

    private static Tool Asks(string name, string title, string description, Func<Call, Answer> answer, params ImmutableArray<Parameter> parameters) =>
        new(name, title, description, [.. parameters, AsOf, Limit, Cursor], answer);

    private static Parameter Name(string description) => new("name", description) { IsRequired = true };
}
