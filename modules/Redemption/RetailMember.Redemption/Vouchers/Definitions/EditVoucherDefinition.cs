using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Definitions;

/// <summary>Drafts a definition, or changes the draft of that code. What is active changes no more.</summary>
[Needs(RedemptionPermissions.EditVouchers)]
internal sealed class EditVoucherDefinition(RedemptionDb db, IBrandDirectory brands)
    : UseCase<EditVoucherDefinition.Input, DefinitionView>
{
    protected override async Task<DefinitionView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        if (brands.StoreFault(brand.Id, input.Terms.Stores, "terms.stores") is { } noStore) throw noStore;
        if (!input.Terms.Validity.CanBeIssuedOn(brand.DateOf(call.At)))
            throw Refusal.Invalid("terms.validity.to", "redemption.validity-is-over");
        var definition = await db.VoucherDefinitions.SingleOrDefaultAsync(d => d.Code == input.Definition, cancel);
        if (definition is { State: not VoucherDefinitionState.Draft })
            throw new Refusal("redemption.voucher-definition-not-draft", RefusalKind.Conflict, ("definition", input.Definition));
        var terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        if (definition is null)
        {
            definition = new VoucherDefinition
            {
                Id = Guid.CreateVersion7(), BrandId = brand.Id, Code = input.Definition, Terms = terms, EditedBy = call.Caller.Name,
            };
            db.VoucherDefinitions.Add(definition);
        }

        (definition.Terms, definition.EditedBy, definition.EditedAt) = (terms, call.Caller.Name, call.At);
        return DefinitionView.Of(definition);
    }

    /// <param name="Definition">Its code.</param>
    internal sealed record Input(string Definition, VoucherTerms Terms) : IInput<DefinitionView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Definition).IsCode();
            RuleFor(i => i.Terms).SetValidator(new VoucherTermsRules());
        }
    }
}
