using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>
/// Puts a frozen ranking before the members and gives each place the voucher that its rules name. Asked again it gives only
/// what somebody has not been given. Nothing is published while the voucher cannot be given to anybody.
/// </summary>
[Needs(PharmacyPermissions.PublishRankings)]
internal sealed class PublishRanking(PharmacyDb db, RankingPrizes prizes) : UseCase<PublishRanking.Input, PublishRanking.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ranking = await db.Rankings.SingleOrDefaultAsync(r => r.Year == input.Year && r.Quarter == input.Quarter, cancel)
            ?? throw RankingShelf.NotFound(input.Year, input.Quarter);
        if (ranking.PublishedAt is null) (ranking.PublishedAt, ranking.PublishedBy) = (call.At, call.Caller.Name);
        var (given, missing) = await prizes.GiveAsync(ranking, call, cancel);
        return new Result(ranking.Year, ranking.Quarter, ranking.PublishedAt.Value, given, missing);
    }

    /// <param name="Quarter">1 to 4.</param>
    internal sealed record Input(int Year, int Quarter) : IInput<Result>;

    /// <param name="PublishedAt">UTC.</param>
    /// <param name="Given">Vouchers given now.</param>
    /// <param name="Missing">Winners who could not be given one: they keep their places, and can be given it later.</param>
    internal sealed record Result(int Year, int Quarter, DateTime PublishedAt, int Given, int Missing);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Year).InclusiveBetween(2000, 2199);
            RuleFor(i => i.Quarter).InclusiveBetween(1, 4);
        }
    }
}
