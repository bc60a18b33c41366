using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// Makes a brand ready for a file from before the system: the brand itself where it is unknown, and for one without any
/// programme the four tiers by lifetime spend with points of one year.
/// </summary>
[Needs(MembershipPermissions.Import)]
internal sealed class OpenBrand(IBrandSetup setup, UseCaseEntry entry) : Process<OpenBrand.Input, OpenBrand.Result>
{
    public const string Template = "four-tiers";

    /// <summary>Local time of the brand; no receipt is accepted from before.</summary>
    private static readonly DateTime Always = new(2000, 1, 1);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = await setup.EnsureBrandAsync(input.Code, input.Name, call, cancel);
        var inBrand = call with { Brand = brand };
        var versions = await entry.RunAsync(new FindProgrammeVersions.Input(), inBrand, cancel);
        if (versions.Versions.Count == 0)
            await entry.RunAsync(new StartProgramme.Input(Template, Always), inBrand, cancel);
        return new Result(brand.Code);
    }

    internal sealed record Input(string Code, string Name) : IInput<Result>;

    internal sealed record Result(string Code);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Code).NotEmpty().WithErrorCode("field.code");
    }
}
