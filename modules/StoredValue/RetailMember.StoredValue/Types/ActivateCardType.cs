using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>
/// Puts a draft into force, now or from a later time: from then on it judges loads, and changes no more. Its worked
/// examples must come true, and the law has nothing against it that the brand wants refused.
/// </summary>
[Needs(StoredValuePermissions.ActivateTypes)]
internal sealed class ActivateCardType(StoredValueDb db, CardTypeShelf shelf, GuardRails law)
    : UseCase<ActivateCardType.Input, CardTypeView>
{
    protected override async Task<CardTypeView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var type = await shelf.FindAsync(input.CardType, cancel);
        var versions = await db.CardTypeVersions.Where(v => v.TypeId == type.Id).ToListAsync(cancel);
        var draft = versions.SingleOrDefault(v => v.EffectiveFrom is null)
            ?? throw new Refusal("storedvalue.no-draft", RefusalKind.Conflict, ("cardType", input.CardType));
        var terms = CardTypeShelf.TermsOf(draft.Terms);
        RequireExamples(terms);
        law.OfType(terms, type.BrandId);
        var from = input.EffectiveFrom is { } given ? call.RequiredBrand.InstantOf(given) : call.At;
        if (from < call.At || versions.Any(v => v.EffectiveFrom > from))
            throw Refusal.Invalid("effectiveFrom", "storedvalue.effective-from-in-the-past");
        draft.EffectiveFrom = from;
        (type.EditedBy, type.EditedAt) = (call.Caller.Name, call.At);
        return CardTypeView.Of(type, versions, call.At);
    }

    private static void RequireExamples(CardTypeTerms terms)
    {
        if (terms.Examples.Count == 0) throw new Refusal("storedvalue.examples-missing", RefusalKind.Conflict);
        if (CardTypeExampleRun.Of(terms).FirstOrDefault(e => !e.Passed) is { } failed)
            throw new Refusal("storedvalue.examples-fail", RefusalKind.Conflict, ("example", failed.Title));
    }

    /// <param name="EffectiveFrom">Wall clock of the brand, or with an offset; left out: now.</param>
    internal sealed record Input(string CardType, DateTime? EffectiveFrom = null) : IInput<CardTypeView>;
}
