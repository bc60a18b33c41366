using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Targets.Assessments;

/// <summary>
/// Approves a month's assessment that somebody else prepared and that pays him nothing: it is fixed, and what it pays goes
/// into the next settlement. Or discards it, so that it is prepared anew.
/// </summary>
[Needs(SalesPermissions.ApproveSettlements)]
internal sealed class DecideAssessment(StoredValueDb db, IRows rows) : UseCase<DecideAssessment.Input, AssessmentView>
{
    protected override async Task<AssessmentView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var month = TargetBook.MonthOf(input.Month);
        var closing = (await rows.LockAsync<AssessmentClosing, DateOnly>(c => c.Month, [month], cancel))
            .Find(c => c.BrandId == brand.Id)
            ?? throw new Refusal("storedvalue.assessment-not-found", RefusalKind.NotFound, ("month", month));
        if (closing.State != AssessmentState.Draft)
            throw new Refusal("storedvalue.assessment-decided", RefusalKind.Conflict, ("month", month));
        var entries = await db.AssessmentEntries.Where(e => e.ClosedIn == month).OrderBy(e => e.Id).ToListAsync(cancel);
        db.AssessmentClosings.Attach(closing);
        if (input.Approve)
        {
            RequireSecondPerson(closing, entries, call);
            await rows.InsertAsync([.. entries.Where(e => e.PayFen != 0).Select(e => LineOf(e, call.At, brand.DateOf(call.At)))], cancel);
            closing.State = AssessmentState.Approved;
            (closing.DecidedBy, closing.DecidedAt) = (call.Caller.Name, call.At);
        }
        else
        {
            db.RemoveRange(entries);
            db.Remove(closing);
        }

        return AssessmentView.Of(closing);
    }

    private static void RequireSecondPerson(AssessmentClosing closing, List<AssessmentEntry> entries, CallContext call)
    {
        if (call.Caller.Id is { } caller
            && (caller == closing.PreparedById || entries.Exists(e => e.SellerId == caller && e.PayFen != 0)))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
    }

    private static CommissionLine LineOf(AssessmentEntry entry, DateTime at, DateOnly on) => new()
    {
        Id = entry.Id,
        BrandId = entry.BrandId,
        Month = entry.Month,
        SellerId = entry.SellerId,
        Seller = entry.Seller,
        Kind = CommissionKind.Assessment,
        Fen = entry.PayFen,
        BaseFen = entry.NetFen,
        RuleVersion = entry.RuleVersion,
        State = CommissionState.Payable,
        On = on,
        At = at,
        PayableOn = on,
    };

    /// <param name="Month">Any day of it.</param>
    internal sealed record Input(DateOnly Month, bool Approve) : IInput<AssessmentView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Month).IsPossible();
    }
}
