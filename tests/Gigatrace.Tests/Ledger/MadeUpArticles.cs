using System.Globalization;

namespace Gigatrace.Tests.Ledger;

/// <summary>Articles in words of our own, and what editors do to them. The same number gives the same article.</summary>
internal sealed class MadeUpArticles(int seed)
{
    private static readonly string[] Who = ["the mayor", "a spokesman for the maker", "the works council", "an engineer on the site", "the head of the harbour", "a teacher from the next village", "the ministry", "the grid operator", "a supplier of foils", "the owner of the field", "one of the founders", "the union", "a banker who knows the loan", "the planning office", "the first customer"];
    private static readonly string[] Says = ["said on the phone", "wrote in a letter to the council", "told the evening programme", "explained during a walk through the hall", "repeated at the fence", "admitted after the meeting", "had noted in the margin of the plan", "announced from the steps of the town hall", "confirmed to this paper", "let it be known"];
    private static readonly string[] What = ["the second hall", "the dry room", "the coating line", "the road to the quay", "the new substation", "a roof over the yard", "the test bench", "the canteen", "the pipe for cooling water", "a row of ovens", "the warehouse beside the tracks", "the recycling shed", "the tower for solvents", "a school for fitters"];
    private static readonly string[] Does = ["would be ready before the swallows come back", "costs more than anybody had written down", "stands where the sawmill burnt in the war", "needs people who can read a drawing", "has waited for a permit since the spring", "was paid for out of the first instalment", "will be moved a few steps to the north", "gives off less heat than had been feared", "takes up the whole of the lower meadow", "came on ships from three continents", "must pass a last inspection by the fire brigade", "is the reason why the bus now stops here"];
    private static readonly string[] Then = ["and nobody in the room objected", "which surprised even those who had drawn it", "although the rain had not stopped for a week", "so that the cranes could leave at last", "while the children of the village counted lorries", "as two of the older plans had foreseen", "because the bank insisted on it", "and the applause was short", "though the river stood high again", "before the lights went on in the valley", "once the last truck had turned around", "for reasons that remain in a drawer"];
    private static readonly string[] Places = ["Lindenau", "Aske", "Torup", "Vallby", "Oberried", "Quarnhof", "Sandvik Harbour", "Mosterby", "Eichwald", "Kaltenbrunn"];

    private uint _state = (uint)(seed * 2654435761) | 1;

    public int Below(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }

    public string One(string[] words) => words[Below(words.Length)];

    public string Place() => One(Places);

    public string Sentence() => Below(3) == 0
        ? $"In {One(Places)}, {One(Who)} {One(Says)} that {One(What)} with its {Number()} {(Below(2) == 0 ? "posts" : "square metres")} {One(Does)}, {One(Then)}."
        : $"{Upper(One(Who))} {One(Says)} that {One(What)} {One(Does)}, {One(Then)}.";

    public List<string> Sentences(int count) => [.. Enumerable.Range(0, count).Select(_ => Sentence())];

    /// <summary>A release by a form that is used again and again: only names and figures change.</summary>
    public static List<string> Form(string maker, string place, int first, int second, int third) =>
    [
        $"{maker} today reported on its works in {place} for the quarter that has ended.",
        $"The works delivered cells of {first} megawatt-hours to its customers, after {second} in the quarter before.",
        $"At the end of the quarter {third} people worked there on permanent contracts.",
        $"The management keeps to its forecast of {first + second} megawatt-hours for the whole of the year.",
        "The next report will be published on the usual day, and a call for analysts will be held in the afternoon.",
        $"Statements about what lies ahead rest on what is known today; {maker} does not undertake to bring them up to date.",
    ];

    /// <summary>Of a hundred words so many are replaced.</summary>
    public List<string> Edited(IEnumerable<string> sentences, int percent) =>
        [.. sentences.Select(sentence => string.Join(' ', sentence.Split(' ').Select(word => Below(100) < percent && !word.Any(char.IsDigit) ? One(["indeed", "however", "later", "rather", "likewise"]) : word)))];

    public List<string> WithoutOne(List<string> sentences)
    {
        var drop = Below(sentences.Count);
        return [.. sentences.Where((_, at) => at != drop)];
    }

    private int Number() => 100 + Below(9000);

    private static string Upper(string words) => char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
}
