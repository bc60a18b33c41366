using System.Diagnostics.CodeAnalysis;

namespace RetailMember.Membership.Imports.Files;

/// <summary>One line of a file, without its end.</summary>
/// <param name="No">From 1.</param>
/// <param name="IsCut">It went on beyond what a line may hold.</param>
internal readonly record struct Line(int No, string Text, bool IsCut);

/// <summary>Reads lines that end with CR, LF or both, and never holds more of one than a row could need.</summary>
internal sealed class LineReader(TextReader reader)
{
    public const int Longest = 100_000;

    private readonly char[] block = new char[16 * 1024];
    private readonly List<char> line = [];
    private int next;
    private int end;
    private int no;
    private bool afterReturn;

    public bool TryRead([NotNullWhen(true)] out Line? read)
    {
        line.Clear();
        var started = false;
        while (Fill())
        {
            if (afterReturn && block[next] == '\n') next++;
            afterReturn = false;
            var rest = block.AsSpan(next, end - next);
            if (rest.Length > 0) started = true;
            var length = rest.IndexOfAny('\r', '\n');
            Keep(length < 0 ? rest : rest[..length]);
            if (length < 0)
            {
                next = end;
                continue;
            }

            afterReturn = rest[length] == '\r';
            next += length + 1;
            read = Take();
            return true;
        }

        read = started ? Take() : null;
        return started;
    }

    private bool Fill()
    {
        if (next < end) return true;
        (next, end) = (0, reader.Read(block, 0, block.Length));
        return end > 0;
    }

    private void Keep(ReadOnlySpan<char> part)
    {
        var room = Longest + 1 - line.Count;
        line.AddRange(part.Length <= room ? part : part[..room]);
    }

    private Line Take()
    {
        var text = new string(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line));
        return text.Length <= Longest ? new Line(++no, text, false) : new Line(++no, text[..Longest], true);
    }
}
