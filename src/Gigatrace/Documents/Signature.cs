using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Gigatrace.Documents;

/// <summary>A stretch of five words of a text.</summary>
/// <param name="Words">Hash of the words, any figure among them counting as "a figure".</param>
/// <param name="Figures">Hash of the figures among them; 0 where there is none.</param>
public readonly record struct Fingerprint(uint Words, ushort Figures);

/// <summary>
/// What a text is recognised by in other clothes: every second of its stretches of five words, chosen by their hash, so that two texts that share a
/// stretch choose it both or neither. Headings and boilerplate are left out. It hangs on the text alone, never on a seed or on other texts.
/// </summary>
/// <param name="Prints">In ascending order, each once.</param>
public sealed record Signature(ImmutableArray<Fingerprint> Prints)
{
    private const int Stretch = 5;

    private const int Size = 6;

    public static Signature Of(Document document)
    {
        var words = new Words();
        foreach (var passage in document.Passages)
        {
            if (!passage.Boilerplate && passage.Kind != PassageKind.Heading) words.Read(document.Text.Value.AsSpan(passage.Span.Start, passage.Span.Length));
        }

        return new Signature([.. words.Stretches(Stretch).Where(stretch => stretch.Words % 2 == 0).Distinct().OrderBy(print => print.Words).ThenBy(print => print.Figures)]);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Prints.Length * Size];
        for (var at = 0; at < Prints.Length; at++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at * Size), Prints[at].Words);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan((at * Size) + 4), Prints[at].Figures);
        }

        return bytes;
    }

    public static Signature FromBytes(ReadOnlySpan<byte> bytes)
    {
        var prints = ImmutableArray.CreateBuilder<Fingerprint>(bytes.Length / Size);
        for (; bytes.Length >= Size; bytes = bytes[Size..]) prints.Add(new Fingerprint(BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..])));
        return new Signature(prints.ToImmutable());
    }

    /// <summary>A text as hashes of its words, in lower case; of a figure, digits and points are hashed apart from the place where it stands.</summary>
    private sealed class Words
    {
        private const ulong Start = 14695981039346656037, Prime = 1099511628211;

        private readonly List<(ulong Word, ulong Figure)> _all = [];

        public void Read(ReadOnlySpan<char> text)
        {
            for (var at = 0; at < text.Length;)
            {
                if (!char.IsLetterOrDigit(text[at])) at++;
                else if (char.IsAsciiDigit(text[at])) at += Figure(text[at..]);
                else at += Word(text[at..]);
            }
        }

        public List<Fingerprint> Stretches(int length)
        {
            var stretches = new List<Fingerprint>(_all.Count);
            for (var first = 0; first + length <= _all.Count; first++)
            {
                ulong words = Start, figures = 0;
                for (var at = first; at < first + length; at++)
                {
                    words = Mix(words, _all[at].Word);
                    if (_all[at].Figure != 0) figures = Mix(figures + Start, _all[at].Figure);
                }

                stretches.Add(new Fingerprint((uint)(words >> 32), figures == 0 ? (ushort)0 : (ushort)((figures >> 48) | 1)));
            }

            return stretches;
        }

        private int Word(ReadOnlySpan<char> text)
        {
            var (hash, end) = (Start, 0);
            // Scripts without spaces count sign by sign.
            do hash = (hash ^ char.ToLowerInvariant(text[end])) * Prime;
            while (text[end++] < '\u2E80' && end < text.Length && char.IsLetterOrDigit(text[end]) && text[end] < '\u2E80');
            _all.Add((hash, 0));
            return end;
        }

        /// <summary>1,200 and 1200 are one figure; the unit right behind it is a word.</summary>
        private int Figure(ReadOnlySpan<char> text)
        {
            var (hash, end) = (Start, 0);
            for (; end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))); end++)
            {
                if (text[end] != ',') hash = (hash ^ text[end]) * Prime;
            }

            _all.Add((1, hash));
            return end;
        }

        private static ulong Mix(ulong hash, ulong next)
        {
            hash = (hash ^ next) * Prime;
            hash ^= hash >> 29;
            hash *= 0xBF58476D1CE4E5B9;
            return hash ^ (hash >> 32);
        }
    }
}
