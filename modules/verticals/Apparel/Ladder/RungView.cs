using RetailMember.Apparel.Data;
using RetailMember.Redemption;
using RetailMember.Values;

namespace RetailMember.Apparel.Ladder;

/// <summary>A rung as staff sees it.</summary>
/// <param name="Rung">Its key.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Points">The threshold.</param>
/// <param name="ClaimUntil">Last business day to claim it.</param>
/// <param name="Gift">Key of the gift by which it is claimed; null where its voucher could not be given.</param>
internal sealed record RungView(
    Guid Rung, string MemberNo, DateOnly Month, long Points, Money Worth, string Voucher, string StoreCode,
        DateOnly ReachedOn,
    DateOnly ClaimUntil, RungStanding State, Guid? Gift)
{
    public static RungView Of(EarnedRung row, string memberNo, string storeCode, GiftState? gift, DateOnly today)
    {
        var state = row.State switch
        {
            RungState.TakenBack => RungStanding.TakenBack,
            RungState.Kept => RungStanding.Kept,
            _ => Standing(gift, row.ClaimUntil, today),
        };
        return new RungView(
            row.Id, memberNo, row.Month, row.Points, new Money(row.WorthFen), row.Voucher, storeCode, row.ReachedOn,
            row.ClaimUntil, state, row.GiftId);
    }

    private static RungStanding Standing(GiftState? gift, DateOnly claimUntil, DateOnly today) => gift switch
    {
        GiftState.Given => RungStanding.Claimed,
        GiftState.Declined => RungStanding.Declined,
        GiftState.Lapsed => RungStanding.Lost,
        _ when claimUntil < today => RungStanding.Lost,
        GiftState.Earned => RungStanding.Waiting,
        _ => RungStanding.NotGiven,
    };
}

/// <summary>Where a rung stands for the member.</summary>
internal enum RungStanding
{
    /// <summary>To be claimed.</summary>
    Waiting,

    Claimed,

    /// <summary>Nobody claimed it in time.</summary>
    Lost,

    TakenBack,

    /// <summary>Its reason fell away, but the voucher had been used.</summary>
    Kept,

    Declined,

    /// <summary>Its voucher could not be given; it is in the night after that is mended, or when staff asks for it.</summary>
    NotGiven,
}
