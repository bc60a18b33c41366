using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Targets.Assessments;

/// <summary>
/// Attainment and assessment pay of everybody who has a target in a month: as it was written down when the month was closed,
/// else what it would be now.
/// </summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class ReadAssessments(StoredValueDb db, AssessmentBook book, IStaff staff)
    : Query<ReadAssessments.Input, ReadAssessments.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var month = TargetBook.MonthOf(input.Month ?? today);
        var closing = await db.AssessmentClosings.AsNoTracking().SingleOrDefaultAsync(c => c.Month == month, cancel);
        var isOver = month.AddMonths(1) <= today;
        IReadOnlyList<AssessmentEntry> entries = closing is null
            ? [.. await book.ReckonAsync(month, call, cancel), .. isOver ? await book.DifferencesAsync(month, call, cancel) : []]
            : await db.AssessmentEntries.AsNoTracking().Where(e => e.ClosedIn == month)
                .OrderByDescending(e => e.NetFen).ThenBy(e => e.Seller).ToListAsync(cancel);
        return new Result(
            month, isOver, closing is null ? null : AssessmentView.Of(closing),
            [.. entries.Where(e => !e.IsDifference).Select(e => AssessedPerson.Of(e, staff))],
            [.. entries.Where(e => e.IsDifference).OrderBy(e => e.Month).Select(e => AssessedPerson.Of(e, staff))]);
    }

    /// <param name="Month">Any day of it; left out: the present one.</param>
    internal sealed record Input(DateOnly? Month = null) : IInput<Result>;

    /// <param name="Month">Its first day.</param>
    /// <param name="IsOver">Whether it can be closed.</param>
    /// <param name="AssessmentClosing">Left out: it has not been prepared, and what is told here is what it would be now.</param>
    /// <param name="Differences">By how much earlier months that are fixed have become other.</param>
    internal sealed record Result(
        DateOnly Month, bool IsOver, AssessmentView? AssessmentClosing, IReadOnlyList<AssessedPerson> Results,
        IReadOnlyList<AssessedPerson> Differences);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Month).IsPossible();
    }
}
