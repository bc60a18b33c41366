using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>The places of one ranking, with masked numbers. Before it is published it is for whoever publishes it.</summary>
[Needs(PharmacyPermissions.ViewClub)]
internal sealed class ReadRanking(PharmacyDb db, RankingShelf shelf, RankingPrizes prizes)
    : Query<ReadRanking.Input, ReadRanking.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ranking = await db.Rankings.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Year == input.Year && r.Quarter == input.Quarter, cancel);
        var publishes = RankingShelf.MayPublish(call);
        if (ranking is null || (ranking.PublishedAt is null && !publishes))
            throw RankingShelf.NotFound(input.Year, input.Quarter);
        var read = new Result(
            ranking.Year, ranking.Quarter, ranking.FrozenAt, ranking.PublishedAt, await shelf.PlacesAsync(ranking.Id, cancel));
        if (!publishes) return read;
        return read with
        {
            Voucher = await prizes.VoucherAsync(ranking, cancel),
            WithoutPrize = ranking.PublishedAt is null
                ? []
                : [.. (await prizes.MissingAsync(ranking, cancel)).Select(w => w.Place)],
        };
    }

    /// <param name="Quarter">1 to 4.</param>
    internal sealed record Input(int Year, int Quarter) : IInput<Result>;

    /// <param name="FrozenAt">UTC.</param>
    /// <param name="PublishedAt">UTC; null until then.</param>
    internal sealed record Result(
        int Year, int Quarter, DateTime FrozenAt, DateTime? PublishedAt, IReadOnlyList<RankingPlace> Places)
    {
        /// <summary>Code of the voucher that each place is given; for whoever publishes it, and null where it gives none.</summary>
        public string? Voucher { get; init; }

        /// <summary>For whoever publishes it: the ranks of those who have not been given theirs though it is published.</summary>
        public IReadOnlyList<int> WithoutPrize { get; init; } = [];
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Quarter).InclusiveBetween(1, 4);
    }
}
