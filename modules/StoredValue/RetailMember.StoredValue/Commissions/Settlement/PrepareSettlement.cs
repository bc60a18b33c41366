using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Settlement;

/// <summary>
/// Puts all lines that are payable by a day into a settlement, which somebody else must approve. Lines that their sellers
/// doubt wait for the answer, with all others of the same sale.
/// </summary>
[Needs(SalesPermissions.PrepareSettlements)]
internal sealed class PrepareSettlement(StoredValueDb db, IRows rows, Sequences sequences, SettlementShelf shelf)
    : UseCase<PrepareSettlement.Input, SettlementView>
{
    protected override async Task<SettlementView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var upTo = input.UpTo ?? today;
        if (upTo > today) throw Refusal.Invalid("upTo", "storedvalue.day-to-come");
        var found = await db.CommissionLines.AsNoTracking()
            .Where(l => l.State == CommissionState.Payable && l.BatchId == null && l.PayableOn <= upTo)
            .Select(l => l.Id).ToListAsync(cancel);
        // Another settlement may have taken some of them meanwhile, or a refund have closed them.
        var lines = (await rows.LockAsync<CommissionLine, Guid>(l => l.Id, found, cancel))
            .FindAll(l => l is { State: CommissionState.Payable, BatchId: null });
        // Asked for under the lock: a doubt that comes now waits until the lines are in the settlement.
        var doubted = await shelf.DoubtedAsync(cancel);
        var left = lines.RemoveAll(l => doubted.Contains(l.Id));
        if (lines.Count == 0 && left > 0)
            throw new Refusal("storedvalue.only-doubted-lines", RefusalKind.Conflict, ("lines", left));
        if (lines.Count == 0) throw new Refusal("storedvalue.nothing-to-settle", RefusalKind.Conflict);
        var batch = new SettlementBatch
        {
            Id = (await sequences.TakeAsync<SettlementBatch>(1, cancel))[0],
            BrandId = call.RequiredBrand.Id,
            UpTo = upTo,
            Lines = lines.Count,
            Fen = lines.Sum(l => l.Fen),
            PreparedById = call.Caller.Id,
            PreparedBy = call.Caller.Name,
            PreparedAt = call.At,
        };
        await rows.InsertAsync([batch], cancel);
        foreach (var line in lines) line.BatchId = batch.Id;
        await rows.UpdateAsync(lines, [nameof(CommissionLine.BatchId)], cancel);
        return SettlementView.Of(batch) with { DisputedLines = left };
    }

    internal sealed record Input : IInput<SettlementView>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key prepares once.</summary>
        public required string Key { get; init; }

        /// <summary>Business day; left out: today.</summary>
        public DateOnly? UpTo { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
    }
}

/// <summary>A settlement as staff reads it.</summary>
/// <param name="SettlementNo">Its number.</param>
/// <param name="UpTo">Business day.</param>
/// <param name="Total">Yuan.</param>
/// <param name="PreparedAt">UTC.</param>
/// <param name="DecidedAt">UTC.</param>
/// <param name="ExportedAt">UTC.</param>
internal sealed record SettlementView(
    long SettlementNo,
    SettlementState State,
    DateOnly UpTo,
    int LineCount,
    Money Total,
    string PreparedBy,
    DateTime PreparedAt,
    string? DecidedBy,
    DateTime? DecidedAt,
    string? ExportedBy,
    DateTime? ExportedAt)
{
    /// <summary>Lines that wait for the answer to a doubt: when it is prepared, those left out of it; afterwards, those in it.</summary>
    public int DisputedLines { get; init; }

    public static SettlementView Of(SettlementBatch b) => new(
        b.Id, b.State, b.UpTo, b.Lines, new Money(b.Fen), b.PreparedBy, b.PreparedAt, b.DecidedBy, b.DecidedAt, b.ExportedBy,
        b.ExportedAt);
}
