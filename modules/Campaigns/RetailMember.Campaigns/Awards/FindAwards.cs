using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Campaigns.Data;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Campaigns.Awards;

/// <summary>Awards, newest first: of a campaign, of a member, or all of the brand.</summary>
[Needs(CampaignsPermissions.ViewCampaigns)]
internal sealed class FindAwards(
    CampaignsDb db, CampaignShelf shelf, IMemberFiles files, IMemberNumbers numbers, IBrandDirectory brands)
    : Query<FindAwards.Input, PageOf<AwardView>>
{
    protected override async Task<PageOf<AwardView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Awards.AsNoTracking();
        if (input.Campaign is { } code)
        {
            var campaign = (await shelf.FindAsync(code, cancel)).Id;
            found = found.Where(a => a.CampaignId == campaign);
        }

        if (input.Member is { } identifier)
        {
            var member = (await files.OneAsync(identifier, cancel)).Id;
            found = found.Where(a => a.MemberId == member);
        }

        if (input.State is { } state) found = found.Where(a => a.State == state);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(a => a.Id < after.Id);
        var rows = await found.OrderByDescending(a => a.Id).Take(input.Size + 1).ToListAsync(cancel);
        Guid[] campaigns = [.. rows.Select(r => r.CampaignId).Distinct()];
        var codes = await db.Campaigns.AsNoTracking().Where(c => EF.Parameter(campaigns).Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Code, cancel);
        var members = await numbers.OfAsync([.. rows.Select(r => r.MemberId).Distinct()], cancel);
        return PageOf<AwardView>.Of(
            rows, input.Size, a => new Place(a.Id),
            a => AwardView.Of(
                a, codes[a.CampaignId], members.GetValueOrDefault(a.MemberId),
                a.StoreId is { } store ? brands.FindStore(store)?.Code : null));
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<AwardView>>
    {
        /// <summary>Code of the campaign.</summary>
        public string? Campaign { get; init; }

        [Personal]
        public string? Member { get; init; }

        public AwardState? State { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

/// <summary>An award as staff reads it.</summary>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="Version">That gave it.</param>
/// <param name="Subject">What it is for.</param>
/// <param name="PointsTaken">Taken back.</param>
/// <param name="TierCode">Raised to.</param>
/// <param name="VoucherCount">Vouchers and rewards.</param>
/// <param name="VouchersTaken">Of them, those taken back.</param>
/// <param name="BenefitCode">Of the benefit that came with it.</param>
/// <param name="At">UTC.</param>
/// <param name="TakenAt">UTC.</param>
internal sealed record AwardView(
    Guid Award,
    string Campaign,
    int Version,
    string? MemberNo,
    AwardRole Role,
    AwardState State,
    DateOnly BusinessDate,
    DateTime At,
    string? StoreCode,
    string Operator,
    string? Subject,
    string? Note,
    long Points,
    long PointsTaken,
    long Growth,
    string? TierCode,
    int VoucherCount,
    int VouchersTaken,
    string? BenefitCode,
    Guid? PurchaseId,
    DateTime? TakenAt,
    string? TakenBy,
    string? TakenWhy)
{
    public static AwardView Of(Award award, string campaign, string? memberNo, string? store) => new(
        award.Id, campaign, award.Number, memberNo, award.Role, award.State, award.On, award.At, store, award.Operator,
        award.Subject, award.Note, award.Points, award.PointsTaken, award.Growth, award.TierTo, award.Vouchers,
        award.VouchersTaken, award.Benefit, award.PurchaseId, award.TakenAt, award.TakenBy, award.TakenWhy);
}
