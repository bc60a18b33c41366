using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Packages;

/// <summary>
/// Enters a package that was bought. What was entered is never changed: campaigns were costed by it. What went out while
/// there was none is taken from it at once; what waits goes on with the next hand-over.
/// </summary>
[Needs(MarketingRights.BuyPackages)]
internal sealed class BuyPackage(MarketingDb db, PackageBook packages) : UseCase<BuyPackage.Input, PackageView>
{
    protected override async Task<PackageView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await db.Packages.AnyAsync(p => p.Code == input.Package, cancel))
            throw new Refusal("marketing.package-known", RefusalKind.Conflict, ("package", input.Package));
        if (input.OrderedOn > call.RequiredBrand.DateOf(call.At))
            throw Refusal.Invalid("orderedOn", "marketing.package-not-ordered");
        var package = new MessagePackage
        {
            Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Code = input.Package, Bought = input.Bought,
            Free = input.Free ?? 0, PriceFen = input.PackagePrice.Fen, BoughtOn = input.OrderedOn, EnteredBy = call.Caller.Name,
            EnteredAt = call.At,
        };
        await packages.SettleAsync(package, cancel);
        db.Packages.Add(package);
        return PackageView.Of(package);
    }

    /// <param name="Package">Its number at the provider.</param>
    /// <param name="Bought">Parts that were paid for.</param>
    /// <param name="PackagePrice">Yuan, for all of them.</param>
    /// <param name="Free">Parts that came on top.</param>
    internal sealed record Input(string Package, long Bought, Money PackagePrice, DateOnly OrderedOn, long? Free = null)
        : IInput<PackageView>, IKeyed
    {
        string IKeyed.BusinessKey => Package;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        private const long Most = 1_000_000_000;

        public Rules()
        {
            RuleFor(i => i.Package).NotEmpty().IsMarketingCode();
            RuleFor(i => i.Bought).InclusiveBetween(1, Most);
            RuleFor(i => i.Free).InclusiveBetween(0, Most);
            RuleFor(i => i.PackagePrice.Fen).InclusiveBetween(0, Money.LargestAcceptedFen).OverridePropertyName("packagePrice");
            RuleFor(i => i.OrderedOn).Must(d => d.Year is >= 2000 and <= 2999).WithErrorCode("field.malformed");
        }
    }
}
