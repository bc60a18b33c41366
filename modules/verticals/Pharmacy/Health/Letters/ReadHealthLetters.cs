using RetailMember.Brands;
using RetailMember.Marketing;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health.Letters;

/// <summary>Whether health letters go at all: for the page.</summary>
[Needs(PharmacyPermissions.AuditHealth)]
internal sealed class ReadHealthLetters(IMemberLetters letters, ISettings settings)
    : Query<ReadHealthLetters.Input, ReadHealthLetters.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        settings.YesNo(SeasonLetters.Switch, call.RequiredBrand.Id),
        await letters.CanWriteAsync(
            SeasonLetters.PurposeOf(Season.Of(call.RequiredBrand.DateOf(call.At)).Name), cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="WritesLetters">They are switched on.</param>
    /// <param name="HasWords">The brand has approved words for the present season.</param>
    internal sealed record Result(bool WritesLetters, bool HasWords);
}
