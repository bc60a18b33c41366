using RetailMember.Rules;
using RetailMember.Values;

namespace RetailMember.Restaurant.Rules;

/// <summary>What the house asks of those who pay with its cards, and whom it misses: one version.</summary>
internal sealed record HouseRules : IRules
{
    public const int Whole = 1_000;

    /// <summary>
    /// On the day on which money is put on a card, spending it stays below this part of it, in thousandths; left out: no
    /// limit.
    /// </summary>
    public int? SameDayPerMille { get; init; } = 500;

    /// <summary>A bill that a card pays any part of has its list price.</summary>
    public bool ListPriceWithCard { get; init; } = true;

    /// <summary>Who was not seen for so many months is asleep.</summary>
    public int SleepingMonths { get; init; } = 6;

    /// <summary>Worked examples of the same-day limit; without them, and unless they all come true, it is not put into force.</summary>
    public IReadOnlyList<SameDayExample> Examples { get; init; } = [];

    /// <summary>What holds until head office words it otherwise.</summary>
    public static HouseRules Usual { get; } = new()
    {
        Examples =
        [
            new SameDayExample("当日购 5000,可用 2499.99", new Money(5_000_00), Money.Zero, Money.Zero, new Money(2_499_99)),
            new SameDayExample("已用 1500,还可用 999.99", new Money(5_000_00), Money.Zero, new Money(1_500_00), new Money(999_99)),
            new SameDayExample("旧余额 1000 不受限", new Money(5_000_00), new Money(1_000_00), Money.Zero, new Money(3_499_99)),
        ],
    };

    /// <summary>What a card may still pay on a day, in fen; null: whatever is on it.</summary>
    /// <param name="boughtFen">What was paid for on it that day.</param>
    /// <param name="olderFen">What else it could pay now.</param>
    /// <param name="spentFen">What was spent that day of what was bought that day.</param>
    public long? MostThatDay(long boughtFen, long olderFen, long spentFen)
    {
        if (SameDayPerMille is not { } perMille || boughtFen == 0) return null;
        // Below the part itself, which need not be a whole number of fen.
        var below = (long)(((Int128)boughtFen * perMille + Whole - 1) / Whole) - 1;
        return olderFen + Math.Max(0, below - spentFen);
    }

    public IReadOnlyList<ExampleRun> RunExamples() => [.. Examples.Select(e => e.Run(this))];
}

/// <summary>A card on the day on which it was loaded, with what it may still pay.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Bought">Yuan that were paid for on it that day.</param>
/// <param name="OnCardBefore">Yuan that were on it before.</param>
/// <param name="Spent">Yuan of what was bought that are spent already.</param>
/// <param name="MayPay">Yuan that it may still pay.</param>
internal sealed record SameDayExample(string Title, Money Bought, Money OnCardBefore, Money Spent, Money MayPay)
{
    public ExampleRun Run(HouseRules rules)
    {
        var onCard = Bought.Fen - Spent.Fen + OnCardBefore.Fen;
        var most = Math.Min(onCard, rules.MostThatDay(Bought.Fen, OnCardBefore.Fen, Spent.Fen) ?? onCard);
        return new ExampleRun(Title, MayPay.ToString(), new Money(most).ToString());
    }
}
