using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>Batches of the brand and how far each came, newest first.</summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class FindVoucherBatches(RedemptionDb db) : Query<FindVoucherBatches.Input, PageOf<BatchView>>
{
    protected override async Task<PageOf<BatchView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.VoucherBatches.AsNoTracking();
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(b => b.Id < after.Id);
        var rows = await found.OrderByDescending(b => b.Id).Take(input.Size + 1)
            .Join(db.VoucherDefinitions, b => b.DefinitionId, d => d.Id, (batch, definition) => new { batch, definition.Code })
            .OrderByDescending(r => r.batch.Id).ToListAsync(cancel);
        return PageOf<BatchView>.Of(
            rows, input.Size, r => new Place(r.batch.Id), r => BatchView.Of(r.batch, r.Code));
    }

    private sealed record Place(long Id);

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<BatchView>>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
