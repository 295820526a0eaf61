using System.Buffers;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>"1. CATL – 36.8% (+0.6pp)", "2. BYD – 15.8": the items of a ranked list as shares of the market that the text above it speaks of.</summary>
internal sealed class Rankings
{
    private static readonly SearchValues<string> Words = SearchValues.Create(["market share", "share of", "shares", "ranking", "league table", "installations", "installed", "market leader", "top ten", "top 10", "top five", "ranked"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands above the list speaks of shares or ranks, so far as it has been asked for.</summary>
    private bool _ranked;

    /// <summary>Passages since then.</summary>
    private readonly List<Part> _leads = [];

    /// <summary>An item of this list has given a percentage, so that a bare number in the same place is one too.</summary>
    private bool _percent;

    /// <summary>To be called for each passage that is no list item: what the list below it is about.</summary>
    public void Lead(Part part)
    {
        _leads.Add(part);
        _percent = false;
    }

    /// <summary>Whether the list under way is one of shares: only where there is a list are the passages above it looked at, from the nearest one on.</summary>
    private void Ask()
    {
        for (var at = _leads.Count - 1; at >= 0; at--)
        {
            if (Said(_leads[at]))
            {
                _ranked = true;
                break;
            }

            // A heading over a line that only leads in, or the other way round.
            if (_leads[at].Passage is not { Span.Length: < 120, Kind: not PassageKind.Heading })
            {
                _ranked = false;
                break;
            }
        }

        _leads.Clear();
    }

    public IReadOnlyList<ClaimDraft> Read(Part part, Discourse discourse)
    {
        if (part.Passage.Kind != PassageKind.ListItem) return [];
        Ask();
        _ranked |= part.Sentences.Exists(sentence => sentence.Text[sentence.Span].Contains("market share", StringComparison.OrdinalIgnoreCase));
        if (part.Sentences is not [var item, ..] || item.Mentions is not [{ Kind: MentionKind.Organisation } company, ..] || company.Tokens.First > item.First + 2) return [];
        if (item.Values.Find(value => value.Tokens.First >= company.Tokens.End) is not { } share) return [];
        // "CATL: 15.1 GWh (31.5 %)": the share stands behind what was sold.
        if (share.Kind is ValueKind.Energy && item.Values.Find(value => value.Kind == ValueKind.Percent && value.Tokens.First == share.Tokens.End + 1) is { } behind && item.Written(share.Tokens.End) is "(" or "," or "–" or "-" or "/" or "|") (share, _ranked) = (behind, true);
        else if (share.Tokens.First > End(item, company) + 2) return [];
        if (!_ranked || share.IsRange) return [];
        if (share.Kind != ValueKind.Percent && !(_percent && share is { Kind: ValueKind.Number, Low: > 0 and < 100 })) return [];
        _percent = true;
        return [Fields.New(item, "market_share", null, company.Name, share, null, Modality.Actual) with { When = discourse.Period }];
    }

    /// <summary>Behind the company and what stands in brackets behind it: "CATL (China) – 34 %".</summary>
    private static int End(Sentence item, Mention company)
    {
        var end = company.Tokens.End;
        if (end >= item.End || item.Written(end) is not "(") return end;
        for (var at = end + 1; at < Math.Min(item.End, end + 8); at++)
        {
            if (item.Written(at) is ")") return at + 1;
        }

        return end;
    }

    private static bool Said(Part part) => part.Sentences.Exists(sentence => sentence.Text[sentence.Span].ContainsAny(Words));
}
