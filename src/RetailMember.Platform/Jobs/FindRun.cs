using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Jobs;

/// <summary>How a run goes: for whoever started it, and for those who may see jobs.</summary>
[SignedIn]
internal sealed class FindRun(PlatformDb db, Modules.ModuleCatalogue modules) : Query<FindRun.Input, FindRuns.Item>
{
    public sealed record Input(Guid Id) : IInput<FindRuns.Item>;

    protected override async Task<FindRuns.Item> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var run = await db.JobRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id, cancel);
        var visible = run is not null
            && (call.Brand is null || run.BrandId == call.Brand.Id)
            && (run.CallerId == call.Caller.Id || MaySee(call, run));
        return visible ? FindRuns.Show(run!) : throw new Refusal("platform.run-not-found", RefusalKind.NotFound);
    }

    private bool MaySee(CallContext call, JobRun run) =>
        call.Caller.Can(modules.PermissionNamed("Platform.Jobs.View"), run.BrandId == 0 ? null : run.BrandId, null);
}
