using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>
/// Makes a person a member of the brand, where he meets its entry condition. Whoever was refused or has left may come
/// again and keeps number and history.
/// </summary>
[Needs(MembershipPermissions.EnrolMembers)]
internal sealed class EnrolMember(
    MembershipDb db, ProgrammeShelf shelf, PersonRegister people, MemberNumbers numbers, IEvents events)
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
        if (former is { Status: MemberStatus.Active or MemberStatus.Applied })
            throw new Refusal("membership.already-member", RefusalKind.Conflict, ("memberNo", former.MemberNo));

        var status = Admit(programme.Programme.Document.Enrolment, input, isNew: former is null);
        var receipt = await UseReceiptAsync(input, call, cancel);
        var member = former ?? await AddAsync(input, person, programme, receipt, call, cancel);
        member.Status = status;
        if (input.Fields.Count > 0) member.Fields = DeclaredFields.Write(input.Fields);
        if (status == MemberStatus.Active)
            events.Add(new MemberEnrolled(brand.Id, member.Id, member.StoreId, member.JoinedOn));
        return new Result(member.MemberNo, status, member.Tier, MaskedName.Of(input.Name));
    }

    private static MemberStatus Admit(EnrolmentPolicy policy, Input input, bool isNew) =>
        policy.Judge(new Application(input.Receipt?.Amount.Fen ?? 0, isNew, input.FeePaid.Fen)) switch
        {
            Admission.Admitted => MemberStatus.Active,
            Admission.AwaitsReview => MemberStatus.Applied,
            _ => throw new Refusal(
                "membership.entry-not-reached", RefusalKind.Conflict, ("amount", new Money(policy.AmountFen))),
        };

    // A receipt opens the door once; the unique index decides between two who come with it at the same time.
    private async Task<string?> UseReceiptAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input.Receipt is null) return null;
        var receipt = $"{call.Store?.Id ?? 0}:{input.Receipt.ReceiptNo}";
        if (await db.Members.AnyAsync(m => m.EnrolmentReceipt == receipt, cancel))
            throw new Refusal("membership.receipt-used", RefusalKind.Conflict, ("receiptNo", input.Receipt.ReceiptNo));
        return receipt;
    }

    private async Task<Member> AddAsync(
        Input input, Person? person, ProgrammeInForce programme, string? receipt, CallContext call, CancellationToken cancel)
    {
        if (input.MemberNo is not null) await numbers.CheckAsync(input.MemberNo, cancel);
        var brand = call.RequiredBrand;
        var member = MemberRegister.NewMember(
            brand.Id, input.MemberNo ?? MemberNumbers.Draw(), person?.Id, JoinedOn(input, call), call.Store?.Id, programme);
        member.EnrolmentReceipt = receipt;
        db.Members.Add(member);
        return member;
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

        /// <summary>A number that the member has already; drawn where it is left out.</summary>
        public string? MemberNo { get; init; }

        /// <summary>Business day of the brand; today where it is left out.</summary>
        public DateOnly? JoinedOn { get; init; }

        /// <summary>The purchase that opens the door, where the programme asks for one.</summary>
        public QualifyingReceipt? Receipt { get; init; }

        /// <summary>Yuan, where the programme asks for a fee.</summary>
        public Money FeePaid { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed record QualifyingReceipt(string ReceiptNo, Money Amount);

    internal sealed record Result(string MemberNo, MemberStatus Status, string Tier, string? MaskedName);

    internal sealed class Rules : MemberDetailsRules<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.StoreCode).MaximumLength(64);
            RuleFor(i => i.JoinedOn).Must(day => day is null || day.Value.Year >= 1990).WithErrorCode("field.too-long-ago");
            RuleFor(i => i.FeePaid).Must(fee => fee.Fen >= 0).WithErrorCode("amount.negative");
            RuleFor(i => i.Receipt!.ReceiptNo).NotEmpty().MaximumLength(40).When(i => i.Receipt is not null);
            RuleFor(i => i.Receipt!.Amount).Must(amount => amount.Fen >= 0).When(i => i.Receipt is not null)
                .WithErrorCode("amount.negative");
        }
    }
}
