using FluentValidation;
using RetailMember.Brands;
using RetailMember.StoredValue.Accounting;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>All targets of a month, those that stand for every month included.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class FindTargets(TargetBook book) : Query<FindTargets.Input, FindTargets.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = TargetBook.MonthOf(input.Month ?? call.RequiredBrand.DateOf(call.At));
        var plan = await book.OfAsync(month, cancel);
        return new Result(month, [
            .. plan.All.OrderBy(t => t.Scope).ThenBy(t => t.Of, StringComparer.Ordinal).ThenByDescending(t => t.Standing)
                .Select(t => t.Standing
                    ? new TargetView(t.Scope, t.Of, null, new Money(t.Fen), t.Month)
                    : new TargetView(t.Scope, t.Of, t.Month, new Money(t.Fen))),
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
