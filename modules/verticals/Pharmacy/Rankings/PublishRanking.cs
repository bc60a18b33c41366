using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>
/// Puts a frozen ranking before the members and gives each place the voucher that the rules name. Asked twice it does it
/// once.
/// </summary>
[Needs(PharmacyPermissions.PublishRankings)]
internal sealed class PublishRanking(PharmacyDb db, ClubRules rules, IGifts gifts)
    : UseCase<PublishRanking.Input, PublishRanking.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ranking = await db.Rankings.SingleOrDefaultAsync(r => r.Year == input.Year && r.Quarter == input.Quarter, cancel)
            ?? throw RankingShelf.NotFound(input.Year, input.Quarter);
        if (ranking.PublishedAt is { } before) return new Result(ranking.Year, ranking.Quarter, before, 0);
        (ranking.PublishedAt, ranking.PublishedBy) = (call.At, call.Caller.Name);
        return new Result(ranking.Year, ranking.Quarter, call.At, await GiveAsync(ranking, call, cancel));
    }

    private async Task<int> GiveAsync(Ranking ranking, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        if ((await rules.OnAsync(today, cancel)).Rules.Ranking.Voucher is not { } voucher) return 0;
        var occasion = new VoucherOccasion(call.At, today, call.Caller.Name);
        var winners = await db.RankedMembers.AsNoTracking().Where(r => r.RankingId == ranking.Id).ToListAsync(cancel);
        var given = await gifts.GrantAsync(
            [.. winners.Select(w => new GiftGrant(
                $"pharmacy/ranking/{ranking.Id:N}/{w.Place}", w.MemberId, GiftContents.OfVouchers(voucher), "pharmacy.ranking",
                occasion))], cancel);
        return given.Count(g => g.Refusal is null);
    }

    /// <param name="Quarter">1 to 4.</param>
    internal sealed record Input(int Year, int Quarter) : IInput<Result>;

    /// <param name="PublishedAt">UTC.</param>
    /// <param name="Given">Vouchers given now; who could not be given one keeps his place.</param>
    internal sealed record Result(int Year, int Quarter, DateTime PublishedAt, int Given);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Year).InclusiveBetween(2000, 2199);
            RuleFor(i => i.Quarter).InclusiveBetween(1, 4);
        }
    }
}
