using FluentValidation;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Gives a member what a rule owes him and could not give: a voucher had ended, or he had as many as he may. Another
/// voucher may take the place of one that is given no more.
/// </summary>
[Needs(RedemptionPermissions.GiveGifts)]
internal sealed class GiveGiftAgain(GiftShelf shelf, GiftVouchers vouchers, IMemberFiles members, IRows rows, IEvents events)
    : UseCase<GiveGiftAgain.Input, GiftView>
{
    protected override async Task<GiftView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var gift = await shelf.HoldAsync(input.Gift, cancel);
        if (gift.Refusal is null || gift.State is not (GiftState.Failed or GiftState.Given)) throw GiftShelf.NotOpen(gift);
        var member = (await members.ReadAsync([gift.MemberId], cancel))[gift.MemberId];
        if (!member.IsActive)
            throw MemberRefusals.NotActive(member.MemberNo);
        var before = Replaced(gift, input.Instead);
        gift.Parts = GiftPart.Write(before);
        gift.Times++;
        var occasion = call.Occasion();
        await vouchers.GiveAsync([(gift, occasion)], cancel);
        var after = GiftPart.Of(gift);
        if (after.Count(p => p.Held) == before.Count(p => p.Held))
            throw GiftVouchers.NotGiven(gift, after.First(p => p is { Held: false, IsReward: false }));
        if (gift.State == GiftState.Failed)
            events.Add(new GiftEarned(gift.BrandId, gift.Id, gift.MemberId, gift.Reason, gift.ClaimUntil));
        gift.State = GiftState.Given;
        (gift.MovedAt, gift.MovedBy, gift.StoreId) = (call.At, call.Caller.Name, call.Store?.Id);
        await rows.UpdateAsync([gift], Gift.Moving, cancel);
        return GiftView.Of(gift, occasion.On);
    }

    /// <summary>The gift's parts, with other vouchers in place of missing ones.</summary>
    private static GiftPart[] Replaced(Gift gift, IReadOnlyList<Replacement> replacements)
    {
        var parts = GiftPart.Of(gift);
        foreach (var (voucher, with) in replacements)
        {
            var place = Array.FindIndex(parts, p => p is { IsReward: false, Held: false } && p.Code == voucher);
            if (place < 0) throw new Refusal("redemption.gift-part-not-missing", RefusalKind.Conflict, ("part", voucher));
            parts[place] = parts[place] with { Code = with, Key = null };
        }

        return parts;
    }

    internal sealed record Input : IInput<GiftView>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key gives once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        public required Guid Gift { get; init; }

        /// <summary>Which vouchers take the place of missing ones; left out: the same is tried again.</summary>
        public IReadOnlyList<Replacement> Instead { get; init; } = [];

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Voucher">Code of the definition that is missing.</param>
    /// <param name="NewVoucher">Code of the one that takes its place.</param>
    internal sealed record Replacement(string Voucher, string NewVoucher);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Instead).Must(r => r.Count <= 10).WithErrorCode("redemption.gift-parts-out-of-range");
            RuleForEach(i => i.Instead).ChildRules(one =>
            {
                one.RuleFor(r => r.Voucher).NotEmpty().MaximumLength(RedemptionDb.CodeLength);
                one.RuleFor(r => r.NewVoucher).NotEmpty().MaximumLength(RedemptionDb.CodeLength);
            });
        }
    }
}
