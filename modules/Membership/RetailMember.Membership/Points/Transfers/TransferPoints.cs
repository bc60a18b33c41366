using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points.Transfers;

/// <summary>
/// A member gives points to another one of the brand. They keep their own days of use and are no earnings of the
/// receiver: his tier, growth and lifetime figures stay. Pending points cannot be given, nor those that lapse too soon.
/// Who cannot receive, for whatever reason, gets one and the same answer, and that only after all that the giver may not
/// give is refused; a member is refused further tries after a few, so that nobody learns who is a member.
/// </summary>
[Needs(MembershipPermissions.TransferPoints), OwnMember]
internal sealed class TransferPoints(
    MembershipDb db, IRows rows, MemberDesk desk, MemberLookup lookup, ProgrammeShelf shelf, TransferBook book,
    IEnumerable<IGuessLimit> limits)
    : UseCase<TransferPoints.Input, TransferPoints.Result>
{
    private const long MostPoints = 10_000_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var byHimself = call.Caller.Kind == CallerKind.Member;
        if (byHimself) foreach (var limit in limits) await limit.CheckAsync(call, cancel);
        var policy = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).At(call.At).Programme.Document.Transfers;
        if (!policy.Allowed) throw new Refusal("membership.transfers-off", RefusalKind.Conflict);
        if (input.Points < policy.LeastPoints)
            throw new Refusal("membership.transfer-too-small", RefusalKind.Conflict, ("least", policy.LeastPoints));
        var (giver, receiver) = await LockAsync(input, call, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        await RefuseAboveLimitAsync(policy, giver, input.Points, today, cancel);
        var transfer = new PointsTransfer
        {
            Id = Guid.CreateVersion7(),
            BrandId = giver.BrandId,
            GiverId = giver.Id,
            ReceiverId = receiver?.Id ?? Guid.CreateVersion7(),
            Points = input.Points,
            On = today,
            At = call.At,
            Operator = call.Caller.Name,
            Note = input.Note,
        };
        // Tried for nobody as well: what the giver lacks is told whether or not there is somebody to receive it.
        var balance = await book.GiveAsync(transfer, giver, receiver?.MemberNo ?? "", policy, cancel);
        if (receiver is null)
        {
            if (byHimself) foreach (var limit in limits) await limit.NoteAsync(call);
            throw new Refusal("membership.transfer-receiver", RefusalKind.Conflict);
        }

        db.PointsTransfers.Add(transfer);
        return new Result(transfer.Id, giver.MemberNo, byHimself ? null : receiver.MemberNo, transfer.Points, balance);
    }

    /// <summary>No receiver where there is none, or none who can receive.</summary>
    private async Task<(Member Giver, Member? Receiver)> LockAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var from = await desk.IdAsync(call, input.Member, cancel);
        var to = await lookup.FindAsync(call.RequiredBrand.Id, input.Receiver, cancel);
        if (from == to) throw new Refusal("membership.transfer-to-oneself", RefusalKind.Conflict);
        var both = await rows.LockAsync<Member, Guid>(m => m.Id, to is { } known ? [from, known] : [from], cancel);
        var giver = both.Single(m => m.Id == from);
        if (giver.Status != MemberStatus.Active)
            throw MemberRefusals.NotActive(giver.MemberNo);
        return (giver, both.Find(m => m.Id == to && m.Status == MemberStatus.Active));
    }

    /// <summary>Counted under the giver's lock; what was taken back counts no more.</summary>
    private async Task RefuseAboveLimitAsync(
        TransferPolicy policy, Member giver, long points, DateOnly today, CancellationToken cancel)
    {
        if (policy.DailyMost is not { } most) return;
        var files = await db.FilesOfAsync(giver.Id, cancel);
        var given = await db.PointsTransfers
            .Where(t => EF.Parameter(files).Contains(t.GiverId) && t.On == today && t.ReversedAt == null)
            .SumAsync(t => t.Points, cancel);
        if (given + points > most)
            throw new Refusal(
                "membership.transfer-limit", RefusalKind.Conflict, ("most", most), ("left", Math.Max(0, most - given)));
    }

    internal sealed record Input : IInput<Result>, IKeyed, IOfMember<Input>
    {
        /// <summary>Drawn by whoever asks; the same key gives once.</summary>
        public required string Key { get; init; }

        /// <summary>Who gives.</summary>
        [Personal]
        public required string Member { get; init; }

        /// <summary>Member number, card or mobile of who gets.</summary>
        [Personal]
        public required string Receiver { get; init; }

        public required long Points { get; init; }

        public string? Note { get; init; }

        string IKeyed.BusinessKey => Key;

        public Input For(string memberNo) => this with { Member = memberNo };
    }

    /// <param name="ReceiverNo">Staff alone are told.</param>
    /// <param name="PointsBalance">The giver's afterwards, pending points included.</param>
    internal sealed record Result(Guid Transfer, string MemberNo, string? ReceiverNo, long Points, long PointsBalance) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Receiver).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Points).InclusiveBetween(1, MostPoints);
            RuleFor(i => i.Note).MaximumLength(200);
        }
    }
}
