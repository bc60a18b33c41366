using RetailMember.Values;

namespace RetailMember.Apparel.Rules;

/// <summary>
/// The three readings of a printed ladder whose values stood out of order: 150, 50, 150 beside 1000, 2000, 3000.
/// </summary>
internal static class LadderVariants
{
    /// <summary>50, 150, 150: the values that never fall.</summary>
    public static IReadOnlyList<LadderRung> Rising { get; } = Of(50, 150, 150);

    /// <summary>150, 50, 150: as printed.</summary>
    public static IReadOnlyList<LadderRung> AsPrinted { get; } = Of(150, 50, 150);

    /// <summary>50, 100, 150: five per cent of each rung.</summary>
    public static IReadOnlyList<LadderRung> Linear { get; } = Of(50, 100, 150);

    public static IReadOnlyList<LadderRung> Named(LadderVariant variant) => variant switch
    {
        LadderVariant.Rising => Rising,
        LadderVariant.AsPrinted => AsPrinted,
        LadderVariant.Linear => Linear,
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, null),
    };

    private static LadderRung[] Of(int first, int second, int third) =>
    [
        Rung(1_000, first, new LocalName("会员级", "Member step")),
        Rung(2_000, second, new LocalName("VIP1", "VIP 1")),
        Rung(3_000, third, new LocalName("品牌标示级", "Brand step")),
    ];

    private static LadderRung Rung(long points, int yuan, LocalName name) =>
        new(points, $"clothes-{yuan}", Money.FromYuan(yuan), name);
}

internal enum LadderVariant { Rising, AsPrinted, Linear }
