using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Targets;

/// <summary>Keeps targets and finds the one that holds for somebody or some place in a month.</summary>
internal sealed class TargetBook(StoredValueDb db, IBrandDirectory brands, IStaff staff)
{
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    public async Task SetAsync(
        TargetScope scope, string of, DateOnly? day, long fen, CallContext call, CancellationToken cancel)
    {
        // To take a target away from somebody who has left needs nobody to be there.
        if (fen > 0) RequireKnown(scope, of, call.RequiredBrand.Id);
        var month = day is { } given ? MonthOf(given) : SalesTarget.EveryMonth;
        var row = await db.SalesTargets.SingleOrDefaultAsync(t => t.Scope == scope && t.Of == of && t.Month == month, cancel);
        if (fen == 0)
        {
            if (row is not null) db.SalesTargets.Remove(row);
            return;
        }

        if (row is null)
        {
            row = new SalesTarget
            {
                BrandId = call.RequiredBrand.Id, Scope = scope, Of = of, Month = month, EditedBy = call.Caller.Name,
            };
            db.SalesTargets.Add(row);
        }

        (row.Fen, row.EditedBy, row.EditedAt) = (fen, call.Caller.Name, call.At);
    }

    /// <summary>Refuses to change what is counted already.</summary>
    public static void RequireNotOver(DateOnly? day, CallContext call)
    {
        if (day is { } given && MonthOf(given) < MonthOf(call.RequiredBrand.DateOf(call.At)))
            throw new Refusal("storedvalue.target-month-over", RefusalKind.Conflict, ("month", MonthOf(given)));
    }

    /// <summary>Refuses whoever would set what he himself is paid by.</summary>
    public void RequireNotOwn(TargetScope scope, string of, CallContext call)
    {
        if (IsOwn(scope, of, call)) throw new Refusal("storedvalue.own-target", RefusalKind.Forbidden);
    }

    /// <summary>The target is that of the caller himself or of a role that he has.</summary>
    public bool IsOwn(TargetScope scope, string of, CallContext call) =>
        call.Caller is { Kind: CallerKind.Person, Id: { } id } && staff.Find(id) is { } self && scope switch
        {
            TargetScope.Person => string.Equals(self.UserName, of, StringComparison.OrdinalIgnoreCase),
            TargetScope.Role => self.RolesIn(call.RequiredBrand.Id).Contains(of),
            _ => false,
        };

    /// <summary>Takes away some targets of a month's own.</summary>
    public async Task ClearAsync(TargetScope scope, DateOnly day, IReadOnlyCollection<string> of, CancellationToken cancel)
    {
        var month = MonthOf(day);
        db.SalesTargets.RemoveRange(await db.SalesTargets
            .Where(t => t.Scope == scope && t.Month == month && EF.Parameter(of).Contains(t.Of)).ToListAsync(cancel));
    }

    /// <summary>The targets that hold in a month.</summary>
    public async Task<TargetsOfMonth> OfAsync(DateOnly month, CancellationToken cancel) => new(
        await db.SalesTargets.AsNoTracking()
            .Where(t => t.Month == month || t.Month == SalesTarget.EveryMonth)
            .ToDictionaryAsync(t => (t.Scope, t.Of, t.Month == month), t => t.Fen, cancel));

    private void RequireKnown(TargetScope scope, string of, int brandId)
    {
        var known = scope switch
        {
            TargetScope.Store => brands.FindStore(brandId, of) is not null,
            TargetScope.Area => brands.StoresOf(brandId).Any(s => s.Area == of),
            TargetScope.Person => staff.Find(of) is { } person && person.RolesIn(brandId).Any(),
            // Head office makes roles of its own: whatever somebody has here, beside those of the first start.
            _ => DefaultRole.All.Contains(of) || staff.Of(brandId).Any(p => p.RolesIn(brandId).Contains(of)),
        };
        if (!known) throw Refusal.Invalid("of", "storedvalue.target-of-nobody");
    }
}

/// <summary>Targets of one month, in fen: its own before those for every month.</summary>
internal sealed class TargetsOfMonth(IReadOnlyDictionary<(TargetScope Scope, string Of, bool Own), long> targets)
{
    public long? Of(TargetScope scope, string of) =>
        targets.TryGetValue((scope, of, true), out var own) ? own
        : targets.TryGetValue((scope, of, false), out var every) ? every
        : null;

    /// <summary>A person's own target, else the highest of his roles.</summary>
    public long? OfPerson(string userName, IEnumerable<string> roles) =>
        Of(TargetScope.Person, userName) ?? roles.Select(r => Of(TargetScope.Role, r)).Max();
}

/// <summary>What the trade usually asks of a role in a month, to begin with.</summary>
internal static class UsualTargets
{
    public static readonly IReadOnlyList<(string Role, long Fen)> OfRoles =
    [
        (DefaultRole.OperationsDirector, 50_000_00),
        (DefaultRole.StoreGeneralManager, 50_000_00),
        (DefaultRole.SalesManager, 50_000_00),
        (DefaultRole.LobbyManager, 20_000_00),
        (DefaultRole.FloorManager, 20_000_00),
        (DefaultRole.FloorSupervisor, 10_000_00),
        (DefaultRole.DoorSupervisor, 10_000_00),
        (DefaultRole.BarSupervisor, 20_000_00),
    ];
}

/// <summary>Sets the usual targets by role for every month, wherever a role has none.</summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class SetUsualTargets(StoredValueDb db, TargetBook book) : UseCase<SetUsualTargets.Input, SetUsualTargets.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var have = await db.SalesTargets.AsNoTracking()
            .Where(t => t.Scope == TargetScope.Role && t.Month == SalesTarget.EveryMonth).Select(t => t.Of).ToListAsync(cancel);
        var missing = UsualTargets.OfRoles.Where(u => !have.Contains(u.Role)).ToList();
        foreach (var (role, fen) in missing) await book.SetAsync(TargetScope.Role, role, null, fen, call, cancel);
        return new Result(missing.Count);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Added">Targets that were set.</param>
    internal sealed record Result(int Added);
}
