using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points.Transfers;

/// <summary>
/// Takes a gift of points back, whole: into the lots that it came from. Refused once the receiver has spent any of
/// those very points, and while one of the two has been merged into another member.
/// </summary>
[Needs(MembershipPermissions.ReverseTransfers)]
internal sealed class ReverseTransfer(MembershipDb db, IRows rows, TransferBook book)
    : UseCase<ReverseTransfer.Input, ReverseTransfer.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var asked = await db.PointsTransfers.AsNoTracking().SingleOrDefaultAsync(t => t.Id == input.Transfer, cancel)
            ?? throw new Refusal("membership.transfer-not-found", RefusalKind.NotFound);
        var both = await rows.LockAsync<Member, Guid>(m => m.Id, [asked.GiverId, asked.ReceiverId], cancel);
        var transfer = await db.PointsTransfers.SingleAsync(t => t.Id == input.Transfer, cancel);
        if (transfer.ReversedAt is not null) throw new Refusal("membership.transfer-reversed", RefusalKind.Conflict);
        if (both.Find(m => m.Status == MemberStatus.Merged) is { } merged)
            throw new Refusal("membership.transfer-merged", RefusalKind.Conflict, ("memberNo", merged.MemberNo));
        var giver = both.Single(m => m.Id == transfer.GiverId);
        var receiver = both.Single(m => m.Id == transfer.ReceiverId);
        await book.TakeBackAsync(
            transfer, giver, receiver, call.RequiredBrand.DateOf(call.At), call.Caller.Name, cancel);
        (transfer.ReversedAt, transfer.ReversedBy, transfer.ReversedFor) = (call.At, call.Caller.Name, input.Reason);
        return new Result(transfer.Id, giver.MemberNo, receiver.MemberNo, transfer.Points);
    }

    /// <param name="Reason">Kept with the gift.</param>
    internal sealed record Input(Guid Transfer, string Reason) : IInput<Result>;

    internal sealed record Result(Guid Transfer, string MemberNo, string ReceiverNo, long Points) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
