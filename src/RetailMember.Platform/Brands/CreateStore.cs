using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>A new shop of the brand.</summary>
[Needs("Platform.Stores.Change")]
internal sealed class CreateStore(PlatformDb db, Changes changes) : UseCase<CreateStore.Input, CreateStore.Result>
{
    /// <param name="Code">As the cash register and its files name the shop; unique in the brand, never changes.</param>
    /// <param name="Area">The sales area for reports; may be empty.</param>
    public sealed record Input(string Code, string Name, string Area = "") : IInput<Result>;

    public sealed record Result(string Code);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brandId = call.RequiredBrand.Id;
        if (await db.Stores.AnyAsync(s => s.BrandId == brandId && s.CodeKey == StoreRow.KeyOf(input.Code), cancel))
            throw new Refusal("platform.code-taken", RefusalKind.Conflict, ("code", input.Code));
        db.Stores.Add(new StoreRow { BrandId = brandId, Code = input.Code, Name = input.Name, Area = input.Area });
        await changes.OfBrandsAsync(cancel);
        return new Result(input.Code);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Code).StoreCode();
            RuleFor(i => i.Name).DisplayName();
            RuleFor(i => i.Area).MaximumLength(PlatformDb.NameLength);
        }
    }
}
