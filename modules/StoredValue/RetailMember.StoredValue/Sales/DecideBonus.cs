using FluentValidation;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Approves or declines a bonus above the band's. Whoever drafted the sale or sells it does not decide, and nobody approves
/// what the card would not take.
/// </summary>
[Needs(SalesPermissions.ApproveBonuses)]
internal sealed class DecideBonus(SaleBook book, SaleViews views, CardTypeShelf types, GuardRails law)
    : UseCase<DecideBonus.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.ApproveBonuses, call, cancel);
        SaleBook.Require(sale, SaleState.Draft, SaleState.AwaitsCheque, SaleState.Paid);
        if (sale.Decision != BonusDecision.Waits) throw new Refusal("storedvalue.bonus-decided", RefusalKind.Conflict);
        if (call.Caller.Id is { } caller && (caller == sale.SellerId || call.Caller.Name == sale.DraftedBy))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        if (input.Approve) await ApproveAsync(sale, call.At, cancel);
        sale.Decision = input.Approve ? BonusDecision.Approved : BonusDecision.Declined;
        (sale.DecidedBy, sale.DecidedAt, sale.DecidedWhy) = (call.Caller.Name, call.At, input.Reason);
        return await views.OfAsync(sale, cancel);
    }

    private async Task ApproveAsync(CardSale sale, DateTime at, CancellationToken cancel)
    {
        var terms = (await types.InForceAsync(sale.CardType, at, cancel)).Terms;
        var card = await book.CardOfAsync(sale, cancel);
        var planned = new PlannedLoad(
            card, card?.MemberId ?? sale.MemberId, card is null, sale.PrincipalFen, BonusOffer.ApprovedOf(sale));
        if (LoadRules.Fault(planned, terms) is { } no) throw no;
        law.RequireLawfulLoad(terms.Named, planned.AfterFen, sale.BrandId);
        sale.BonusFen = planned.BonusFen;
    }

    internal sealed record Input(long Sale, bool Approve, string Reason) : ISaleStep;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}
