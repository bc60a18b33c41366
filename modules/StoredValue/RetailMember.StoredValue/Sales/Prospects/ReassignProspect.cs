using FluentValidation;
using RetailMember.Brands;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Prospects;

/// <summary>Puts a customer on another seller's list, or gives more days to win him. What was done so far stays.</summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class ReassignProspect(ProspectBook book, Crediting crediting, ProspectViews views)
    : UseCase<ReassignProspect.Input, ProspectView>
{
    protected override async Task<ProspectView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        ProspectDays.Require(input.Until, today);
        var seller = crediting.Find(input.Seller, call.RequiredBrand.Id);
        var row = await book.HoldRunningAsync(input.Prospect, _ => true, call, cancel);
        (row.SellerId, row.Seller, row.Until) = (seller.Id, seller.UserName, input.Until);
        return await views.OfAsync(row, today, cancel);
    }

    /// <param name="Seller">User name of who is to win him.</param>
    /// <param name="Until">Last business day on which a purchase counts.</param>
    internal sealed record Input(Guid Prospect, string Seller, DateOnly Until) : IInput<ProspectView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Seller).NotEmpty().MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Until).IsPossible();
        }
    }
}
