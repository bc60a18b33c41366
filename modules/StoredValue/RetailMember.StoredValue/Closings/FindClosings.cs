using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>Requests to give cards up: those that wait first, then the newest.</summary>
[Needs(StoredValuePermissions.ViewCards)]
internal sealed class FindClosings(StoredValueDb db, IBrandDirectory brands)
    : Query<FindClosings.Input, FindClosings.Result>
{
    private const int Most = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.CardClosings.AsNoTracking();
        if (input.Card is { } card) found = found.Where(c => c.CardId == card);
        var rows = await found.OrderBy(c => c.State).ThenByDescending(c => c.RequestedAt).Take(Most).ToListAsync(cancel);
        return new Result([.. rows.Select(c => ClosingView.Of(c, brands))]);
    }

    internal sealed record Input(Guid? Card = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<ClosingView> Closings);
}
