using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>Keeps targets and finds the one that holds for somebody or some place in a month.</summary>
internal sealed class TargetBook(StoredValueDb db, IRows rows, IBrandDirectory brands, IStaff staff)
{
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>
    /// Locks the plan of the brand, so that a whole and its parts that are set at once are weighed one after the other. Asked
    /// before anything is set.
    /// </summary>
    public async Task HoldAsync(CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand.Id;
        await rows.InsertMissingAsync([new SalesPlan { BrandId = brand }], cancel);
        await rows.LockAsync<SalesPlan, int>(p => p.BrandId, [brand], cancel);
    }

    /// <summary>
    /// Sets a month's own target, or the standing one from the present month on: what months before were to sell stays. Zero
    /// takes it away.
    /// </summary>
    public async Task SetAsync(
        TargetScope scope, string of, DateOnly? day, long fen, CallContext call, CancellationToken cancel)
    {
        // To take a target away from somebody who has left needs nobody to be there.
        if (fen > 0) await RequireKnownAsync(scope, of, call.RequiredBrand.Id, cancel);
        var standing = day is null;
        var month = MonthOf(day ?? call.RequiredBrand.DateOf(call.At));
        var known = await db.SalesTargets.Where(t => t.Scope == scope && t.Of == of && t.Standing == standing && t.Month <= month)
            .ToListAsync(cancel);
        var row = known.Find(t => t.Month == month);
        if (fen == 0 && !(standing && known.Exists(t => t.Month < month)))
        {
            if (row is not null) db.SalesTargets.Remove(row);
            return;
        }

        if (row is null)
        {
            row = new SalesTarget
            {
                BrandId = call.RequiredBrand.Id, Scope = scope, Of = of, Standing = standing, Month = month,
                EditedBy = call.Caller.Name,
            };
            db.SalesTargets.Add(row);
        }

        (row.Fen, row.EditedBy, row.EditedAt) = (fen, call.Caller.Name, call.At);
    }

    /// <summary>How a person or store is written, whatever letter case was given; as given where nobody is known by it.</summary>
    public string NameOf(TargetScope scope, string of, int brandId) => scope switch
    {
        TargetScope.Store => brands.FindStore(brandId, of)?.Code ?? of,
        TargetScope.Person => staff.Find(of)?.UserName ?? of,
        _ => of,
    };

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
            .Where(t => t.Scope == scope && !t.Standing && t.Month == month && EF.Parameter(of).Contains(t.Of)).ToListAsync(cancel));
    }

    /// <summary>The targets that hold in a month.</summary>
    public async Task<TargetsOfMonth> OfAsync(DateOnly month, CancellationToken cancel) => new(
        await db.SalesTargets.AsNoTracking()
            .Where(t => (!t.Standing && t.Month == month) || (t.Standing && t.Month <= month)).ToListAsync(cancel));

    /// <summary>The targets that hold in each of some months.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, TargetsOfMonth>> OfAsync(
        IReadOnlyCollection<DateOnly> months, CancellationToken cancel)
    {
        var last = months.Max();
        var all = await db.SalesTargets.AsNoTracking().Where(t => t.Month <= last).ToListAsync(cancel);
        return months.ToDictionary(m => m, m => new TargetsOfMonth(all.FindAll(t => t.Standing ? t.Month <= m : t.Month == m)));
    }

    /// <summary>
    /// Refuses a plan by which a whole is below what its parts have, in a month or any later one that has targets of its own:
    /// what has just been set is looked at as a whole, and as a part of its store or area.
    /// </summary>
    /// <param name="scope">What was set.</param>
    /// <param name="set">Of whom.</param>
    /// <param name="day">Any day of the month; null: every month from the present one on.</param>
    /// <param name="call">Who did it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RequireWholesAsync(
        TargetScope scope, IReadOnlyCollection<string> set, DateOnly? day, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand.Id;
        var wholes = set.SelectMany(of => WholesOf(scope, of, brand)).Distinct().ToList();
        if (wholes.Count == 0) return;
        await db.SaveChangesAsync(cancel);
        foreach (var month in await MonthsAsync(day, call, cancel))
        {
            var plan = await OfAsync(month, cancel);
            foreach (var (over, name) in wholes)
            {
                var parts = PartsOf(over, name, brand).Sum(p => plan.Of(p.Scope, p.Of) ?? 0);
                if (plan.Of(over, name) is { } whole && whole < parts)
                    throw new Refusal(
                        "storedvalue.target-below-parts", RefusalKind.Conflict,
                        ("of", name), ("month", month), ("target", new Money(whole)), ("parts", new Money(parts)));
            }
        }
    }

    private async Task<IReadOnlyList<DateOnly>> MonthsAsync(DateOnly? day, CallContext call, CancellationToken cancel)
    {
        if (day is { } given) return [MonthOf(given)];
        var present = MonthOf(call.RequiredBrand.DateOf(call.At));
        var later = await db.SalesTargets.AsNoTracking().Where(t => t.Month > present).Select(t => t.Month).Distinct().ToListAsync(cancel);
        return [present, .. later];
    }

    /// <summary>What is set itself, and what it is a part of.</summary>
    private IEnumerable<(TargetScope Scope, string Of)> WholesOf(TargetScope scope, string of, int brandId) => scope switch
    {
        TargetScope.Area => [(scope, of)],
        TargetScope.Store => brands.FindStore(brandId, of) is { } store ? [(scope, of), (TargetScope.Area, store.Area)] : [(scope, of)],
        TargetScope.Person => staff.Find(of) is { } person && StoreOf(person, brandId) is { } at ? [(TargetScope.Store, at.Code)] : [],
        _ => [],
    };

    private IEnumerable<(TargetScope Scope, string Of)> PartsOf(TargetScope scope, string of, int brandId) => scope == TargetScope.Area
        ? brands.StoresOf(brandId).Where(s => s.Area == of).Select(s => (TargetScope.Store, s.Code))
        : staff.Of(brandId).Where(p => StoreOf(p, brandId)?.Code == of).Select(p => (TargetScope.Person, p.UserName));

    /// <summary>The store of whoever works at one alone: what he is to sell is a part of its target.</summary>
    private Store? StoreOf(StaffPerson person, int brandId) =>
        person.StoresIn(brandId) is [var only] ? brands.FindStore(only) : null;

    private async Task RequireKnownAsync(TargetScope scope, string of, int brandId, CancellationToken cancel)
    {
        var known = scope switch
        {
            TargetScope.Store => brands.FindStore(brandId, of) is not null,
            TargetScope.Area => brands.StoresOf(brandId).Any(s => s.Area == of),
            TargetScope.Person => staff.Find(of) is { } person && person.RolesIn(brandId).Any(),
            TargetScope.Channel => await db.SalesChannels.AnyAsync(c => c.Code == of && !c.Closed, cancel),
            // Head office makes roles of its own: whatever somebody has here, beside those of the first start.
            _ => DefaultRole.All.Contains(of) || staff.Of(brandId).Any(p => p.RolesIn(brandId).Contains(of)),
        };
        if (!known) throw Refusal.Invalid("of", "storedvalue.target-of-nobody");
    }
}

