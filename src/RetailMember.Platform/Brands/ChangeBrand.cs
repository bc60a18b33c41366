using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>Name and time zone of a brand. Business dates that were written stay as they are.</summary>
[Needs("Platform.Brands.Change")]
internal sealed class ChangeBrand(PlatformDb db, Changes changes) : UseCase<ChangeBrand.Input, ChangeBrand.Result>
{
    public sealed record Input(string Name, string TimeZone) : IInput<Result>;

    public sealed record Result(string Code);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brandId = call.RequiredBrand.Id;
        var brand = await db.Brands.SingleAsync(b => b.Id == brandId, cancel);
        brand.Name = input.Name;
        brand.TimeZone = input.TimeZone;
        await changes.OfBrandsAsync(cancel);
        return new Result(brand.Code);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Name).DisplayName();
            RuleFor(i => i.TimeZone).TimeZone();
        }
    }
}
