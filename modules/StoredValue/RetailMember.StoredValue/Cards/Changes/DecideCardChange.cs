using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards.Changes;

/// <summary>
/// Approves or declines that a card is replaced or passed on, which somebody else has asked for, at the stores that are
/// his to decide for. Approved, it is done at once: for this holder, and of no more than the card held then.
/// </summary>
[Needs(StoredValuePermissions.ApproveClosings)]
internal sealed class DecideCardChange(StoredValueDb db, CardSteering steering, CardChanges changes, CardChangeViews views)
    : UseCase<DecideCardChange.Input, CardChangeView>
{
    protected override async Task<CardChangeView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var known = await db.CardChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.CardChange, cancel);
        if (known is null || !call.Reaches(StoredValuePermissions.ApproveClosings, known.StoreId))
            throw new Refusal("storedvalue.closing-not-found", RefusalKind.NotFound);
        var steered = await steering.OpenAsync(known.CardId, call, cancel);
        // Read under the card's lock: another decision either stands by now or waits for this one.
        var asked = await db.CardChanges.SingleAsync(c => c.Id == input.CardChange, cancel);
        asked.Decide(input.Approve, input.Decision, call);
        if (input.Approve) await changes.DoAsync(steered, asked, call, cancel);
        return await views.OfAsync(asked, cancel);
    }

    /// <param name="Decision">Why.</param>
    internal sealed record Input(Guid CardChange, bool Approve, string Decision) : IInput<CardChangeView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Decision).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
    }
}
