using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>A gift with whoever it belongs to, the rule that gave it, and what became of each part.</summary>
[Needs(RedemptionPermissions.ViewGifts)]
internal sealed class ReadGift(RedemptionDb db, IMemberNumbers numbers, IBrandDirectory brands)
    : Query<ReadGift.Input, ReadGift.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var gift = await db.Gifts.AsNoTracking().SingleOrDefaultAsync(g => g.Id == input.Gift, cancel)
            ?? throw GiftShelf.NotFound();
        var rule = gift.RuleId is { } id ? await db.GiftRules.AsNoTracking().SingleAsync(r => r.Id == id, cancel) : null;
        var parts = GiftPart.Of(gift);
        string[] keys = [.. parts.Where(p => p is { IsReward: false, Key: not null }).Select(p => p.Key!)];
        var vouchers = await db.Vouchers.AsNoTracking().Where(v => EF.Parameter(keys).Contains(v.IssueKey))
            .ToDictionaryAsync(v => v.IssueKey, v => v.Id, cancel);
        return new Result(
            GiftView.Of(gift, call.RequiredBrand.DateOf(call.At)),
            (await numbers.OfAsync([gift.MemberId], cancel)).GetValueOrDefault(gift.MemberId),
            rule is null ? null : GiftRuleView.Of(rule, call),
            gift.StoreId is { } store ? brands.FindStore(store)?.Code : null,
            [
                .. parts.Select(p => new Part(
                    p.Code, p.IsReward, p.Held,
                    p is { IsReward: false, Key: { } key } && vouchers.TryGetValue(key, out var voucher) ? voucher : null,
                    p is { IsReward: true, Key: { } order } ? Guid.ParseExact(order, "N") : null)),
            ],
            Disclosure.Of(gift));
    }

    internal sealed record Input(Guid Gift) : IInput<Result>;

    /// <param name="Rule">The rule that gave it; null where another module or a person did.</param>
    /// <param name="StoreCode">Where its last step was taken.</param>
    /// <param name="CodeDisclosed">Who of the staff saw its code last; null where nobody did.</param>
    internal sealed record Result(
        GiftView Gift, string? MemberNo, GiftRuleView? Rule, string? StoreCode, IReadOnlyList<Part> Parts,
        Disclosure? CodeDisclosed);

    /// <param name="Code">Of the voucher definition, or of the reward.</param>
    /// <param name="Held">The member has it, or has used it.</param>
    /// <param name="Voucher">The voucher that it became last.</param>
    /// <param name="Order">The order by which it was handed out last.</param>
    internal sealed record Part(string Code, bool IsReward, bool Held, Guid? Voucher, Guid? Order);
}
