using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>The places of one ranking, with masked numbers. Before it is published it is for whoever publishes it.</summary>
[Needs(PharmacyPermissions.ViewClub)]
internal sealed class ReadRanking(PharmacyDb db, RankingShelf shelf) : Query<ReadRanking.Input, ReadRanking.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ranking = await db.Rankings.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Year == input.Year && r.Quarter == input.Quarter, cancel);
        if (ranking is null
            || (ranking.PublishedAt is null && !RankingShelf.MayPublish(call)))
            throw RankingShelf.NotFound(input.Year, input.Quarter);
        return new Result(
            ranking.Year, ranking.Quarter, ranking.FrozenAt, ranking.PublishedAt, await shelf.PlacesAsync(ranking.Id, cancel));
    }

    /// <param name="Quarter">1 to 4.</param>
    internal sealed record Input(int Year, int Quarter) : IInput<Result>;

    /// <param name="FrozenAt">UTC.</param>
    /// <param name="PublishedAt">UTC; null until then.</param>
    internal sealed record Result(
        int Year, int Quarter, DateTime FrozenAt, DateTime? PublishedAt, IReadOnlyList<RankingPlace> Places);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Quarter).InclusiveBetween(1, 4);
    }
}
