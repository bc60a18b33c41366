using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>All targets of a month, those for every month included.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class FindTargets(StoredValueDb db) : Query<FindTargets.Input, FindTargets.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = TargetBook.MonthOf(input.Month ?? call.RequiredBrand.DateOf(call.At));
        var found = await db.SalesTargets.AsNoTracking()
            .Where(t => t.Month == month || t.Month == SalesTarget.EveryMonth)
            .OrderBy(t => t.Scope).ThenBy(t => t.Of).ThenBy(t => t.Month).ToListAsync(cancel);
        return new Result(month, [
            .. found.Select(t => new TargetView(
                t.Scope, t.Of, t.Month == SalesTarget.EveryMonth ? null : t.Month, new Money(t.Fen))),
        ]);
    }

    internal sealed record Input(DateOnly? Month = null) : IInput<Result>;

    /// <param name="Month">Its first day.</param>
    internal sealed record Result(DateOnly Month, IReadOnlyList<TargetView> Targets);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Month).IsPossible();
    }
}
