using FluentValidation;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>
/// Sets what is to be sold in a month that is not over, or in every month that has no target of its own. Zero takes it
/// away. Nobody sets his own or that of a role which he has.
/// </summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class EditTarget(TargetBook book) : UseCase<EditTarget.Input, TargetView>
{
    protected override async Task<TargetView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        TargetBook.RequireNotOver(input.Month, call);
        book.RequireNotOwn(input.Scope, input.Of, call);
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

/// <param name="Of">Role, user name, store code or area.</param>
/// <param name="Month">Left out: every month that has none of its own.</param>
/// <param name="Amount">Yuan.</param>
internal sealed record TargetView(TargetScope Scope, string Of, DateOnly? Month, Money Amount);
