using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Disputes;

/// <summary>A seller doubts a line of his own. One doubt at a time; the answer is for whoever settles.</summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class DisputeLine(StoredValueDb db, IRows rows) : UseCase<DisputeLine.Input, DisputeView>
{
    protected override async Task<DisputeView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var line = await db.CommissionLines.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == input.CommissionLine && l.SellerId == call.Caller.Id, cancel)
            ?? throw new Refusal("storedvalue.line-not-found", RefusalKind.NotFound);
        // One doubt at a time, and none between the look for doubts and the payment.
        await rows.LockAsync<CommissionLine, Guid>(l => l.Id, [line.Id], cancel);
        if (await db.CommissionDisputes.AnyAsync(d => d.LineId == line.Id && d.AnsweredAt == null, cancel))
            throw new Refusal("storedvalue.dispute-waits", RefusalKind.Conflict);
        var dispute = new CommissionDispute
        {
            Id = Guid.CreateVersion7(),
            BrandId = line.BrandId,
            LineId = line.Id,
            SellerId = line.SellerId,
            Seller = line.Seller,
            Text = input.Text,
            At = call.At,
        };
        db.CommissionDisputes.Add(dispute);
        return DisputeView.Of(dispute, line.SaleId);
    }

    internal sealed record Input(Guid CommissionLine, string Text) : IInput<DisputeView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Text).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}

/// <summary>
/// Answers somebody else's doubt. What is wrong is put right by a correction of the sale, never by changing the line.
/// </summary>
[Needs(SalesPermissions.AnswerDisputes)]
internal sealed class AnswerDispute(StoredValueDb db) : UseCase<AnswerDispute.Input, DisputeView>
{
    protected override async Task<DisputeView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var dispute = await db.CommissionDisputes.SingleOrDefaultAsync(d => d.Id == input.Dispute, cancel)
            ?? throw new Refusal("storedvalue.dispute-not-found", RefusalKind.NotFound);
        if (dispute.AnsweredAt is not null) throw new Refusal("storedvalue.dispute-answered", RefusalKind.Conflict);
        if (dispute.SellerId == call.Caller.Id) throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        (dispute.Answer, dispute.AnsweredBy, dispute.AnsweredAt) = (input.Answer, call.Caller.Name, call.At);
        var line = await db.CommissionLines.AsNoTracking().SingleAsync(l => l.Id == dispute.LineId, cancel);
        return DisputeView.Of(dispute, line.SaleId);
    }

    internal sealed record Input(Guid Dispute, string Answer) : IInput<DisputeView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Answer).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}

/// <summary>Doubts of sellers, unanswered ones first.</summary>
[Needs(SalesPermissions.AnswerDisputes)]
internal sealed class FindDisputes(StoredValueDb db) : Query<FindDisputes.Input, FindDisputes.Result>
{
    private const int Most = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = await (
            from dispute in db.CommissionDisputes.AsNoTracking()
            join line in db.CommissionLines.AsNoTracking() on dispute.LineId equals line.Id
            orderby dispute.AnsweredAt != null, dispute.At descending
            select new { dispute, line.SaleId }).Take(Most).ToListAsync(cancel);
        return new Result([.. found.Select(f => DisputeView.Of(f.dispute, f.SaleId))]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<DisputeView> Disputes);
}

/// <summary>A doubt and its answer.</summary>
/// <param name="SaleNo">Of the line's sale; of assessment pay left out.</param>
/// <param name="Seller">User name.</param>
/// <param name="At">UTC.</param>
/// <param name="AnsweredAt">UTC.</param>
internal sealed record DisputeView(
    Guid Dispute,
    Guid CommissionLine,
    long? SaleNo,
    string Seller,
    string Text,
    DateTime At,
    string? Answer,
    string? AnsweredBy,
    DateTime? AnsweredAt)
{
    public static DisputeView Of(CommissionDispute d, long? sale) =>
        new(d.Id, d.LineId, sale, d.Seller, d.Text, d.At, d.Answer, d.AnsweredBy, d.AnsweredAt);
}
