using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>A new brand of the chain, empty: no store, no programme, no plug-in on.</summary>
[Needs("Platform.Brands.Change")]
internal sealed class CreateBrand(PlatformDb db, Changes changes) : UseCase<CreateBrand.Input, CreateBrand.Result>
{
    public const string DefaultTimeZone = "Asia/Shanghai";

    /// <param name="Code">Lower case, used in addresses; never changes.</param>
    /// <param name="TimeZone">IANA name; business dates are in this zone.</param>
    public sealed record Input(string Code, string Name, string TimeZone = DefaultTimeZone) : IInput<Result>;

    public sealed record Result(string Code);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await db.Brands.AnyAsync(b => b.Code == input.Code, cancel))
            throw new Refusal("platform.code-taken", RefusalKind.Conflict, ("code", input.Code));
        db.Brands.Add(new BrandRow { Code = input.Code, Name = input.Name, TimeZone = input.TimeZone });
        await changes.OfBrandsAsync(cancel);
        return new Result(input.Code);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Code).BrandCode();
            RuleFor(i => i.Name).DisplayName();
            RuleFor(i => i.TimeZone).TimeZone();
        }
    }
}
