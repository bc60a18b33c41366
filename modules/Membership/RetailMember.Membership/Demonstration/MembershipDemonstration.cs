using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Demonstration;

/// <summary>Members of the demonstration's brands and a year of their purchases, each brand by a programme of its own.</summary>
internal sealed class MembershipDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IEnumerable<ProgrammeProposal> proposals,
    IEnumerable<IDemonstrationYear> followers, TimeProvider time)
    : IDemonstration
{
    private static readonly DemoBrand[] Plan =
    [
        new("pharmacy", "four-tiers", "P", 120, LeastFen: 1_500, MostFen: 98_000, ["rx", "otc-a", "保健品", "医疗器械", "日用"])
        {
            LargeToday =
            [
                .. Enumerable.Repeat(Money.FromYuan(5_200), 16), .. Enumerable.Repeat(Money.FromYuan(1_280), 4),
            ],
        },
        new("restaurant", "tier-coefficient", "R", 90, LeastFen: 6_000, MostFen: 88_000, ["堂食", "酒水", "外卖"]),
        new("apparel", "three-cards", "A", 90, LeastFen: 9_900, MostFen: 260_000, ["女装", "男装", "童装", "配饰"]),
    ];

    public int Order => 100;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var (i, ordinary) in Plan.Index())
        {
            if (brands.Find(ordinary.Code) is not { } brand || brands.StoresOf(brand.Id).Count == 0) continue;
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var plan = Proposed(ordinary, brand);
            var now = brand.LocalOf(time.GetUtcNow().UtcDateTime);
            var began = now.Date.AddYears(-3);
            var started = await entry.TryAsync(new StartProgramme.Input(plan.Template, began), call, cancel);
            if (!started.Accepted) continue;
            var year = new DemoYear(entry, call, plan, brands.StoresOf(brand.Id), now, seed: 20_250_000 + i,
                [.. followers.Where(f => f.BrandCode == brand.Code)]);
            notes.Line(await year.SowAsync(cancel));
        }
    }

    /// <summary>A brand for which a module that it has on proposes a programme runs that one.</summary>
    private DemoBrand Proposed(DemoBrand plan, Brand brand) =>
        proposals.FirstOrDefault(p => p.ShownBy == plan.Code && brands.IsOn(p.Module, brand.Id, storeId: null)) is { } proposal
            ? plan with { Template = proposal.Code, OldCards = true }
            : plan with { LargeToday = [] };
}

/// <summary>What the demonstration makes of a brand.</summary>
/// <param name="Code">The brand's.</param>
/// <param name="Template">Of its programme.</param>
/// <param name="Prefix">Of its member numbers.</param>
/// <param name="LeastFen">List price of the cheapest line.</param>
/// <param name="MostFen">List price of the dearest line.</param>
internal sealed record DemoBrand(
    string Code, string Template, string Prefix, int Members, int LeastFen, int MostFen, string[] Categories)
{
    /// <summary>Some cards are two years old: where cards end, they end about now.</summary>
    public bool OldCards { get; init; }

    /// <summary>Receipts of today that alone reach the cards of the programme that a module proposes.</summary>
    public IReadOnlyList<Money> LargeToday { get; init; } = [];
}
