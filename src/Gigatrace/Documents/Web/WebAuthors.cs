namespace Gigatrace.Documents;

/// <summary>Who wrote a page, from its JSON-LD, its byline and its meta tags.</summary>
internal static class WebAuthors
{
    private const int ReachBefore = 300;
    private const int ReachBehind = 900;

    /// <summary>Names joined by <c>; </c>; null where nothing names one. A name that is only the site's own counts where there is no other.</summary>
    public static string? Of(WebMarks marks, LinkedArticle? article, WebHeading? headline, HashSet<string> sites)
    {
        var around = WebHeading.Around(headline);
        var shown = marks.Names.Where(name => !name.Place.IsApart(around, name.Strength == 5 ? AsideKind.Beside : name.Strength == 4 ? AsideKind.Open : null)).ToList();
        var linked = (article?.Authors ?? []).SelectMany(author => author.IsPerson ? ByLine.Names(author.Name, NameTrust.Property) : []).ToList();
        var marked = Bylined(shown, headline, 4, sites);
        // Several names that the page shows say more than the one that a publishing system keeps.
        List<List<string>> ways = [linked.Count == 1 && marked.Count > 1 ? marked : linked, marked, Bylined(shown, headline, 2, sites), Meta(marks), Labelled(marks)];
        var own = ways.ConvertAll(names => names.Where(name => names.Count > 2 || !IsSite(name, sites)).Distinct(StringComparer.OrdinalIgnoreCase).ToList()).Where(names => names.Count > 0).ToList();
        if (own.Count > 0) return string.Join("; ", Distinct(Fullest(own)));
        var linkedNames = (article?.Authors ?? []).Select(author => author.Name).ToList();
        var roles = linkedNames.Concat(shown.Where(name => name.Strength >= 4).Select(name => name.Words)).Concat(MetaTags(marks).SelectMany(values => values)).Select(ByLine.Role).OfType<string>();
        return linkedNames.Concat(ways.SelectMany(names => names)).Where(name => name.Length <= 80 && !HeadWords.Default.IsNoName(name) && !name.Contains("://", StringComparison.Ordinal)).Concat(roles).FirstOrDefault();
    }

    /// <summary>The first way's names, or a longer list of another that holds them all.</summary>
    private static List<string> Fullest(List<List<string>> ways) =>
        ways.Where(names => names.Count > ways[0].Count && names.Count <= 6 && ways[0].TrueForAll(name => names.Contains(name, StringComparer.OrdinalIgnoreCase))).MaxBy(names => names.Count) ?? ways[0];

    /// <summary>Without those that hold another whole name, and without first names of names that are there.</summary>
    private static IEnumerable<string> Distinct(List<string> names) =>
        names.Where(name => !names.Exists(other => other.Length != name.Length && other.Contains(' ', StringComparison.Ordinal) && $" {name} ".Contains($" {other} ", StringComparison.OrdinalIgnoreCase)
            || (!name.Contains(' ', StringComparison.Ordinal) && other.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase))));

    /// <summary>The byline nearest the headline; one that is marked may stand anywhere in the article.</summary>
    private static List<string> Bylined(List<WebName> names, WebHeading? headline, int weakest, HashSet<string> sites)
    {
        var groups = names.Where(name => name.Strength >= weakest).GroupBy(name => name.Group).Select(group => group.ToList())
            .OrderBy(group => Nearness(group[0], headline)).ThenByDescending(group => group.Max(name => name.Strength) >= 4).ThenBy(group => group[0].Place.At);
        List<string>? first = null;
        foreach (var group in groups)
        {
            if (group.Max(name => name.Strength) < 4 && !IsNear(group[0], headline)) continue;
            var best = Group([.. group, .. Beside(group, names)]);
            if (best.Exists(name => !IsSite(name, sites))) return best;
            first ??= best.Count > 0 ? best : null;
        }

        return first ?? [];
    }

    /// <summary>Bylines of their own right behind this one, marked as it is: <c>A. Author, B. Author</c>.</summary>
    private static IEnumerable<WebName> Beside(List<WebName> group, List<WebName> names)
    {
        var (last, strength) = (group[^1], group.Max(name => name.Strength));
        if (strength < 4) yield break;
        foreach (var name in names.Where(name => name.Group > last.Group && name.Strength == strength && name.Trust == last.Trust))
        {
            if (name.Place.At - last.Place.At > last.Words.Length + 30 || name.Place.Aside != last.Place.Aside) yield break;
            yield return last = name;
        }
    }

    /// <summary>The names that the strongest marks of a byline give.</summary>
    private static List<string> Group(List<WebName> group)
    {
        foreach (var strength in group.Select(name => name.Strength).Distinct().OrderDescending())
        {
            var names = group.Where(name => name.Strength == strength).SelectMany(name => ByLine.Names(name.Words, name.Trust)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (names.Count > 0) return names;
        }

        return [];
    }

    private static bool IsNear(WebName name, WebHeading? headline)
    {
        if (headline is not { } head) return false;
        var at = name.Place.At;
        return at < head.Place.At ? head.Place.At - at <= ReachBefore : at - head.Place.At - head.Words.Length <= ReachBehind;
    }

    /// <summary>Behind the headline, before it, elsewhere.</summary>
    private static int Nearness(WebName name, WebHeading? headline) => !IsNear(name, headline) ? 2 : name.Place.At < headline!.Value.Place.At ? 1 : 0;

    /// <summary>The names in the first meta tag of authors that holds any.</summary>
    private static List<string> Meta(WebMarks marks) =>
        MetaTags(marks).Select(values => values.SelectMany(value => ByLine.Names(value, NameTrust.Property)).ToList()).FirstOrDefault(names => names.Count > 0) ?? [];

    private static IEnumerable<List<string>> MetaTags(WebMarks marks) => marks.Meta.Where(tag => HeadWords.Default.MetaAuthor.Contains(tag.Key)).Select(tag => tag.Value);

    /// <summary>The pairs of label and value that pages give to previews: "Written by", the name.</summary>
    private static List<string> Labelled(WebMarks marks) =>
        marks.Meta.TryGetValue("twitter:label1", out var label) && marks.Meta.TryGetValue("twitter:data1", out var value) && ByLine.IsLabel(label[0] + ":") ? ByLine.Names(value[0], NameTrust.Property) : [];

    private static bool IsSite(string name, HashSet<string> sites) => sites.Contains(WebTitle.Key(name));
}
