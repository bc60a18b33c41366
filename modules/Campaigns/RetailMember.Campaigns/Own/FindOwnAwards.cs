using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Campaigns.Own;

/// <summary>What campaigns have given a member, newest first, as he sees it; and how many friends he has brought.</summary>
[OwnMember]
internal sealed class FindOwnAwards(CampaignsDb db, CampaignShelf shelf, ITexts texts)
    : Query<FindOwnAwards.Input, FindOwnAwards.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var me = call.Caller.Id!.Value;
        var found = db.Awards.AsNoTracking().Where(a => a.MemberId == me);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(a => a.Id < after.Id);
        var rows = await found.OrderByDescending(a => a.Id).Take(input.Size + 1).ToListAsync(cancel);
        var versions = await shelf.OfVersionsAsync([.. rows.Select(r => r.CampaignId).Distinct()], cancel);
        var states = await db.Referrals.AsNoTracking().Where(r => r.ReferrerId == me)
            .GroupBy(r => r.State).Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, cancel);
        return new Result(
            PageOf<Row>.Of(rows, input.Size, a => new Place(a.Id), a => new Row(
                texts.In(versions[(a.CampaignId, a.Number)].Terms.Name),
                a.Role, a.On, a.Points - a.PointsTaken, a.Growth, a.Vouchers - a.VouchersTaken, a.State)),
            states.GetValueOrDefault(ReferralState.Succeeded),
            states.GetValueOrDefault(ReferralState.Waiting) + states.GetValueOrDefault(ReferralState.Held));
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<Result>
    {
        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="FriendCount">Brought, and counted.</param>
    /// <param name="WaitingFriendCount">Enrolled, but not counted yet.</param>
    internal sealed record Result(PageOf<Row> Awards, int FriendCount, int WaitingFriendCount);

    /// <param name="CampaignName">In the language of the request.</param>
    /// <param name="Points">Of which nothing was taken back.</param>
    /// <param name="VoucherCount">Vouchers and rewards, without those taken back.</param>
    internal sealed record Row(
        string CampaignName, AwardRole Role, DateOnly BusinessDate, long Points, long Growth, int VoucherCount, AwardState State);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
