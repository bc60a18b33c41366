using System.Text.Json.Serialization;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Redemption;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// What the counter, and he himself, has to know of a member: which gift his receipt opens, what is missing to be filled
/// up, how far the next card is, and whether a test is due. Nothing of what a test has found.
/// </summary>
[Needs(PharmacyPermissions.ViewClub), OwnMember]
internal sealed class FindStanding(
    IMemberFiles files, ClubRules rules, ClubPoints points, ClubCards cards, TopUps topUps, IRewardOffers offers, IBenefits benefits,
    IMemberTiers tiers)
    : Query<FindStanding.Input, FindStanding.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var member = await cards.StandingAsync(
            await files.ActiveAsync(input.Member, cancel), AwardOccasion.Of(call), cancel);
        var terms = (await rules.OnAsync(today, cancel)).Rules;
        var quote = await topUps.QuoteAsync(member, terms, today, cancel);
        var opened = await offers.OpenedByReceiptsAsync(member.Id, today, call.Store, cancel);
        return new Result(
            member.MemberNo, member.Tier, terms.HasGold(member.Tier), member.Tier == terms.Diamond.Tier, quote.Balance,
            new MemberDay(
                quote.State, quote.Next, quote.Points,
                terms.TopUp.NextThreshold(quote.Balance) is { } next ? next - quote.Balance : null),
            await ProgressAsync(member, terms, today, cancel),
            [.. opened.Select(o => Show(o, quote.Balance))],
            await TestAsync(member, terms, today, call.Store?.Id, cancel))
        {
            TierName = (await tiers.AtAsync(call.At, cancel)).FirstOrDefault(t => t.Code == member.Tier)?.Name,
        };
    }

    private static Gift Show(ReceiptOffer offer, long balance) => new(
        offer.Reward, offer.Name, offer.ListPoints, offer.Points, new Money(offer.LeastFen), offer.IsOpen,
        new Money(offer.LargestFen), Math.Max(offer.Points - balance, 0));

    private async Task<CardProgress> ProgressAsync(MemberSummary member, ClubTerms terms, DateOnly today, CancellationToken cancel)
    {
        var quarter = (await points.OfQuarterAsync([member.Id], Quarter.Of(today), cancel)).GetValueOrDefault(member.Id);
        var year = (await points.OfYearAsync([member.Id], today.Year, cancel)).GetValueOrDefault(member.Id);
        var filled = (await points.OfTopUpsAsync(
            [member.Id], new DateOnly(today.Year, 1, 1), today, cancel)).GetValueOrDefault(member.Id);
        return new CardProgress(
            quarter?.Points ?? 0, terms.Gold.QuarterPoints,
            (year?.Points ?? 0) + (terms.Diamond.TopUpsCount ? filled?.Points ?? 0 : 0), terms.Diamond.YearPoints);
    }

    private async Task<Test?> TestAsync(
        MemberSummary member, ClubTerms terms, DateOnly today, int? store, CancellationToken cancel)
    {
        var all = await benefits.ReadAsync([member.Id], today, store, cancel);
        return all.GetValueOrDefault(member.Id)?.FirstOrDefault(b => b.Benefit == terms.GlucoseBenefit) is { } free
            ? new Test(free.Left is not 0, free.Left)
            : null;
    }

    /// <param name="Member">Member number, card or mobile.</param>
    internal sealed record Input([property: Personal] string Member, string? StoreCode = null)
        : IInput<Result>, IAtStore, IOfMember<Input>
    {
        public Input For(string memberNo) => new(memberNo);
    }

    /// <param name="HasGold">He holds the gold card or a better one.</param>
    /// <param name="Points">That he can spend today.</param>
    /// <param name="ReceiptGifts">Rewards that a receipt of today makes cheaper.</param>
    /// <param name="GlucoseTest">His free test; null where he has none.</param>
    internal sealed record Result(
        string MemberNo, string TierCode, bool HasGold, bool HasDiamond, long Points, MemberDay MemberDay, CardProgress Cards,
        IReadOnlyList<Gift> ReceiptGifts, Test? GlucoseTest)
    {
        /// <summary>For pages.</summary>
        [JsonIgnore]
        public string? TierName { get; init; }
    }

    /// <param name="Next">Today, or the next member day: once he was filled up, that of the next month.</param>
    /// <param name="Points">Given if he is filled up now.</param>
    /// <param name="Missing">Points to the next balance that is filled up; 0: reached; null: none is ahead.</param>
    internal sealed record MemberDay(TopUpState State, DateOnly Next, long Points, long? Missing);

    internal sealed record CardProgress(long QuarterPoints, long GoldFrom, long YearPoints, long DiamondFrom);

    /// <param name="IsOpen">A receipt of today has opened the price.</param>
    /// <param name="LargestReceipt">The largest receipt of today.</param>
    /// <param name="PointsMissing">Points that he lacks for it.</param>
    internal sealed record Gift(
        string Reward, LocalName Name, long ListPoints, long Points, Money LeastReceipt, bool IsOpen, Money LargestReceipt,
        long PointsMissing);

    /// <param name="IsDue">He may have it now.</param>
    /// <param name="Left">In this period; null: as often as he likes.</param>
    internal sealed record Test(bool IsDue, long? Left);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
