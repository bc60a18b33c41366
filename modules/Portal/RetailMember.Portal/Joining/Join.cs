using FluentValidation;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Portal.Cards;
using RetailMember.Portal.Codes;
using RetailMember.Portal.Consents;
using RetailMember.Portal.Sessions;
using RetailMember.UseCases;

namespace RetailMember.Portal.Joining;

/// <summary>
/// Makes a member of whoever has the code that was sent to his mobile, by the brand's own entry condition; with a card that
/// the brand knows by its number alone, he takes over what stands on it. Who is a member already is let in, and what he agreed to is
/// noted.
/// </summary>
[Everybody]
internal sealed class Join(
    CodeDesk codes, CardThrottle throttle, CounterCode counter, SessionDesk sessions, ConsentBook consents,
    IMemberAccounts accounts, DataSession session)
    : UseCase<Join.Input, Join.Result>
{
    private Guid? proof;

    protected override async Task BeforeAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var mobile = codes.MobileOf(input.Mobile);
        if (input.Card is not null) await throttle.TakeAsync(codes.IndexOf(mobile), call, cancel);
        var purpose = input.Card is null ? CodePurpose.Enrol : CodePurpose.BindCard;
        proof = await codes.TryAsync(mobile, purpose, input.Code, call, cancel);
    }

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await codes.UseAsync(proof, call, cancel);
        var mobile = codes.MobileOf(input.Mobile);
        if (await accounts.FindByMobileAsync(mobile, cancel) is { IsActive: true } known)
        {
            if (input.Card is not null)
            {
                var kind = input.CardKind ?? throw Refusal.Invalid("cardKind", "field.not-empty");
                await accounts.BindAsync(known.Id, input.Card, kind.ToString(), call, cancel);
            }

            await consents.NoteAsync(known.Id, known.MemberNo, input.Consents, call, cancel);
            await accounts.NoteDeviceAsync(known.Id, input.DeviceId, call, cancel);
            return Entered(JoiningOutcome.AlreadyMember, sessions.Open(known.Id, known.MemberNo, input.Device, call));
        }

        // The number alone opens nothing of what stands on a card.
        if (input.Card is { } card && !counter.IsRight(call.RequiredBrand.Id, card, input.CounterCode, call.At))
            throw Refusal.Invalid("counterCode", "portal.counter-code-wrong");
        if (!input.Consents.Any(c => c is { Purpose: ConsentPurpose.Membership, Granted: true }))
            throw Refusal.Invalid("consents", "portal.consent-needed");
        var form = new JoiningForm(
            proof!.Value.ToString("N"), mobile, input.Name, input.Birthday, input.Sex, input.Fields, call.Store?.Code)
        {
            ReferralCode = string.IsNullOrWhiteSpace(input.ReferralCode) ? null : input.ReferralCode,
            Device = input.DeviceId,
        };
        var joined = input.Card is null
            ? await accounts.JoinAsync(form, call, cancel)
            : await accounts.ClaimAsync(input.Card, form, call, cancel);
        await accounts.NoteDeviceAsync(joined.Id, input.DeviceId, call, cancel);
        await consents.NoteAsync(joined.Id, joined.MemberNo, input.Consents, call, cancel);
        await session.SaveAsync(cancel);
        return joined.IsActive
            ? Entered(JoiningOutcome.Joined, sessions.Open(joined.Id, joined.MemberNo, input.Device, call))
            : new Result(JoiningOutcome.AwaitsReview, joined.MemberNo, null, null);
    }

    private static Result Entered(JoiningOutcome outcome, OpenedSession opened) =>
        new(outcome, opened.MemberNo, opened.Token, opened.EndsAt);

    internal sealed record Input : IInput<Result>, IAtStore
    {
        [Personal]
        public required string Mobile { get; init; }

        /// <summary>Sent for the purpose <c>enrol</c>, or <c>bindCard</c> where a card is named.</summary>
        [Personal]
        public required string Code { get; init; }

        [Personal]
        public string? Name { get; init; }

        [Personal]
        public DateOnly? Birthday { get; init; }

        /// <summary>female or male.</summary>
        [Personal]
        public string? Sex { get; init; }

        /// <summary>The brand's own fields, by code.</summary>
        [Personal]
        public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

        /// <summary>A card that he holds already.</summary>
        [Personal]
        public string? Card { get; init; }

        /// <summary>Of the card, which a member binds by it.</summary>
        public CardKind? CardKind { get; init; }

        /// <summary>What staff at the counter gave him for the card; a member who binds one more card needs none.</summary>
        [Personal]
        public string? CounterCode { get; init; }

        public string? StoreCode { get; init; }

        public IReadOnlyList<ConsentDecision> Consents { get; init; } = [];

        /// <summary>The code of the member who brought him; with a card that he holds already it counts for nothing.</summary>
        public string? ReferralCode { get; init; }

        /// <summary>As people call it; shown in the list of sessions.</summary>
        public string? Device { get; init; }

        /// <summary>What names this phone or browser and stays the same: who refers himself is known by it.</summary>
        [Personal]
        public string? DeviceId { get; init; }
    }

    /// <param name="Token">Of the session; absent while the application awaits a decision.</param>
    /// <param name="EndsAt">UTC.</param>
    internal sealed record Result(JoiningOutcome Admission, string MemberNo, string? Token, DateTime? EndsAt);

    internal sealed class Rules : AbstractValidator<Input>
    {
        private static readonly DateOnly EarliestBirthday = new(1900, 1, 1);

        public Rules()
        {
            RuleFor(i => i.Mobile).NotEmpty().MaximumLength(32);
            RuleFor(i => i.Code).NotEmpty().MaximumLength(12);
            RuleFor(i => i.Name).Must(name => !string.IsNullOrWhiteSpace(name)).WithErrorCode("field.not-empty")
                .MaximumLength(60).When(i => i.Name is not null);
            RuleFor(i => i.Birthday).Must(day => day is null || day >= EarliestBirthday).WithErrorCode("field.too-long-ago");
            RuleFor(i => i.Sex).Must(sex => sex is null or "female" or "male").WithErrorCode("field.malformed");
            RuleFor(i => i.Fields).Must(fields => fields.Count <= 50).WithErrorCode("membership.too-many-fields");
            RuleFor(i => i.Card).Matches(CardForm.Pattern).When(i => i.Card is not null).WithErrorCode("portal.card-malformed");
            RuleFor(i => i.CardKind).IsInEnum();
            RuleFor(i => i.Consents).Must(c => c.Count <= 10 && c.All(d => Enum.IsDefined(d.Purpose)))
                .WithErrorCode("field.malformed");
            RuleFor(i => i.CounterCode).MaximumLength(12);
            RuleFor(i => i.StoreCode).MaximumLength(64);
            RuleFor(i => i.ReferralCode).MaximumLength(64);
            RuleFor(i => i.DeviceId).MaximumLength(200);
        }
    }
}

/// <summary>What came of wanting to join.</summary>
internal enum JoiningOutcome
{
    Joined,
    AlreadyMember,
    AwaitsReview,
}
