using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Referrals;

/// <summary>The ranking of a calendar month by successful referrals, this month's where none is given.</summary>
[Needs(CampaignsPermissions.ViewCampaigns)]
internal sealed class ReadLeaderboard(Leaderboard board, IMemberNumbers numbers)
    : Query<ReadLeaderboard.Input, ReadLeaderboard.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = input.Month ?? call.RequiredBrand.DateOf(call.At);
        var ranking = await board.OfMonthAsync(month, input.Places, cancel);
        var names = await numbers.OfAsync([.. ranking.Select(r => r.Member)], cancel);
        return new Result(
            new DateOnly(month.Year, month.Month, 1),
            [.. ranking.Select(r => new Row(r.Rank, names.GetValueOrDefault(r.Member), r.Count, r.Reached))]);
    }

    /// <param name="Month">Any day of it.</param>
    internal sealed record Input(DateOnly? Month = null, int Places = 10) : IInput<Result>;

    /// <param name="Month">Its first day.</param>
    internal sealed record Result(DateOnly Month, IReadOnlyList<Row> Ranking);

    /// <param name="ReferralCount">Successful ones of the month.</param>
    /// <param name="ReachedAt">When the count was reached, UTC; who reached it first stands before equals.</param>
    internal sealed record Row(int Rank, string? MemberNo, int ReferralCount, DateTime ReachedAt);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Places).InclusiveBetween(1, 100);
            RuleFor(i => i.Month).Must(m => m is null || m.Value.Year is >= 1990 and <= 2999).WithErrorCode("campaigns.day-out-of-range");
        }
    }
}
