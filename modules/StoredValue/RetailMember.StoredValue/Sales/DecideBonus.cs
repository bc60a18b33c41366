using FluentValidation;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>Approves or declines a bonus above the band's. Whoever drafted the sale or sells it does not decide.</summary>
[Needs(SalesPermissions.ApproveBonuses)]
internal sealed class DecideBonus(SaleBook book, SaleViews views) : UseCase<DecideBonus.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.ApproveBonuses, call, cancel);
        SaleBook.Require(sale, SaleState.Draft, SaleState.AwaitsCheque, SaleState.Paid);
        if (sale.Decision != BonusDecision.Waits) throw new Refusal("storedvalue.bonus-decided", RefusalKind.Conflict);
        if (call.Caller.Id is { } caller && (caller == sale.SellerId || call.Caller.Name == sale.DraftedBy))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        sale.Decision = input.Approve ? BonusDecision.Approved : BonusDecision.Declined;
        (sale.DecidedBy, sale.DecidedAt, sale.DecidedWhy) = (call.Caller.Name, call.At, input.Reason);
        if (input.Approve) sale.BonusFen = BonusOffer.ApprovedOf(sale);
        return await views.OfAsync(sale, cancel);
    }

    internal sealed record Input(long Sale, bool Approve, string Reason) : ISaleStep;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}
