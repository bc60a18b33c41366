using FluentValidation;
using RetailMember.Membership;
using RetailMember.Portal.Codes;
using RetailMember.UseCases;

namespace RetailMember.Portal.Sessions;

/// <summary>
/// Lets a member in who has the one-time code that was sent to his mobile. Only who has it learns whether the mobile is a
/// member's.
/// </summary>
[Everybody]
internal sealed class LogIn(CodeDesk codes, SessionDesk sessions, IMemberAccounts accounts)
    : UseCase<LogIn.Input, OpenedSession>
{
    private Guid? proof;

    protected override async Task BeforeAsync(Input input, CallContext call, CancellationToken cancel) =>
        proof = await codes.TryAsync(codes.MobileOf(input.Mobile), CodePurpose.LogIn, input.Code, call, cancel);

    protected override async Task<OpenedSession> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await codes.UseAsync(proof, call, cancel);
        var member = await accounts.FindByMobileAsync(codes.MobileOf(input.Mobile), cancel);
        if (member is not { IsActive: true }) throw new Refusal("portal.no-member", RefusalKind.Conflict);
        await accounts.NoteDeviceAsync(member.Id, input.DeviceId, call, cancel);
        return sessions.Open(member.Id, member.MemberNo, input.Device, call);
    }

    /// <param name="Device">As people call it; shown in the list of sessions.</param>
    /// <param name="DeviceId">What names this phone or browser and stays the same: who refers himself is known by it.</param>
    internal sealed record Input(
        [property: Personal] string Mobile,
        [property: Personal] string Code,
        string? Device = null,
        [property: Personal] string? DeviceId = null) : IInput<OpenedSession>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Mobile).NotEmpty().MaximumLength(32);
            RuleFor(i => i.Code).NotEmpty().MaximumLength(12);
            RuleFor(i => i.DeviceId).MaximumLength(200);
        }
    }
}
