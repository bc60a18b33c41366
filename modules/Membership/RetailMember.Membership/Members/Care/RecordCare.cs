using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Care;

/// <summary>Notes down something done for a member, and when somebody is to come back to it.</summary>
[Needs(MembershipPermissions.RecordCare)]
internal sealed class RecordCare(MembershipDb db, MemberDesk desk) : UseCase<RecordCare.Input, RecordCare.Result>
{
    /// <summary>A follow-up lies at most this many days ahead.</summary>
    public const int FarthestDays = 366;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        // Locked, so that no record slips in while the membership is closed and its care is erased.
        var member = await desk.LockAsync(call, input.Member, cancel);
        if (member.Status is not (MemberStatus.Active or MemberStatus.Applied))
            throw MemberRefusals.NotActive(member.MemberNo);
        var today = call.RequiredBrand.DateOf(call.At);
        if (input.FollowUpOn < today || input.FollowUpOn > today.AddDays(FarthestDays))
            throw Refusal.Invalid([new FieldFault("followUpOn", "membership.follow-up-day", ("days", FarthestDays))]);
        var care = new CareRecord
        {
            Id = Guid.CreateVersion7(),
            BrandId = member.BrandId,
            MemberId = member.Id,
            Kind = input.Kind,
            Note = input.Note.Trim(),
            StoreId = call.Store?.Id ?? OnlyStoreOf(call) ?? member.StoreId,
            RecordedAt = call.At,
            Operator = call.Caller.Name,
            FollowUpOn = input.FollowUpOn,
        };
        db.CareRecords.Add(care);
        return new Result(care.Id, member.MemberNo, care.FollowUpOn);
    }

    /// <summary>Who works for one store need not name it.</summary>
    private static int? OnlyStoreOf(CallContext call) =>
        call.Caller.StoresOf(MembershipPermissions.RecordCare, call.RequiredBrand.Id) is [var only] ? only : null;

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever records; the same key is noted down once.</summary>
        public required string Key { get; init; }

        [Personal]
        public required string Member { get; init; }

        public required CareKind Kind { get; init; }

        /// <summary>What was said or done, up to 500 characters.</summary>
        [Personal]
        public required string Note { get; init; }

        /// <summary>The store that cares; left out, it is the caller's only one, or the member's.</summary>
        public string? StoreCode { get; init; }

        /// <summary>Business day of the brand, today or later.</summary>
        public DateOnly? FollowUpOn { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed record Result(Guid Care, string MemberNo, DateOnly? FollowUpOn) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Note).NotEmpty().MaximumLength(CareRecord.NoteLength);
        }
    }
}
