using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Definitions;

/// <summary>Writes drafts of voucher definitions as head office edits them or takes them over.</summary>
internal sealed class DefinitionEditor(RedemptionDb db, IBrandDirectory brands)
{
    public async Task<DefinitionView> WriteAsync(EditVoucherDefinition.Input input, CallContext call, CancellationToken cancel)
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
}
