using FluentValidation;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>
/// Sets what is to be sold in a month that is not over, or from the present month on in every month that has no target of its
/// own. Zero takes it away. Nobody sets his own or that of a role which he has, nor less for a store or area than its
/// people or stores have together.
/// </summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class EditTarget(TargetBook book) : UseCase<EditTarget.Input, TargetView>
{
    protected override async Task<TargetView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        TargetBook.RequireNotOver(input.Month, call);
        var of = book.NameOf(input.Scope, input.Of, call.RequiredBrand.Id);
        book.RequireNotOwn(input.Scope, of, call);
        await book.HoldAsync(call, cancel);
        await book.SetAsync(input.Scope, of, input.Month, input.Amount.Fen, call, cancel);
        await book.RequireWholesAsync(input.Scope, [of], input.Month, call, cancel);
        return new TargetView(input.Scope, of, input.Month, input.Amount);
    }

    /// <param name="Of">Role, user name, store code, area or code of a sales channel.</param>
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
            RuleFor(i => i.Month).IsPossible();
        }
    }
}

/// <param name="Of">Role, user name, store code, area or code of a sales channel.</param>
/// <param name="Month">Left out: every month that has none of its own.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Since">The month from which on it stands for every month.</param>
internal sealed record TargetView(TargetScope Scope, string Of, DateOnly? Month, Money Amount, DateOnly? Since = null);
