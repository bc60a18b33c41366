using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets.Assessments;

/// <summary>
/// Writes down what a month that is over pays everybody who had a target, and by how much earlier months have become other,
/// for somebody else to approve. Months are closed one after the other, none is left out that pays somebody; one that pays
/// nobody need not be closed, and what becomes payable of it later is a difference. Asked for again, the same one answers.
/// </summary>
[Needs(SalesPermissions.PrepareSettlements)]
internal sealed class PrepareAssessment(StoredValueDb db, IRows rows, AssessmentBook book)
    : UseCase<PrepareAssessment.Input, AssessmentView>
{
    protected override async Task<AssessmentView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = TargetBook.MonthOf(input.Month);
        var closed = await db.AssessmentClosings.AsNoTracking().OrderByDescending(c => c.Number).ToListAsync(cancel);
        if (closed.Find(c => c.Month == month) is { } same) return AssessmentView.Of(same);
        if (month.AddMonths(1) > call.RequiredBrand.DateOf(call.At))
            throw new Refusal("storedvalue.assessment-month-runs", RefusalKind.Conflict, ("month", month));
        if (closed.Find(c => c.State == AssessmentState.Draft) is { } waiting)
            throw new Refusal("storedvalue.assessment-waits", RefusalKind.Conflict, ("month", waiting.Month));
        if (closed.Exists(c => c.Month > month))
            throw new Refusal("storedvalue.assessment-closed-later", RefusalKind.Conflict, ("month", closed.Max(c => c.Month)));
        if (await FirstBeforeAsync(month, closed.Count == 0 ? null : closed.Max(c => c.Month).AddMonths(1), call, cancel) is { } first)
            throw new Refusal("storedvalue.assessment-out-of-order", RefusalKind.Conflict, ("month", first));
        AssessmentEntry[] entries = [.. await book.ReckonAsync(month, call, cancel), .. await book.DifferencesAsync(month, call, cancel)];
        if (entries.Length == 0) throw new Refusal("storedvalue.nobody-to-assess", RefusalKind.Conflict, ("month", month));
        var closing = new AssessmentClosing
        {
            BrandId = call.RequiredBrand.Id,
            Month = month,
            Number = closed.Count == 0 ? 1 : closed[0].Number + 1,
            Rows = entries.Length,
            Fen = entries.Sum(e => e.PayFen),
            PreparedById = call.Caller.Id,
            PreparedBy = call.Caller.Name,
            PreparedAt = call.At,
        };
        await rows.InsertAsync([closing], cancel);
        await rows.InsertAsync(entries, cancel);
        return AssessmentView.Of(closing);
    }

    /// <summary>The first month before this one that is not closed and that pays somebody.</summary>
    private async Task<DateOnly?> FirstBeforeAsync(DateOnly month, DateOnly? afterClosed, CallContext call, CancellationToken cancel)
    {
        var first = afterClosed ?? await db.SalesTargets.MinAsync(t => (DateOnly?)t.Month, cancel) ?? month;
        for (var before = first; before < month; before = before.AddMonths(1))
            if ((await book.ReckonAsync(before, call, cancel)).Any(e => e.PayFen != 0)) return before;
        return null;
    }

    /// <param name="Month">Any day of it.</param>
    internal sealed record Input(DateOnly Month) : IInput<AssessmentView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Month).IsPossible();
    }
}

/// <summary>The closing of a month's assessment as staff reads it.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="LineCount">Of people and of differences.</param>
/// <param name="Total">Yuan.</param>
/// <param name="PreparedAt">UTC.</param>
/// <param name="DecidedAt">UTC.</param>
internal sealed record AssessmentView(
    DateOnly Month,
    AssessmentState State,
    int LineCount,
    Money Total,
    string PreparedBy,
    DateTime PreparedAt,
    string? DecidedBy,
    DateTime? DecidedAt)
{
    public static AssessmentView Of(AssessmentClosing c) =>
        new(c.Month, c.State, c.Rows, new Money(c.Fen), c.PreparedBy, c.PreparedAt, c.DecidedBy, c.DecidedAt);
}
