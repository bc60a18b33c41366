using RetailMember.Brands;
using RetailMember.Membership.Data;
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

    /// <summary>The brand's programmes; for a brand that is only imagined, those with which it would begin.</summary>
    public static async Task<BrandProgrammes> ProgrammesAsync(
        ProgrammeShelf shelf, MembershipDb db, Brand brand, CancellationToken cancel) => brand.Id == 0
        ? new BrandProgrammes(
            [new ProgrammeInForce(1, brand.UtcOf(Always), Programme.From(ProgrammeTemplates.Find(Template)!))])
        : await shelf.OfAsync(db, brand.Id, cancel);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (!setup.CanBeBrand(input.Code))
            throw new Refusal("import.brand-code-unfit", RefusalKind.Invalid, ("brand", input.Code));
        if (input.Trial) return new Result(input.Code);
        var brand = await setup.EnsureBrandAsync(input.Code, input.Name, call, cancel);
        var inBrand = call with { Brand = brand };
        var versions = await entry.RunAsync(new FindProgrammeVersions.Input(), inBrand, cancel);
        if (versions.Versions.Count == 0)
            await entry.RunAsync(new StartProgramme.Input(Template, Always), inBrand, cancel);
        return new Result(brand.Code);
    }

    /// <param name="Trial">Only says whether there can be such a brand.</param>
    internal sealed record Input(string Code, string Name, bool Trial = false) : IInput<Result>;

    internal sealed record Result(string Code);
}
