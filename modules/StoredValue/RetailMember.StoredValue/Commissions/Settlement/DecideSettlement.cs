using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Settlement;

/// <summary>
/// Approves a settlement that somebody else prepared and in which he earns nothing: its lines are settled and it never
/// changes again; not while a seller doubts one of them. Or discards it: its lines wait for the next.
/// </summary>
[Needs(SalesPermissions.ApproveSettlements)]
internal sealed class DecideSettlement(IRows rows, SettlementShelf shelf)
    : UseCase<DecideSettlement.Input, SettlementView>
{
    protected override async Task<SettlementView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var batch = await shelf.FindAsync(input.Settlement, cancel);
        if (batch.State != SettlementState.Draft)
            throw new Refusal("storedvalue.settlement-decided", RefusalKind.Conflict, ("settlement", batch.Id));
        if (input.Approve && call.Caller.Id is { } caller && caller == batch.PreparedById)
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        var lines = await rows.LockAsync<CommissionLine, long?>(l => l.BatchId, [batch.Id], cancel);
        var doubted = await shelf.DoubtedAsync(cancel);
        if (input.Approve && lines.Exists(l => l.SellerId == call.Caller.Id))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        if (input.Approve && lines.Count(l => doubted.Contains(l.Id)) is > 0 and var waiting)
            throw new Refusal("storedvalue.settlement-doubted", RefusalKind.Conflict, ("lines", waiting));
        foreach (var line in lines)
        {
            if (input.Approve) line.State = CommissionState.Settled;
            else line.BatchId = null;
        }

        await rows.UpdateAsync(lines, [nameof(CommissionLine.State), nameof(CommissionLine.BatchId)], cancel);
        batch.State = input.Approve ? SettlementState.Approved : SettlementState.Discarded;
        (batch.DecidedBy, batch.DecidedAt) = (call.Caller.Name, call.At);
        return SettlementView.Of(batch);
    }

    internal sealed record Input(long Settlement, bool Approve) : IInput<SettlementView>;
}

/// <summary>Notes who fetched the file of an approved settlement first.</summary>
[Needs(SalesPermissions.PrepareSettlements)]
internal sealed class ExportSettlement(StoredValueDb db, SettlementShelf shelf)
    : UseCase<ExportSettlement.Input, ReadSettlement.Result>
{
    protected override async Task<ReadSettlement.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var batch = await shelf.FindAsync(input.Settlement, cancel);
        if (batch.State is not (SettlementState.Approved or SettlementState.Exported))
            throw new Refusal("storedvalue.settlement-not-approved", RefusalKind.Conflict, ("settlement", batch.Id));
        if (batch.State == SettlementState.Approved)
        {
            batch.State = SettlementState.Exported;
            (batch.ExportedBy, batch.ExportedAt) = (call.Caller.Name, call.At);
        }

        var lines = await db.CommissionLines.AsNoTracking().Where(l => l.BatchId == batch.Id).OrderBy(l => l.Id).ToListAsync(cancel);
        return ReadSettlement.Result.Of(batch, lines, shelf);
    }

    internal sealed record Input(long Settlement) : IInput<ReadSettlement.Result>;
}
