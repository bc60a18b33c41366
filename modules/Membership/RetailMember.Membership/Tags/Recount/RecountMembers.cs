using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>
/// The next members of a walk: one transaction's share of <see cref="RecountTags"/>. Locks the walk, so that nobody is
/// counted by two hosts.
/// </summary>
[Needs(MembershipPermissions.ActivateTags)]
internal sealed class RecountMembers(MembershipDb db, IRows rows, TagKeeper keeper)
    : UseCase<RecountMembers.Input, TagRecountView>
{
    protected override async Task<TagRecountView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = await rows.LockAsync<TagRecount, Guid>(r => r.Id, [input.Recount], cancel);
        if (found is not [var walk] || walk.BrandId != call.RequiredBrand.Id)
            throw new Refusal("membership.tag-recount-not-found", RefusalKind.NotFound, ("recount", input.Recount));
        if (walk.State != TagRecountState.Running) return TagRecountView.Of(walk);
        var next = await NextAsync(walk.After, input.Limit, cancel);
        walk.AliveAt = call.At;
        if (next.Length == 0)
        {
            (walk.State, walk.EndedAt) = (TagRecountState.Done, call.At);
        }
        else
        {
            var tally = await keeper.RefreshAsync(next, TagOccasion.Of(call), cancel);
            walk.After = next[^1];
            walk.Done += tally.Members;
            walk.Receipts += tally.Receipts;
            walk.Gained += tally.Gained;
            walk.Lost += tally.Lost;
        }

        await rows.UpdateAsync([walk], TagRecount.Moving, cancel);
        return TagRecountView.Of(walk);
    }

    private Task<Guid[]> NextAsync(Guid? after, int count, CancellationToken cancel)
    {
        var members = db.Members.AsQueryable();
        if (after is { } last) members = members.Where(m => m.Id > last);
        return members.OrderBy(m => m.Id).Take(count).Select(m => m.Id).ToArrayAsync(cancel);
    }

    internal sealed record Input(Guid Recount, int Limit) : IInput<TagRecountView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 5_000);
    }
}
