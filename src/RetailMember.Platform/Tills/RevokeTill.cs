using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tills;

/// <summary>Makes a till's key void from the next request on, for good: a till that comes back gets a new key.</summary>
[Needs("Platform.Tills.Change")]
internal sealed class RevokeTill(PlatformDb db, Changes changes) : UseCase<RevokeTill.Input, RevokeTill.Result>
{
    public sealed record Input(Guid Id) : IInput<Result>;

    public sealed record Result(Guid Id, DateTime RevokedAt);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var till = await db.Tills.SingleOrDefaultAsync(t => t.Id == input.Id, cancel)
            ?? throw NotFound(input.Id);
        var own = call.Caller.StoresOf("Platform.Tills.Change", till.BrandId);
        if (own?.Contains(till.StoreId) == false) throw NotFound(input.Id);
        till.RevokedAt ??= call.At;
        await changes.OfAccessAsync(cancel);
        return new Result(till.Id, till.RevokedAt.Value);
    }

    private static Refusal NotFound(Guid id) => new("platform.till-not-found", RefusalKind.NotFound, ("till", id));
}
