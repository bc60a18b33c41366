using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Who brought whom, newest first: of one member, or in one state, such as those that wait for a decision.</summary>
[Needs(CampaignsPermissions.ViewCampaigns)]
internal sealed class FindReferrals(CampaignsDb db, IMemberFiles files, IMemberNumbers numbers)
    : Query<FindReferrals.Input, PageOf<FindReferrals.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Referrals.AsNoTracking();
        if (input.Member is { } identifier)
        {
            var member = (await files.OneAsync(identifier, cancel)).Id;
            found = found.Where(r => r.ReferrerId == member || r.FriendId == member);
        }

        if (input.State is { } state) found = found.Where(r => r.State == state);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(r => r.Id < after.Id);
        var rows = await found.OrderByDescending(r => r.Id).Take(input.Size + 1).ToListAsync(cancel);
        var names = await numbers.OfAsync([.. rows.SelectMany(r => (Guid[])[r.ReferrerId, r.FriendId]).Distinct()], cancel);
        return PageOf<Row>.Of(rows, input.Size, r => new Place(r.Id), r => new Row(
            r.Id, names.GetValueOrDefault(r.ReferrerId), names.GetValueOrDefault(r.FriendId), r.State, r.Why, r.EnrolledOn,
            r.SucceededOn, r.DecidedBy));
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        [Personal]
        public string? Member { get; init; }

        public ReferralState? State { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="Why">Why it is held, or counts for nothing.</param>
    /// <param name="EnrolledOn">Business day of the brand.</param>
    internal sealed record Row(
        Guid Referral,
        string? ReferrerNo,
        string? FriendNo,
        ReferralState State,
        [property: JsonPropertyName("whyNot")] string? Why,
        DateOnly EnrolledOn,
        DateOnly? SucceededOn,
        string? DecidedBy);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
