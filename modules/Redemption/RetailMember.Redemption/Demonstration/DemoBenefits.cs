using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Demonstration;

/// <summary>
/// One brand's benefits: a member day by tier, and a consultation for some members by name.
/// </summary>
internal sealed class DemoBenefits(
    UseCaseEntry entry, CallContext call, DemoShelf shelf, IReadOnlyList<MemberSummary> members, IReadOnlyList<Store> stores)
{
    private const string MemberDay = "member-day";
    private const string Consultation = "consultation";
    private const int ByName = 6;
    private const int Customers = 30;

    public async Task<int> ServeAsync(CancellationToken cancel)
    {
        var tiers = (await entry.RunAsync(new ReadChoices.Input(), call, cancel)).Tiers;
        var day = new BenefitTerms
        {
            Name = new LocalName("会员日优惠", "Member day"),
            Shares = [.. tiers.Select((t, i) => new BenefitShare { Tiers = [t.Code], Most = i + 1 })],
            Voucher = shelf.Vouchers[1].Code,
        };
        var consultation = new BenefitTerms
        {
            Name = new LocalName("专人咨询", "Personal consultation"),
            Shares = [new BenefitShare { Granted = true, Most = 4 }],
            Period = LimitPeriod.Year,
        };
        await entry.RunAsync(new EditBenefit.Input(MemberDay, day), call, cancel);
        await entry.RunAsync(new EditBenefit.Input(Consultation, consultation), call, cancel);
        await entry.RunAsync(
            new GrantBenefit.Input
            {
                Benefit = Consultation, Members = [.. members.Take(ByName).Select(m => m.MemberNo)], Reason = "重点会员关怀",
            },
            call, cancel);
        var uses = 0;
        foreach (var (i, member) in members.Take(Customers).Index())
        {
            var used = await entry.TryAsync(
                new UseBenefit.Input
                {
                    Key = $"demonstration-{member.MemberNo}",
                    StoreCode = stores[i % stores.Count].Code,
                    Benefit = i % 3 == 0 && i < ByName ? Consultation : MemberDay,
                    Member = member.MemberNo,
                },
                call, cancel);
            if (used.Accepted) uses++;
        }

        return uses;
    }
}
