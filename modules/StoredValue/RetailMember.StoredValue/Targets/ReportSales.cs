using FluentValidation;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>
/// What people, areas, stores or sales channels sold by day, week, month or year; months also against their targets,
/// and what people made of the customers whom they are to win. Of one channel alone nothing is told that is planned for all.
/// Whoever works at some stores alone reads what was sold there, and no target of which other stores sell a part: neither of who
/// works elsewhere too, nor of who sold something elsewhere in that month, such as a renewal there.
/// </summary>
[Needs(SalesPermissions.ViewTeam)]
internal sealed class ReportSales(
    SalesFigures figures, ProspectFigures prospects, TargetBook targets, IBrandDirectory brands, IStaff staff)
    : Query<ReportSales.Input, ReportSales.Result>
{
    private const int MostDays = 1_100;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var from = input.Period.StartOf(input.From ?? today);
        var to = input.To ?? input.Period.EndOf(from).AddDays(-1);
        if (to < from || to.DayNumber - from.DayNumber > MostDays) throw Refusal.Invalid("to", "storedvalue.span-too-long");
        var reach = new TeamReach(call, brands, staff);
        var channel = input.SalesChannel is { Length: > 0 } named ? named : null;
        var sold = (await figures.OfAsync(from, to, reach.Stores, channel, cancel))
            .GroupBy(s => (Start: input.Period.StartOf(s.On), Of: NameOf(s, input.By)))
            .ToDictionary(g => g.Key, g => g.ToList());
        var elsewhere = await SoldElsewhereAsync(input, from, to, reach, cancel);
        var lists = input.By == ReportBy.Person && channel is null
            ? (await prospects.OfAsync(from, to, reach.Team, cancel)).ToLookup(c => c.Seller)
            : null;
        var rows = new List<Row>();
        for (var start = from; start <= to; start = input.Period.EndOf(start))
        {
            var end = input.Period.EndOf(start).AddDays(-1);
            var plan = input.Period == ReportPeriod.Month && (channel is null || input.By == ReportBy.Channel)
                ? Plan.Of(await targets.OfAsync(start, cancel), elsewhere.Where(s => s.Month == start))
                : null;
            var names = sold.Keys.Where(k => k.Start == start).Select(k => k.Of)
                .Concat(Planned(plan, input.By, reach))
                .Concat(lists?.Where(l => l.Any(c => c.IsOnList(start, end))).Select(l => l.Key) ?? []);
            foreach (var name in names.Distinct().OrderBy(n => n, StringComparer.Ordinal))
            {
                var target = TargetOf(plan, name, input.By, reach);
                rows.Add(RowOf(start, name, sold.GetValueOrDefault((start, name)) ?? [], target, reach.SeesCommission) with
                {
                    CustomerList = lists is null || !reach.Covers(input.By, name) ? null : ProspectCount.Of([.. lists[name]], start, end),
                });
            }
        }

        return new Result(from, to, rows);
    }

    /// <summary>Nobody's sales of other stores are told, but that there are some.</summary>
    private Task<IReadOnlyList<SellerOfMonth>> SoldElsewhereAsync(
        Input input, DateOnly from, DateOnly to, TeamReach reach, CancellationToken cancel) =>
        reach.Stores is { } own && input is { By: ReportBy.Person, Period: ReportPeriod.Month }
            ? figures.SellersElsewhereAsync(from, to, own, cancel)
            : Task.FromResult<IReadOnlyList<SellerOfMonth>>([]);

    private string NameOf(SoldSale sale, ReportBy by) => by switch
    {
        ReportBy.Person => sale.Seller ?? "",
        ReportBy.Area or ReportBy.Store when sale.IsNobodys => "",
        ReportBy.Area => brands.FindStore(sale.StoreId)?.Area ?? "",
        ReportBy.Channel => sale.Channel ?? "",
        _ => brands.FindStore(sale.StoreId)?.Code ?? "",
    };

    /// <summary>Who has a target stands in the report although he sold nothing.</summary>
    private IEnumerable<string> Planned(Plan? plan, ReportBy by, TeamReach reach)
    {
        if (plan is null) return [];
        var all = by switch
        {
            ReportBy.Person => staff.Of(reach.Brand).Select(p => p.UserName),
            ReportBy.Area => brands.StoresOf(reach.Brand).Select(s => s.Area).Distinct(),
            ReportBy.Channel => plan.Targets.All.Where(t => t.Scope == TargetScope.Channel).Select(t => t.Of),
            _ => brands.StoresOf(reach.Brand).Select(s => s.Code),
        };
        return all.Where(n => TargetOf(plan, n, by, reach) is > 0);
    }

    private long? TargetOf(Plan? plan, string name, ReportBy by, TeamReach reach) => (plan, by) switch
    {
        (null, _) => null,
        _ when !reach.Covers(by, name) => null,
        (_, ReportBy.Person) when plan.SoldElsewhere.Contains(name) => null,
        (_, ReportBy.Person) => plan.Targets.OfPerson(name, staff.Find(name)?.RolesIn(reach.Brand) ?? []),
        (_, ReportBy.Area) => plan.Targets.Of(TargetScope.Area, name),
        (_, ReportBy.Channel) => plan.Targets.Of(TargetScope.Channel, name),
        _ => plan.Targets.Of(TargetScope.Store, name),
    };

    private static Row RowOf(DateOnly start, string name, List<SoldSale> sales, long? target, bool withCommission)
    {
        var net = sales.Sum(s => s.NetFen);
        return new Row(
            start, name, sales.Count, target is { } t ? new Money(t) : null, new Money(sales.Sum(s => s.SoldFen)),
            new Money(sales.Sum(s => s.RefundedFen)), new Money(net), Assessment.AttainmentOf(net, target),
            withCommission ? new Money(sales.Sum(s => s.EarnedFen)) : null);
    }

    /// <param name="SoldElsewhere">User names of who sold where the caller does not see it.</param>
    private sealed record Plan(TargetsOfMonth Targets, IReadOnlySet<string> SoldElsewhere)
    {
        public static Plan Of(TargetsOfMonth targets, IEnumerable<SellerOfMonth> elsewhere) =>
            new(targets, elsewhere.Select(s => s.SellerName).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    internal sealed record Input : IInput<Result>
    {
        public ReportBy By { get; init; }

        public ReportPeriod Period { get; init; } = ReportPeriod.Month;

        /// <summary>Code of the channel of which alone is told; left out: all.</summary>
        public string? SalesChannel { get; init; }

        /// <summary>Any business day of the first period; left out: of the present one.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last business day; left out: that of the first period.</summary>
        public DateOnly? To { get; init; }
    }

    /// <param name="From">First business day.</param>
    /// <param name="To">Last business day.</param>
    internal sealed record Result(DateOnly From, DateOnly To, IReadOnlyList<Row> SalesRows);

    /// <param name="Start">First business day of the period.</param>
    /// <param name="Of">User name, area, store code or code of a sales channel; empty: nobody's.</param>
    /// <param name="Target">Yuan; of months alone.</param>
    /// <param name="Sold">Yuan.</param>
    /// <param name="Refunded">Yuan.</param>
    /// <param name="Net">Yuan.</param>
    /// <param name="Attainment">Ten-thousandths of the target: 7500 is 75 %.</param>
    /// <param name="Commission">
    /// Yuan, awards included, less what was taken back; left out for whoever may not see what others earn.
    /// </param>
    internal sealed record Row(
        DateOnly Start, string Of, int Sales, Money? Target, Money Sold, Money Refunded, Money Net, long? Attainment, Money? Commission)
    {
        /// <summary>What somebody made of the customers on his list; of people alone.</summary>
        public ProspectCount? CustomerList { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.From).IsPossible();
            RuleFor(i => i.To).IsPossible();
            RuleFor(i => i.By).IsInEnum();
            RuleFor(i => i.Period).IsInEnum();
            RuleFor(i => i.SalesChannel).MaximumLength(SalesTables.NameLength);
        }
    }
}

