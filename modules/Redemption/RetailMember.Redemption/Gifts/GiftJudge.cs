using System.Globalization;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Holds members against the brand's rules: gives what they have a reason for and takes back what has lost its reason.
/// Looks at receipts as they stand now, with the members held, so it comes to the same end in whatever order it hears of
/// purchases and refunds, and however often.
/// </summary>
internal sealed class GiftJudge(
    GiftShelf shelf, GiftDesk desk, IMemberFiles files, IMemberReceipts receipts)
{
    /// <param name="told">What may have come true.</param>
    /// <param name="occasion">When and by whom; a cause's store takes the place of its own.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What was taken back.</returns>
    public async Task<IReadOnlyList<GiftLoss>> JudgeAsync(
        IReadOnlyCollection<GiftCause> told, VoucherOccasion occasion, CancellationToken cancel)
    {
        var rules = await shelf.RulesAsync(cancel);
        var asked = rules.Where(r => r.State == GiftRuleState.Active).Select(r => r.Terms.Reason).ToHashSet();
        var causes = told.Where(c => c.Reviews || (c.Reason is { } reason && asked.Contains(reason))).ToList();
        if (rules.Count == 0 || causes.Count == 0) return [];
        Guid[] ids = [.. causes.Select(c => c.Member).Distinct()];
        await shelf.HoldAsync(ids, cancel);
        var members = await files.ReadAsync(ids, cancel);
        var had = Had(await shelf.OfRulesAsync(ids, cancel), rules).ToList();
        var cases = Known(Cases(causes, rules, members), had).ToList();
        var reviewed = Reviewed(had, causes).ToList();
        var spend = await SpendAsync([.. cases, .. reviewed], cancel);
        var lost = reviewed.Where(r => !Holds(r, members, spend)).ToList();
        var revoked = await desk.RevokeAsync([.. lost.Select(l => new GiftRevocation(l.Key, "reason-fell-away", occasion))], cancel);
        var due = cases.Where(c => c.Rule.State == GiftRuleState.Active && Holds(c, members, spend))
            .DistinctBy(c => c.Key).Select(c => c.Asked(occasion)).ToList();
        await desk.GrantAsync(due, cancel);
        return
        [
            .. lost.Zip(revoked).Where(l => l.Second.Taken > 0)
                .Select(l => new GiftLoss(l.First.Rule.Code, l.First.Member, l.Second.Taken)),
        ];
    }

    private static IEnumerable<GiftCase> Cases(
        IEnumerable<GiftCause> causes, IReadOnlyList<KnownGiftRule> rules, IReadOnlyDictionary<Guid, MemberSummary> members) =>
        from cause in causes
        let member = members.GetValueOrDefault(cause.Member)
        where cause.Reason is not null && member is { IsActive: true }
        from rule in rules
        where rule.Terms.Reason == cause.Reason && rule.Terms.IsWithin(cause.On)
            && rule.Terms.IsFor(member.Tier)
            // Whoever was a member before has bought for the first time long ago.
            && (rule.Terms.Reason != GiftReason.FirstPurchase || rule.Terms.IsWithin(member.JoinedOn))
        select new GiftCase(rule, cause.Member, cause.On, cause.StoreId);

    private static IEnumerable<GiftCase> Had(IEnumerable<Gift> gifts, IReadOnlyList<KnownGiftRule> rules) =>
        from gift in gifts
        join rule in rules on gift.RuleId equals rule.Id
        select new GiftCase(rule, gift.MemberId, gift.CauseOn!.Value, StoreId: null) { Gift = gift };

    /// <summary>
    /// Whatever the member has of a rule and period already, be it that it was given to him under another number which was
    /// merged with his.
    /// </summary>
    private static IEnumerable<GiftCase> Known(IEnumerable<GiftCase> cases, IEnumerable<GiftCase> had)
    {
        var known = had.ToLookup(c => c.Place);
        return cases.Select(c => c with { Gift = known[c.Place].MinBy(h => WeightOf(h.Gift!))?.Gift });
    }

    /// <summary>Of several the one that is had comes first, then the one that was taken back for good.</summary>
    private static int WeightOf(Gift gift) => gift.State switch
    {
        GiftState.Given => 0,
        GiftState.Earned => 1,
        GiftState.Lapsed or GiftState.Declined => 2,
        _ when gift.TakenForGood => 3,
        _ => 4,
    };

    /// <summary>What stands and may have lost its reason.</summary>
    private static IEnumerable<GiftCase> Reviewed(IEnumerable<GiftCase> had, IReadOnlyCollection<GiftCause> causes)
    {
        var lookedAgain = causes.Where(c => c.Reviews).Select(c => c.Member).ToHashSet();
        return had.Where(c =>
            c.Gift!.Stands && lookedAgain.Contains(c.Member) && c.Rule.Terms.TakenBack
            && c.Rule.Terms.Reason is GiftReason.MonthSpend or GiftReason.FirstPurchase or GiftReason.Tier);
    }

    private async Task<ILookup<Guid, MemberDay>> SpendAsync(IReadOnlyList<GiftCase> cases, CancellationToken cancel)
    {
        var bought = cases.Where(c => c.Rule.Terms.Reason is GiftReason.MonthSpend or GiftReason.FirstPurchase).ToList();
        if (bought.Count == 0) return Array.Empty<MemberDay>().ToLookup(d => d.Member);
        var days = await receipts.DaysAsync(
            [.. bought.Select(c => c.Member).Distinct()], bought.Min(c => c.From), bought.Max(c => c.To), cancel);
        return days.ToLookup(d => d.Member);
    }

    private static bool Holds(
        GiftCase one, IReadOnlyDictionary<Guid, MemberSummary> members, ILookup<Guid, MemberDay> spend)
    {
        var terms = one.Rule.Terms;
        var days = spend[one.Member].Where(d => d.Day >= one.From && d.Day <= one.To);
        return terms.Reason switch
        {
            GiftReason.MonthSpend => days.Sum(d => d.SpendFen) >= terms.Spend!.Value.Fen,
            GiftReason.FirstPurchase => days.Any(d => d.Purchases > 0),
            GiftReason.Tier => members.TryGetValue(one.Member, out var member) && terms.IsFor(member.Tier),
            _ => true,
        };
    }
}

