using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>A card type with what its examples come to; those of the draft where there is one.</summary>
[Needs(StoredValuePermissions.ViewTypes)]
internal sealed class ReadCardType(StoredValueDb db, CardTypeShelf shelf, GuardRails law) : Query<ReadCardType.Input, ReadCardType.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var type = await shelf.FindAsync(input.CardType, cancel);
        var versions = await db.CardTypeVersions.AsNoTracking().Where(v => v.TypeId == type.Id).ToListAsync(cancel);
        var view = CardTypeView.Of(type, versions, call.At);
        var terms = view.DraftTerms ?? view.Terms;
        return new Result(view, CardTypeExampleRun.Of(terms), law.WarningsOf(terms, call.RequiredBrand.Id));
    }

    internal sealed record Input(string CardType) : IInput<Result>;

    /// <param name="Warnings">What the law has against the terms.</param>
    internal sealed record Result(
        CardTypeView View, IReadOnlyList<CardTypeExampleRun> ExampleRuns, IReadOnlyList<LawWarning> Warnings);
}
