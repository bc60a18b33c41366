using System.Globalization;
using RetailMember.Pharmacy.Rules;
using RetailMember.UseCases;
using RetailMember.Values;
using static System.FormattableString;

namespace RetailMember.Pharmacy.Pages;

/// <summary>Steps, breaks and examples as people type them: a line each, what is asked before the sign, what comes of it after.</summary>
internal static class RuleLines
{
    private const char Space = ' ';

    public static string Of(IEnumerable<TopUpStep> steps) => Join(steps.Select(s => Invariant($"{s.From} = {s.To}")));

    public static string Of(IEnumerable<PriceBreak> breaks) =>
        Join(breaks.Select(b => Invariant($"{b.LeastPieces} {b.LeastAmount.Yuan} = {b.PayRate}")));

    public static string Of(IEnumerable<ClubExample> examples) =>
        Join(examples.Select(e => e.Asks == ClubQuestion.GroupPrice
            ? Invariant($"{e.Asks} {e.Pieces} {e.Points} = {e.Gives}")
            : Invariant($"{e.Asks} {e.Points} = {e.Gives}")));

    public static IReadOnlyList<TopUpStep> Steps(string? text) =>
        [.. Lines(text, "steps", numbers: 1).Select(l => new TopUpStep(Whole(l.Numbers[0], "steps"), Whole(l.Gives, "steps")))];

    public static IReadOnlyList<PriceBreak> Breaks(string? text) =>
    [
        .. Lines(text, "breaks", numbers: 2).Select(l => new PriceBreak(
            (int)Math.Min(Whole(l.Numbers[0], "breaks"), int.MaxValue), new Money(Whole(l.Numbers[1] * 100, "breaks")), l.Gives)),
    ];

    public static IReadOnlyList<ClubExample> Examples(string? text) => [.. Split(text).Select(Example)];

    private static ClubExample Example(string line)
    {
        var words = line.Split(Space, 2);
        if (words.Length < 2 || !Enum.TryParse<ClubQuestion>(words[0], ignoreCase: true, out var asks)) throw Malformed("examples");
        var priced = asks == ClubQuestion.GroupPrice;
        var (numbers, gives) = Line(words[1], "examples", priced ? 2 : 1);
        return new ClubExample(asks, Whole(numbers[^1], "examples"), Whole(gives, "examples"))
        {
            Pieces = priced ? (int)Math.Min(Whole(numbers[0], "examples"), int.MaxValue) : 0,
        };
    }

    private static IEnumerable<(decimal[] Numbers, decimal Gives)> Lines(string? text, string field, int numbers) =>
        Split(text).Select(l => Line(l, field, numbers));

    private static (decimal[] Numbers, decimal Gives) Line(string line, string field, int numbers)
    {
        if (line.Split('=', StringSplitOptions.TrimEntries) is not [var asked, var gives]) throw Malformed(field);
        decimal[] read = [.. asked.Split(Space, StringSplitOptions.RemoveEmptyEntries).Select(n => Number(n, field))];
        return read.Length == numbers ? (read, Number(gives, field)) : throw Malformed(field);
    }

    private static decimal Number(string text, string field) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000
            ? number
            : throw Malformed(field);

    private static long Whole(decimal number, string field) => number % 1 == 0 ? (long)number : throw Malformed(field);

    private static string[] Split(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines);

    private static Refusal Malformed(string field) => Refusal.Invalid(field, "field.malformed");
}
