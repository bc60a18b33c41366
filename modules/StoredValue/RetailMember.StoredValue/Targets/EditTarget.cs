using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>Sets what is to be sold in a month, or in every month that has no target of its own. Zero takes it away.</summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class EditTarget(TargetBook book) : UseCase<EditTarget.Input, TargetView>
{
    protected override async Task<TargetView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await book.SetAsync(input.Scope, input.Of, input.Month, input.Amount.Fen, call, cancel);
        return new TargetView(input.Scope, input.Of, input.Month, input.Amount);
    }

    /// <param name="Of">Role, user name, store code or area.</param>
    /// <param name="Month">Any day of it; left out: every month.</param>
    /// <param name="Amount">Yuan.</param>
    internal sealed record Input(TargetScope Scope, string Of, Money Amount, DateOnly? Month = null) : IInput<TargetView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Scope).IsInEnum();
            RuleFor(i => i.Of).NotEmpty().MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Amount).IsNotNegative();
        }
    }
}

/// <summary>
/// Divides a team's target of a month over areas by percents that make a hundred: areas that are not named have none.
/// </summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class SplitTarget(TargetBook book) : UseCase<SplitTarget.Input, SplitTarget.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var parts = Assessment.Split(input.Total.Fen, [.. input.Shares.Select(s => s.Percent)]);
        await book.ClearAreasAsync(input.Month, [.. input.Shares.Select(s => s.Area)], cancel);
        foreach (var (share, fen) in input.Shares.Zip(parts))
            await book.SetAsync(TargetScope.Area, share.Area, input.Month, fen, call, cancel);
        return new Result(
            [.. input.Shares.Zip(parts, (s, fen) => new TargetView(TargetScope.Area, s.Area, input.Month, new Money(fen)))]);
    }

    /// <param name="Month">Any day of it.</param>
    /// <param name="Total">Yuan.</param>
    internal sealed record Input(DateOnly Month, Money Total, IReadOnlyList<Share> Shares) : IInput<Result>;

    internal sealed record Share(string Area, int Percent);

    internal sealed record Result(IReadOnlyList<TargetView> Targets);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Total).IsAmount();
            RuleFor(i => i.Shares).Must(s => s.Count is > 0 and <= 50 && s.All(x => x.Percent > 0) && s.Sum(x => x.Percent) == 100
                && s.DistinctBy(x => x.Area).Count() == s.Count).WithErrorCode("storedvalue.shares-make-no-hundred");
            RuleForEach(i => i.Shares).ChildRules(s => s.RuleFor(x => x.Area).NotEmpty().MaximumLength(SalesTables.NameLength));
        }
    }
}

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
        return new Result([
            .. found.Select(t => new TargetView(
                t.Scope, t.Of, t.Month == SalesTarget.EveryMonth ? null : t.Month, new Money(t.Fen))),
        ]);
    }

    internal sealed record Input(DateOnly? Month = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<TargetView> Targets);
}

/// <param name="Of">Role, user name, store code or area.</param>
/// <param name="Month">Left out: every month that has none of its own.</param>
/// <param name="Amount">Yuan.</param>
internal sealed record TargetView(TargetScope Scope, string Of, DateOnly? Month, Money Amount);
