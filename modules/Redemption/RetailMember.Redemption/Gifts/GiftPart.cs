using System.Text.Json;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>One thing of a gift.</summary>
/// <param name="Code">Of the voucher definition, or of the reward.</param>
/// <param name="IsReward">A reward rather than a voucher.</param>
/// <param name="Held">The member has it; used up or not.</param>
/// <param name="Key">By which he had it last: the voucher's issue, or the reward's order.</param>
internal sealed record GiftPart(string Code, bool IsReward, bool Held = false, string? Key = null)
{
    public static GiftPart[] Of(GiftContents contents) =>
    [
        .. contents.Vouchers.Select(v => new GiftPart(v, IsReward: false)),
        .. contents.Rewards.Select(r => new GiftPart(r, IsReward: true)),
    ];

    public static GiftPart[] Of(Gift gift) => JsonSerializer.Deserialize<GiftPart[]>(gift.Parts, Json.Stored)!;

    /// <summary>How many of its parts the member has.</summary>
    public static int HeldOf(Gift gift) => Of(gift).Count(p => p.Held);

    public static string Write(IReadOnlyList<GiftPart> parts) => JsonSerializer.Serialize(parts, Json.Options);

    /// <summary>The business key of a part's voucher; a gift that is given anew issues new ones.</summary>
    public static string VoucherKey(Gift gift, int part) => $"gift/{gift.Id:N}/{gift.Times}/{part}";
}