/// <summary>Targets of one month, in fen: its own before the standing ones.</summary>
/// <param name="rows">Its own, and all standing ones up to it.</param>
internal sealed class TargetsOfMonth(IReadOnlyCollection<SalesTarget> rows)
{
    private readonly Dictionary<(TargetScope Scope, string Of), SalesTarget> own =
        rows.Where(t => !t.Standing).ToDictionary(t => (t.Scope, t.Of));

    private readonly Dictionary<(TargetScope Scope, string Of), SalesTarget> standing = rows.Where(t => t.Standing)
        .GroupBy(t => (t.Scope, t.Of)).Select(g => g.MaxBy(t => t.Month)!).Where(t => t.Fen > 0).ToDictionary(t => (t.Scope, t.Of));

    /// <summary>Those of the month alone and those that stand, also where the month has one of its own.</summary>
    public IEnumerable<SalesTarget> All => own.Values.Concat(standing.Values);

    public long? Of(TargetScope scope, string of) => (own.GetValueOrDefault((scope, of)) ?? Standing(scope, of))?.Fen;

    public SalesTarget? Standing(TargetScope scope, string of) => standing.GetValueOrDefault((scope, of));

    /// <summary>A person's own target, else the highest of his roles.</summary>
    public long? OfPerson(string userName, IEnumerable<string> roles) => Of(TargetScope.Person, userName) ?? OfRoles(roles);

    /// <summary>The highest of some roles.</summary>
    public long? OfRoles(IEnumerable<string> roles) => roles.Select(r => Of(TargetScope.Role, r)).Max();
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

/// <summary>Sets the usual targets by role for every month from the present one on, wherever a role has none.</summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class SetUsualTargets(TargetBook book) : UseCase<SetUsualTargets.Input, SetUsualTargets.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await book.HoldAsync(call, cancel);
        var plan = await book.OfAsync(TargetBook.MonthOf(call.RequiredBrand.DateOf(call.At)), cancel);
        var missing = UsualTargets.OfRoles.Where(u => plan.Standing(TargetScope.Role, u.Role) is null).ToList();
        foreach (var (role, fen) in missing) await book.SetAsync(TargetScope.Role, role, null, fen, call, cancel);
        return new Result(missing.Count);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Added">Targets that were set.</param>
    internal sealed record Result(int Added);
}