/// <summary>Whose figures the caller sees.</summary>
internal sealed class TeamReach(CallContext call, IBrandDirectory brands, IStaff staff)
{
    public int Brand => call.RequiredBrand.Id;

    /// <summary>The stores at which alone; null: all.</summary>
    public IReadOnlyList<int>? Stores { get; } = call.Caller.StoresOf(SalesPermissions.ViewTeam, call.RequiredBrand.Id);

    /// <summary>Who works at these stores alone; null: everybody.</summary>
    public IReadOnlyList<Guid>? Team => Stores is null
        ? null
        : [.. staff.Of(Brand).Where(p => Covers(ReportBy.Person, p.UserName)).Select(p => p.Id)];

    public bool SeesCommission { get; } = call.Reaches(SalesPermissions.ViewCommissions, store: null);

    /// <summary>Whether all that somebody or something usually sells is sold where the caller sees it.</summary>
    public bool Covers(ReportBy by, string name) => Stores is null || by switch
    {
        ReportBy.Person => staff.Find(name)?.StoresIn(Brand) is { Count: > 0 } own && own.All(Stores.Contains),
        ReportBy.Area => brands.StoresOf(Brand).Where(s => s.Area == name).All(s => Stores.Contains(s.Id)),
        ReportBy.Channel => false,
        _ => brands.FindStore(Brand, name) is { } store && Stores.Contains(store.Id),
    };
}
