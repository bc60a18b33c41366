using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Consents;

/// <summary>
/// Publishes the brand's own words for a purpose, as the next version. What members agreed to before stands as they read it.
/// </summary>
[Needs(PortalPermissions.PublishWordings)]
internal sealed class PublishWording(PortalDb db) : UseCase<PublishWording.Input, PublishWording.Result>
{
    private const int FirstOwn = 2;
    private const int Longest = 4000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var latest = await db.ConsentWordings.Where(w => w.Purpose == input.Purpose)
            .Select(w => (int?)w.Version).MaxAsync(cancel);
        var wording = new ConsentWording
        {
            BrandId = call.RequiredBrand.Id,
            Purpose = input.Purpose,
            Version = latest + 1 ?? FirstOwn,
            Chinese = input.Chinese,
            English = input.English,
            PublishedAt = call.At,
            PublishedBy = call.Caller.Name,
        };
        db.ConsentWordings.Add(wording);
        return new Result(wording.Purpose, wording.Version);
    }

    internal sealed record Input(ConsentPurpose Purpose, string Chinese, string English) : IInput<Result>;

    internal sealed record Result(ConsentPurpose Purpose, int WordingVersion);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Purpose).IsInEnum();
            RuleFor(i => i.Chinese).NotEmpty().MaximumLength(Longest);
            RuleFor(i => i.English).NotEmpty().MaximumLength(Longest);
        }
    }
}
