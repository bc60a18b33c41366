using FluentValidation;
using RetailMember.Membership;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>
/// A member passes a voucher of his on to a friend whose mobile or number he knows. Who cannot receive it, for whatever
/// reason, gets one and the same answer, and few may be tried, so that nobody learns who is a member.
/// </summary>
[OwnMember]
internal sealed class PassOwnVoucher(VoucherShelf shelf, VoucherPassing passing, IMemberFiles members, LookUpThrottle throttle)
    : UseCase<PassOwnVoucher.Input, PassOwnVoucher.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await throttle.CheckAsync(call, cancel);
        var voucher = await shelf.LockOwnAsync(input.Voucher, call, cancel);
        var definition = await passing.CheckAsync(voucher, call, cancel);
        var receiver = await members.TryOneAsync(input.Receiver, cancel);
        if (receiver?.Id == voucher.MemberId) throw new Refusal("redemption.voucher-to-oneself", RefusalKind.Conflict);
        if (receiver is { IsActive: true } && await passing.TryPassAsync(voucher, definition, receiver, call, cancel))
            return new Result(voucher.Id, call.Caller.Name);
        await throttle.NoteAsync(call);
        throw new Refusal("redemption.voucher-receiver", RefusalKind.Conflict);
    }

    internal sealed record Input : IInput<Result>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key passes on once.</summary>
        public required string Key { get; init; }

        public required Guid Voucher { get; init; }

        /// <summary>Member number, card or mobile of who gets it.</summary>
        [Personal]
        public required string Receiver { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="MemberNo">Of who gave it.</param>
    internal sealed record Result(Guid Voucher, string MemberNo) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Receiver).NotEmpty().MaximumLength(64);
        }
    }
}
