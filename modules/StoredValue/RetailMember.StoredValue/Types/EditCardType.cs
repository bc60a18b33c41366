using System.Text.Json.Serialization;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>
/// Drafts a card type, changes the draft of that code, or drafts the next version of one that is in force: what is in
/// force is never edited.
/// </summary>
[Needs(StoredValuePermissions.EditTypes)]
internal sealed class EditCardType(CardTypeDrafts drafts, IBrandDirectory brands) : UseCase<EditCardType.Input, CardTypeView>
{
    protected override async Task<CardTypeView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (brands.StoreFault(call.RequiredBrand.Id, input.Terms.Stores, "cardTerms.stores") is { } noStore) throw noStore;
        return await drafts.KeepAsync(input.CardType, input.Terms, call, cancel);
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
