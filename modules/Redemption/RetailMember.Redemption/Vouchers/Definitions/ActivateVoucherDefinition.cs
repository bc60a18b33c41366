using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Definitions;

/// <summary>Lets vouchers be issued by a draft, which is fixed from now on.</summary>
[Needs(RedemptionPermissions.EditVouchers)]
internal sealed class ActivateVoucherDefinition(DefinitionShelf shelf)
    : UseCase<ActivateVoucherDefinition.Input, DefinitionView>
{
    protected override async Task<DefinitionView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var definition = await shelf.FindAsync(input.Definition, cancel);
        if (definition.State != VoucherDefinitionState.Draft)
            throw new Refusal("redemption.voucher-definition-not-draft", RefusalKind.Conflict, ("definition", input.Definition));
        if (!KnownDefinition.TermsOf(definition).Validity.CanBeIssuedOn(call.RequiredBrand.DateOf(call.At)))
            throw new Refusal("redemption.voucher-definition-is-over", RefusalKind.Conflict, ("definition", input.Definition));
        (definition.State, definition.EditedBy, definition.EditedAt) =
            (VoucherDefinitionState.Active, call.Caller.Name, call.At);
        return DefinitionView.Of(definition);
    }

    internal sealed record Input(string Definition) : IInput<DefinitionView>;
}