/// <summary>A gift that lost its reason.</summary>
/// <param name="Things">Vouchers and rewards that came back.</param>
internal sealed record GiftLoss(string Rule, Guid Member, int Things);

/// <summary>Something that may give a member a reason for a gift, or take it away.</summary>
/// <param name="Reason">What may have come true; null: only what stands is looked at again.</param>
/// <param name="On">The business date to which it belongs.</param>
/// <param name="StoreId">Where it happened.</param>
/// <param name="Reviews">Whether what stands may have lost its reason.</param>
internal sealed record GiftCause(Guid Member, GiftReason? Reason, DateOnly On, int? StoreId = null, bool Reviews = false);

/// <summary>A rule and a member for one period of it.</summary>
/// <param name="On">A day of the period.</param>
internal sealed record GiftCase(KnownGiftRule Rule, Guid Member, DateOnly On, int? StoreId)
{
    private static readonly DateOnly ForEver = new(9000, 1, 1);

    /// <summary>First day whose receipts count.</summary>
    public DateOnly From => Rule.Terms.Reason == GiftReason.MonthSpend
        ? Later(new DateOnly(On.Year, On.Month, 1), Rule.Terms.From)
        : Rule.Terms.From;

    /// <summary>Last day whose receipts count.</summary>
    public DateOnly To
    {
        get
        {
            var end = Rule.Terms.Reason == GiftReason.MonthSpend
                ? new DateOnly(On.Year, On.Month, DateTime.DaysInMonth(On.Year, On.Month))
                : ForEver;
            return Rule.Terms.To < end ? Rule.Terms.To.Value : end;
        }
    }

    /// <summary>What the member has of it, or had before it was taken back.</summary>
    public Gift? Gift { get; init; }

    /// <summary>One gift of a rule for a member and period.</summary>
    public (Guid Rule, Guid Member, string Period) Place => (Rule.Id, Member, Period);

    /// <summary>The business key; it keeps naming the member to whom the gift was given first.</summary>
    public string Key =>
        Gift?.Key ?? string.Create(CultureInfo.InvariantCulture, $"rule/{Rule.Id:N}/{Member:N}/{Period}");

    private string Period => Rule.Terms.Reason switch
    {
        GiftReason.MonthSpend => On.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        GiftReason.Anniversary or GiftReason.Birthday => On.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => Quota.Ever,
    };

    public GiftAsked Asked(VoucherOccasion occasion)
    {
        var terms = Rule.Terms;
        var grant = new GiftGrant(
            Key, Member, new GiftContents(terms.Vouchers, terms.Rewards), Rule.Code, occasion with { StoreId = StoreId },
            terms.Claim?.LastDay(On, occasion.On));
        return new GiftAsked(grant, Rule.Id, On);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
