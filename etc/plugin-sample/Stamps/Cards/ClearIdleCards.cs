using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.UseCases;
using Stamps.Data;

namespace Stamps.Cards;

/// <summary>Takes the stamps off cards that saw no visit for a year. A job runs it each night.</summary>
[Needs(StampsModule.ClearCards)]
internal sealed class ClearIdleCards(StampsDb db) : UseCase<ClearIdleCards.Input, ClearIdleCards.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var until = call.RequiredBrand.DateOf(call.At).AddYears(-1);
        var cleared = await db.Cards.Where(c => c.Stamps > 0 && c.LastOn < until)
            .ExecuteUpdateAsync(card => card.SetProperty(c => c.Stamps, 0), cancel);
        return new Result(cleared);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(int Cleared);
}
