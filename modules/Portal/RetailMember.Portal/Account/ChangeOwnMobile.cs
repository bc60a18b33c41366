using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Portal.Codes;
using RetailMember.Portal.Data;
using RetailMember.Portal.Sessions;
using RetailMember.UseCases;

namespace RetailMember.Portal.Account;

/// <summary>
/// Another mobile for the member, who has the code that was sent there. His other devices are logged out: whoever has the
/// old mobile now has nothing of him.
/// </summary>
[OwnMember]
internal sealed class ChangeOwnMobile(CodeDesk codes, PortalDb db, IMemberAccounts accounts, IHttpContextAccessor http)
    : UseCase<ChangeOwnMobile.Input, ChangeOwnMobile.Result>
{
    private Guid? proof;

    protected override async Task BeforeAsync(Input input, CallContext call, CancellationToken cancel) =>
        proof = await codes.TryAsync(codes.MobileOf(input.Mobile), CodePurpose.ChangeMobile, input.Code, call, cancel);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await codes.UseAsync(proof, call, cancel);
        var (me, here, at) = (call.Caller.Id!.Value, MemberSessions.Current(http.HttpContext), (DateTime?)call.At);
        await accounts.ChangeMobileAsync(me, codes.MobileOf(input.Mobile), cancel);
        await db.MemberSessions.Where(s => s.MemberId == me && s.EndedAt == null && s.Id != here)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, at), cancel);
        return new Result(call.Caller.Name);
    }

    internal sealed record Input([property: Personal] string Mobile, [property: Personal] string Code) : IInput<Result>;

    internal sealed record Result(string MemberNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Mobile).NotEmpty().MaximumLength(32);
            RuleFor(i => i.Code).NotEmpty().MaximumLength(12);
        }
    }
}
