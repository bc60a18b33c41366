using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Notes that some gifts lapsed: one transaction's share of <see cref="ExpireGifts"/>.</summary>
[Needs(RedemptionPermissions.RunJobs)]
internal sealed class ExpireSomeGifts(RedemptionDb db, GiftShelf shelf, IRows rows)
    : UseCase<ExpireSomeGifts.Input, ExpireSomeGifts.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = await Lapsing(input.AsOf).OrderBy(g => g.ClaimUntil).ThenBy(g => g.Id).Take(input.Limit)
            .Select(g => new { g.Id, g.MemberId }).ToListAsync(cancel);
        await shelf.HoldAsync([.. found.Select(g => g.MemberId)], cancel);

        // Looked at once more with the members held: one may have been taken back meanwhile.
        Guid[] ids = [.. found.Select(g => g.Id)];
        var lapsed = await Lapsing(input.AsOf).Where(g => EF.Parameter(ids).Contains(g.Id)).ToListAsync(cancel);
        foreach (var gift in lapsed)
            (gift.State, gift.MovedAt, gift.MovedBy, gift.StoreId) = (GiftState.Lapsed, call.At, call.Caller.Name, null);
        await rows.UpdateAsync(lapsed, Gift.Moving, cancel);
        return new Result(found.Count);
    }

    private IQueryable<Gift> Lapsing(DateOnly asOf) =>
        db.Gifts.AsNoTracking().Where(g => g.State == GiftState.Earned && g.ClaimUntil < asOf);

    /// <param name="AsOf">Gifts whose last day to claim is before it lapse.</param>
    internal sealed record Input(DateOnly AsOf, int Limit) : IInput<Result>;

    internal sealed record Result(int Gifts);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 10_000);
    }
}
