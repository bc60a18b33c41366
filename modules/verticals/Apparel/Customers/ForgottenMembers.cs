using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Apparel.Customers;

/// <summary>What was written about whoever is forgotten goes too; that something was done for him stays.</summary>
internal sealed class ForgottenMembers(ApparelDb db) : Subscriber<MemberForgotten>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MemberForgotten>> events,
        CancellationToken cancel)
    {
        Guid[] members = [.. events.Select(e => e.Event.MemberId)];
        await db.CareTasks.Where(t => EF.Parameter(members).Contains(t.MemberId)).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.Wish, (string?)null).SetProperty(t => t.Note, (string?)null), cancel);
        await db.CustomerOwners.Where(o => EF.Parameter(members).Contains(o.MemberId)).ExecuteDeleteAsync(cancel);
    }
}
