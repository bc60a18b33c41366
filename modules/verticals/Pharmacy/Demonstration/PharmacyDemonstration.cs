using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Pharmacy.Club;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Health;
using RetailMember.Pharmacy.Rankings;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Demonstration;

/// <summary>
/// The club of the demonstration's pharmacy: a ranking that is published, members who were filled up today and others who
/// can be, tests with their consents and who has looked at them, and a draft of next month's rules.
/// </summary>
internal sealed class PharmacyDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IStaff staff, IServiceScopeFactory scopes, TimeProvider time)
    : IDemonstration
{
    public const string BrandCode = "pharmacy";
    private const int MostMembers = 200;
    private const int FilledUp = 3;
    private const int Tested = 4;
    private const string RankingGift = "refill-30";
    private const string Manager = "pharmacy.manager";

    public int Order => 600;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(BrandCode) is not { } brand || StoreOf(brand) is not { } store) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        var gold = await GoldAsync(brand, cancel);
        await SowRulesAsync(call, cancel);
        var filled = await FillUpAsync(gold, store, call, cancel);
        var diamonds = gold.Where(m => m.Tier == ClubTerms.Usual.Diamond.Tier).ToList();
        // One diamond member has not agreed that anything of his health is kept.
        MemberSummary[] tested = [.. gold.Where(m => m != diamonds.LastOrDefault()).TakeLast(Tested)];
        await TestAsync(tested, store, call, cancel);
        await LookAsync(tested, call, cancel);
        foreach (var diamond in diamonds.SkipLast(1))
            await entry.RunAsync(new SetHealthConsent.Input(diamond.MemberNo, Agreed: true), call, cancel);
        var frozen = await entry.RunAsync(new FreezeRanking.Input(), call, cancel);
        foreach (var ranking in frozen.Rankings.Where(r => r.Places > 0))
            await entry.RunAsync(new PublishRanking.Input(ranking.Year, ranking.Quarter), call, cancel);
        notes.Line(
            $"{brand.Code}: health club with {gold.Count} gold and diamond cards, {filled} filled up today, "
            + $"{frozen.Places} ranked");
    }

    /// <summary>Today is a member day of the demonstration; a draft of other numbers waits.</summary>
    private async Task SowRulesAsync(CallContext call, CancellationToken cancel)
    {
        var today = time.Today(call.RequiredBrand);
        var terms = ClubTerms.Usual with
        {
            TopUp = new TopUpTerms { DayOfMonth = today.Day },
            Ranking = new RankingTerms { Voucher = RankingGift },
            GroupPrice = new GroupPriceTerms { Breaks = [new PriceBreak(0, Money.FromYuan(5_000), 0.95m)] },
            Examples =
            [
                .. ClubExamples.Usual, new(ClubQuestion.GroupPrice, 6_000, 5_700) { Pieces = 10 },
                new(ClubQuestion.GroupPrice, 4_999, 4_999) { Pieces = 10 },
            ],
        };
        await entry.RunAsync(new EditRules.Input(terms), call, cancel);
        await entry.RunAsync(new ActivateRules.Input(), call, cancel);
        var next = terms with
        {
            TopUp = terms.TopUp with { DayOfMonth = 18 }, Gold = terms.Gold with { LastQuarterCountsForNextYear = true },
        };
        await entry.RunAsync(new EditRules.Input(next), call, cancel);
    }

    private async Task<int> FillUpAsync(
        IReadOnlyList<MemberSummary> gold, Store store, CallContext call, CancellationToken cancel)
    {
        var filled = 0;
        foreach (var member in gold)
        {
            if (filled == FilledUp) return filled;
            var done = await entry.RunAsync(
                new TopUpMember.Input
                {
                    Key = "demonstration-" + member.MemberNo, Member = member.MemberNo, StoreCode = store.Code,
                },
                call, cancel);
            if (done.State == TopUpState.Filled) filled++;
        }

        return filled;
    }

    private async Task TestAsync(
        IReadOnlyList<MemberSummary> tested, Store store, CallContext call, CancellationToken cancel)
    {
        foreach (var (i, member) in tested.Index())
        {
            await entry.RunAsync(new SetHealthConsent.Input(member.MemberNo, Agreed: true), call, cancel);
            await entry.RunAsync(
                new RecordHealth.Input
                {
                    Key = "demonstration-" + member.MemberNo,
                    Member = member.MemberNo,
                    StoreCode = store.Code,
                    RecordKind = i % 2 == 0 ? HealthRecordKind.GlucoseTest : HealthRecordKind.Consultation,
                    Finding = i % 2 == 0 ? "空腹血糖 5.8 mmol/L" : "咨询膏方，建议复诊",
                },
                call, cancel);
        }
    }

    /// <summary>Where its manager is at work.</summary>
    private Store? StoreOf(Brand brand) =>
        staff.Find(Manager)?.StoresIn(brand.Id) is [var place, ..] ? brands.FindStore(place) : null;

    /// <summary>The store's manager has looked at some of what was found, each time with a reason.</summary>
    private async Task LookAsync(IReadOnlyList<MemberSummary> tested, CallContext call, CancellationToken cancel)
    {
        if (staff.Find(Manager) is not { } person) return;
        var rights = new Dictionary<string, GrantScope[]>
        {
            [PharmacyPermissions.ViewHealth] = [new GrantScope(call.RequiredBrand.Id, null)],
        };
        var looks = call with
        {
            Caller = new Caller(CallerKind.Person, person.Id, person.UserName, rights.ToFrozenDictionary()),
        };
        foreach (var (i, member) in tested.Index())
            await entry.RunAsync(new ReadHealth.Input(member.MemberNo, i % 2 == 0 ? "复测前查看上次结果" : "会员来店咨询"), looks, cancel);
    }

    private async Task<IReadOnlyList<MemberSummary>> GoldAsync(Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return await scope.ServiceProvider.GetRequiredService<IMemberFiles>().WalkAsync(
            new MemberSegment([ClubTerms.Usual.Gold.Tier, ClubTerms.Usual.Diamond.Tier]), after: null, MostMembers, cancel);
    }
}
