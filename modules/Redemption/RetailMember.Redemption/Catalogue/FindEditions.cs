using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>The brand's editions that touch a span of days, by their first day.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class FindEditions(RedemptionDb db) : Query<FindEditions.Input, FindEditions.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Editions.AsNoTracking();
        if (input.From is { } from) found = found.Where(e => e.To >= from);
        if (input.To is { } to) found = found.Where(e => e.From <= to);
        return new Result([.. (await found.OrderBy(e => e.From).Take(200).ToListAsync(cancel)).Select(EditionView.Of)]);
    }

    internal sealed record Input(DateOnly? From = null, DateOnly? To = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<EditionView> Editions);
}
