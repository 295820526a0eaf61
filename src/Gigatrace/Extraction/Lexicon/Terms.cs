using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>What single words do in a sentence of this field. A word may be of several classes.</summary>
[Flags]
public enum TermClass : long
{
    None = 0,

    /// <summary>plant, factory, site …</summary>
    Plant = 1 << 0,

    /// <summary>plants, factories …</summary>
    Plants = 1 << 1,

    /// <summary>car, solar, chip …: before a plant word, it makes no batteries.</summary>
    OtherIndustry = 1 << 2,

    /// <summary>battery, cell, lithium …</summary>
    Battery = 1 << 3,

    /// <summary>in, at, near …: a place follows.</summary>
    Locating = 1 << 4,

    /// <summary>a, an, the, this …</summary>
    Determiner = 1 << 5,

    /// <summary>the, this, that: of something known.</summary>
    Definite = 1 << 6,

    /// <summary>its, their, our.</summary>
    Possessive = 1 << 7,

    /// <summary>it, they, she, he.</summary>
    Pronoun = 1 << 8,

    /// <summary>company, group, maker, start-up …</summary>
    CompanyNoun = 1 << 9,

    /// <summary>Energy, Technologies …: at the end of an organisation's name.</summary>
    NameEnding = 1 << 10,

    /// <summary>Ltd, GmbH …</summary>
    LegalForm = 1 << 11,

    /// <summary>announced, said, signed …: what an organisation does at the start of a sentence.</summary>
    Acting = 1 << 12,

    /// <summary>named, called …: a name follows.</summary>
    Naming = 1 << 13,

    /// <summary>and, &amp;, plus.</summary>
    And = 1 << 14,

    /// <summary>which, who, where …</summary>
    Relative = 1 << 15,

    /// <summary>CEO, director …: the head of a job title.</summary>
    TitleHead = 1 << 16,

    /// <summary>vice, chief, deputy, plant …: before or inside a job title.</summary>
    TitleModifier = 1 << 17,

    /// <summary>new, planned, own …: between a determiner and a plant word.</summary>
    PlantModifier = 1 << 18,

    /// <summary>January … December, Jan., Dec.</summary>
    Month = 1 << 19,

    /// <summary>Verbs in a finite form that carry a clause: is, has, will, said …</summary>
    Finite = 1 << 20,

    /// <summary>carmaker, automaker, customer: the other side of a supply.</summary>
    CarMakerNoun = 1 << 21,

    /// <summary>Words with a capital that are no names: Monday, Photo, However.</summary>
    NotAName = 1 << 22,

    /// <summary>Minister, Governor, Senator …: a politician's office, not a role at a company.</summary>
    Politician = 1 << 23,

    /// <summary>de, van, von: inside a person's name.</summary>
    NameParticle = 1 << 24,

    /// <summary>but, while, whereas, although, because: a new clause.</summary>
    ClauseStart = 1 << 25,

    /// <summary>Monday … Sunday.</summary>
    Weekday = 1 << 26,

    /// <summary>storage, grid, demand, market …: common words of the field. Nobody asks for them, but a word of any class is no name of its own.</summary>
    Common = 1 << 27,

    /// <summary>joint venture, venture, JV.</summary>
    Venture = 1 << 28,

    /// <summary>already, now, today, so far …: of what is, not of what is to be.</summary>
    Already = 1 << 29,

    /// <summary>Names of presidents of states: what they head is no company.</summary>
    Statesman = 1 << 30,
}

/// <summary>The classes of single words, from <c>knowledge/terms.tsv</c>.</summary>
public sealed class Terms
{
    private readonly TermClass[] _byWord;

    private Terms(TermClass[] byWord) => _byWord = byWord;

    public TermClass this[in Token token] => (uint)token.Word < (uint)_byWord.Length ? _byWord[token.Word] : TermClass.None;

    public bool Has(in Token token, TermClass any) => (this[token] & any) != TermClass.None;

    /// <summary>Whether a word from <paramref name="first"/> to before <paramref name="end"/> is of one of the classes.</summary>
    /// <param name="outsideNames">Words of a name do not count: "the Built group" has no verb.</param>
    public bool Any(Sentence sentence, int first, int end, TermClass any, bool outsideNames = false)
    {
        for (var at = first; at < end; at++)
        {
            if (Has(sentence[at], any) && !(outsideNames && sentence.MentionAt(at) is not null)) return true;
        }

        return false;
    }

    /// <summary>A row: a class's name and its words, separated by <c>|</c>.</summary>
    public static Terms Load(KnowledgeSource source, Vocabulary vocabulary)
    {
        var byWord = new Dictionary<int, TermClass>();
        foreach (var row in source.Table("terms.tsv"))
        {
            var of = Enum.Parse<TermClass>(row[0]);
            foreach (var word in row[1].Split('|'))
            {
                var number = vocabulary.Add(word);
                byWord[number] = byWord.GetValueOrDefault(number) | of;
            }
        }

        var table = new TermClass[vocabulary.Count];
        foreach (var (word, classes) in byWord) table[word] = classes;
        return new Terms(table);
    }
}
