using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>
/// Records a glucose test or a consultation of a member who has agreed to it. A free test is a use of the benefit that
/// entitles him, so that he has no more of them than he may.
/// </summary>
[Needs(PharmacyPermissions.RecordHealth)]
internal sealed class RecordHealth(
    PharmacyDb db, HealthBook book, ClubRules rules, IMemberFiles files, IMemberAwards awards, IBenefits benefits)
    : UseCase<RecordHealth.Input, RecordHealth.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = call.Store ?? throw new Refusal("store.needed", RefusalKind.Invalid);
        store.RefuseUnlessOpenAt(call.At);
        var member = await awards.HoldActiveAsync(files, input.Member, cancel);
        await book.RequireConsentAsync(member.Id, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        long? left = null;
        if (input.Free)
        {
            if (input.RecordKind != HealthRecordKind.GlucoseTest) throw Refusal.Invalid("free", "pharmacy.only-tests-are-free");
            var benefit = (await rules.OnAsync(today, cancel)).Rules.GlucoseBenefit
                ?? throw new Refusal(BenefitRefusals.NotEntitled, RefusalKind.Conflict);
            var occasion = new VoucherOccasion(call.At, today, call.Caller.Name, store.Id);
            var used = (await benefits.UseAsync(
                [new BenefitAsked("pharmacy/test/" + input.Key, benefit, member.Id, occasion)], cancel))[0];
            if (used.Refusal is { } code) throw new Refusal(code, RefusalKind.Conflict);
            left = used.Left;
        }

        var record = new HealthRecord
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(call.At, TimeSpan.Zero)),
            BrandId = call.RequiredBrand.Id,
            MemberId = member.Id,
            Kind = input.RecordKind,
            On = today,
            At = call.At,
            StoreId = store.Id,
            Free = input.Free,
            Finding = input.Finding.Trim(),
            RecordedBy = call.Caller.Name,
        };
        db.HealthRecords.Add(record);
        await book.NoteAsync(member.Id, HealthAccessKind.Recorded, reason: null, call, cancel);
        return new Result(record.Id, member.MemberNo, today, left);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key records once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Member number, card or mobile.</summary>
        [Personal]
        public required string Member { get; init; }

        public HealthRecordKind RecordKind { get; init; }

        /// <summary>The measured value with its unit, or what was talked about.</summary>
        [Personal]
        public required string Finding { get; init; }

        /// <summary>A test that costs the member nothing, by his benefit.</summary>
        public bool Free { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Left">Free tests that the member may still have in the period.</param>
    internal sealed record Result(Guid Record, string MemberNo, DateOnly RecordedOn, long? Left) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.RecordKind).IsInEnum();
            RuleFor(i => i.Finding).NotEmpty().MaximumLength(PharmacyDb.FindingLength);
        }
    }
}
