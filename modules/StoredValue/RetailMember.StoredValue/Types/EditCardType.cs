using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>
/// Drafts a card type, changes the draft of that code, or drafts the next version of one that is in force: what is in
/// force is never edited.
/// </summary>
[Needs(StoredValuePermissions.EditTypes)]
internal sealed class EditCardType(StoredValueDb db, IBrandDirectory brands) : UseCase<EditCardType.Input, CardTypeView>
{
    protected override async Task<CardTypeView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        if (brands.StoreFault(brand.Id, input.Terms.Stores, "cardTerms.stores") is { } noStore) throw noStore;
        var type = await db.CardTypes.SingleOrDefaultAsync(t => t.Code == input.CardType, cancel);
        if (type is null)
        {
            type = new CardType
            {
                Id = Guid.CreateVersion7(), BrandId = brand.Id, Code = input.CardType, EditedBy = call.Caller.Name,
            };
            db.CardTypes.Add(type);
        }

        var versions = await db.CardTypeVersions.Where(v => v.TypeId == type.Id).ToListAsync(cancel);
        var draft = versions.SingleOrDefault(v => v.EffectiveFrom is null);
        var terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        if (draft is null)
        {
            draft = new CardTypeVersion
            {
                TypeId = type.Id,
                BrandId = brand.Id,
                Number = versions.Select(v => v.Number).DefaultIfEmpty(0).Max() + 1,
                Terms = terms,
                EditedBy = call.Caller.Name,
            };
            db.CardTypeVersions.Add(draft);
            versions.Add(draft);
        }

        (draft.Terms, draft.EditedBy, draft.EditedAt) = (terms, call.Caller.Name, call.At);
        (type.EditedBy, type.EditedAt) = (call.Caller.Name, call.At);
        return CardTypeView.Of(type, versions, call.At);
    }

    /// <param name="CardType">Its code.</param>
    internal sealed record Input(string CardType, [property: JsonPropertyName("cardTerms")] CardTypeTerms Terms)
        : IInput<CardTypeView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.CardType).IsCode();
            RuleFor(i => i.Terms).SetValidator(new CardTypeTermsRules());
        }
    }
}
