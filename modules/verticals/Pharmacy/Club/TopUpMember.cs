using System.Globalization;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Fills a gold member's points up on the member day, once, however many tills ask. What is given is a lot of its own.
/// </summary>
[Needs(PharmacyPermissions.TopUp)]
internal sealed class TopUpMember(
    IMemberFiles files, IMemberAwards awards, ClubRules rules, TopUps topUps, ClubCards cards, IRows rows)
    : UseCase<TopUpMember.Input, TopUpMember.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        call.Store?.RefuseUnlessOpenAt(call.At);
        var asked = await awards.HoldActiveAsync(files, input.Member, cancel);
        var occasion = AwardOccasion.Of(call);
        // A receipt of a moment ago may have brought the card that is asked for.
        await cards.JudgeAsync([asked.Id], occasion, cancel);
        var member = (await awards.HoldAsync([asked.Id], cancel))[asked.Id];
        var inForce = await rules.OnAsync(occasion.On, cancel);
        var quote = await topUps.QuoteAsync(member, inForce.Rules, occasion.On, cancel);
        if (quote.State != TopUpState.ToFill) return new Result(member.MemberNo, quote.State, 0, quote.Balance);
        var topUp = new TopUp
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(call.At, TimeSpan.Zero)),
            BrandId = call.RequiredBrand.Id,
            MemberId = member.Id,
            On = occasion.On,
            At = call.At,
            StoreId = call.Store?.Id,
            Balance = quote.Balance,
            Points = quote.Points,
            Rules = inForce.Version,
        };
        var given = (await awards.GrantAsync([Award(topUp, occasion)], cancel))[0];
        if (given.Refusal is { } code) throw new Refusal(code, RefusalKind.Conflict);
        await rows.InsertAsync([topUp], cancel);
        await cards.JudgeAsync([member.Id], occasion, cancel);
        return new Result(member.MemberNo, TopUpState.Filled, topUp.Points, quote.Balance + topUp.Points);
    }

    private static AwardGrant Award(TopUp topUp, AwardOccasion occasion) => new()
    {
        Key = topUp.AwardKey,
        Member = topUp.MemberId,
        Points = topUp.Points,
        Reason = new AwardReason(
            "pharmacy.top-up", topUp.Rules,
            [new AwardInput("pharmacy.why.balance", topUp.Balance.ToString(CultureInfo.InvariantCulture))])
        {
            Title = "pharmacy.top-up.posting",
        },
        Occasion = occasion,
    };

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Member number, card or mobile.</summary>
        [Personal]
        public required string Member { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Points">Given now.</param>
    /// <param name="BalanceAfter">Points that the member can spend now.</param>
    internal sealed record Result(string MemberNo, TopUpState State, long Points, long BalanceAfter) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
        }
    }
}
