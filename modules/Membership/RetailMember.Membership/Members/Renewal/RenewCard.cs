using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Renewal;

/// <summary>
/// Renews a member's card for another term against its fee: what he had comes back to life with it. A card that still runs
/// goes on from its last day; one that will for a whole term already is not renewed again.
/// </summary>
[Needs(MembershipPermissions.EnrolMembers)]
internal sealed class RenewCard(MembershipDb db, MemberDesk desk, ProgrammeShelf shelf, IRows rows)
    : UseCase<RenewCard.Input, RenewCard.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.LockAsync(call, input.Member, cancel);
        if (member.Status != MemberStatus.Active) throw MemberRefusals.NotActive(member.MemberNo);
        var programme = (await shelf.OfAsync(db, member.BrandId, cancel)).FindAt(call.At)?.Programme;
        if (programme?.Document.Enrolment is not { ValidMonths: { } months } terms)
            throw new Refusal("membership.card-without-end", RefusalKind.Conflict, ("memberNo", member.MemberNo));
        var today = call.RequiredBrand.DateOf(call.At);
        var last = terms.LastDay(member.JoinedOn, member.RenewedThrough)!.Value;
        if (last >= EnrolmentPolicy.LastDayFrom(today, months))
            throw new Refusal("membership.card-renewed-already", RefusalKind.Conflict, ("through", last));
        if (input.FeePaid.Fen != terms.RenewalFen)
            throw new Refusal("membership.renewal-fee", RefusalKind.Conflict, ("fee", new Money(terms.RenewalFen)));
        var through = EnrolmentPolicy.LastDayFrom(last < today ? today : last.AddDays(1), months);
        member.RenewedThrough = through;
        await rows.UpdateAsync([member], Member.Renewal, cancel);
        db.CardRenewals.Add(new CardRenewal
        {
            Id = Guid.CreateVersion7(),
            BrandId = member.BrandId,
            MemberId = member.Id,
            On = today,
            Through = through,
            FeeFen = input.FeePaid.Fen,
            StoreId = call.Store?.Id,
            RenewedBy = call.Caller.Name,
        });
        return new Result(member.MemberNo, through, input.FeePaid);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key renews once.</summary>
        public required string Key { get; init; }

        [Personal]
        public required string Member { get; init; }

        public required string StoreCode { get; init; }

        /// <summary>Yuan: what the programme asks for.</summary>
        public required Money FeePaid { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="CardThrough">Last day of the card now.</param>
    internal sealed record Result(string MemberNo, DateOnly CardThrough, Money FeePaid) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
    }
}
