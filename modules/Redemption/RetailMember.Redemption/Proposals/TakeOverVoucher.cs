using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Proposals;

/// <summary>Drafts a voucher definition as a module proposes it. One that the brand has stays as it is.</summary>
[Needs(RedemptionPermissions.EditVouchers)]
internal sealed class TakeOverVoucher(RedemptionDb db, ProposedShelf proposed, DefinitionEditor editor)
    : UseCase<TakeOverVoucher.Input, DefinitionView>
{
    protected override async Task<DefinitionView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var terms = proposed.TermsOf<VoucherTerms>(call.RequiredBrand, ShelfKind.Voucher, input.Definition);
        if (await db.VoucherDefinitions.AnyAsync(d => d.Code == input.Definition, cancel))
            throw ProposedShelf.There(input.Definition);
        return await editor.WriteAsync(new EditVoucherDefinition.Input(input.Definition, terms), call, cancel);
    }

    /// <param name="Definition">Code of a proposed one.</param>
    internal sealed record Input(string Definition) : IInput<DefinitionView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Definition).IsCode();
    }
}
