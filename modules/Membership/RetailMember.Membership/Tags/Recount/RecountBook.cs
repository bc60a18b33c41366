using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>Begins walks through a brand's members.</summary>
internal sealed class RecountBook(MembershipDb db, IBackgroundWork background)
{
    /// <summary>So many of the last ones are kept.</summary>
    private const int Kept = 60;

    /// <summary>The walk of today that was not finished, or a new one.</summary>
    public async Task<TagRecount> TakeUpAsync(CallContext call, CancellationToken cancel)
    {
        var running = await RunningAsync(cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        return running.Find(r => r.On == today) ?? await BeginAsync(running, call, cancel);
    }

    /// <summary>A walk from the first member on, in the background: one that runs knows nothing of what is new.</summary>
    public async Task<TagRecount> EnqueueAsync(CallContext call, CancellationToken cancel)
    {
        var recount = await BeginAsync(await RunningAsync(cancel), call, cancel);
        await background.EnqueueAsync(new RecountTags.Input(recount.Id), call, cancel);
        return recount;
    }

    private Task<List<TagRecount>> RunningAsync(CancellationToken cancel) =>
        db.TagRecounts.Where(r => r.State == TagRecountState.Running).ToListAsync(cancel);

    private async Task<TagRecount> BeginAsync(List<TagRecount> running, CallContext call, CancellationToken cancel)
    {
        foreach (var old in running) (old.State, old.EndedAt) = (TagRecountState.Abandoned, call.At);
        var oldest = await db.TagRecounts.OrderByDescending(r => r.StartedAt).Select(r => (DateTime?)r.StartedAt)
            .Skip(Kept).FirstOrDefaultAsync(cancel);
        if (oldest is { } last)
            await db.TagRecounts.Where(r => r.StartedAt <= last && r.State != TagRecountState.Running).ExecuteDeleteAsync(cancel);
        var recount = new TagRecount
        {
            Id = Guid.CreateVersion7(),
            BrandId = call.RequiredBrand.Id,
            On = call.RequiredBrand.DateOf(call.At),
            Total = await db.Members.LongCountAsync(cancel),
            RequestedBy = call.Caller.Name,
            StartedAt = call.At,
            AliveAt = call.At,
        };
        db.TagRecounts.Add(recount);
        return recount;
    }
}
