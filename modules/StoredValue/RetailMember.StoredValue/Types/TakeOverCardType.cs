using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>Drafts a card type as a module proposes it. A type that the brand has already stays as it is.</summary>
[Needs(StoredValuePermissions.EditTypes)]
internal sealed class TakeOverCardType(StoredValueDb db, ProposedCardTypes proposed, CardTypeDrafts drafts)
    : UseCase<TakeOverCardType.Input, CardTypeView>
{
    protected override async Task<CardTypeView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var terms = proposed.TermsFor(call.RequiredBrand, input.CardType);
        if (await db.CardTypes.AnyAsync(t => t.Code == input.CardType, cancel))
            throw new Refusal("storedvalue.card-type-there", RefusalKind.Conflict, ("cardType", input.CardType));
        return await drafts.KeepAsync(input.CardType, terms, call, cancel);
    }

    /// <param name="CardType">Code of a proposed one.</param>
    internal sealed record Input(string CardType) : IInput<CardTypeView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.CardType).IsCode();
    }
}
