using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.Redemption;

namespace RetailMember.Campaigns.Awards;

/// <summary>Gives, and takes back, what Redemption keeps of awards: vouchers, rewards and benefits.</summary>
internal sealed class PrizeGiver(IGifts gifts, IBenefits benefits)
{
    /// <summary>Gives all of them, or none and the code of why.</summary>
    public async Task<string?> GiveAsync(IReadOnlyList<(AwardAsked Asked, Guid Id)> underway, CancellationToken cancel)
    {
        var things = underway.Where(u => u.Asked.Prize.Things > 0).ToList();
        var given = await gifts.GrantAsync([.. things.Select(u => GiftOf(u.Asked, u.Id))], cancel);
        var refusal = given.Select(g => g.Refusal).FirstOrDefault(r => r is not null);
        var entitled = refusal is null ? underway.Where(u => u.Asked.Prize.Benefit is not null).ToList() : [];
        var granted = await benefits.GrantAsync([.. entitled.Select(u => BenefitOf(u.Asked, u.Id))], cancel);
        refusal ??= granted.Select(g => g.Refusal).FirstOrDefault(r => r is not null);
        if (refusal is null) return null;
        await gifts.RevokeAsync(
            [.. things.Zip(given).Where(t => t.Second.Refusal is null).Select(t => new GiftRevocation(
                KeyOf(t.First.Id), "not-given", Occasion(t.First.Asked.Occasion)))],
            cancel);
        await benefits.RevokeAsync(
            [.. entitled.Zip(granted).Where(t => t.Second.Refusal is null).Select(t => new BenefitRevocation(
                t.First.Asked.Prize.Benefit!, t.First.Asked.Member.Id, Occasion(t.First.Asked.Occasion), KeyOf(t.First.Id)))],
            cancel);
        return refusal;
    }

    /// <summary>Takes an award's vouchers, rewards and benefit back, as far as they are unused; how many things it got.</summary>
    public async Task<int> TakeAsync(Award award, string why, AwardOccasion occasion, CancellationToken cancel)
    {
        if (award.Benefit is { } benefit)
            await benefits.RevokeAsync(
                [new BenefitRevocation(benefit, award.MemberId, Occasion(occasion), award.OuterKey)], cancel);
        if (award.Vouchers == 0) return 0;
        return (await gifts.RevokeAsync([new GiftRevocation(award.OuterKey, why, Occasion(occasion))], cancel))[0].Taken;
    }

    private static GiftGrant GiftOf(AwardAsked asked, Guid id) => new(
        KeyOf(id), asked.Member.Id, new GiftContents(asked.Prize.Vouchers, asked.Prize.Rewards), asked.Campaign.Code,
        Occasion(asked.Occasion),
        asked.Prize.ClaimDays is { } days ? asked.Occasion.On.AddDays(days - 1) : null);

    private static BenefitGrant BenefitOf(AwardAsked asked, Guid id) => new(
        asked.Prize.Benefit!, asked.Member.Id, asked.Occasion.On,
        asked.Prize.BenefitDays is { } days ? asked.Occasion.On.AddDays(days - 1) : null,
        asked.Campaign.Code, Occasion(asked.Occasion), KeyOf(id));

    private static string KeyOf(Guid id) => $"campaign/{id:N}";

    private static VoucherOccasion Occasion(AwardOccasion occasion) =>
        new(occasion.At, occasion.On, occasion.Operator, occasion.StoreId);
}
