using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Demonstration;

/// <summary>One brand's gift rules, what they have given by now, and gifts that staff gave by hand.</summary>
internal sealed class DemoGifts(
    UseCaseEntry entry,
    CallContext call,
    DemoShelf shelf,
    IReadOnlyList<MemberSummary> members,
    IReadOnlyList<Store> stores,
    DateOnly today)
{
    private const int ByHand = 12;
    private const int DaysLookedAt = 45;

    public async Task<int> GiveAsync(CancellationToken cancel)
    {
        foreach (var (code, terms) in Rules())
        {
            await entry.RunAsync(new EditGiftRule.Input(code, terms), call, cancel);
            if (!IsDraft(code)) await entry.RunAsync(new ActivateGiftRule.Input(code), call, cancel);
        }

        await entry.RunAsync(new GiveDatedGifts.Input(), call, cancel);
        var goods = shelf.Rewards.First(r => r.Terms.Stock == StockKind.PerStore);
        foreach (var (i, member) in members.Take(ByHand).Index())
        {
            var given = await entry.RunAsync(
                new GiveGift.Input
                {
                    Key = $"demonstration-{member.MemberNo}",
                    Member = member.MemberNo,
                    Vouchers = [shelf.Vouchers[1].Code],
                    Rewards = [goods.Code],
                    ClaimDays = 14,
                    Reason = i % 2 == 0 ? "会员日抽奖" : "门店周年庆",
                },
                call, cancel);
            await MoveAsync(given.Gift, i, cancel);
        }

        return ByHand;
    }

    private async Task MoveAsync(Guid gift, int i, CancellationToken cancel)
    {
        if (i % 3 == 1)
            await entry.RunAsync(
                new ClaimGift.Input { Key = $"demonstration-{gift:N}", StoreCode = stores[i % stores.Count].Code, Gift = gift },
                call, cancel);
        else if (i % 7 == 5) await entry.RunAsync(new RevokeGift.Input(gift, "会员放弃"), call, cancel);
    }

    /// <summary>Drafts are there to be looked at and activated.</summary>
    private bool IsDraft(string code) => code == "spend-1000" || shelf.NewCards.Skip(1).Any(g => g.Code == code);

    /// <summary>A ladder of spend, and what members get for joining and staying.</summary>
    private IEnumerable<(string Code, GiftTerms Terms)> Rules()
    {
        var (first, second) = (shelf.Vouchers[0].Code, shelf.Vouchers[1].Code);
        var thing = shelf.Rewards.First(r => r.Terms.Kind == RewardKind.Goods).Code;
        var welcome = Rule(GiftReason.Enrolment, "入会礼", "Welcome gift", second) with
        {
            Rewards = [thing], Claim = new ClaimWindow { Days = 30 },
        };
        if (shelf.NewCards.Count == 0) yield return ("welcome", welcome);
        foreach (var (code, terms) in shelf.NewCards) yield return (code, terms with { From = welcome.From });
        yield return ("spend-500", Rule(GiftReason.MonthSpend, "月消费满500送券", "500 a month", second) with
        {
            Spend = Money.FromYuan(500),
        });
        yield return ("spend-1000", Rule(GiftReason.MonthSpend, "月消费满1000送券", "1,000 a month", second) with
        {
            Spend = Money.FromYuan(1_000), Claim = new ClaimWindow { DayOfNextMonth = 7 },
        });
        yield return ("anniversary", Rule(GiftReason.Anniversary, "入会周年礼", "Anniversary", first, second));
        yield return ("birthday", Rule(GiftReason.Birthday, "生日礼", "Birthday gift", second) with
        {
            Claim = new ClaimWindow { Days = 15 },
        });
    }

    private GiftTerms Rule(GiftReason reason, string chinese, string english, params string[] vouchers) => new()
    {
        Name = new LocalName(chinese, english),
        Reason = reason,
        Vouchers = vouchers,
        From = today.AddDays(-DaysLookedAt),
    };
}
