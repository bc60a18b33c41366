using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>Name and sales area of a shop.</summary>
[Needs("Platform.Stores.Change")]
internal sealed class ChangeStore(PlatformDb db, Changes changes) : UseCase<ChangeStore.Input, ChangeStore.Result>
{
    public sealed record Input(string Code, string Name, string Area = "") : IInput<Result>;

    public sealed record Result(string Code);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = await db.Stores.SingleOrDefaultAsync(s => s.CodeKey == StoreRow.KeyOf(input.Code), cancel)
            ?? throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", input.Code));
        store.Name = input.Name;
        store.Area = input.Area;
        await changes.OfBrandsAsync(cancel);
        return new Result(store.Code);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Name).DisplayName();
            RuleFor(i => i.Area).MaximumLength(PlatformDb.NameLength);
        }
    }
}
