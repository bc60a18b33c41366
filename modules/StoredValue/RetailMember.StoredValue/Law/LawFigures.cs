using System.Globalization;
using RetailMember.Modules;
using RetailMember.Settings;
using RetailMember.Values;

namespace RetailMember.StoredValue.Law;

/// <summary>
/// The figures of the law on prepaid cards as a brand has set them, in whole yuan, days, months and years. The law changes,
/// and places differ: its figures are settings, and only what they are at first stands here.
/// </summary>
internal sealed record LawFigures
{
    private const string Prefix = "StoredValue.Law.";
    private const long FenOfYuan = 100;
    private const string NamedCapYuan = nameof(NamedCapYuan);
    private const string UnnamedCapYuan = nameof(UnnamedCapYuan);
    private const string RealNameFromYuan = nameof(RealNameFromYuan);
    private const string CompanyCashBelowYuan = nameof(CompanyCashBelowYuan);
    private const string PersonCashBelowYuan = nameof(PersonCashBelowYuan);
    private const string CashRefundYuan = nameof(CashRefundYuan);

    private static readonly HashSet<string> Names =
    [
        .. new[]
        {
            NamedCapYuan, UnnamedCapYuan, RealNameFromYuan, CompanyCashBelowYuan, PersonCashBelowYuan, nameof(UnnamedMonths),
            nameof(CoolingOffDays), CashRefundYuan, nameof(KeepYears),
        }.Select(name => Prefix + name),
    ];

    /// <summary>What the rules of the trade say today.</summary>
    public static readonly LawFigures Usual = new()
    {
        NamedCap = Yuan(5_000), UnnamedCap = Yuan(1_000), RealNameFrom = Yuan(10_000), CompanyCashBelow = Yuan(5_000),
        PersonCashBelow = Yuan(50_000), UnnamedMonths = 36, CoolingOffDays = 7, CashRefund = Yuan(100), KeepYears = 5,
    };

    /// <summary>The most on a card whose holder is known, bonus included.</summary>
    public required Money NamedCap { get; init; }

    /// <summary>The most on a card that belongs to whoever carries it.</summary>
    public required Money UnnamedCap { get; init; }

    /// <summary>A buyer of so much at once is registered by name.</summary>
    public required Money RealNameFrom { get; init; }

    /// <summary>A company pays less than this in cash.</summary>
    public required Money CompanyCashBelow { get; init; }

    /// <summary>A person pays less than this in cash.</summary>
    public required Money PersonCashBelow { get; init; }

    /// <summary>A card without a name is valid for at least so many months.</summary>
    public required long UnnamedMonths { get; init; }

    /// <summary>Days in which a customer may have his principal back without a reason.</summary>
    public required long CoolingOffDays { get; init; }

    /// <summary>The most that goes back to one holder in cash on one day.</summary>
    public required Money CashRefund { get; init; }

    /// <summary>Years for which buyers stay known after their last purchase of a card.</summary>
    public required long KeepYears { get; init; }

    /// <summary>What texts of warnings and refusals name.</summary>
    public IReadOnlyList<(string Name, object? Value)> Facts =>
    [
        ("named", Whole(NamedCap)), ("unnamed", Whole(UnnamedCap)), ("realName", Whole(RealNameFrom)),
        ("company", Whole(CompanyCashBelow)), ("person", Whole(PersonCashBelow)), ("months", UnnamedMonths),
        ("days", CoolingOffDays), ("cash", Whole(CashRefund)), ("years", KeepYears),
    ];

    /// <summary>The brand allows more than the rules of the trade do.</summary>
    public bool IsLaxerThanUsual => LaxerThanUsual.Any();

    /// <summary>Names of the settings by which it does.</summary>
    public IEnumerable<string> LaxerThanUsual => LaxerThan(Usual);

    /// <summary>Names of the settings by which these allow more than others do.</summary>
    public IEnumerable<string> LaxerThan(LawFigures other)
    {
        if (NamedCap > other.NamedCap) yield return Prefix + NamedCapYuan;
        if (UnnamedCap > other.UnnamedCap) yield return Prefix + UnnamedCapYuan;
        if (RealNameFrom > other.RealNameFrom) yield return Prefix + RealNameFromYuan;
        if (CompanyCashBelow > other.CompanyCashBelow) yield return Prefix + CompanyCashBelowYuan;
        if (PersonCashBelow > other.PersonCashBelow) yield return Prefix + PersonCashBelowYuan;
        if (UnnamedMonths < other.UnnamedMonths) yield return Prefix + nameof(UnnamedMonths);
        if (CoolingOffDays < other.CoolingOffDays) yield return Prefix + nameof(CoolingOffDays);
        if (CashRefund > other.CashRefund) yield return Prefix + CashRefundYuan;
        if (KeepYears < other.KeepYears) yield return Prefix + nameof(KeepYears);
    }

    /// <summary>Whether a setting is one of these figures.</summary>
    public static bool IsFigure(string setting) => Names.Contains(setting);

    public static void Describe(ModuleDescription module)
    {
        const long mostYuan = Money.LargestAcceptedFen / FenOfYuan;
        Add(NamedCapYuan, Whole(Usual.NamedCap), 1, mostYuan);
        Add(UnnamedCapYuan, Whole(Usual.UnnamedCap), 1, mostYuan);
        Add(RealNameFromYuan, Whole(Usual.RealNameFrom), 0, mostYuan);
        Add(CompanyCashBelowYuan, Whole(Usual.CompanyCashBelow), 0, mostYuan);
        Add(PersonCashBelowYuan, Whole(Usual.PersonCashBelow), 0, mostYuan);
        Add(nameof(UnnamedMonths), Usual.UnnamedMonths, 1, 1_200);
        Add(nameof(CoolingOffDays), Usual.CoolingOffDays, 0, 366);
        Add(CashRefundYuan, Whole(Usual.CashRefund), 0, mostYuan);
        Add(nameof(KeepYears), Usual.KeepYears, 1, 100);

        void Add(string name, long usual, long least, long most) =>
            module.NumberSetting(Prefix + name, string.Create(CultureInfo.InvariantCulture, $"{usual}"), least, most);
    }

    public static LawFigures Of(ISettings settings, int? brandId)
    {
        return new LawFigures
        {
            NamedCap = Yuan(Read(NamedCapYuan)),
            UnnamedCap = Yuan(Read(UnnamedCapYuan)),
            RealNameFrom = Yuan(Read(RealNameFromYuan)),
            CompanyCashBelow = Yuan(Read(CompanyCashBelowYuan)),
            PersonCashBelow = Yuan(Read(PersonCashBelowYuan)),
            UnnamedMonths = Read(nameof(UnnamedMonths)),
            CoolingOffDays = Read(nameof(CoolingOffDays)),
            CashRefund = Yuan(Read(CashRefundYuan)),
            KeepYears = Read(nameof(KeepYears)),
        };

        long Read(string name) => settings.WholeNumber(Prefix + name, brandId);
    }

    public Money CapOf(bool named) => named ? NamedCap : UnnamedCap;

    private static Money Yuan(long yuan) => new(yuan * FenOfYuan);

    private static long Whole(Money money) => money.Fen / FenOfYuan;
}
