using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>
/// Makes a person a member of the brand, where he meets its entry condition. Whoever has left may come again by the same
/// condition and keeps number, first day, history and points; whoever was refused before begins anew under his number.
/// </summary>
[Needs(MembershipPermissions.EnrolMembers)]
internal sealed class EnrolMember(
    MembershipDb db, ProgrammeShelf shelf, PersonRegister people, MemberNumbers numbers, MemberAdmission admission,
    Referrals referrals)
    : UseCase<EnrolMember.Input, EnrolMember.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        call.Store?.RefuseUnlessOpenAt(call.At);
        var brand = call.RequiredBrand;
        var programme = (await shelf.OfAsync(db, brand.Id, cancel)).At(call.At);
        DeclaredFields.Check(programme.Programme.Document, input, brand.DateOf(call.At), whole: true);
        var person = await people.FindOrAddAsync(input, call.At, cancel);
        var former = person is null ? null : await db.Members.SingleOrDefaultAsync(m => m.PersonId == person.Id, cancel);
        if (former?.MergedIntoId is { } into) former = await db.Members.SingleAsync(m => m.Id == into, cancel);
        RefuseUnlessFree(former, input);
        var wasMember = former is not null && await admission.WasMemberAsync(former, cancel);
        var status = Admit(programme.Programme.Document.Enrolment, input);
        var member = former is null
            ? await AddAsync(input, person, programme, call, cancel)
            : await TakeUpAsync(former, input, programme, call, cancel);
        await UseReceiptAsync(input, member, call, cancel);
        if (input.Fields.Count > 0) member.Fields = DeclaredFields.Write(input.Fields);
        var returnedOn = status == MemberStatus.Active
            ? await admission.AdmitAsync(member, call.Store?.Id, call, cancel)
            : Apply(member, call);
        await referrals.NoteAsync(input.ReferralCode, input.Device, member, wasMember, call, cancel);
        return new Result(member.MemberNo, status, member.Tier, MaskedName.Of(input.Name), returnedOn);
    }

    /// <summary>For somebody who joins by himself; another use case has let him in, and runs the transaction.</summary>
    internal Task<Result> ForHimselfAsync(Input input, CallContext call, CancellationToken cancel) => RunAsync(input, call, cancel);

    private static void RefuseUnlessFree(Member? former, Input input)
    {
        if (former is { Status: MemberStatus.Active or MemberStatus.Applied })
            throw new Refusal("membership.already-member", RefusalKind.Conflict, ("memberNo", former.MemberNo));
        if (former is not null && input.MemberNo is { } other && CardNo.Normalise(other) != former.NumberKey)
            throw new Refusal("membership.returns-to-own-number", RefusalKind.Conflict, ("memberNo", former.MemberNo));
    }

    // Nobody buys as a member while he is none: whatever receipt opens the door is the first one of this membership.
    private static MemberStatus Admit(EnrolmentPolicy policy, Input input) =>
        policy.Judge(new Application(input.Receipt?.Amount.Fen ?? 0, IsFirstPurchase: true, input.FeePaid.Fen)) switch
        {
            Admission.Admitted => MemberStatus.Active,
            Admission.AwaitsReview => MemberStatus.Applied,
            _ => throw new Refusal(
                "membership.entry-not-reached", RefusalKind.Conflict, ("amount", new Money(policy.AmountFen))),
        };

    // A receipt opens the door once; the primary key decides between two who come with it at the same time.
    private async Task UseReceiptAsync(Input input, Member member, CallContext call, CancellationToken cancel)
    {
        if (input.Receipt is null) return;
        var receipt = $"{call.Store?.Id ?? 0}:{input.Receipt.ReceiptNo}";
        if (await db.EnrolmentReceipts.AnyAsync(r => r.Receipt == receipt, cancel))
            throw new Refusal("membership.receipt-used", RefusalKind.Conflict, ("receiptNo", input.Receipt.ReceiptNo));
        db.EnrolmentReceipts.Add(
            new EnrolmentReceipt { BrandId = member.BrandId, Receipt = receipt, MemberId = member.Id });
    }

    private async Task<Member> AddAsync(
        Input input, Person? person, ProgrammeInForce programme, CallContext call, CancellationToken cancel)
    {
        if (input.MemberNo is not null) await numbers.CheckAsync(input.MemberNo, cancel);
        var member = MemberRegister.NewMember(
            call.RequiredBrand.Id, input.MemberNo ?? MemberNumbers.Draw(), person?.Id, JoinedOn(input, call), call.Store?.Id,
            programme);
        db.Members.Add(member);
        return member;
    }

    private async Task<Member> TakeUpAsync(
        Member former, Input input, ProgrammeInForce programme, CallContext call, CancellationToken cancel)
    {
        if (!await admission.WasMemberAsync(former, cancel))
            MemberRegister.Begin(former, JoinedOn(input, call), call.Store?.Id, programme);
        return former;
    }

    private DateOnly? Apply(Member member, CallContext call)
    {
        if (db.Entry(member).State == EntityState.Added) member.Status = MemberStatus.Applied;
        else admission.Turn(member, MemberStatus.Applied, call);
        return null;
    }

    /// <summary>An earlier day moves card years and first charts, so it takes the right to import.</summary>
    private static DateOnly JoinedOn(Input input, CallContext call)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        if (input.JoinedOn is not { } given || given == today) return today;
        if (given > today) throw Refusal.Invalid("joinedOn", "membership.day-to-come");
        return call.Caller.Holds(MembershipPermissions.Import, new GrantScope(call.RequiredBrand.Id, null))
            ? given
            : throw Refusal.Invalid("joinedOn", "membership.day-gone-by");
    }

    internal sealed record Input : MemberDetails, IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key enrols once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>A number that the member has already; drawn where it is left out. Who comes back keeps his own.</summary>
        public string? MemberNo { get; init; }

        /// <summary>Business day of the brand; today where it is left out.</summary>
        public DateOnly? JoinedOn { get; init; }

        /// <summary>The purchase that opens the door, where the programme asks for one.</summary>
        public QualifyingReceipt? Receipt { get; init; }

        /// <summary>Yuan, where the programme asks for a fee.</summary>
        public Money FeePaid { get; init; }

        /// <summary>The code of the member who brought him.</summary>
        public string? ReferralCode { get; init; }

        /// <summary>What names the phone or browser on which he enrols himself; kept as an index only.</summary>
        public string? Device { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed record QualifyingReceipt(string ReceiptNo, Money Amount);

    /// <param name="ReturnedOn">Business day; only for somebody who had left and is a member again.</param>
    internal sealed record Result(
        string MemberNo, MemberStatus Status, string TierCode, string? MaskedName, DateOnly? ReturnedOn);

    internal sealed class Rules : MemberDetailsRules<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.StoreCode).MaximumLength(64);
            RuleFor(i => i.ReferralCode).MaximumLength(64);
            RuleFor(i => i.Device).MaximumLength(200);
            RuleFor(i => i.JoinedOn).Must(day => day is null || day.Value.Year >= 1990).WithErrorCode("field.too-long-ago");
            RuleFor(i => i.FeePaid).Must(fee => fee.Fen >= 0).WithErrorCode("amount.negative");
            RuleFor(i => i.Receipt!.ReceiptNo).NotEmpty().MaximumLength(40).When(i => i.Receipt is not null);
            RuleFor(i => i.Receipt!.Amount).Must(amount => amount.Fen >= 0).When(i => i.Receipt is not null)
                .WithErrorCode("amount.negative");
        }
    }
}
