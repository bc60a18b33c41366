using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Gifts;

/// <inheritdoc cref="IGifts" />
internal sealed class GiftDesk(
    GiftShelf shelf,
    GiftVouchers vouchers,
    GiftTaker taker,
    GiftContentsCheck contents,
    SecretCode codes,
    IRows rows,
    DataSession session,
    IEvents events)
    : IGifts
{
    public Task<IReadOnlyList<GiftOutcome>> GrantAsync(IReadOnlyList<GiftGrant> grants, CancellationToken cancel) =>
        GrantAsync([.. grants.Select(g => new GiftAsked(g))], cancel);

    /// <summary>As another module would, with the rule that gives it.</summary>
    public async Task<IReadOnlyList<GiftOutcome>> GrantAsync(IReadOnlyList<GiftAsked> asked, CancellationToken cancel)
    {
        if (asked.Count == 0) return [];
        await shelf.HoldAsync([.. asked.Select(a => a.Grant.Member)], cancel);
        var known = await shelf.OfKeysAsync([.. asked.Select(a => a.Grant.Key).Distinct()], cancel);
        var stored = known.Values.ToHashSet();
        // What a rule is made of was looked at when it was drafted.
        var unfit = await contents.UnfitAsync([.. asked.Where(a => a.Rule is null).Select(a => a.Grant)], cancel);
        var hadBefore = stored.Where(g => g.State == GiftState.Given).ToDictionary(g => g.Id, GiftPart.HeldOf);
        var underway = new Dictionary<int, Gift>();
        var outcomes = new GiftOutcome[asked.Count];
        for (var i = 0; i < asked.Count; i++)
        {
            var (outcome, gift) = Decide(asked[i], known, unfit);
            outcomes[i] = outcome;
            if (gift is not null) underway.Add(i, gift);
        }

        var refused = await vouchers.GiveAsync(
            [.. underway.Where(u => u.Value.State == GiftState.Given).Select(u => (u.Value, asked[u.Key].Grant.Occasion))], cancel);
        foreach (var (i, gift) in underway.ToList())
        {
            if (!refused.TryGetValue(gift.Id, out var code)) continue;
            outcomes[i] = Refused(code);
            // Whoever asked hears of it; nobody hears what a rule could not give.
            if (asked[i].Rule is null) underway.Remove(i);
            else underway[i].State = GiftState.Failed;
        }

        // Still missing what was missing: nothing has happened that anybody should be told of.
        foreach (var (i, gift) in underway.ToList())
        {
            if (!hadBefore.TryGetValue(gift.Id, out var had) || had != GiftPart.HeldOf(gift)) continue;
            outcomes[i] = new GiftOutcome(gift.Id, gift.State, Replayed: true, null);
            underway.Remove(i);
        }

        await rows.InsertAsync([.. underway.Values.Where(g => !stored.Contains(g))], cancel);
        await rows.UpdateAsync([.. underway.Values.Where(stored.Contains)], Gift.Moving, cancel);
        foreach (var gift in underway.Values.Where(g => g.State != GiftState.Failed))
            events.Add(new GiftEarned(gift.BrandId, gift.Id, gift.MemberId, gift.Reason, gift.ClaimUntil));
        return outcomes;
    }

    public Task<IReadOnlyList<GiftRevoked>> RevokeAsync(
        IReadOnlyList<GiftRevocation> revocations, CancellationToken cancel) => taker.RevokeAsync(revocations, cancel);

    public async Task<IReadOnlyDictionary<string, GiftState>> ReadAsync(
        IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        (await shelf.OfKeysAsync(keys, cancel)).ToDictionary(g => g.Key, g => g.Value.State);

    /// <summary>The answer, and the gift where there is something to do about it.</summary>
    private (GiftOutcome Outcome, Gift? Gift) Decide(
        GiftAsked asked, Dictionary<string, Gift> known, IReadOnlySet<GiftGrant> unfit)
    {
        var grant = asked.Grant;
        if (known.TryGetValue(grant.Key, out var gift))
        {
            if (gift.MemberId != grant.Member) return (Refused(GiftRefusals.KeyReused), null);
            var whole = gift.State != GiftState.Given || GiftPart.Of(gift).All(p => p.Held || p.IsReward);
            if (gift.TakenForGood || (gift.State is not (GiftState.Revoked or GiftState.Failed) && whole))
                return (new GiftOutcome(gift.Id, gift.State, Replayed: true, null), null);
        }

        if (grant.ClaimUntil < grant.Occasion.On) return (Refused(GiftRefusals.WindowOver), null);
        if (unfit.Contains(grant)) return (Refused(GiftRefusals.UnknownContents), null);
        if (gift is null) known.Add(grant.Key, gift = Make(asked));
        else Renew(gift, asked);
        return (new GiftOutcome(gift.Id, gift.State, Replayed: false, null), gift);
    }

    private Gift Make(GiftAsked asked)
    {
        var gift = new Gift
        {
            Id = Guid.CreateVersion7(),
            BrandId = session.Brand!.Value,
            MemberId = asked.Grant.Member,
            Key = asked.Grant.Key,
            RuleId = asked.Rule,
            CauseOn = asked.CauseOn,
            Reason = asked.Grant.Reason,
            Parts = GiftPart.Write(GiftPart.Of(asked.Grant.Contents)),
            State = GiftState.Revoked,
            MovedBy = asked.Grant.Occasion.Operator,
        };
        Renew(gift, asked);
        return gift;
    }

    /// <summary>For the first time, or once more after it was taken back.</summary>
    private void Renew(Gift gift, GiftAsked asked)
    {
        var (grant, occasion) = (asked.Grant, asked.Grant.Occasion);
        gift.Times++;
        // What was claimed before and taken back in part is not claimed twice.
        if (gift.State == GiftState.Failed) gift.State = GiftState.Given;
        if (gift.State == GiftState.Revoked)
        {
            gift.State = grant.ClaimUntil is null ? GiftState.Given : GiftState.Earned;
            (gift.EarnedOn, gift.ClaimUntil, gift.Refusal) = (occasion.On, grant.ClaimUntil, null);
            if (gift.State == GiftState.Earned) codes.Give(gift);
        }

        (gift.MovedAt, gift.MovedBy, gift.StoreId, gift.Note) = (occasion.At, occasion.Operator, occasion.StoreId, null);
    }

    private static GiftOutcome Refused(string code) => new(null, null, Replayed: false, code);
}

/// <summary>A gift that is asked for.</summary>
/// <param name="Rule">The rule that gives it.</param>
/// <param name="CauseOn">A day of the period that it was earned for.</param>
internal sealed record GiftAsked(GiftGrant Grant, Guid? Rule = null, DateOnly? CauseOn = null);
